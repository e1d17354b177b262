import type { Said } from '../said.ts'
import { recipeNames } from './recipeNames.ts'

export const said: Said = {
  ...recipeNames,
  'There is no work {1} in this collection.': 'Il n’y a pas d’œuvre {1} dans cette collection.',
  'Type the term that the label should have.': 'Tapez le terme que l’étiquette doit avoir.',
  'Another piece of work uses the part of the app that reads networks.':
    'Un autre travail utilise la partie de l’application qui lit les réseaux.',
  'A network cannot be removed while the app is at work with one.':
    'Un réseau ne peut pas être retiré pendant que l’application travaille avec l’un d’eux.',
  '{1} Wait until it has finished, or stop it.': '{1} Attendez que ce soit fini, ou arrêtez-le.',
  'This collection was made by a newer version of Connoisseur. Update the app to open it.':
    'Cette collection vient d’une version plus récente de Connoisseur. Mettez l’application à jour pour l’ouvrir.',
  '{1} is not a Connoisseur catalogue, or it is damaged. Choose another folder.':
    '{1} n’est pas un catalogue de Connoisseur, ou il est endommagé. Choisissez un autre dossier.',
  'This list is not there any more. Somebody may have deleted it.':
    'Cette liste n’existe plus. Quelqu’un l’a peut-être supprimée.',
  'Type a name for the list.': 'Donnez un nom à la liste.',
  'There is a list named "{1}" already. Choose another name.':
    'Il y a déjà une liste nommée « {1} ». Choisissez un autre nom.',
  'The folder {1} cannot be opened ({2}). Choose another.':
    'Le dossier {1} ne peut pas être ouvert ({2}). Choisissez-en un autre.',
  'A name needs at least one character and none of \\ / : * ? " < > |.':
    'Un nom demande au moins un caractère, et aucun de \\ / : * ? " < > |.',
  'There is a collection named "{1}" in this folder already. Open it, or choose another name.':
    'Il y a déjà une collection nommée « {1} » dans ce dossier. Ouvrez-la, ou choisissez un autre nom.',
  '{1} is not a Connoisseur collection. Choose a folder whose name ends in .connoisseur.':
    '{1} n’est pas une collection de Connoisseur. Choisissez un dossier dont le nom finit par .connoisseur.',
  'Nothing can be written in {1} ({2}). Choose another folder.':
    'Rien ne peut être écrit dans {1} ({2}). Choisissez un autre dossier.',
  'The threshold lies between 0 and 1.': 'Le seuil est entre 0 et 1.',
  'The image file {1} cannot be read.': 'Le fichier image {1} ne peut pas être lu.',
  'None of the pictures to compare with can be read.': 'Aucune des images de comparaison ne peut être lue.',
  'Nothing in this network lies over the picture, so that it cannot be shown where it looked.':
    'Rien dans ce réseau ne recouvre l’image ; on ne peut donc pas montrer où il a regardé.',
  'No output of this network is a row of numbers or a map for each image. Export it with its pooled features as an output.':
    'Aucune sortie de ce réseau n’est une rangée de nombres ou une carte par image. Exportez-le avec ses caractéristiques réunies en sortie.',
  'This file is empty. Export or download it again.': 'Ce fichier est vide. Exportez-le ou téléchargez-le de nouveau.',
  'This file is larger than 2 GB. Export it with its weights beside it.':
    'Ce fichier dépasse 2 Go. Exportez-le avec ses poids à côté.',
  'The file {1} cannot be read. Check that it is there.': 'Le fichier {1} ne peut pas être lu. Vérifiez qu’il est là.',
  'This network does not take one colour image: its inputs are {1}. Choose a network whose input is [n, 3, height, width] or [n, height, width, 3].':
    'Ce réseau ne prend pas une image en couleur : ses entrées sont {1}. Choisissez un réseau dont l’entrée est [n, 3, height, width] ou [n, height, width, 3].',
  'This network takes images as {1}; this app gives real numbers.':
    'Ce réseau prend des images en {1} ; cette application donne des nombres réels.',
  'This network takes images of {1} by {2}; this app gives squares.':
    'Ce réseau prend des images de {1} sur {2} ; cette application donne des carrés.',
  'This network cannot be used: {1}. Export it again for any number of images at once.':
    'Ce réseau ne peut pas servir : {1}. Exportez-le pour un nombre quelconque d’images à la fois.',
  'The engine is at work already. Wait until it has finished, or cancel it.':
    'Le moteur travaille déjà. Attendez qu’il ait fini, ou arrêtez-le.',
  'Train only what comes after "{1}".': 'N’apprenez que ce qui vient après « {1} ».',
  'No part of this network can be trained.': 'Aucune partie de ce réseau ne peut apprendre.',
  'This is not an ONNX file, or it is damaged ({1}). Export or download it again.':
    'Ce n’est pas un fichier ONNX, ou il est endommagé ({1}). Exportez-le ou téléchargez-le de nouveau.',
  'The network defines its own functions. Export it again without them (inlined).':
    'Le réseau définit ses propres fonctions. Exportez-le sans elles (développées).',
  'The network has sparse weights. Export it with dense ones.':
    'Le réseau a des poids creux. Exportez-le avec des poids pleins.',
  'The weights "{1}" lie in the file "{2}", {3}. Put both files in one folder.':
    'Les poids « {1} » sont dans le fichier « {2} », {3}. Mettez les deux fichiers dans un même dossier.',
  'The network uses operators of version {1}; this app reads version {2} and later. Export it again with opset {3}.':
    'Le réseau utilise des opérateurs de version {1} ; cette application lit la version {2} et les suivantes. Exportez-le avec l’opset {3}.',
  'The recipe reads a network place by place, but this network has no map of places. Choose a convolutional network, or a recipe without a neck.':
    'La recette lit un réseau place par place, mais ce réseau n’a pas de carte de places. Choisissez un réseau convolutif, ou une recette sans col.',
  'The size of "{1}" in this network is not known, so nothing can read its places one by one.':
    'La taille de « {1} » dans ce réseau n’est pas connue ; rien ne peut donc lire ses places une à une.',
  'There is no answer, because the collection was closed or the memory was not enough. Ask again.':
    'Il n’y a pas de réponse, car la collection a été fermée ou la mémoire n’a pas suffi. Demandez à nouveau.',
  'The learning engine stopped unexpectedly. Everything done so far is kept; start again.':
    'Le moteur d’apprentissage s’est arrêté sans prévenir. Tout ce qui était fait est gardé ; recommencez.',
  'The network could not be opened ({1}).': 'Le réseau n’a pas pu être ouvert ({1}).',
  'TensorFlow.js does not know the operator {1} here.': 'TensorFlow.js ne connaît pas l’opérateur {1} ici.',
  'Works like this one are seldom {1}: {2} in 100 look like it.':
    'Les œuvres comme celle-ci sont rarement {1} : {2} sur 100 y ressemblent.',
  'It looks more like {1}: {2} in 100 such works are.':
    'Elle ressemble plus à {1} : {2} sur 100 de ces œuvres le sont.',
  'Though it was told this label, the network held another one likelier all the time it learned.':
    'Bien qu’on lui ait dit cette étiquette, le réseau en a tenu une autre pour plus probable tout le temps qu’il apprenait.',
  'The network took up this label while it learned, and gave it up again.':
    'Le réseau a adopté cette étiquette en apprenant, puis l’a abandonnée.',
  'The network learned this label late and never held it firmly.':
    'Le réseau a appris cette étiquette tard et n’en a jamais été sûr.',
  'The network learned this label late, but then held it firmly.':
    'Le réseau a appris cette étiquette tard, mais en a ensuite été sûr.',
  'The network learned this label at once, but never held it firmly.':
    'Le réseau a appris cette étiquette d’emblée, mais n’en a jamais été sûr.',
  'The network learned this label at once and held it firmly.':
    'Le réseau a appris cette étiquette d’emblée et en a été sûr.',
  'Judged without knowing this artist, it looks more like {1} than {2}.':
    'Jugée sans connaître cet artiste, elle ressemble plus à {1} qu’à {2}.',
  "Judged without knowing this artist, the artist's {1} works with this label look more like {2} than {3}.":
    'Jugées sans connaître cet artiste, ses {1} œuvres de cette étiquette ressemblent plus à {2} qu’à {3}.',
  'The one other work by {1} here is {2}, none is {3}.': 'La seule autre œuvre de {1} ici est {2}, aucune n’est {3}.',
  '1 of the {1} other works by {2} here is {3}, none is {4}.':
    '1 des {1} autres œuvres de {2} ici est {3}, aucune n’est {4}.',
  '1 of the {1} other works by {2} here is {3}, {4} is {5}.':
    '1 des {1} autres œuvres de {2} ici est {3}, {4} est {5}.',
  '{1} of the {2} other works by {3} here are {4}, none is {5}.':
    '{1} des {2} autres œuvres de {3} ici sont {4}, aucune n’est {5}.',
  '{1} of the {2} other works by {3} here are {4}, 1 is {5}.':
    '{1} des {2} autres œuvres de {3} ici sont {4}, 1 est {5}.',
  '{1} of the {2} other works by {3} here are {4}, {5} are {6}.':
    '{1} des {2} autres œuvres de {3} ici sont {4}, {5} sont {6}.',
  'The one work most like it is {1}, none is {2}.': 'La seule œuvre la plus ressemblante est {1}, aucune n’est {2}.',
  '1 of the {1} works most like it is {2}, none is {3}.':
    '1 des {1} œuvres les plus ressemblantes est {2}, aucune n’est {3}.',
  '1 of the {1} works most like it is {2}, {3} is {4}.':
    '1 des {1} œuvres les plus ressemblantes est {2}, {3} est {4}.',
  '{1} of the {2} works most like it are {3}, none is {4}.':
    '{1} des {2} œuvres les plus ressemblantes sont {3}, aucune n’est {4}.',
  '{1} of the {2} works most like it are {3}, 1 is {4}.':
    '{1} des {2} œuvres les plus ressemblantes sont {3}, 1 est {4}.',
  '{1} of the {2} works most like it are {3}, {4} are {5}.':
    '{1} des {2} œuvres les plus ressemblantes sont {3}, {4} sont {5}.',
  'Cannot be judged: this term is retired. Choose another for this work, or bring the term back.':
    'Impossible à juger : ce terme est hors d’usage. Choisissez-en un autre pour cette œuvre, ou remettez le terme en usage.',
  'Cannot be judged yet: this work is newer than what was learned last.':
    'Pas encore possible à juger : cette œuvre est plus récente que le dernier apprentissage.',
  'Cannot be judged: fewer than {1} works have this label.':
    'Impossible à juger : moins de {1} œuvres ont cette étiquette.',
  'The labels of this row and the row {1} it in the table ({2}) fit better the other way round.':
    'Les étiquettes de cette ligne et de la ligne {1} dans le tableau ({2}) conviennent mieux dans l’autre sens.',
  'The labels of {1} rows of the table, this one among them, fit better one row {2}.':
    'Les étiquettes de {1} lignes du tableau, celle-ci comprise, conviennent mieux une ligne {2}.',
  'The work is dated {1}, but the artist died in {2}.': 'L’œuvre est datée de {1}, mais l’artiste est mort en {2}.',
  'The work is dated {1}, but the artist was born in {2}.': 'L’œuvre est datée de {1}, mais l’artiste est né en {2}.',
  'The artist died in {1}; {2} began about {3}.': 'L’artiste est mort en {1} ; {2} a commencé vers {3}.',
  'The work is dated {1}; {2} began about {3}.': 'L’œuvre est datée de {1} ; {2} a commencé vers {3}.',
  'The artist was born in {1}; {2} ended about {3}.': 'L’artiste est né en {1} ; {2} a fini vers {3}.',
  'The work is dated {1}; {2} ended about {3}.': 'L’œuvre est datée de {1} ; {2} a fini vers {3}.',
  'The same image is also here as {1}.': 'La même image est ici aussi comme {1}.',
  'Another work by this artist with the same title is labelled {1}.':
    'Une autre œuvre de cet artiste au même titre est étiquetée {1}.',
  'No table was imported, so there is none to correct. Export a new table instead.':
    'Aucun tableau n’a été importé ; il n’y en a donc pas à corriger. Exportez plutôt un nouveau tableau.',
  'The table {1} was not imported into this collection. Choose one that was.':
    'Le tableau {1} n’a pas été importé dans cette collection. Choisissez-en un qui l’a été.',
  '{1} is the table that was imported. Choose another name, so that the original stays.':
    '{1} est le tableau importé. Choisissez un autre nom, pour que l’original reste.',
  'The disk is full, so the {1} was not written. Make room or choose another place.':
    'Le disque est plein ; {1} n’a pas été écrit. Faites de la place ou choisissez un autre endroit.',
  'The folder does not exist.': 'Le dossier n’existe pas.',
  'There is a folder of that name.': 'Il y a un dossier de ce nom.',
  'It is open in another program: close it there.': 'Il est ouvert dans un autre programme : fermez-le là.',
  'You may not have the right to write there ({1}).': 'Vous n’avez peut-être pas le droit d’écrire là ({1}).',
  'The {1} cannot be written to {2}. {3} Choose another place.':
    '{1} ne peut pas être écrit dans {2}. {3} Choisissez un autre endroit.',
  'The file is empty. Copy it again from where it came from.':
    'Le fichier est vide. Copiez-le de nouveau de là d’où il vient.',
  '{1} files cannot be read here. Save a copy as TIFF, PNG or JPEG.':
    'Les fichiers {1} ne peuvent pas être lus ici. Enregistrez une copie en TIFF, PNG ou JPEG.',
  'This is {1}, not a picture. It was left out.': 'C’est {1}, pas une image. Cela a été laissé de côté.',
  'The file holds only zeros: copying it went wrong. Copy it again from where it came from.':
    'Le fichier ne contient que des zéros : la copie a échoué. Copiez-le de nouveau de là d’où il vient.',
  'This is not a picture, whatever its name says. It was left out.':
    'Ce n’est pas une image, quoi que dise son nom. Cela a été laissé de côté.',
  'The file is damaged: it ends before the picture does. Copy it again from where it came from.':
    'Le fichier est endommagé : il finit avant l’image. Copiez-le de nouveau de là d’où il vient.',
  'The file is damaged, or of a very unusual kind, and cannot be shown. Copy or export it again.':
    'Le fichier est endommagé, ou d’un genre très rare, et ne peut être affiché. Copiez-le ou exportez-le de nouveau.',
  'The picture is too large: {1}. The most is 300 megapixels: save a smaller copy.':
    'L’image est trop grande : {1}. Au plus 300 mégapixels : enregistrez une copie plus petite.',
  'You do not have the right to read this file. Ask for it, or copy the file.':
    'Vous n’avez pas le droit de lire ce fichier. Demandez-le, ou copiez le fichier.',
  'The file disappeared while it was being read. Import the folder again.':
    'Le fichier a disparu pendant sa lecture. Importez de nouveau le dossier.',
  'The file cannot be read ({1}). Check its drive, or copy the file again.':
    'Le fichier ne peut pas être lu ({1}). Vérifiez son disque, ou copiez-le de nouveau.',
  'This is a device or a pipe, not a file. It was left out.':
    'C’est un périphérique ou un tube, pas un fichier. Cela a été laissé de côté.',
  'This is a link to something that no longer exists. Put the file itself here.':
    'C’est un lien vers une chose qui n’existe plus. Mettez ici le fichier lui-même.',
  'The file cannot be read ({1}). Check it and its name.':
    'Le fichier ne peut pas être lu ({1}). Vérifiez-le, ainsi que son nom.',
  'The folder {1} does not exist. It may have been moved or its drive is not connected.':
    'Le dossier {1} n’existe pas. Il a peut-être été déplacé, ou son disque n’est pas branché.',
  'The folder {1} cannot be opened ({2}). You may not have the right to read it.':
    'Le dossier {1} ne peut pas être ouvert ({2}). Vous n’avez peut-être pas le droit de le lire.',
  'There is no such work in this collection.': 'Il n’y a pas de telle œuvre dans cette collection.',
  'This part of the picture is not there.': 'Cette partie de l’image n’existe pas.',
  'The image file {1} cannot be read. It may have been moved, or its drive is not connected.':
    'Le fichier image {1} ne peut pas être lu. Il a peut-être été déplacé, ou son disque n’est pas branché.',
  'The collection’s folder cannot be written to. Check your rights, or move the collection.':
    'On ne peut pas écrire dans le dossier de la collection. Vérifiez vos droits, ou déplacez la collection.',
  'The disk is full. Make room and start again: what was read so far is kept.':
    'Le disque est plein. Faites de la place et recommencez : ce qui a été lu est gardé.',
  'No column of {1} names the image files. Choose the one that does.':
    'Aucune colonne de {1} ne nomme les fichiers images. Choisissez celle qui le fait.',
  'Several columns of {1} are chosen as the file. Choose one.':
    'Plusieurs colonnes de {1} sont choisies comme fichier. Choisissez-en une.',
  'Row {1} of {2} names no image file. Fill in its file.':
    'La ligne {1} de {2} ne nomme aucun fichier image. Complétez-la.',
  'Row {1} of {2} names this file, but it is not in the folder. Add the file or correct its name.':
    'La ligne {1} de {2} nomme ce fichier, mais il n’est pas dans le dossier. Ajoutez le fichier ou corrigez son nom.',
  'Rows {1} and {2} of {3} are about this file. Row {4} was taken: remove the other.':
    'Les lignes {1} et {2} de {3} concernent ce fichier. La ligne {4} a été prise : retirez l’autre.',
  'Type a name for the network.': 'Donnez un nom au réseau.',
  'There is no way "{1}" of giving pictures to a network. Known: {2}.':
    'Il n’y a pas de façon « {1} » de donner des images à un réseau. Connues : {2}.',
  'The sha256 has 64 digits from 0 to 9 and a to f. It stands beside the download, on the page of its maker.':
    'Le sha256 a 64 signes de 0 à 9 et de a à f. Il se trouve à côté du téléchargement, sur la page de son auteur.',
  'This network lies in two files, and this address gives the first alone. Download both into one folder, then add it from the file.':
    'Ce réseau est en deux fichiers, et cette adresse ne donne que le premier. Téléchargez les deux dans un dossier, puis ajoutez-le depuis le fichier.',
  'This collection has no network "{1}". It has: {2}.': 'Cette collection n’a pas de réseau « {1} ». Elle a : {2}.',
  'Learns what every term looks like from what the bundled network sees in the pictures. Takes seconds.':
    'Apprend à quoi ressemble chaque terme d’après ce que le réseau fourni voit dans les images. Quelques secondes.',
  'Teaches the last layers of the network itself to look at your pictures, after a quick look. Takes minutes for a few hundred works, hours for tens of thousands. Can be interrupted and goes on where it was.':
    'Après un examen rapide, apprend aux dernières couches du réseau lui-même à regarder vos images. Quelques minutes pour des centaines d’œuvres, des heures pour des dizaines de milliers. Peut être interrompu et reprend où il en était.',
  'Lets earlier runs that know the same terms vote together, each by how often it is right on works that it has not seen. Takes seconds, for it learns nothing itself. As the soft voting of "ArtExtract" (GSoC 2025) describes it.':
    'Fait voter ensemble les apprentissages qui connaissent les mêmes termes, chacun selon sa justesse sur des œuvres non vues. Quelques secondes, car il n’apprend rien lui-même. Comme le vote pondéré d’« ArtExtract » (GSoC 2025) le décrit.',
  'There is no evidence about this label yet. Learn again to get it.':
    'Il n’y a pas encore de preuve pour cette étiquette. Réapprenez pour en avoir.',
  '{1}: the bundled {2} learns instead. Add one under Networks to follow the recipe to the letter.':
    '{1} : le {2} fourni apprend à la place. Ajoutez-en un sous Réseaux pour suivre la recette à la lettre.',
  '{1}: the same network learns from nothing, all of its layers, which takes much longer and needs many works. Add a pretrained one under Networks to follow the recipe to the letter.':
    '{1} : le même réseau apprend à partir de rien, toutes ses couches ; c’est bien plus long et demande beaucoup d’œuvres. Ajoutez-en un pré-entraîné sous Réseaux pour suivre la recette à la lettre.',
  '{1} of this collection learns, as the recipe asks.': '{1} de cette collection apprend, comme le demande la recette.',
  'The recipe is made for {1}; {2} learns instead, as was chosen.':
    'La recette est faite pour {1} ; {2} apprend à la place, comme choisi.',
  'What lies at this address is not the file that was meant: its sha256 is {1}, not {2}. Nothing was kept. Check both on the page of its maker.':
    'Ce qui se trouve à cette adresse n’est pas le fichier voulu : son sha256 est {1}, et non {2}. Rien n’a été gardé. Vérifiez les deux sur la page de son auteur.',
  'This is the address of a page, not of a file. Copy the address of its download.':
    'C’est l’adresse d’une page, pas d’un fichier. Copiez l’adresse du téléchargement.',
  'This takes {1}, and the disk has room for {2}. Make room, then try again.':
    'Cela demande {1}, et le disque a de la place pour {2}. Faites de la place, puis réessayez.',
  'This file is larger than {1}, the most that this app takes.':
    'Ce fichier dépasse {1}, le plus que prend cette application.',
  '{1} has no file at this address ({2}). Check the address.':
    '{1} n’a pas de fichier à cette adresse ({2}). Vérifiez l’adresse.',
  '{1} does not give this file to everybody ({2}). Download it in a browser, then add it from the file.':
    '{1} ne donne pas ce fichier à tout le monde ({2}). Téléchargez-le dans un navigateur, puis ajoutez-le depuis le fichier.',
  '{1} cannot give the file at the moment ({2}). Try again later; what has come is kept.':
    '{1} ne peut pas donner le fichier pour le moment ({2}). Réessayez plus tard ; ce qui est venu est gardé.',
  '{1} does not give the file ({2}). Check the address.': '{1} ne donne pas le fichier ({2}). Vérifiez l’adresse.',
  "{1} could not prove that it is {2} ({3}). Check the address; on a museum's network, ask who looks after it.":
    '{1} n’a pas pu prouver qu’il est {2} ({3}). Vérifiez l’adresse ; sur le réseau d’un musée, demandez à qui s’en occupe.',
  'The disk takes no more ({1}). Make room, then start again: it goes on from there.':
    'Le disque ne prend plus rien ({1}). Faites de la place, puis recommencez : cela reprend de là.',
  '{1} cannot be reached. Check the address and the connection to the internet. Without one, bring the file on a stick and add it from there.':
    '{1} est injoignable. Vérifiez l’adresse et la connexion à l’internet. Sans connexion, apportez le fichier sur une clé et ajoutez-le de là.',
  'The connection to {1} broke off after {2} ({3}). Start again: it goes on from there.':
    'La connexion à {1} s’est rompue après {2} ({3}). Recommencez : cela reprend de là.',
  'The recipe keeps all works of one {1} together, but this collection has no {2}. Import a table with such a column, or learn by another recipe.':
    'La recette garde ensemble toutes les œuvres d’un même {1}, mais cette collection n’a pas de {2}. Importez un tableau avec cette colonne, ou apprenez par une autre recette.',
  'Nothing has been learned yet.': 'Rien n’a encore été appris.',
  'There are: {1}.': 'Il y a : {1}.',
  'The network that learned this is not in the collection any more, so that it cannot be asked where it looked.':
    'Le réseau qui a appris cela n’est plus dans la collection ; on ne peut donc pas savoir où il a regardé.',
  'Run {1}, which counts most in this vote, has been deleted, so that it cannot be asked where it looked.':
    'L’apprentissage {1}, qui compte le plus dans ce vote, a été supprimé ; on ne peut donc pas savoir où il a regardé.',
  '{1} passes the question on in a circle. Take another address.':
    '{1} renvoie la demande en rond. Prenez une autre adresse.',
  '{1} passes on to "{2}", which is not an https address and can be changed on the way. Take another address.':
    '{1} renvoie vers « {2} », qui n’est pas une adresse https et peut être modifiée en route. Prenez une autre adresse.',
  'This address holds a name or a password. Take one that everybody may open.':
    'Cette adresse contient un nom ou un mot de passe. Prenez-en une que tout le monde peut ouvrir.',
  'This collection has no recipe "{1}" of its own.': 'Cette collection n’a pas de recette « {1} » à elle.',
  'The recipe merges "{1}" ({2}) into both "{3}" and "{4}". Choose one.':
    'La recette fusionne « {1} » ({2}) à la fois avec « {3} » et « {4} ». Choisissez l’un des deux.',
  'The recipe learns only {1} terms of {2}, of which this collection lacks {3}. Name others, or set "otherwise" to "all".':
    'La recette n’apprend que {1} termes de {2}, dont il manque à cette collection {3}. Nommez-en d’autres, ou mettez « otherwise » à « all ».',
  'There is nothing to learn for "{1}": it needs at least two terms with five works each.':
    'Il n’y a rien à apprendre pour « {1} » : il faut au moins deux termes de cinq œuvres chacun.',
  'There is nothing to learn yet: import works whose labels have at least two terms with five works each.':
    'Il n’y a encore rien à apprendre : importez des œuvres dont les étiquettes ont au moins deux termes de cinq œuvres chacun.',
  'There is no recipe "{1}". Known: {2}.': 'Il n’y a pas de recette « {1} ». Connues : {2}.',
  'The recipe {1} cannot be read. Check that the file is there.':
    'La recette {1} ne peut pas être lue. Vérifiez que le fichier est là.',
  '{1} is not usable: {2}.': '{1} est inutilisable : {2}.',
  '{1} belongs to the app and cannot be removed.': '{1} fait partie de l’application et ne peut pas être retiré.',
  '{1} is still needed: {2} of this collection learned with it, and what you see of {3} rests on it. Delete {4} under Learn first.':
    '{1} sert encore : {2} de cette collection a appris avec lui, et ce que vous voyez de {3} en dépend. Supprimez d’abord {4} sous Apprendre.',
  "What run {1} had predicted is not in the collection's folder any more ({2}). Learn again instead, or bring the file back.":
    'Ce qu’avait prédit l’apprentissage {1} n’est plus dans le dossier de la collection ({2}). Réapprenez, ou remettez le fichier.',
  'Run {1} has no model card in {2}. Learn again to get one.':
    'L’apprentissage {1} n’a pas de fiche de modèle dans {2}. Réapprenez pour en avoir une.',
  "What run {1} had predicted is not in the collection's folder any more ({2}). Leave it out of the vote.":
    'Ce qu’avait prédit l’apprentissage {1} n’est plus dans le dossier de la collection ({2}). Laissez-le hors du vote.',
  'The network that run {1} learned with is not in the collection any more. Leave the run out of the vote.':
    'Le réseau avec lequel l’apprentissage {1} a appris n’est plus dans la collection. Laissez-le hors du vote.',
  'Run {1} is a vote itself. Name the runs that have learned by themselves.':
    'L’apprentissage {1} est lui-même un vote. Nommez ceux qui ont appris par eux-mêmes.',
  'A vote needs at least two runs that know the same terms of an attribute. Learn by another recipe first, then let them vote.':
    'Un vote demande au moins deux apprentissages qui connaissent les mêmes termes d’un attribut. Apprenez d’abord par une autre recette.',
  'Runs {1} and {2} know different terms of {3}, so that they cannot vote together.':
    'Les apprentissages {1} et {2} connaissent des termes différents de {3} ; ils ne peuvent donc pas voter ensemble.',
  'A weight lies between 0 and {1}, and 1 is what was learned.':
    'Un poids est entre 0 et {1} ; 1 est ce qui a été appris.',
  '{1} is a workbook, not a plain table. In Excel or LibreOffice, save it as CSV and choose that file.':
    '{1} est un classeur, pas un simple tableau. Enregistrez-le en CSV dans Excel ou LibreOffice et choisissez ce fichier.',
  '{1} is not a table of text. Save the table as CSV (UTF-8) and choose that file.':
    '{1} n’est pas un tableau de texte. Enregistrez le tableau en CSV (UTF-8) et choisissez ce fichier.',
  'The table {1} does not exist. It may have been moved or renamed.':
    'Le tableau {1} n’existe pas. Il a peut-être été déplacé ou renommé.',
  'The table {1} cannot be read ({2}). Close it in other programs and try again.':
    'Le tableau {1} ne peut pas être lu ({2}). Fermez-le dans d’autres programmes et réessayez.',
  'Line {1} of {2} opens a quotation mark (") that is never closed. Close it and try again.':
    'La ligne {1} de {2} ouvre un guillemet (") qui n’est jamais fermé. Fermez-le et réessayez.',
  '{1} is empty. Choose a table with a row of column names.':
    '{1} est vide. Choisissez un tableau avec une ligne de noms de colonnes.',
  'Two columns of {1} are called “{2}”. Rename one of them and try again.':
    'Deux colonnes de {1} s’appellent « {2} ». Renommez-en une et réessayez.',
  'Teaches first the new labels alone, then the last 50 layers of the network with turned, mirrored and enlarged pictures. Rare terms count as much as frequent ones. Learns on EfficientNet-B0 where the collection has it, else on the bundled network, its small sibling. As "Art style classification with transfer learning" (Le) describes it.':
    'Apprend d’abord les seules nouvelles étiquettes, puis les 50 dernières couches du réseau avec des images tournées, retournées et agrandies. Les termes rares comptent autant que les fréquents. Apprend sur EfficientNet-B0 si la collection l’a, sinon sur le réseau fourni, son petit frère. Comme le décrit « Art style classification with transfer learning » (Le).',
  'Reads the network\'s map of places with recurrent convolutions, attention and a pyramid of three sizes; then the later half of the network learns too. Learns on EfficientNetV2-S where the collection has it, else on the bundled network. As "Art classification" (convolutional-recurrent network) describes it. Chosen here: the 512 channels are read in four steps of 128, attention has projections of its own, and the pyramid looks at the map whole, halved and quartered.':
    'Lit la carte du réseau avec des convolutions récurrentes, de l’attention et une pyramide de trois tailles ; puis la seconde moitié du réseau apprend aussi. Apprend sur EfficientNetV2-S si la collection l’a, sinon sur le réseau fourni. Comme le décrit « Art classification » (réseau convolutif récurrent). Choisi ici : les 512 canaux sont lus en quatre pas de 128, l’attention a ses propres projections, et la pyramide voit la carte entière, à moitié et au quart.',
  'A small network of four convolutions that learns to see from nothing, at 200 pixels, with distorted pictures; rare terms count as much as frequent ones. As "Art style classification in paintings with deep learning" describes it. Chosen here: 3x3 filters, a connected layer of 512.':
    'Un petit réseau de quatre convolutions qui apprend à voir à partir de rien, à 200 pixels, avec des images déformées ; les termes rares comptent autant que les fréquents. Comme le décrit « Art style classification in paintings with deep learning ». Choisi ici : des filtres 3x3, une couche connectée de 512.',
  'ResNet50 that learns to see from nothing, at 200 pixels: hours to days, and only for many works. As "Art style classification in paintings with deep learning" describes it, with weight regularisation.':
    'ResNet50 qui apprend à voir à partir de rien, à 200 pixels : des heures à des jours, et seulement pour beaucoup d’œuvres. Comme le décrit « Art style classification in paintings with deep learning », avec régularisation des poids.',
  'The new labels on a ResNet50 that knows photographs, then all of it in small steps. Needs a ResNet50 added under Networks, else it learns from nothing. As "Art style classification in paintings with deep learning" describes it.':
    'Les nouvelles étiquettes sur un ResNet50 qui connaît des photographies, puis le tout à petits pas. Demande un ResNet50 ajouté sous Réseaux, sinon il apprend à partir de rien. Comme le décrit « Art style classification in paintings with deep learning ».',
  'Reads the 7 x 7 places of ResNet50 one after the other with an LSTM and tells style, genre and artist from its last state, every term seen equally often. Needs a ResNet50 added under Networks, else it learns from nothing. As "Convolutional-recurrent architectures for artwork classification" describes it. Chosen here: 512 units, row by row, terms of the first attribute balanced.':
    'Lit les 7 x 7 places de ResNet50 l’une après l’autre avec un LSTM et dit style, genre et artiste d’après son dernier état, chaque terme vu aussi souvent. Demande un ResNet50 ajouté sous Réseaux, sinon il apprend à partir de rien. Comme le décrit « Convolutional-recurrent architectures for artwork classification ». Choisi ici : 512 unités, rangée par rangée, les termes du premier attribut équilibrés.',
  'Reads the 7 x 7 places of EfficientNet one after the other with an LSTM and tells style, genre and artist from its last state, every term seen equally often. Learns on EfficientNet-B0 where the collection has it, else on the bundled network. As "Convolutional-recurrent architectures for artwork classification" describes it. Chosen here: 512 units, row by row, terms of the first attribute balanced.':
    'Lit les 7 x 7 places d’EfficientNet l’une après l’autre avec un LSTM et dit style, genre et artiste d’après son dernier état, chaque terme vu aussi souvent. Apprend sur EfficientNet-B0 si la collection l’a, sinon sur le réseau fourni. Comme le décrit « Convolutional-recurrent architectures for artwork classification ». Choisi ici : 512 unités, rangée par rangée, les termes du premier attribut équilibrés.',
  'AlexNet that learns to see from nothing: five convolutions and two connected layers of 4,096. As "ArtExtract" (GSoC 2025) describes it, which learns one attribute at a time. Chosen here: the channels of torchvision, dropout of a half.':
    'AlexNet qui apprend à voir à partir de rien : cinq convolutions et deux couches connectées de 4 096. Comme le décrit « ArtExtract » (GSoC 2025), qui apprend un attribut à la fois. Choisi ici : les canaux de torchvision, abandon de la moitié.',
  'The last 20 layers of a ResNet50 that knows photographs learn, with the labels. Needs a ResNet50 added under Networks, else it learns from nothing. As "ArtExtract" (GSoC 2025) describes it, which learns one attribute at a time.':
    'Les 20 dernières couches d’un ResNet50 qui connaît des photographies apprennent, avec les étiquettes. Demande un ResNet50 ajouté sous Réseaux, sinon il apprend à partir de rien. Comme le décrit « ArtExtract » (GSoC 2025), qui apprend un attribut à la fois.',
  'The published network.': 'Le réseau publié.',
  'Side of the pictures in pixels.': 'Côté des images en pixels.',
  'The one chosen for the run, else the bundled one.': 'Celui choisi pour l’apprentissage, sinon celui fourni.',
  'One of this architecture that was added to the collection.':
    'Un réseau de cette architecture ajouté à la collection.',
  'Learns to see from nothing.': 'Apprend à voir à partir de rien.',
  'Share of the published channels; 1: as published.': 'Part des canaux publiés ; 1 : comme publié.',
  'Share of the published blocks; 1: as published.': 'Part des blocs publiés ; 1 : comme publié.',
  "The labels are told from the network's features.": 'Les étiquettes sont lues des caractéristiques du réseau.',
  'The map is read place after place by a recurrent layer.':
    'La carte est lue place par place par une couche récurrente.',
  'Units of the LSTM.': 'Unités du LSTM.',
  'The map is pooled to grid x grid places.': 'La carte est réunie en grid x grid places.',
  'The map is read in steps by two recurrent convolutions, then by attention and a pyramid of sizes.':
    'La carte est lue par étapes par deux convolutions récurrentes, puis par de l’attention et une pyramide de tailles.',
  'Of the convolution before the recurrence.': 'De la convolution avant la récurrence.',
  'In which the recurrence reads them.': 'Par lesquels la récurrence les lit.',
  'Channels of the first ConvLSTM layer.': 'Canaux de la première couche ConvLSTM.',
  'Channels of the second ConvLSTM layer.': 'Canaux de la seconde couche ConvLSTM.',
  'Channels of each level of the pyramid.': 'Canaux de chaque niveau de la pyramide.',
  'Side to which all levels are brought.': 'Côté auquel tous les niveaux sont amenés.',
  'Share of values left out while learning.': 'Part des valeurs laissées de côté en apprenant.',
  'How strongly weights are drawn to 0 at each step.': 'Avec quelle force les poids sont tirés vers 0 à chaque pas.',
  'How long the mean gradient is remembered, in [0, 1].': 'Combien de temps le gradient moyen est retenu, dans [0, 1].',
  'How long the mean squared gradient is remembered, in [0, 1].':
    'Combien de temps le gradient au carré moyen est retenu, dans [0, 1].',
  'Keeps a division from being by 0.': 'Évite une division par 0.',
  'Share of the last step that is gone again, in [0, 1].': 'Part du dernier pas qui est refaite, dans [0, 1].',
  'Steps along the gradient.': 'Des pas le long du gradient.',
  'The gradient is taken where the momentum leads.': 'Le gradient est pris là où mène l’élan.',
  'Steps of even size for all weights.': 'Des pas de même taille pour tous les poids.',
  'Adam whose weight decay does not pass through the moments.':
    'Adam dont la décroissance des poids ne passe pas par les moments.',
  'Steps divided by the mean size of the gradient.': 'Des pas divisés par la taille moyenne du gradient.',
  'The same size of step throughout.': 'Des pas de même taille du début à la fin.',
  'Steps get smaller along half a cosine.': 'Les pas diminuent selon un demi-cosinus.',
  'The last steps, as a share of the first.': 'Les derniers pas, en part des premiers.',
  'Steps get smaller when nothing is gained any more.': 'Les pas diminuent quand plus rien n’est gagné.',
  'By which the step is multiplied.': 'Par quoi le pas est multiplié.',
  'Rounds without a gain before that.': 'Tours sans gain avant cela.',
  'The pretrained network stays as it is.': 'Le réseau pré-entraîné reste tel quel.',
  'Every layer learns.': 'Chaque couche apprend.',
  'The first half of the layers stays as it is.': 'La première moitié des couches reste telle quelle.',
  'So many of the last layers learn.': 'Autant de dernières couches apprennent.',
  'So many of the last layers.': 'Autant de dernières couches.',
  'The layers after a node of the network learn.': 'Les couches après un nœud du réseau apprennent.',
  'Its name in the ONNX file.': 'Son nom dans le fichier ONNX.',
  'The attribute by whose terms works are drawn, counted from 0.':
    'L’attribut selon les termes duquel les œuvres sont tirées, compté à partir de 0.',
  'Each work once a round, in another order.': 'Chaque œuvre une fois par tour, dans un autre ordre.',
  'Works are drawn so that every term comes as often.':
    'Les œuvres sont tirées pour que chaque terme vienne aussi souvent.',
  'So many works of each term a round; short terms repeat theirs.':
    'Autant d’œuvres de chaque terme par tour ; les termes courts répètent les leurs.',
  'A round has so many of each term.': 'Un tour en a autant de chaque terme.',
  'Pictures may be mirrored.': 'Les images peuvent être retournées.',
  'Degrees to either side at the most.': 'Degrés de chaque côté au plus.',
  'Largest share by which a picture is enlarged or made smaller.':
    'Plus grande part dont une image est agrandie ou réduite.',
  'Largest shift, as a share of the side.': 'Plus grand décalage, en part du côté.',
  'Smallest share of the side that a cutting keeps; 1: no cutting.':
    'Plus petite part du côté que garde une coupe ; 1 : pas de coupe.',
  'Largest change, as a share.': 'Plus grand changement, en part.',
  "Largest change of a colour's strength, as a share.": 'Plus grand changement de la force d’une couleur, en part.',
  'Standard deviation of added noise, of 255.': 'Écart type du bruit ajouté, sur 255.',
  'Largest share of the picture that a grey rectangle hides.':
    'Plus grande part de l’image que cache un rectangle gris.',
  'What the phase is called.': 'Comment s’appelle la phase.',
  'Which part of the network learns in this phase; the rest stays as it is.':
    'Quelle partie du réseau apprend dans cette phase ; le reste ne change pas.',
  'They hold 4 % of the weights and cost a tenth to two fifths of the time.':
    'Ils ont 4 % des poids et coûtent d’un dixième à deux cinquièmes du temps.',
  'Times that every work is looked at, at the most.': 'Combien de fois chaque œuvre est vue, au plus.',
  'Works looked at together.': 'Œuvres vues ensemble.',
  'Batches whose gradients are added up before one step.': 'Lots dont les gradients sont additionnés avant un pas.',
  'How a step follows from the gradient.': 'Comment un pas découle du gradient.',
  'The learning rate: too large and it learns nothing, too small and it takes for ever.':
    'Le taux d’apprentissage : trop grand, il n’apprend rien ; trop petit, il n’en finit pas.',
  'How the learning rate changes.': 'Comment change le taux d’apprentissage.',
  'Rounds in which the steps grow to their size.': 'Tours pendant lesquels les pas prennent leur taille.',
  'A longer one is shortened. Empty: never.': 'Un plus long est raccourci. Vide : jamais.',
  'Share of certainty that a label lacks, so that wrong ones weigh less.':
    'Part de certitude qui manque à une étiquette, pour que les fausses pèsent moins.',
  'The works that a round looks at.': 'Les œuvres que voit un tour.',
  'How far a picture may differ from the work, so that the network does not learn single pictures by heart.':
    'De combien une image peut s’écarter de l’œuvre, pour que le réseau n’apprenne pas des images par cœur.',
  'So many changed pictures of each work are made and kept.':
    'Autant d’images changées de chaque œuvre sont faites et gardées.',
  'Rounds without a gain on the judging works before the phase ends.':
    'Tours sans gain sur les œuvres qui jugent avant la fin de la phase.',
  'Every term that is frequent enough.': 'Chaque terme assez fréquent.',
  'The terms that are named.': 'Les termes nommés.',
  'Names after merging and renaming, one a line.': 'Noms après fusion et changement, un par ligne.',
  'The terms with the most works.': 'Les termes qui ont le plus d’œuvres.',
  'So many terms.': 'Autant de termes.',
  'A term of this run, and the terms of the collection that it stands for.':
    'Un terme de cet apprentissage, et les termes de la collection qu’il représente.',
  'A term, and what it is called in this run.': 'Un terme, et son nom dans cet apprentissage.',
  'Terms whose works are not learned from, one a line.':
    'Termes dont les œuvres ne servent pas à apprendre, un par ligne.',
  'Which of the terms are learned.': 'Lesquels des termes sont appris.',
  'Where a work may have several terms, a label such as "Symbolism/Expressionism" teaches each of them an equal share; exclude: such a label (with /, ; or | between terms) is not learned from.':
    'Là où une œuvre peut avoir plusieurs termes, une étiquette comme « Symbolisme/Expressionnisme » enseigne chacun d’eux à parts égales ; exclude : on n’apprend pas d’une telle étiquette (avec /, ; ou | entre les termes).',
  'A column of the imported table, or title, file, width or height.':
    'Une colonne du tableau importé, ou title, file, width ou height.',
  'How the column is compared. Capitals do not matter; at-least and at-most compare the first number in the column.':
    'Comment la colonne est comparée. Les majuscules ne comptent pas ; at-least et at-most comparent le premier nombre de la colonne.',
  'What it is compared with.': 'À quoi elle est comparée.',
  'Every work is judged once, by a model learned from the other parts.':
    'Chaque œuvre est jugée une fois, par un modèle appris des autres parts.',
  'One part teaches, one chooses when to stop, and only the last is judged: the queue holds that one alone.':
    'Une part enseigne, une choisit quand arrêter, et seule la dernière est jugée : la file ne contient qu’elle.',
  'Share of the works that teach.': 'Part des œuvres qui enseignent.',
  'Share that chooses strengths and the best round.': 'Part qui choisit les forces et le meilleur tour.',
  'Share that is judged.': 'Part qui est jugée.',
  'So many works of each term teach; all are judged.':
    'Autant d’œuvres de chaque terme enseignent ; toutes sont jugées.',
  'By attribute: terms to merge, rename, leave out or choose, for this run only.':
    'Par attribut : termes à fusionner, renommer, laisser ou choisir, pour cet apprentissage seulement.',
  'Only works whose record passes all of these are learned from.':
    'On n’apprend que des œuvres dont la fiche satisfait à tout ceci.',
  'The same number of works of each term. Empty: all works.': 'Le même nombre d’œuvres de chaque terme. Vide : toutes.',
  'Works of small terms are shown again, each time changed in another way where a phase changes pictures, until a term has this share of the largest. Empty: no.':
    'Les œuvres des petits termes sont montrées de nouveau, chaque fois changées autrement là où une phase change les images, jusqu’à ce qu’un terme ait cette part du plus grand. Vide : non.',
  'Which works teach, and which are judged.': 'Quelles œuvres enseignent, et lesquelles sont jugées.',
  'The best of these is chosen for each attribute on works held out; higher is more cautious.':
    'La meilleure est choisie pour chaque attribut sur des œuvres mises de côté ; plus haut, c’est plus prudent.',
  'By which the command line knows the recipe.': 'À quoi la ligne de commande reconnaît la recette.',
  'What the recipe is called.': 'Comment s’appelle la recette.',
  'What it does, in a sentence or two.': 'Ce qu’elle fait, en une ou deux phrases.',
  'Times at the most that works without a label are taken in; it ends earlier when nothing is gained.':
    'Combien de fois au plus des œuvres sans étiquette sont prises ; cela finit plus tôt quand rien n’est gagné.',
  'A work is taken in when its most probable term has this probability.':
    'Une œuvre est prise quand son terme le plus probable a cette probabilité.',
  'At most so many of each term are taken in, the surest first; no term more than twice the rarest.':
    'Au plus autant de chaque terme sont prises, les plus sûres d’abord ; aucun terme plus de deux fois le plus rare.',
  'Id of the network of the collection; left out: the one that ships with the app.':
    'Identifiant du réseau de la collection ; omis : celui fourni avec l’application.',
  'Parts into which the works are dealt; each is judged by a model learned from the others.':
    'Parts entre lesquelles les œuvres sont réparties ; chacune est jugée par un modèle appris des autres.',
  'An attribute or column whose works lie in one part, so that a model is judged on artists it has not seen. auto: who made the work, where the collection says so; empty: none.':
    'Un attribut ou une colonne dont les œuvres sont dans une même part, pour qu’un modèle soit jugé sur des artistes non vus. auto : qui a fait l’œuvre, si la collection le dit ; vide : aucun.',
  'A term with fewer works is not learned.': 'Un terme qui a moins d’œuvres n’est pas appris.',
  'What is done to the labels before learning, for this run only.':
    'Ce qui est fait aux étiquettes avant d’apprendre, pour cet apprentissage seulement.',
  'Those of which the model is sure help it to learn, round after round. They never become labels. Empty: no.':
    'Celles dont le modèle est sûr l’aident à apprendre, tour après tour. Elles ne deviennent jamais des étiquettes. Vide : non.',
  'Learns the labels on what the network sees. Seconds.':
    'Apprend les étiquettes de ce que voit le réseau. Quelques secondes.',
  'The network itself learns to look. Minutes to hours.':
    'Le réseau lui-même apprend à regarder. Des minutes à des heures.',
  'What looks at the pictures.': 'Ce qui regarde les images.',
  "What lies between the network's last map and the labels.":
    'Ce qui se trouve entre la dernière carte du réseau et les étiquettes.',
  'How much it counts, by its name; left out: 1.': 'Combien il compte, par son nom ; omis : 1.',
  'One after the other; each begins with what the one before has learned.':
    'L’une après l’autre ; chacune commence avec ce que la précédente a appris.',
  'After the phases the labels are learned once more, to the end, on the trained features. Empty: no.':
    'Après les phases, les étiquettes sont apprises encore une fois, jusqu’au bout, sur les caractéristiques apprises. Vide : non.',
  'When they are over, learning ends with the best that it has. Such a run does not repeat exactly. Empty: as long as it takes.':
    'Une fois écoulées, l’apprentissage finit avec le meilleur qu’il a. Un tel apprentissage ne se répète pas exactement. Vide : le temps qu’il faut.',
  'Runs that are there already vote together.': 'Des apprentissages déjà faits votent ensemble.',
  'Their numbers. Empty: the newest run of every recipe that knows the same terms.':
    'Leurs numéros. Vide : le plus récent de chaque recette qui connaît les mêmes termes.',
  'Since it was kept, the artist has been changed from {1} to {2}.':
    'Depuis qu’elle a été gardée, l’artiste a été changé de {1} en {2}.',
  'Another model doubts it far more than the one when it was kept: it is right in {1} of 100 such cases, not in {2}.':
    'Un autre modèle en doute bien plus que celui d’alors : elle est juste dans {1} cas sur 100, et non dans {2}.',
  'A picture that is nearly the same is labelled {1}.': 'Une image presque identique est étiquetée {1}.',
  'The attribute whose terms are spread evenly over the parts, and by whose parts all attributes are judged. Empty, or not learned: each by its own.':
    'L’attribut dont les termes sont répartis également entre les parts, et selon les parts duquel tous sont jugés. Vide, ou non appris : chacun selon les siennes.',
  'Cannot be judged: one of its terms has not been learned, or no other has.':
    'Ne peut être jugée : l’un de ses termes n’a pas été appris, ou aucun autre ne l’a été.',
}
