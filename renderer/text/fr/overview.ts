import type { Translation } from '../language.ts'

export const overview: Translation['overview'] = {
  title: 'Aperçu',
  lead: 'De quoi apprendre, et que réparer d’abord. Rien ici ne change une étiquette.',
  empty: 'Rien encore à passer en revue',
  emptyHint:
    'Importez un dossier d’images. Cette page dit alors ce qui manque, est rare, en double ou mal photographié.',
  works: { one: '{count} œuvre', other: '{count} œuvres' },
  advice: 'Que réparer d’abord',
  now: 'D’abord',
  soon: 'Ensuite',
  note: 'Bon à savoir',
  showWorks: { one: 'Afficher {count} œuvre', other: 'Afficher {count} œuvres' },
  showProblems: { one: 'Afficher {count} fichier', other: 'Afficher {count} fichiers' },
  measure: 'Vérifier les images maintenant',
  goImport: 'Importer des étiquettes',
  'no-labels': {
    one: 'L’œuvre n’a pas encore d’étiquette. Importez un tableau avec ses étiquettes.',
    other: 'Aucune des {count} œuvres n’a encore d’étiquette. Importez un tableau avec leurs étiquettes.',
  },
  'one-term':
    'Pour {attribute}, un seul terme a cinq œuvres ou plus : il n’y a rien à distinguer. Étiquetez des œuvres d’un second terme.',
  'several-terms': {
    one: '{count} étiquette ({attribute}) semble nommer plusieurs termes, par exemple {term}. Dites-le dans le vocabulaire, et elle sera jugée selon chacun.',
    other:
      '{count} étiquettes ({attribute}) semblent nommer plusieurs termes, par exemple {term}. Dites-le dans le vocabulaire, et elles seront jugées selon chacun.',
  },
  'missing-labels': {
    one: '{count} œuvre n’a pas d’étiquette pour {attribute}. Le modèle en suggérera une, mais n’en apprend rien.',
    other:
      '{count} œuvres n’ont pas d’étiquette pour {attribute}. Le modèle en suggérera une pour chacune, mais n’en apprend rien.',
  },
  'rare-terms': {
    one: 'Termes rares pour {attribute} : {times}, sur {count} œuvre en tout. De moins de cinq œuvres, on n’apprend rien : étiquetez-en plus, ou fusionnez-les.',
    other:
      'Termes rares pour {attribute} : {times}, sur {count} œuvres en tout. De moins de cinq œuvres, on n’apprend rien : étiquetez-en plus, ou fusionnez-les.',
  },
  imbalance:
    '{attribute} : « {term} » a {times} fois plus d’œuvres que le terme le plus rare. Le modèle penchera vers lui ; plus d’œuvres des termes rares aident le mieux.',
  'copies-differ': {
    one: '{count} œuvre partage son image avec une autre, mais pas l’étiquette ({attribute}). L’une des deux est fausse.',
    other:
      '{count} œuvres partagent une image, ou presque, mais pas l’étiquette ({attribute}). Dans chaque groupe, une au moins est fausse.',
  },
  copies: {
    one: '{count} œuvre partage son image avec une autre, ou presque. Vérifiez qu’elle n’est pas saisie deux fois.',
    other: '{count} œuvres partagent leur image avec une autre, ou presque. Vérifiez qu’aucune n’est saisie deux fois.',
  },
  unreadable: {
    one: '{count} fichier est illisible et a été laissé de côté. Copiez-le de nouveau de là d’où il vient.',
    other:
      '{count} fichiers sont illisibles et ont été laissés de côté. Copiez-les de nouveau de là d’où ils viennent.',
  },
  'not-measured': {
    one: 'La lumière, la netteté et les copies de {count} image n’ont pas encore été vérifiées.',
    other: 'La lumière, la netteté et les copies de {count} images n’ont pas encore été vérifiées.',
  },
  small: {
    one: '{count} image a moins de 200 pixels. Le modèle y voit peu ; prenez une plus grande numérisation.',
    other: '{count} images ont moins de 200 pixels. Le modèle y voit peu ; prenez de plus grandes numérisations.',
  },
  dark: {
    one: '{count} image est très sombre. Vérifiez si elle est sous-exposée.',
    other: '{count} images sont très sombres. Vérifiez si elles sont sous-exposées.',
  },
  bright: {
    one: '{count} image est très claire. Vérifiez si elle est surexposée ou surtout faite de fond vide.',
    other: '{count} images sont très claires. Vérifiez si elles sont surexposées ou surtout faites de fond vide.',
  },
  flat: {
    one: '{count} image montre à peine de différence entre clair et sombre. Vérifiez si elle est pâlie ou vide.',
    other:
      '{count} images montrent à peine de différence entre clair et sombre. Vérifiez si elles sont pâlies ou vides.',
  },
  blurry: {
    one: '{count} image est floue, ou agrandie d’une petite. Prenez une numérisation plus nette.',
    other: '{count} images sont floues, ou agrandies de petites. Prenez des numérisations plus nettes.',
  },
  border: {
    one: '{count} image a une large marge unie. Le modèle pourrait apprendre la marge ; rognez-la.',
    other: '{count} images ont une large marge unie. Le modèle pourrait apprendre la marge ; rognez-les.',
  },
  grey: {
    one: '{count} image n’a pas de couleur. Vérifiez si c’est une photographie en noir et blanc d’une œuvre en couleur.',
    other:
      '{count} images n’ont pas de couleur. Vérifiez si ce sont des photographies en noir et blanc d’œuvres en couleur.',
  },
  good: {
    one: 'Rien n’empêche d’apprendre.',
    other: 'Rien n’empêche d’apprendre : {count} œuvres aux images et étiquettes saines.',
  },
  labels: 'Étiquettes',
  labelled: '{labelled} étiquetées, {missing} sans',
  terms: { one: '{count} terme', other: '{count} termes' },
  even: 'réparties également entre les termes',
  uneven: 'réparties inégalement : le terme le plus fréquent a {times} fois les œuvres du plus rare qui s’apprenne',
  rareTerms: {
    one: '{count} terme est trop rare pour être appris',
    other: '{count} termes sont trop rares pour être appris',
  },
  chart: 'Œuvres par terme, {attribute}',
  showAll: 'Afficher les {count} termes',
  showFewer: 'Afficher seulement les plus fréquents',
  term: 'Terme',
  count: 'Œuvres',
  learning: 'Pour apprendre',
  checking: 'Pour vérifier',
  aside: 'Mises de côté',
  pictures: 'Images',
  picturesLead: 'Mesuré sur les petites copies que garde cette collection.',
  sizes: 'Petit côté, en pixels',
  below: 'moins de {to}',
  between: 'de {from} à {to}',
  above: '{from} et plus',
  formats: 'Sortes de fichiers',
  copySets: 'Même image, ou presque',
  exactSets: { one: '{count} groupe de copies exactes', other: '{count} groupes de copies exactes' },
  nearSets: { one: '{count} groupe de quasi-copies', other: '{count} groupes de quasi-copies' },
  noSets: 'Aucune paire d’œuvres ne partage une image.',
  showSet: { one: 'Afficher la {count} œuvre de ce groupe', other: 'Afficher les {count} œuvres de ce groupe' },
  differ: 'diffèrent par {attributes}',
  concernSmall: 'Petites',
  concernDark: 'Sombres',
  concernBright: 'Claires',
  concernFlat: 'Sans contraste',
  concernBlurry: 'Floues',
  concernBorder: 'Avec une marge',
  concernGrey: 'Sans couleur',
  concernCopy: 'Copies exactes',
  concernNearCopy: 'Quasi-copies',
  back: 'Retour à l’aperçu',
}
