import type { Translation } from '../language.ts'

export const looked: Translation['looked'] = {
  picture: 'Image',
  for: 'parle pour {term}',
  against: 'parle contre',
  how: {
    one: 'À quoi se fie l’apprentissage {run}, à côté de {count} autre image de cette collection',
    other: 'À quoi se fie l’apprentissage {run}, à côté de {count} autres images de cette collection',
  },
  working: 'Recherche de l’endroit où le réseau regarde',
}

export const evidence: Translation['evidence'] = {
  nothingAlone: 'Rien à soi seul : quoi qu’on laisse de côté, l’étiquette reste douteuse.',
  whatIf: 'Ce qui changerait cela',
  moreArtist: {
    one: 'Si {count} de plus des {of} autres œuvres de {artist} ici était {label}, ce ne serait plus douteux.',
    other: 'Si {count} de plus des {of} autres œuvres de {artist} ici étaient {label}, ce ne serait plus douteux.',
  },
  moreNeighbours: {
    one: 'Si {count} de plus des {of} œuvres les plus ressemblantes était {label}, ce ne serait plus douteux.',
    other: 'Si {count} de plus des {of} œuvres les plus ressemblantes étaient {label}, ce ne serait plus douteux.',
  },
  withoutPicture: 'Si l’image ne comptait pas, la chance que {label} soit juste serait de {chance} au lieu de {now}.',
  withoutArtist:
    'Si personne ne savait qui l’a faite, la chance que {label} soit juste serait de {chance} au lieu de {now}.',
  withoutNeighbours:
    'Si les œuvres les plus ressemblantes ne comptaient pas, la chance que {label} soit juste serait de {chance} au lieu de {now}.',
  withoutRules:
    'Si sa fiche ne le contredisait pas, la chance que {label} soit juste serait de {chance} au lieu de {now}.',
  withoutBatch: {
    one: 'Jugée seule, et non comme œuvre de cet artiste, la chance que {label} soit juste serait de {chance} au lieu de {now}.',
    other:
      'Jugée seule, et non avec les {count} œuvres de l’artiste qui ont cette étiquette, la chance que {label} soit juste serait de {chance} au lieu de {now}.',
  },
  confirmed: '{title}, ressemblance {percent}, confirmée par {actor}, {day}',
  confirmedBy: {
    one: '{count} d’entre elles confirmée par {names}',
    other: '{count} d’entre elles confirmées par {names}',
  },
  traceTitle: 'Comment cela a été trouvé',
  score: 'La chance que l’étiquette soit juste',
  single: 'Cette œuvre seule : {label} est juste',
  batch: {
    one: 'La seule œuvre de l’artiste avec cette étiquette est bien étiquetée',
    other: 'Les {count} œuvres de l’artiste avec cette étiquette sont bien étiquetées',
  },
  rules: 'Ce que sa fiche contredit',
  product: 'Ensemble ; au-dessous de {threshold}, une étiquette est douteuse',
  witnesses: 'Ce qui parle, et combien cela compte',
  witness: 'Qui le dit',
  weight: 'Poids',
  picture: 'L’image',
  artist: 'Les autres œuvres de l’artiste',
  neighbours: 'Les œuvres les plus ressemblantes',
  together: 'Les œuvres de l’artiste d’une même étiquette, ensemble',
  pictureDetail: 'par un modèle qui n’a pas vu cette étiquette',
  artistDetail: {
    one: '{given} sur {count} autre œuvre de {name} est {label}',
    other: '{given} sur {count} autres œuvres de {name} sont {label}',
  },
  neighboursDetail: { one: '{given} sur {count} est {label}', other: '{given} sur {count} sont {label}' },
  method:
    'Chaque probabilité est élevée à la puissance de son poids, et elles sont multipliées. Les poids ont été trouvés lors de l’apprentissage : avec eux, les témoins prédisent au mieux les étiquettes de cette collection. {rate} des étiquettes sont tenues pour fausses par hasard.',
  calibrated:
    'La probabilité de {label} selon l’image était de {before} avant, et de {after} après avoir été accordée avec la fréquence à laquelle elle a raison (température {temperature}).',
  run: 'Apprentissage {run}, {recipe}, {at}. Réseau : {network}. Appris de {works} œuvres, graine {seed}.',
  weights: 'Combien chacun compte, pour chaque œuvre ({attribute})',
  weightsHint: 'Un changement remet toute la liste en ordre aussitôt, et reste avec cet apprentissage.',
  notAtAll: 'Pas du tout',
  less: 'Moitié',
  asLearned: 'Comme appris',
  more: 'Double',
  withoutDynamics:
    'Si la façon dont l’étiquette a été apprise ne comptait pas, la chance que {label} soit juste serait de {chance} au lieu de {now}.',
  dynamics: 'Comment l’étiquette a été apprise',
  dynamicsStep: 'Le réseau, à qui l’on avait dit {label}, tenait un autre terme pour plus probable en apprenant',
  dynamicsOver: 'Probabilité de {label} à {moments} moments de l’apprentissage',
  dynamicsTold: 'Le réseau à qui on l’a dite',
  dynamicsUntold: 'Les réseaux à qui on ne l’a pas dite',
  dynamicsMean: 'Moyenne',
  dynamicsSpread: 'Dispersion',
  dynamicsAhead: 'Avance sur le suivant',
  dynamicsAheadHint:
    'Avance sur le suivant : combien de fois il était en moyenne plus probable que le plus probable des autres termes. Au-dessous de 1, un autre l’était.',
  dynamicsIdle: 'Cela ne compte pas ici : là où les artistes sont connus, les listes sans cela trouvent davantage.',
  dynamicsNotKept: 'Cette façon d’apprendre n’a pas gardé trace de la manière dont chaque étiquette a été apprise.',
  dynamicsNotRecorded: 'Rien n’a été gardé de la manière dont cette étiquette a été apprise.',
  dynamicsOtherLabel: 'L’étiquette a été changée depuis ; on ne sait pas comment elle serait apprise.',
}
