import type { Translation } from '../language.ts'

export const articles: Translation['articles'] = {
  sampleTitle: 'Essayer sur l’exemple',
  sampleText:
    'L’exemple est une collection de 160 tableaux inventés, dont certains mal étiquetés. Sur l’accueil, choisissez « Ouvrir l’exemple ». L’application lit les images, apprend à quoi ressemble chaque étiquette, puis montre combien d’étiquettes sont douteuses ; cela prend moins d’une minute sur la plupart des ordinateurs.\n\nChoisissez « Réviser ». L’œuvre à gauche a une étiquette que son image contredit. A prend la suggestion, K garde l’étiquette. Vous ne pouvez rien casser : Ctrl+Z annule chaque pas.',
  sampleWords: 'commencer, premiers pas, démo, tutoriel, accueil',
  importTitle: 'Importer des images et des étiquettes',
  importText:
    'Choisissez « Importer », puis le dossier de vos images. JPEG, PNG, TIFF, WebP, GIF, AVIF et HEIC sont lus, aussi dans les dossiers qu’il contient. Vos fichiers restent où ils sont et ne sont jamais changés.\n\nS’il y a un tableau dans le dossier (CSV, avec des virgules, des points-virgules ou des tabulations, dans tout encodage courant), l’application le trouve et relie ses lignes aux images par le nom de fichier. Vous dites ce qu’est chaque colonne : le fichier, le titre, une étiquette, ou une part de la fiche seulement affichée et cherchée. Sans tableau, les noms des dossiers peuvent être les étiquettes.\n\nLes fichiers illisibles sont énumérés avec leur raison ; tout le reste entre. Vous pouvez arrêter à tout moment : la prochaine importation du même dossier reprend là.',
  importWords: 'csv, excel, tableau, dossier, fichiers, ajouter, ouvrir, encodage, colonnes, images abîmées',
  lookTitle: 'Ce que veut dire « regarder les images »',
  lookText:
    'Après l’importation, l’application regarde chaque image une fois et note ce qu’elle voit, sous une forme que seuls les ordinateurs lisent. Des milliers d’œuvres prennent quelques minutes. Une barre en bas dit où cela en est et combien de temps il reste ; le travail peut être arrêté et reprend plus tard là où il était.\n\nCe qui a été regardé n’a pas à l’être de nouveau, à moins que son fichier n’ait changé.',
  lookWords: 'progression, lent, attendre, vitesse, calcul',
  learnTitle: 'Laisser l’application apprendre',
  learnText:
    'L’écran Apprendre laisse l’application découvrir à quoi ressemble chaque étiquette dans votre collection. La voie rapide prend des secondes ; l’approfondie laisse le réseau lui-même apprendre de vos images et prend des minutes à des heures. L’écran dit d’avance combien de temps au plus.\n\nChaque étiquette est jugée par un modèle qui ne l’a pas vue ; une fausse ne peut donc pas se défendre elle-même. Un terme demande au moins cinq œuvres ; celles des termes plus rares sont laissées.\n\nAprès quelques décisions, appuyez sur R. L’application apprend de nouveau de vos décisions et la liste est remise en ordre. Ce que vous avez décidé reste décidé.',
  learnWords: 'entraîner, entraînement, réapprendre, modèle, approfondi, rapide, termes rares',
  reviewTitle: 'Réviser les étiquettes douteuses',
  reviewText:
    'Réviser montre les étiquettes que les preuves contredisent, les pires d’abord. À gauche l’œuvre, à droite son étiquette, ce que suggère l’image, pourquoi elle est là, et les œuvres les plus proches des deux termes pour comparer.\n\nUne touche décide, et l’œuvre suivante vient aussitôt. Les flèches vont en arrière et en avant sans décider. La molette, plus et moins agrandissent l’image. H montre toutes les touches.\n\nQuand la liste est vide, réapprenez, regardez le reste, ou exportez.',
  reviewWords: 'file, corriger, vérifier, douteux, liste, suivante',
  verdictsTitle: 'Les décisions et leurs touches',
  verdictsText:
    'A change l’étiquette pour la suggestion. K garde l’étiquette ; elle ne revient pas tant qu’il n’y a pas de nouvelle preuve. T laisse choisir tout autre terme en tapant, et les chiffres prennent les plus probables. U dit que vous n’êtes pas sûr : l’étiquette reste et c’est noté. W dit que l’image est la mauvaise, et une autre touche que ce n’est pas une œuvre du tout. S passe : l’œuvre attend à la fin de la liste.\n\nF signale une œuvre à un collègue, et M écrit une note. Toutes les touches peuvent être changées dans les réglages.',
  verdictsWords: 'accepter, garder, incertain, passer, mauvaise image, raccourci, clavier, décider, signalement, note',
  evidenceTitle: 'Pourquoi une étiquette est mise en doute',
  evidenceText:
    'Trois témoins parlent de chaque étiquette : ce à quoi l’image ressemble, comment s’appellent les autres œuvres du même artiste, et comment s’appellent les œuvres les plus ressemblantes. Ensemble, ils donnent la chance que l’étiquette soit juste. Si elle est faible, l’étiquette est douteuse. La limite se règle dans les réglages.\n\nLes contradictions de la fiche sont dites aussi : des dates qui ne vont pas avec le mouvement ou la vie de l’artiste, des copies aux étiquettes différentes, des lignes décalées dans le tableau.\n\nL montre où l’application a regardé dans l’image. Une preuve est une raison de regarder, non un jugement : c’est vous qui décidez.',
  evidenceWords: 'raison, score, chance, probabilité, témoin, voisins, semblable, seuil, expliquer, pourquoi',
  vocabularyTitle: 'Les termes et leur sens',
  vocabularyText:
    'L’écran Vocabulaire montre les termes de chaque attribut avec leurs œuvres. Un terme peut être décrit, placé sous un autre, recevoir des synonymes et des noms en d’autres langues, et être lié aux vocabulaires Getty (AAT, ULAN).\n\nRenommer et fusionner sont montrés avant d’avoir lieu et peuvent être annulés. Un terme qui ne sert plus peut être mis hors d’usage. « Attribué à », « atelier de » et autres sont compris : une telle œuvre n’est pas mise en doute pour cela.\n\nCertaines étiquettes nomment plusieurs termes, par exemple « Symbolisme/Expressionnisme ». Choisissez « Plusieurs termes » et dites ce qui les sépare. Une telle étiquette enseigne alors chacun de ses termes, n’est mise en doute que si aucun d’eux ne convient, la recherche de l’un d’eux trouve l’œuvre, et dans la révision Maj+T ajoute un terme et Maj+D en retire un. Les étiquettes elles-mêmes, et l’export, restent tels qu’ils sont écrits.',
  vocabularyWords:
    'thésaurus, synonyme, fusionner, renommer, hiérarchie, getty, aat, ulan, attribution, atelier, entourage, suiveur, plusieurs termes, deux styles, barre oblique, séparateur, combinaison',
  searchTitle: 'Chercher et restreindre',
  searchText:
    'Le champ à gauche de la collection cherche dans les titres, les fichiers, les étiquettes, chaque colonne de la fiche et les notes. Les majuscules et les accents ne comptent pas. Plusieurs mots doivent tous y être ; mettez "entre guillemets" ceux qui vont ensemble.\n\n« Ajouter une condition » restreint les œuvres sans taper : par étiquette, par ce que suggère l’image, par état, par date, par toute colonne, par taille. Toutes les conditions valent à la fois, et chacune peut être retirée.\n\nOn peut taper la même chose : style:Baroque, année<1600, est:douteuse, pas est:révisée, sans:genre, par:Ada, medium:oil. Les mots anglais (is:doubtful) marchent toujours. Entrée en fait une condition.',
  searchWords: 'trouver, filtre, requête, avant, après, année, colonnes, conditions',
  listsTitle: 'Garder une recherche comme liste',
  listsText:
    'Quand les œuvres sont restreintes, choisissez « Enregistrer comme liste » et donnez un nom, par exemple « douteux, baroque, avant 1600, non révisé ». La liste se tient à gauche avec le nombre d’œuvres qui conviennent maintenant ; elle suit chaque changement.\n\nChoisissez une liste pour l’afficher, la renommer, la déplacer ou la supprimer. Supprimer une liste ne change aucune œuvre. Les listes sont gardées dans la collection, pour tous ceux qui l’ouvrent.',
  listsWords: 'enregistré, liste intelligente, album, signet, favori',
  sortTitle: 'Trier par ce qui parle pour une étiquette',
  sortText:
    '« Trier par » ordonne les œuvres par titre, fichier, date ou taille, ou par tout ce qui parle pour leur étiquette : la chance qu’elle soit juste, ce que dit l’image de l’étiquette et de la suggestion, les autres œuvres de l’artiste, les œuvres les plus ressemblantes. Le chiffre se trouve sur chaque œuvre. La flèche inverse l’ordre.',
  sortWords: 'ordre, classement, les plus douteuses, score, taille, date',
  printTitle: 'Imprimer une planche-contact',
  printText:
    'Une planche-contact montre les œuvres affichées, ou celles que vous avez choisies, avec titre, fichier, étiquette, suggestion et lignes pour des notes. Choisissez le papier et le nombre d’images par rangée ; l’aperçu est ce qui sera imprimé et dit combien il y a de pages.\n\n« Imprimer » ouvre la fenêtre d’impression de votre système, où la planche peut aussi être gardée en PDF. Au plus 2 000 œuvres à la fois.',
  printWords: 'papier, pdf, épreuve, vignettes, a4, page',
  undoTitle: 'Annuler et refaire',
  undoText:
    'Ctrl+Z annule le dernier changement, quel qu’il soit : une décision, les étiquettes de mille œuvres d’un coup, un terme fusionné. Appuyez encore pour remonter plus loin ; il n’y a pas de limite, et cela marche aussi après un redémarrage. Ctrl+Maj+Z le refait.\n\nL’écran Historique raconte chaque changement en une phrase, avec qui et quand. Rien n’est jamais écrasé : l’annulation aussi est notée.',
  undoWords: 'annuler, refaire, erreur, rétablir, historique, journal, qui',
  summaryTitle: 'Ce qui a été fait aujourd’hui',
  summaryText:
    'Le bilan dit pour chaque jour et chaque personne combien d’étiquettes ont été révisées et corrigées, et quelles corrections ont été les plus fréquentes. Vous le trouvez à l’accueil, à la fin d’une révision et parmi les commandes (Ctrl+K). Ce qui a été annulé ne compte pas.',
  summaryWords: 'statistiques, progression, rapport, jour, séance, nombre',
  overviewTitle: 'Que réparer avant d’apprendre',
  overviewText:
    'L’aperçu dit ce qui gêne un bon apprentissage : des œuvres sans étiquette, des termes de trop peu d’œuvres, un terme qui l’emporte sur tous les autres, des images floues, sombres, petites ou encadrées, et des copies aux étiquettes différentes. Chaque ligne mène à ses œuvres. Il n’est pas nécessaire de tout réparer ; commencez par la première.',
  overviewWords: 'qualité, problèmes, flou, doublons, copies, petit, déséquilibre, manquant',
  evaluateTitle: 'Ce que vaut l’application, et où elle échoue',
  evaluateText:
    'Évaluer dit combien souvent le modèle s’accorde avec les étiquettes sans les avoir vues, avec l’intervalle où se trouve le vrai chiffre. Le tableau des confusions montre quels termes sont pris pour lesquels ; choisissez une case pour voir ses œuvres. L’accord n’est pas la vérité : là où les étiquettes sont fausses, le modèle a raison de contredire.\n\nLes apprentissages peuvent être comparés côte à côte, et un rapport gardé en fichier.',
  evaluateWords: 'exactitude, confusion, précision, mesures, qualité, confiance, rapport, comparer',
  findingsTitle: 'Combien d’étiquettes sont fausses',
  findingsText:
    'Constats estime combien d’étiquettes de la collection sont fausses, où elles se rassemblent (un dossier, une importation, un catalogueur, un artiste), et combien une heure de révision de plus en trouverait. Un échantillon du reste, que vous jugez sans voir la suggestion, montre ce qui échappe à la liste.',
  findingsWords: 'estimation, erreurs, échantillon, contrôle, où, combien',
  recipesTitle: 'Recettes et réseaux',
  recipesText:
    'Une recette dit comment apprendre : avec quel réseau, quelles parties apprennent, et combien de temps. La rapide convient à la plupart des collections. D’autres suivent des systèmes publiés, ou sont un fichier à vous.\n\nDans les réglages, on peut ajouter un autre réseau par un fichier ONNX. Ce qui a été appris peut aussi être emporté en fichier ONNX, avec une fiche qui dit comment il a été fait.',
  recipesWords: 'onnx, réseau, pré-entraîné, avancé, efficientnet, resnet, json, fiche du modèle',
  exportTitle: 'Exporter le tableau corrigé',
  exportText:
    'Exporter réécrit votre tableau : mêmes colonnes, ordre, encodage et séparateurs, et seules diffèrent les cellules dont vous avez changé l’étiquette. Un aperçu montre chacune. Votre tableau d’origine n’est pas touché, sauf si vous choisissez son nom.\n\nUn nouveau tableau dit en plus qui a décidé quoi, et quand.',
  exportWords: 'enregistrer, csv, excel, écrire, système de collection, résultat',
  privacyTitle: 'Ce qui quitte cet ordinateur',
  privacyText:
    'Rien. Vos images, étiquettes et décisions restent sur cet ordinateur. L’application marche sans internet, n’a pas de compte et n’envoie aucune statistique. C’est seulement si vous ajoutez un réseau depuis une adresse qu’elle va chercher ce fichier.\n\nLes images ne sont ouvertes que pour être lues. Tout ce que l’application écrit est dans le dossier de la collection, que vous pouvez copier, déplacer ou supprimer en entier ; les images n’y sont pas.',
  privacyWords: 'protection des données, rgpd, nuage, internet, hors ligne, sécurité, sauvegarde, dossier, déplacer',
  accessTitle: 'Clavier, lecteurs d’écran, grands caractères',
  accessText:
    'Tout peut se faire au clavier. Tab va d’une partie de l’écran à l’autre, les flèches dans les listes et les grilles, Échap ferme ce qui a été ouvert. Ctrl+K trouve toute commande par son nom.\n\nLes lecteurs d’écran entendent après chaque décision ce qui a été fait et quelle œuvre suit. L’application suit le clair et le sombre, le mouvement réduit et le contraste élevé de votre système, et peut être agrandie à 200 % et plus.',
  accessWords: 'accessibilité, aveugle, agrandir, contraste, mode sombre, raccourcis, wcag',
  troubleTitle: 'Si quelque chose ne marche pas',
  troubleText:
    'Un message dit ce qui n’a pas marché et que faire. Un travail interrompu par une coupure ou une panne reprend au prochain démarrage ; une décision que vous avez vue n’est jamais perdue.\n\nSi des images manquent, leur disque n’est peut-être pas branché, ou le dossier a été déplacé : importez-le de son nouvel endroit, et les œuvres sont reconnues à leur contenu. Si l’apprentissage s’arrête parce que la carte graphique lâche, le processeur continue tout seul.',
  troubleWords: 'erreur, problème, panne, images manquantes, déplacé, lent, carte graphique, mémoire, perdu, réparer',
}
