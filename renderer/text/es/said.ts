import type { Said } from '../said.ts'
import { recipeNames } from './recipeNames.ts'

export const said: Said = {
  ...recipeNames,
  'There is no work {1} in this collection.': 'En esta colección no hay ninguna obra {1}.',
  'Type the term that the label should have.': 'Escriba el término que debe tener la etiqueta.',
  'Another piece of work uses the part of the app that reads networks.':
    'Otro trabajo usa la parte de la aplicación que lee redes.',
  'A network cannot be removed while the app is at work with one.':
    'No se puede quitar una red mientras la aplicación trabaja con una.',
  '{1} Wait until it has finished, or stop it.': '{1} Espere a que termine, o deténgalo.',
  'This collection was made by a newer version of Connoisseur. Update the app to open it.':
    'Esta colección viene de una versión más nueva de Connoisseur. Actualice la aplicación para abrirla.',
  '{1} is not a Connoisseur catalogue, or it is damaged. Choose another folder.':
    '{1} no es un catálogo de Connoisseur, o está dañado. Elija otra carpeta.',
  'This list is not there any more. Somebody may have deleted it.':
    'Esta lista ya no está. Quizá alguien la haya borrado.',
  'Type a name for the list.': 'Ponga un nombre a la lista.',
  'There is a list named "{1}" already. Choose another name.': 'Ya hay una lista llamada «{1}». Elija otro nombre.',
  'The folder {1} cannot be opened ({2}). Choose another.': 'La carpeta {1} no se puede abrir ({2}). Elija otra.',
  'A name needs at least one character and none of \\ / : * ? " < > |.':
    'Un nombre necesita al menos un carácter y ninguno de \\ / : * ? " < > |.',
  'There is a collection named "{1}" in this folder already. Open it, or choose another name.':
    'Ya hay una colección llamada «{1}» en esta carpeta. Ábrala, o elija otro nombre.',
  '{1} is not a Connoisseur collection. Choose a folder whose name ends in .connoisseur.':
    '{1} no es una colección de Connoisseur. Elija una carpeta cuyo nombre termine en .connoisseur.',
  'Nothing can be written in {1} ({2}). Choose another folder.':
    'No se puede escribir en {1} ({2}). Elija otra carpeta.',
  'The threshold lies between 0 and 1.': 'El umbral está entre 0 y 1.',
  'The image file {1} cannot be read.': 'El archivo de imagen {1} no se puede leer.',
  'None of the pictures to compare with can be read.': 'No se puede leer ninguna de las imágenes de comparación.',
  'Nothing in this network lies over the picture, so that it cannot be shown where it looked.':
    'Nada en esta red cubre la imagen, así que no se puede mostrar dónde miró.',
  'No output of this network is a row of numbers or a map for each image. Export it with its pooled features as an output.':
    'Ninguna salida de esta red es una fila de números o un mapa por imagen. Expórtela con sus rasgos reunidos como salida.',
  'This file is empty. Export or download it again.': 'Este archivo está vacío. Expórtelo o descárguelo de nuevo.',
  'This file is larger than 2 GB. Export it with its weights beside it.':
    'Este archivo supera los 2 GB. Expórtelo con sus pesos al lado.',
  'The file {1} cannot be read. Check that it is there.': 'El archivo {1} no se puede leer. Compruebe que está ahí.',
  'This network does not take one colour image: its inputs are {1}. Choose a network whose input is [n, 3, height, width] or [n, height, width, 3].':
    'Esta red no toma una imagen en color: sus entradas son {1}. Elija una red cuya entrada sea [n, 3, height, width] o [n, height, width, 3].',
  'This network takes images as {1}; this app gives real numbers.':
    'Esta red toma imágenes como {1}; esta aplicación da números reales.',
  'This network takes images of {1} by {2}; this app gives squares.':
    'Esta red toma imágenes de {1} por {2}; esta aplicación da cuadrados.',
  'This network cannot be used: {1}. Export it again for any number of images at once.':
    'Esta red no se puede usar: {1}. Expórtela para cualquier número de imágenes a la vez.',
  'The engine is at work already. Wait until it has finished, or cancel it.':
    'El motor ya está trabajando. Espere a que termine, o cancélelo.',
  'Train only what comes after "{1}".': 'Enseñe solo lo que viene después de «{1}».',
  'No part of this network can be trained.': 'Ninguna parte de esta red puede aprender.',
  'This is not an ONNX file, or it is damaged ({1}). Export or download it again.':
    'Esto no es un archivo ONNX, o está dañado ({1}). Expórtelo o descárguelo de nuevo.',
  'The network defines its own functions. Export it again without them (inlined).':
    'La red define funciones propias. Expórtela sin ellas (desarrolladas).',
  'The network has sparse weights. Export it with dense ones.':
    'La red tiene pesos dispersos. Expórtela con pesos densos.',
  'The weights "{1}" lie in the file "{2}", {3}. Put both files in one folder.':
    'Los pesos «{1}» están en el archivo «{2}», {3}. Ponga los dos archivos en una carpeta.',
  'The network uses operators of version {1}; this app reads version {2} and later. Export it again with opset {3}.':
    'La red usa operadores de la versión {1}; esta aplicación lee la versión {2} y posteriores. Expórtela con opset {3}.',
  'The recipe reads a network place by place, but this network has no map of places. Choose a convolutional network, or a recipe without a neck.':
    'La receta lee una red lugar por lugar, pero esta red no tiene mapa de lugares. Elija una red convolucional, o una receta sin cuello.',
  'The size of "{1}" in this network is not known, so nothing can read its places one by one.':
    'El tamaño de «{1}» en esta red no se conoce, así que nada puede leer sus lugares uno por uno.',
  'There is no answer, because the collection was closed or the memory was not enough. Ask again.':
    'No hay respuesta, porque se cerró la colección o no bastó la memoria. Pregunte de nuevo.',
  'The learning engine stopped unexpectedly. Everything done so far is kept; start again.':
    'El motor de aprendizaje se detuvo inesperadamente. Todo lo hecho se conserva; empiece de nuevo.',
  'The network could not be opened ({1}).': 'La red no se pudo abrir ({1}).',
  'TensorFlow.js does not know the operator {1} here.': 'TensorFlow.js no conoce aquí el operador {1}.',
  'Works like this one are seldom {1}: {2} in 100 look like it.':
    'Obras como esta rara vez son {1}: {2} de cada 100 se le parecen.',
  'It looks more like {1}: {2} in 100 such works are.': 'Se parece más a {1}: {2} de cada 100 obras así lo son.',
  'Though it was told this label, the network held another one likelier all the time it learned.':
    'Aunque se le dijo esta etiqueta, la red tuvo otra por más probable todo el tiempo que aprendía.',
  'The network took up this label while it learned, and gave it up again.':
    'La red adoptó esta etiqueta mientras aprendía y volvió a abandonarla.',
  'The network learned this label late and never held it firmly.':
    'La red aprendió esta etiqueta tarde y nunca estuvo segura de ella.',
  'The network learned this label late, but then held it firmly.':
    'La red aprendió esta etiqueta tarde, pero después estuvo segura de ella.',
  'The network learned this label at once, but never held it firmly.':
    'La red aprendió esta etiqueta enseguida, pero nunca estuvo segura de ella.',
  'The network learned this label at once and held it firmly.':
    'La red aprendió esta etiqueta enseguida y estuvo segura de ella.',
  'Judged without knowing this artist, it looks more like {1} than {2}.':
    'Juzgada sin conocer a este artista, se parece más a {1} que a {2}.',
  "Judged without knowing this artist, the artist's {1} works with this label look more like {2} than {3}.":
    'Juzgadas sin conocer a este artista, sus {1} obras con esta etiqueta se parecen más a {2} que a {3}.',
  'The one other work by {1} here is {2}, none is {3}.': 'La única otra obra de {1} aquí es {2}, ninguna es {3}.',
  '1 of the {1} other works by {2} here is {3}, none is {4}.':
    '1 de las {1} otras obras de {2} aquí es {3}, ninguna es {4}.',
  '1 of the {1} other works by {2} here is {3}, {4} is {5}.':
    '1 de las {1} otras obras de {2} aquí es {3}, {4} es {5}.',
  '{1} of the {2} other works by {3} here are {4}, none is {5}.':
    '{1} de las {2} otras obras de {3} aquí son {4}, ninguna es {5}.',
  '{1} of the {2} other works by {3} here are {4}, 1 is {5}.':
    '{1} de las {2} otras obras de {3} aquí son {4}, 1 es {5}.',
  '{1} of the {2} other works by {3} here are {4}, {5} are {6}.':
    '{1} de las {2} otras obras de {3} aquí son {4}, {5} son {6}.',
  'The one work most like it is {1}, none is {2}.': 'La única obra más parecida es {1}, ninguna es {2}.',
  '1 of the {1} works most like it is {2}, none is {3}.': '1 de las {1} obras más parecidas es {2}, ninguna es {3}.',
  '1 of the {1} works most like it is {2}, {3} is {4}.': '1 de las {1} obras más parecidas es {2}, {3} es {4}.',
  '{1} of the {2} works most like it are {3}, none is {4}.':
    '{1} de las {2} obras más parecidas son {3}, ninguna es {4}.',
  '{1} of the {2} works most like it are {3}, 1 is {4}.': '{1} de las {2} obras más parecidas son {3}, 1 es {4}.',
  '{1} of the {2} works most like it are {3}, {4} are {5}.': '{1} de las {2} obras más parecidas son {3}, {4} son {5}.',
  'Cannot be judged: this term is retired. Choose another for this work, or bring the term back.':
    'No se puede juzgar: este término está fuera de uso. Elija otro para esta obra, o recupere el término.',
  'Cannot be judged yet: this work is newer than what was learned last.':
    'Todavía no se puede juzgar: esta obra es más nueva que lo último aprendido.',
  'Cannot be judged: fewer than {1} works have this label.':
    'No se puede juzgar: menos de {1} obras tienen esta etiqueta.',
  'The labels of this row and the row {1} it in the table ({2}) fit better the other way round.':
    'Las etiquetas de esta fila y de la fila {1} en la tabla ({2}) encajan mejor al revés.',
  'The labels of {1} rows of the table, this one among them, fit better one row {2}.':
    'Las etiquetas de {1} filas de la tabla, esta entre ellas, encajan mejor una fila {2}.',
  'The work is dated {1}, but the artist died in {2}.': 'La obra está fechada en {1}, pero el artista murió en {2}.',
  'The work is dated {1}, but the artist was born in {2}.':
    'La obra está fechada en {1}, pero el artista nació en {2}.',
  'The artist died in {1}; {2} began about {3}.': 'El artista murió en {1}; {2} empezó hacia {3}.',
  'The work is dated {1}; {2} began about {3}.': 'La obra está fechada en {1}; {2} empezó hacia {3}.',
  'The artist was born in {1}; {2} ended about {3}.': 'El artista nació en {1}; {2} terminó hacia {3}.',
  'The work is dated {1}; {2} ended about {3}.': 'La obra está fechada en {1}; {2} terminó hacia {3}.',
  'The same image is also here as {1}.': 'La misma imagen está aquí también como {1}.',
  'Another work by this artist with the same title is labelled {1}.':
    'Otra obra de este artista con el mismo título está etiquetada {1}.',
  'No table was imported, so there is none to correct. Export a new table instead.':
    'No se importó ninguna tabla, así que no hay ninguna que corregir. Exporte una tabla nueva.',
  'The table {1} was not imported into this collection. Choose one that was.':
    'La tabla {1} no se importó en esta colección. Elija una que sí.',
  '{1} is the table that was imported. Choose another name, so that the original stays.':
    '{1} es la tabla importada. Elija otro nombre, para que el original se conserve.',
  'The disk is full, so the {1} was not written. Make room or choose another place.':
    'El disco está lleno; {1} no se escribió. Haga sitio o elija otro lugar.',
  'The folder does not exist.': 'La carpeta no existe.',
  'There is a folder of that name.': 'Hay una carpeta con ese nombre.',
  'It is open in another program: close it there.': 'Está abierto en otro programa: ciérrelo allí.',
  'You may not have the right to write there ({1}).': 'Quizá no tenga permiso para escribir ahí ({1}).',
  'The {1} cannot be written to {2}. {3} Choose another place.':
    '{1} no se puede escribir en {2}. {3} Elija otro lugar.',
  'The file is empty. Copy it again from where it came from.':
    'El archivo está vacío. Cópielo de nuevo desde donde vino.',
  '{1} files cannot be read here. Save a copy as TIFF, PNG or JPEG.':
    'Los archivos {1} no se pueden leer aquí. Guarde una copia como TIFF, PNG o JPEG.',
  'This is {1}, not a picture. It was left out.': 'Esto es {1}, no una imagen. Se dejó fuera.',
  'The file holds only zeros: copying it went wrong. Copy it again from where it came from.':
    'El archivo solo contiene ceros: la copia salió mal. Cópielo de nuevo desde donde vino.',
  'This is not a picture, whatever its name says. It was left out.':
    'Esto no es una imagen, diga lo que diga su nombre. Se dejó fuera.',
  'The file is damaged: it ends before the picture does. Copy it again from where it came from.':
    'El archivo está dañado: termina antes que la imagen. Cópielo de nuevo desde donde vino.',
  'The file is damaged, or of a very unusual kind, and cannot be shown. Copy or export it again.':
    'El archivo está dañado, o es de un tipo muy raro, y no se puede mostrar. Cópielo o expórtelo de nuevo.',
  'The picture is too large: {1}. The most is 300 megapixels: save a smaller copy.':
    'La imagen es demasiado grande: {1}. Como mucho 300 megapíxeles: guarde una copia menor.',
  'You do not have the right to read this file. Ask for it, or copy the file.':
    'No tiene permiso para leer este archivo. Pídalo, o copie el archivo.',
  'The file disappeared while it was being read. Import the folder again.':
    'El archivo desapareció mientras se leía. Importe de nuevo la carpeta.',
  'The file cannot be read ({1}). Check its drive, or copy the file again.':
    'El archivo no se puede leer ({1}). Compruebe su disco, o cópielo de nuevo.',
  'This is a device or a pipe, not a file. It was left out.':
    'Esto es un dispositivo o una tubería, no un archivo. Se dejó fuera.',
  'This is a link to something that no longer exists. Put the file itself here.':
    'Es un enlace a algo que ya no existe. Ponga aquí el archivo mismo.',
  'The file cannot be read ({1}). Check it and its name.':
    'El archivo no se puede leer ({1}). Compruébelo, y también su nombre.',
  'The folder {1} does not exist. It may have been moved or its drive is not connected.':
    'La carpeta {1} no existe. Quizá se haya movido, o falte su disco.',
  'The folder {1} cannot be opened ({2}). You may not have the right to read it.':
    'La carpeta {1} no se puede abrir ({2}). Quizá no tenga permiso para leerla.',
  'There is no such work in this collection.': 'En esta colección no hay tal obra.',
  'This part of the picture is not there.': 'Esa parte de la imagen no existe.',
  'The image file {1} cannot be read. It may have been moved, or its drive is not connected.':
    'El archivo de imagen {1} no se puede leer. Quizá se haya movido, o falte su disco.',
  'The collection’s folder cannot be written to. Check your rights, or move the collection.':
    'No se puede escribir en la carpeta de la colección. Compruebe sus permisos, o mueva la colección.',
  'The disk is full. Make room and start again: what was read so far is kept.':
    'El disco está lleno. Haga sitio y empiece de nuevo: lo leído se conserva.',
  'No column of {1} names the image files. Choose the one that does.':
    'Ninguna columna de {1} nombra los archivos de imagen. Elija la que lo hace.',
  'Several columns of {1} are chosen as the file. Choose one.':
    'Varias columnas de {1} están elegidas como archivo. Elija una.',
  'Row {1} of {2} names no image file. Fill in its file.':
    'La fila {1} de {2} no nombra ningún archivo de imagen. Complételo.',
  'Row {1} of {2} names this file, but it is not in the folder. Add the file or correct its name.':
    'La fila {1} de {2} nombra este archivo, pero no está en la carpeta. Añada el archivo o corrija su nombre.',
  'Rows {1} and {2} of {3} are about this file. Row {4} was taken: remove the other.':
    'Las filas {1} y {2} de {3} tratan de este archivo. Se tomó la fila {4}: quite la otra.',
  'Type a name for the network.': 'Ponga un nombre a la red.',
  'There is no way "{1}" of giving pictures to a network. Known: {2}.':
    'No hay ninguna manera «{1}» de dar imágenes a una red. Conocidas: {2}.',
  'The sha256 has 64 digits from 0 to 9 and a to f. It stands beside the download, on the page of its maker.':
    'El sha256 tiene 64 signos de 0 a 9 y de a a f. Está junto a la descarga, en la página de su autor.',
  'This network lies in two files, and this address gives the first alone. Download both into one folder, then add it from the file.':
    'Esta red está en dos archivos, y esta dirección da solo el primero. Descargue ambos en una carpeta y añádala desde el archivo.',
  'This collection has no network "{1}". It has: {2}.': 'Esta colección no tiene ninguna red «{1}». Tiene: {2}.',
  'Learns what every term looks like from what the bundled network sees in the pictures. Takes seconds.':
    'Aprende qué aspecto tiene cada término con lo que la red incluida ve en las imágenes. Tarda segundos.',
  'Teaches the last layers of the network itself to look at your pictures, after a quick look. Takes minutes for a few hundred works, hours for tens of thousands. Can be interrupted and goes on where it was.':
    'Tras un vistazo rápido, enseña a las últimas capas de la propia red a mirar sus imágenes. Tarda minutos con unos cientos de obras, horas con decenas de miles. Se puede interrumpir y sigue donde estaba.',
  'Lets earlier runs that know the same terms vote together, each by how often it is right on works that it has not seen. Takes seconds, for it learns nothing itself. As the soft voting of "ArtExtract" (GSoC 2025) describes it.':
    'Hace votar juntos a los aprendizajes que conocen los mismos términos, cada uno según cuánto acierta en obras que no ha visto. Tarda segundos, pues no aprende nada por sí mismo. Como lo describe el voto ponderado de «ArtExtract» (GSoC 2025).',
  'There is no evidence about this label yet. Learn again to get it.':
    'Todavía no hay pruebas sobre esta etiqueta. Aprenda de nuevo para tenerlas.',
  '{1}: the bundled {2} learns instead. Add one under Networks to follow the recipe to the letter.':
    '{1}: aprende en su lugar la {2} incluida. Añada una en Redes para seguir la receta al pie de la letra.',
  '{1}: the same network learns from nothing, all of its layers, which takes much longer and needs many works. Add a pretrained one under Networks to follow the recipe to the letter.':
    '{1}: la misma red aprende desde cero, todas sus capas; tarda mucho más y necesita muchas obras. Añada una ya entrenada en Redes para seguir la receta al pie de la letra.',
  '{1} of this collection learns, as the recipe asks.': '{1} de esta colección aprende, como pide la receta.',
  'The recipe is made for {1}; {2} learns instead, as was chosen.':
    'La receta está hecha para {1}; aprende {2} en su lugar, como se eligió.',
  'What lies at this address is not the file that was meant: its sha256 is {1}, not {2}. Nothing was kept. Check both on the page of its maker.':
    'Lo que hay en esta dirección no es el archivo previsto: su sha256 es {1}, no {2}. No se conservó nada. Compruebe ambos en la página de su autor.',
  'This is the address of a page, not of a file. Copy the address of its download.':
    'Es la dirección de una página, no de un archivo. Copie la dirección de la descarga.',
  'This takes {1}, and the disk has room for {2}. Make room, then try again.':
    'Esto ocupa {1}, y en el disco caben {2}. Haga sitio e inténtelo de nuevo.',
  'This file is larger than {1}, the most that this app takes.':
    'Este archivo supera {1}, lo máximo que toma esta aplicación.',
  '{1} has no file at this address ({2}). Check the address.':
    '{1} no tiene ningún archivo en esta dirección ({2}). Compruebe la dirección.',
  '{1} does not give this file to everybody ({2}). Download it in a browser, then add it from the file.':
    '{1} no da este archivo a todos ({2}). Descárguelo en un navegador y añádalo desde el archivo.',
  '{1} cannot give the file at the moment ({2}). Try again later; what has come is kept.':
    '{1} no puede dar el archivo en este momento ({2}). Inténtelo más tarde; lo llegado se conserva.',
  '{1} does not give the file ({2}). Check the address.': '{1} no da el archivo ({2}). Compruebe la dirección.',
  "{1} could not prove that it is {2} ({3}). Check the address; on a museum's network, ask who looks after it.":
    '{1} no pudo demostrar que es {2} ({3}). Compruebe la dirección; en la red de un museo, pregunte a quien la cuida.',
  'The disk takes no more ({1}). Make room, then start again: it goes on from there.':
    'En el disco no cabe más ({1}). Haga sitio y empiece de nuevo: sigue desde ahí.',
  '{1} cannot be reached. Check the address and the connection to the internet. Without one, bring the file on a stick and add it from there.':
    'No se puede llegar a {1}. Compruebe la dirección y la conexión a internet. Sin conexión, traiga el archivo en una memoria y añádalo desde ahí.',
  'The connection to {1} broke off after {2} ({3}). Start again: it goes on from there.':
    'La conexión con {1} se cortó tras {2} ({3}). Empiece de nuevo: sigue desde ahí.',
  'The recipe keeps all works of one {1} together, but this collection has no {2}. Import a table with such a column, or learn by another recipe.':
    'La receta mantiene juntas todas las obras de un mismo {1}, pero esta colección no tiene {2}. Importe una tabla con esa columna, o aprenda con otra receta.',
  'Nothing has been learned yet.': 'Todavía no se ha aprendido nada.',
  'There are: {1}.': 'Hay: {1}.',
  'The network that learned this is not in the collection any more, so that it cannot be asked where it looked.':
    'La red que aprendió esto ya no está en la colección, así que no se puede saber dónde miró.',
  'Run {1}, which counts most in this vote, has been deleted, so that it cannot be asked where it looked.':
    'El aprendizaje {1}, el que más cuenta en este voto, se borró, así que no se puede saber dónde miró.',
  '{1} passes the question on in a circle. Take another address.':
    '{1} pasa la pregunta en círculo. Use otra dirección.',
  '{1} passes on to "{2}", which is not an https address and can be changed on the way. Take another address.':
    '{1} pasa a «{2}», que no es una dirección https y puede cambiarse por el camino. Use otra dirección.',
  'This address holds a name or a password. Take one that everybody may open.':
    'Esta dirección contiene un nombre o una contraseña. Use una que cualquiera pueda abrir.',
  'This collection has no recipe "{1}" of its own.': 'Esta colección no tiene ninguna receta propia «{1}».',
  'The recipe merges "{1}" ({2}) into both "{3}" and "{4}". Choose one.':
    'La receta fusiona «{1}» ({2}) tanto con «{3}» como con «{4}». Elija uno.',
  'The recipe learns only {1} terms of {2}, of which this collection lacks {3}. Name others, or set "otherwise" to "all".':
    'La receta aprende solo {1} términos de {2}, de los que a esta colección le faltan {3}. Nombre otros, o ponga «otherwise» en «all».',
  'There is nothing to learn for "{1}": it needs at least two terms with five works each.':
    'No hay nada que aprender en «{1}»: hacen falta al menos dos términos con cinco obras cada uno.',
  'There is nothing to learn yet: import works whose labels have at least two terms with five works each.':
    'Todavía no hay nada que aprender: importe obras cuyas etiquetas tengan al menos dos términos con cinco obras cada uno.',
  'There is no recipe "{1}". Known: {2}.': 'No hay ninguna receta «{1}». Conocidas: {2}.',
  'The recipe {1} cannot be read. Check that the file is there.':
    'La receta {1} no se puede leer. Compruebe que el archivo está ahí.',
  '{1} is not usable: {2}.': '{1} no se puede usar: {2}.',
  '{1} belongs to the app and cannot be removed.': '{1} pertenece a la aplicación y no se puede quitar.',
  '{1} is still needed: {2} of this collection learned with it, and what you see of {3} rests on it. Delete {4} under Learn first.':
    '{1} aún hace falta: {2} de esta colección aprendió con ella, y lo que ve de {3} depende de ella. Borre primero {4} en Aprender.',
  "What run {1} had predicted is not in the collection's folder any more ({2}). Learn again instead, or bring the file back.":
    'Lo que predijo el aprendizaje {1} ya no está en la carpeta de la colección ({2}). Aprenda de nuevo, o devuelva el archivo.',
  'Run {1} has no model card in {2}. Learn again to get one.':
    'El aprendizaje {1} no tiene ficha de modelo en {2}. Aprenda de nuevo para tenerla.',
  "What run {1} had predicted is not in the collection's folder any more ({2}). Leave it out of the vote.":
    'Lo que predijo el aprendizaje {1} ya no está en la carpeta de la colección ({2}). Déjelo fuera del voto.',
  'The network that run {1} learned with is not in the collection any more. Leave the run out of the vote.':
    'La red con la que aprendió el aprendizaje {1} ya no está en la colección. Déjelo fuera del voto.',
  'Run {1} is a vote itself. Name the runs that have learned by themselves.':
    'El aprendizaje {1} es él mismo un voto. Nombre los que aprendieron por sí mismos.',
  'A vote needs at least two runs that know the same terms of an attribute. Learn by another recipe first, then let them vote.':
    'Un voto necesita al menos dos aprendizajes que conozcan los mismos términos de un atributo. Aprenda primero con otra receta.',
  'Runs {1} and {2} know different terms of {3}, so that they cannot vote together.':
    'Los aprendizajes {1} y {2} conocen términos distintos de {3}, así que no pueden votar juntos.',
  'A weight lies between 0 and {1}, and 1 is what was learned.': 'Un peso está entre 0 y {1}; 1 es lo aprendido.',
  '{1} is a workbook, not a plain table. In Excel or LibreOffice, save it as CSV and choose that file.':
    '{1} es un libro de cálculo, no una tabla simple. Guárdelo como CSV en Excel o LibreOffice y elija ese archivo.',
  '{1} is not a table of text. Save the table as CSV (UTF-8) and choose that file.':
    '{1} no es una tabla de texto. Guarde la tabla como CSV (UTF-8) y elija ese archivo.',
  'The table {1} does not exist. It may have been moved or renamed.':
    'La tabla {1} no existe. Quizá se haya movido o renombrado.',
  'The table {1} cannot be read ({2}). Close it in other programs and try again.':
    'La tabla {1} no se puede leer ({2}). Ciérrela en otros programas e inténtelo de nuevo.',
  'Line {1} of {2} opens a quotation mark (") that is never closed. Close it and try again.':
    'La línea {1} de {2} abre una comilla (") que nunca se cierra. Ciérrela e inténtelo de nuevo.',
  '{1} is empty. Choose a table with a row of column names.':
    '{1} está vacía. Elija una tabla con una fila de nombres de columna.',
  'Two columns of {1} are called “{2}”. Rename one of them and try again.':
    'Dos columnas de {1} se llaman «{2}». Cambie el nombre de una e inténtelo de nuevo.',
  'Teaches first the new labels alone, then the last 50 layers of the network with turned, mirrored and enlarged pictures. Rare terms count as much as frequent ones. Learns on EfficientNet-B0 where the collection has it, else on the bundled network, its small sibling. As "Art style classification with transfer learning" (Le) describes it.':
    'Enseña primero solo las etiquetas nuevas, después las últimas 50 capas de la red con imágenes giradas, reflejadas y ampliadas. Los términos raros cuentan tanto como los frecuentes. Aprende con EfficientNet-B0 si la colección la tiene, si no con la red incluida, su hermana pequeña. Como lo describe «Art style classification with transfer learning» (Le).',
  'Reads the network\'s map of places with recurrent convolutions, attention and a pyramid of three sizes; then the later half of the network learns too. Learns on EfficientNetV2-S where the collection has it, else on the bundled network. As "Art classification" (convolutional-recurrent network) describes it. Chosen here: the 512 channels are read in four steps of 128, attention has projections of its own, and the pyramid looks at the map whole, halved and quartered.':
    'Lee el mapa de la red con convoluciones recurrentes, atención y una pirámide de tres tamaños; después aprende también la segunda mitad de la red. Aprende con EfficientNetV2-S si la colección la tiene, si no con la red incluida. Como lo describe «Art classification» (red convolucional recurrente). Elegido aquí: los 512 canales se leen en cuatro pasos de 128, la atención tiene proyecciones propias, y la pirámide mira el mapa entero, a la mitad y a un cuarto.',
  'A small network of four convolutions that learns to see from nothing, at 200 pixels, with distorted pictures; rare terms count as much as frequent ones. As "Art style classification in paintings with deep learning" describes it. Chosen here: 3x3 filters, a connected layer of 512.':
    'Una red pequeña de cuatro convoluciones que aprende a ver desde cero, a 200 píxeles, con imágenes deformadas; los términos raros cuentan tanto como los frecuentes. Como lo describe «Art style classification in paintings with deep learning». Elegido aquí: filtros de 3x3, una capa conectada de 512.',
  'ResNet50 that learns to see from nothing, at 200 pixels: hours to days, and only for many works. As "Art style classification in paintings with deep learning" describes it, with weight regularisation.':
    'ResNet50 que aprende a ver desde cero, a 200 píxeles: de horas a días, y solo para muchas obras. Como lo describe «Art style classification in paintings with deep learning», con regularización de los pesos.',
  'The new labels on a ResNet50 that knows photographs, then all of it in small steps. Needs a ResNet50 added under Networks, else it learns from nothing. As "Art style classification in paintings with deep learning" describes it.':
    'Las etiquetas nuevas sobre un ResNet50 que conoce fotografías, después todo él en pasos pequeños. Necesita un ResNet50 añadido en Redes, si no aprende desde cero. Como lo describe «Art style classification in paintings with deep learning».',
  'Reads the 7 x 7 places of ResNet50 one after the other with an LSTM and tells style, genre and artist from its last state, every term seen equally often. Needs a ResNet50 added under Networks, else it learns from nothing. As "Convolutional-recurrent architectures for artwork classification" describes it. Chosen here: 512 units, row by row, terms of the first attribute balanced.':
    'Lee los 7 x 7 lugares de ResNet50 uno tras otro con un LSTM y dice estilo, género y artista por su último estado, cada término visto igual de a menudo. Necesita un ResNet50 añadido en Redes, si no aprende desde cero. Como lo describe «Convolutional-recurrent architectures for artwork classification». Elegido aquí: 512 unidades, fila por fila, los términos del primer atributo equilibrados.',
  'Reads the 7 x 7 places of EfficientNet one after the other with an LSTM and tells style, genre and artist from its last state, every term seen equally often. Learns on EfficientNet-B0 where the collection has it, else on the bundled network. As "Convolutional-recurrent architectures for artwork classification" describes it. Chosen here: 512 units, row by row, terms of the first attribute balanced.':
    'Lee los 7 x 7 lugares de EfficientNet uno tras otro con un LSTM y dice estilo, género y artista por su último estado, cada término visto igual de a menudo. Aprende con EfficientNet-B0 si la colección la tiene, si no con la red incluida. Como lo describe «Convolutional-recurrent architectures for artwork classification». Elegido aquí: 512 unidades, fila por fila, los términos del primer atributo equilibrados.',
  'AlexNet that learns to see from nothing: five convolutions and two connected layers of 4,096. As "ArtExtract" (GSoC 2025) describes it, which learns one attribute at a time. Chosen here: the channels of torchvision, dropout of a half.':
    'AlexNet que aprende a ver desde cero: cinco convoluciones y dos capas conectadas de 4.096. Como lo describe «ArtExtract» (GSoC 2025), que aprende un atributo cada vez. Elegido aquí: los canales de torchvision, abandono de la mitad.',
  'The last 20 layers of a ResNet50 that knows photographs learn, with the labels. Needs a ResNet50 added under Networks, else it learns from nothing. As "ArtExtract" (GSoC 2025) describes it, which learns one attribute at a time.':
    'Las últimas 20 capas de un ResNet50 que conoce fotografías aprenden, con las etiquetas. Necesita un ResNet50 añadido en Redes, si no aprende desde cero. Como lo describe «ArtExtract» (GSoC 2025), que aprende un atributo cada vez.',
  'The published network.': 'La red publicada.',
  'Side of the pictures in pixels.': 'Lado de las imágenes en píxeles.',
  'The one chosen for the run, else the bundled one.': 'La elegida para el aprendizaje, si no la incluida.',
  'One of this architecture that was added to the collection.': 'Una de esta arquitectura añadida a la colección.',
  'Learns to see from nothing.': 'Aprende a ver desde cero.',
  'Share of the published channels; 1: as published.': 'Parte de los canales publicados; 1: como se publicó.',
  'Share of the published blocks; 1: as published.': 'Parte de los bloques publicados; 1: como se publicó.',
  "The labels are told from the network's features.": 'Las etiquetas se leen de los rasgos de la red.',
  'The map is read place after place by a recurrent layer.': 'El mapa se lee lugar por lugar con una capa recurrente.',
  'Units of the LSTM.': 'Unidades del LSTM.',
  'The map is pooled to grid x grid places.': 'El mapa se reúne en grid x grid lugares.',
  'The map is read in steps by two recurrent convolutions, then by attention and a pyramid of sizes.':
    'El mapa se lee por pasos con dos convoluciones recurrentes, después con atención y una pirámide de tamaños.',
  'Of the convolution before the recurrence.': 'De la convolución antes de la recurrencia.',
  'In which the recurrence reads them.': 'En los que la recurrencia los lee.',
  'Channels of the first ConvLSTM layer.': 'Canales de la primera capa ConvLSTM.',
  'Channels of the second ConvLSTM layer.': 'Canales de la segunda capa ConvLSTM.',
  'Channels of each level of the pyramid.': 'Canales de cada nivel de la pirámide.',
  'Side to which all levels are brought.': 'Lado al que se llevan todos los niveles.',
  'Share of values left out while learning.': 'Parte de los valores que se omiten al aprender.',
  'How strongly weights are drawn to 0 at each step.': 'Con cuánta fuerza se llevan los pesos hacia 0 en cada paso.',
  'How long the mean gradient is remembered, in [0, 1].': 'Cuánto tiempo se recuerda el gradiente medio, en [0, 1].',
  'How long the mean squared gradient is remembered, in [0, 1].':
    'Cuánto tiempo se recuerda el gradiente cuadrado medio, en [0, 1].',
  'Keeps a division from being by 0.': 'Evita una división por 0.',
  'Share of the last step that is gone again, in [0, 1].': 'Parte del último paso que se da otra vez, en [0, 1].',
  'Steps along the gradient.': 'Pasos a lo largo del gradiente.',
  'The gradient is taken where the momentum leads.': 'El gradiente se toma adonde lleva el impulso.',
  'Steps of even size for all weights.': 'Pasos del mismo tamaño para todos los pesos.',
  'Adam whose weight decay does not pass through the moments.':
    'Adam cuyo decaimiento de pesos no pasa por los momentos.',
  'Steps divided by the mean size of the gradient.': 'Pasos divididos por el tamaño medio del gradiente.',
  'The same size of step throughout.': 'El mismo tamaño de paso todo el tiempo.',
  'Steps get smaller along half a cosine.': 'Los pasos disminuyen según medio coseno.',
  'The last steps, as a share of the first.': 'Los últimos pasos, como parte de los primeros.',
  'Steps get smaller when nothing is gained any more.': 'Los pasos disminuyen cuando ya no se gana nada.',
  'By which the step is multiplied.': 'Por lo que se multiplica el paso.',
  'Rounds without a gain before that.': 'Rondas sin ganancia antes de eso.',
  'The pretrained network stays as it is.': 'La red ya entrenada se queda como está.',
  'Every layer learns.': 'Aprende cada capa.',
  'The first half of the layers stays as it is.': 'La primera mitad de las capas se queda como está.',
  'So many of the last layers learn.': 'Aprenden tantas de las últimas capas.',
  'So many of the last layers.': 'Tantas de las últimas capas.',
  'The layers after a node of the network learn.': 'Aprenden las capas tras un nodo de la red.',
  'Its name in the ONNX file.': 'Su nombre en el archivo ONNX.',
  'The attribute by whose terms works are drawn, counted from 0.':
    'El atributo según cuyos términos se sacan las obras, contado desde 0.',
  'Each work once a round, in another order.': 'Cada obra una vez por ronda, en otro orden.',
  'Works are drawn so that every term comes as often.':
    'Las obras se sacan para que cada término salga igual de a menudo.',
  'So many works of each term a round; short terms repeat theirs.':
    'Tantas obras de cada término por ronda; los términos cortos repiten las suyas.',
  'A round has so many of each term.': 'Una ronda tiene tantas de cada término.',
  'Pictures may be mirrored.': 'Las imágenes pueden reflejarse.',
  'Degrees to either side at the most.': 'Grados a cada lado como máximo.',
  'Largest share by which a picture is enlarged or made smaller.': 'Mayor parte en que una imagen se amplía o reduce.',
  'Largest shift, as a share of the side.': 'Mayor desplazamiento, como parte del lado.',
  'Smallest share of the side that a cutting keeps; 1: no cutting.':
    'Menor parte del lado que conserva un recorte; 1: sin recorte.',
  'Largest change, as a share.': 'Mayor cambio, como parte.',
  "Largest change of a colour's strength, as a share.": 'Mayor cambio de la fuerza de un color, como parte.',
  'Standard deviation of added noise, of 255.': 'Desviación típica del ruido añadido, de 255.',
  'Largest share of the picture that a grey rectangle hides.':
    'Mayor parte de la imagen que oculta un rectángulo gris.',
  'What the phase is called.': 'Cómo se llama la fase.',
  'Which part of the network learns in this phase; the rest stays as it is.':
    'Qué parte de la red aprende en esta fase; el resto se queda como está.',
  'They hold 4 % of the weights and cost a tenth to two fifths of the time.':
    'Tienen el 4 % de los pesos y cuestan entre una décima parte y dos quintas partes del tiempo.',
  'Times that every work is looked at, at the most.': 'Cuántas veces se mira cada obra, como máximo.',
  'Works looked at together.': 'Obras que se miran juntas.',
  'Batches whose gradients are added up before one step.': 'Grupos cuyos gradientes se suman antes de un paso.',
  'How a step follows from the gradient.': 'Cómo se sigue un paso del gradiente.',
  'The learning rate: too large and it learns nothing, too small and it takes for ever.':
    'La tasa de aprendizaje: demasiado grande y no aprende nada, demasiado pequeña y no acaba nunca.',
  'How the learning rate changes.': 'Cómo cambia la tasa de aprendizaje.',
  'Rounds in which the steps grow to their size.': 'Rondas en las que los pasos crecen hasta su tamaño.',
  'A longer one is shortened. Empty: never.': 'Uno más largo se acorta. Vacío: nunca.',
  'Share of certainty that a label lacks, so that wrong ones weigh less.':
    'Parte de certeza que le falta a una etiqueta, para que las equivocadas pesen menos.',
  'The works that a round looks at.': 'Las obras que mira una ronda.',
  'How far a picture may differ from the work, so that the network does not learn single pictures by heart.':
    'Cuánto puede apartarse una imagen de la obra, para que la red no aprenda imágenes de memoria.',
  'So many changed pictures of each work are made and kept.':
    'Tantas imágenes cambiadas de cada obra se hacen y se guardan.',
  'Rounds without a gain on the judging works before the phase ends.':
    'Rondas sin ganancia en las obras que juzgan antes de acabar la fase.',
  'Every term that is frequent enough.': 'Cada término bastante frecuente.',
  'The terms that are named.': 'Los términos nombrados.',
  'Names after merging and renaming, one a line.': 'Nombres tras fusionar y renombrar, uno por línea.',
  'The terms with the most works.': 'Los términos con más obras.',
  'So many terms.': 'Tantos términos.',
  'A term of this run, and the terms of the collection that it stands for.':
    'Un término de este aprendizaje, y los términos de la colección que representa.',
  'A term, and what it is called in this run.': 'Un término, y cómo se llama en este aprendizaje.',
  'Terms whose works are not learned from, one a line.': 'Términos de cuyas obras no se aprende, uno por línea.',
  'Which of the terms are learned.': 'Cuáles de los términos se aprenden.',
  'Where a work may have several terms, a label such as "Symbolism/Expressionism" teaches each of them an equal share; exclude: such a label (with /, ; or | between terms) is not learned from.':
    'Donde una obra puede tener varios términos, una etiqueta como «Simbolismo/Expresionismo» enseña cada uno a partes iguales; exclude: de una etiqueta así (con /, ; o | entre los términos) no se aprende.',
  'A column of the imported table, or title, file, width or height.':
    'Una columna de la tabla importada, o title, file, width o height.',
  'How the column is compared. Capitals do not matter; at-least and at-most compare the first number in the column.':
    'Cómo se compara la columna. Las mayúsculas no importan; at-least y at-most comparan el primer número de la columna.',
  'What it is compared with.': 'Con qué se compara.',
  'Every work is judged once, by a model learned from the other parts.':
    'Cada obra se juzga una vez, con un modelo aprendido de las otras partes.',
  'One part teaches, one chooses when to stop, and only the last is judged: the queue holds that one alone.':
    'Una parte enseña, otra decide cuándo parar, y solo la última se juzga: la lista contiene solo esa.',
  'Share of the works that teach.': 'Parte de las obras que enseñan.',
  'Share that chooses strengths and the best round.': 'Parte que elige las fuerzas y la mejor ronda.',
  'Share that is judged.': 'Parte que se juzga.',
  'So many works of each term teach; all are judged.': 'Tantas obras de cada término enseñan; se juzgan todas.',
  'By attribute: terms to merge, rename, leave out or choose, for this run only.':
    'Por atributo: términos que fusionar, renombrar, dejar fuera o elegir, solo para este aprendizaje.',
  'Only works whose record passes all of these are learned from.':
    'Solo se aprende de obras cuya ficha cumple todo esto.',
  'The same number of works of each term. Empty: all works.': 'El mismo número de obras de cada término. Vacío: todas.',
  'Works of small terms are shown again, each time changed in another way where a phase changes pictures, until a term has this share of the largest. Empty: no.':
    'Las obras de términos pequeños se muestran otra vez, cada vez cambiadas de otro modo donde una fase cambia imágenes, hasta que un término tenga esta parte del mayor. Vacío: no.',
  'Which works teach, and which are judged.': 'Qué obras enseñan, y cuáles se juzgan.',
  'The best of these is chosen for each attribute on works held out; higher is more cautious.':
    'La mejor se elige para cada atributo con obras apartadas; más alto es más prudente.',
  'By which the command line knows the recipe.': 'Por lo que la línea de órdenes conoce la receta.',
  'What the recipe is called.': 'Cómo se llama la receta.',
  'What it does, in a sentence or two.': 'Qué hace, en una o dos frases.',
  'Times at the most that works without a label are taken in; it ends earlier when nothing is gained.':
    'Cuántas veces como máximo se toman obras sin etiqueta; acaba antes cuando no se gana nada.',
  'A work is taken in when its most probable term has this probability.':
    'Una obra se toma cuando su término más probable tiene esta probabilidad.',
  'At most so many of each term are taken in, the surest first; no term more than twice the rarest.':
    'Como mucho se toman tantas de cada término, las más seguras primero; ninguno más del doble del más raro.',
  'Id of the network of the collection; left out: the one that ships with the app.':
    'Identificador de la red de la colección; si falta: la que trae la aplicación.',
  'Parts into which the works are dealt; each is judged by a model learned from the others.':
    'Partes en que se reparten las obras; cada una la juzga un modelo aprendido de las otras.',
  'An attribute or column whose works lie in one part, so that a model is judged on artists it has not seen. auto: who made the work, where the collection says so; empty: none.':
    'Un atributo o columna cuyas obras están en una misma parte, para que un modelo se juzgue con artistas que no ha visto. auto: quién hizo la obra, si la colección lo dice; vacío: ninguno.',
  'A term with fewer works is not learned.': 'Un término con menos obras no se aprende.',
  'What is done to the labels before learning, for this run only.':
    'Qué se hace con las etiquetas antes de aprender, solo para este aprendizaje.',
  'Those of which the model is sure help it to learn, round after round. They never become labels. Empty: no.':
    'Aquellas de las que el modelo está seguro le ayudan a aprender, ronda tras ronda. Nunca se vuelven etiquetas. Vacío: no.',
  'Learns the labels on what the network sees. Seconds.': 'Aprende las etiquetas con lo que ve la red. Segundos.',
  'The network itself learns to look. Minutes to hours.': 'La propia red aprende a mirar. De minutos a horas.',
  'What looks at the pictures.': 'Qué mira las imágenes.',
  "What lies between the network's last map and the labels.": 'Qué hay entre el último mapa de la red y las etiquetas.',
  'How much it counts, by its name; left out: 1.': 'Cuánto cuenta, por su nombre; si falta: 1.',
  'One after the other; each begins with what the one before has learned.':
    'Una tras otra; cada una empieza con lo que aprendió la anterior.',
  'After the phases the labels are learned once more, to the end, on the trained features. Empty: no.':
    'Tras las fases, las etiquetas se aprenden una vez más, hasta el final, sobre los rasgos aprendidos. Vacío: no.',
  'When they are over, learning ends with the best that it has. Such a run does not repeat exactly. Empty: as long as it takes.':
    'Cuando pasan, el aprendizaje termina con lo mejor que tiene. Un aprendizaje así no se repite con exactitud. Vacío: lo que tarde.',
  'Runs that are there already vote together.': 'Aprendizajes que ya existen votan juntos.',
  'Their numbers. Empty: the newest run of every recipe that knows the same terms.':
    'Sus números. Vacío: el más reciente de cada receta que conoce los mismos términos.',
  'Since it was kept, the artist has been changed from {1} to {2}.':
    'Desde que se mantuvo, el artista se ha cambiado de {1} a {2}.',
  'Another model doubts it far more than the one when it was kept: it is right in {1} of 100 such cases, not in {2}.':
    'Otro modelo la pone mucho más en duda que el de entonces: es correcta en {1} de 100 casos así, no en {2}.',
  'A picture that is nearly the same is labelled {1}.': 'Una imagen casi igual está etiquetada {1}.',
  'The attribute whose terms are spread evenly over the parts, and by whose parts all attributes are judged. Empty, or not learned: each by its own.':
    'El atributo cuyos términos se reparten por igual entre las partes, y según cuyas partes se juzgan todos. Vacío, o no aprendido: cada uno según las suyas.',
  'Cannot be judged: one of its terms has not been learned, or no other has.':
    'No se puede juzgar: uno de sus términos no se ha aprendido, o ningún otro se ha aprendido.',
}
