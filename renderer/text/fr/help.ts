import type { Translation } from '../language.ts'

export const help: Translation['help'] = {
  contents: 'Sommaire de l’aide',
  search: 'Chercher dans l’aide',
  found: { one: '{count} article', other: '{count} articles' },
  nothing: 'Aucun article ne contient tous ces mots. Essayez-en moins, ou un autre.',
  first: 'Premiers pas et touches',
  more: 'En lire davantage',
  inLooks: 'Avec les œuvres semblables',
  title: 'Aide',
  lead: 'D’un dossier d’images à un tableau corrigé, en six étapes.',
  step1: 'Importer un dossier',
  step1Text:
    'Choisissez le dossier de vos images. S’il contient un tableau d’étiquettes, l’application le trouve et relie ses lignes aux images par le nom de fichier.',
  step2: 'Laisser regarder',
  step2Text:
    'L’application regarde chaque image une fois. Pour des milliers d’œuvres, cela prend quelques minutes ; vous pouvez arrêter et reprendre plus tard.',
  step3: 'Apprendre',
  step3Text:
    'Elle apprend à quoi ressemble chaque étiquette dans votre collection. Des secondes à des minutes. Un terme demande au moins cinq œuvres.',
  step4: 'Réviser',
  step4Text:
    'Les étiquettes que les images contredisent sont dans une liste, les pires d’abord. Une touche décide : changer, garder, incertain, passer.',
  step5: 'Réapprendre',
  step5Text:
    'Appuyez sur R. L’application apprend de vos décisions et remet la liste en ordre. Ce que vous avez décidé reste décidé.',
  step6: 'Exporter',
  step6Text: 'Enregistrez le tableau avec vos corrections. Chaque autre cellule est exactement comme avant.',
  keys: 'Touches',
  everywhere: 'Partout',
  inReview: 'En révision',
  inCollection: 'Dans la collection',
  inWork: 'Sur la page d’une œuvre',
  gridMove: 'Se déplacer parmi les œuvres',
  gridEnds: 'Première et dernière œuvre',
  gridSelect: 'Choisir plusieurs œuvres',
  gridOpen: 'Ouvrir l’œuvre',
  dialogClose: 'Fermer une boîte de dialogue',
}
