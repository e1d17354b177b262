import type { Translation } from '../language.ts'

export const splits: Translation['splits'] = {
  range: '{share} (de {low} à {high})',
  cannotJudge: { one: 'impossible à juger avec {count} œuvre', other: 'impossible à juger avec {count} œuvres' },
  unseenWorks: 'Sur des œuvres jamais vues',
  random: 'Chaque étiquette a été jugée par un modèle qui n’avait pas vu l’œuvre : {share} sont justes.',
  unseenArtists: 'Sur des artistes jamais vus',
  artists: 'Sur des artistes jamais vus : {unseen}. Sur ceux qu’il connaît : {known}.',
  artistsHow: {
    one: '{count} œuvre de {artists} artistes, jugée deux fois : par le modèle qui peut connaître d’autres œuvres de l’artiste, et par un qui n’en a vu aucune.',
    other:
      'Les mêmes {count} œuvres de {artists} artistes, jugées deux fois : par le modèle qui peut connaître d’autres œuvres de l’artiste, et par un qui n’en a vu aucune.',
  },
  artistHelps:
    'Sur cent œuvres, connaître l’artiste lui en fait trouver {low} à {high} de plus : une part de ce qu’il a appris est l’artiste.',
  artistNoHelp: 'Ce n’est pas plus que le hasard : le modèle ne s’appuie pas sur la connaissance de l’artiste.',
  noArtists:
    'Cette collection ne dit pas qui a fait les œuvres, ou c’est l’artiste qui est appris ; les deux ne peuvent donc pas être comparés.',
  leakage: 'L’épreuve était-elle juste ?',
  alarm: {
    one: '{count} œuvre a été jugée après que le modèle avait appris d’une image presque identique. Son résultat dit peu.',
    other:
      '{count} œuvres ont été jugées après que le modèle avait appris d’une image presque identique. Leurs résultats disent peu.',
  },
  alarmFigures:
    'Sur ces œuvres, {copies} sont justes, sur toutes les autres {others} : le second chiffre est le plus juste.',
  clean: 'Aucune œuvre n’a été jugée après que le modèle avait appris d’une image presque identique.',
  notMeasured: 'Les quasi-copies n’ont pas encore été cherchées. Vérifiez les images sous Aperçu.',
  noFolds:
    'Pour cet apprentissage, on n’a pas gardé quelles œuvres furent jugées ensemble. Réapprenez pour faire trouver les quasi-copies.',
  showPairs: { one: 'Afficher {count} œuvre avec sa copie', other: 'Afficher {count} œuvres avec leurs copies' },
  sameArtist:
    '{works} œuvres sur {of} sont d’un artiste dont le modèle a appris d’autres œuvres. C’est habituel ; les chiffres ci-dessus disent ce que cela vaut.',
  holdOut: 'Sur des œuvres mises de côté pour de bon',
  holdOutFigure: 'Selon les étiquettes avec lesquelles elles sont venues : {share} sont justes.',
  holdOutNow: {
    one: 'Selon les étiquettes actuelles, après {count} correction parmi elles : {share}.',
    other: 'Selon les étiquettes actuelles, après {count} corrections parmi elles : {share}.',
  },
  holdOutHow: {
    one: '{count} œuvre, environ une sur sept, choisie par son image et jamais rechoisie. Les corrections ne changent pas les étiquettes du premier chiffre, et aucun modèle qui juge l’œuvre n’a appris d’elle ni d’une copie exacte.',
    other:
      '{count} œuvres, environ une sur sept, choisies par leurs images et jamais rechoisies. Les corrections ne changent pas les étiquettes du premier chiffre, et aucun modèle qui juge l’une d’elles n’a appris d’elle ni d’une copie exacte.',
  },
}
