import type { Translation } from '../language.ts'

export const looked: Translation['looked'] = {
  picture: 'Imagen',
  for: 'habla a favor de {term}',
  against: 'habla en contra',
  how: {
    one: 'En qué se guía el aprendizaje {run}, junto a {count} imagen más de esta colección',
    other: 'En qué se guía el aprendizaje {run}, junto a {count} imágenes más de esta colección',
  },
  working: 'Se averigua dónde mira la red',
}

export const evidence: Translation['evidence'] = {
  nothingAlone: 'Nada por sí solo: se omita lo que se omita, la etiqueta sigue siendo dudosa.',
  whatIf: 'Qué cambiaría esto',
  moreArtist: {
    one: 'Si {count} más de las {of} otras obras de {artist} aquí fuera {label}, dejaría de ser dudosa.',
    other: 'Si {count} más de las {of} otras obras de {artist} aquí fueran {label}, dejaría de ser dudosa.',
  },
  moreNeighbours: {
    one: 'Si {count} más de las {of} obras más parecidas fuera {label}, dejaría de ser dudosa.',
    other: 'Si {count} más de las {of} obras más parecidas fueran {label}, dejaría de ser dudosa.',
  },
  withoutPicture:
    'Si la imagen no contara, la probabilidad de que {label} sea correcto sería {chance} en vez de {now}.',
  withoutArtist:
    'Si nadie supiera quién la hizo, la probabilidad de que {label} sea correcto sería {chance} en vez de {now}.',
  withoutNeighbours:
    'Si las obras más parecidas no contaran, la probabilidad de que {label} sea correcto sería {chance} en vez de {now}.',
  withoutRules:
    'Si su ficha no lo contradijera, la probabilidad de que {label} sea correcto sería {chance} en vez de {now}.',
  withoutBatch: {
    one: 'Juzgada por sí sola, no como obra de este artista, la probabilidad de que {label} sea correcto sería {chance} en vez de {now}.',
    other:
      'Juzgada por sí sola, no junto con las {count} obras del artista con esta etiqueta, la probabilidad de que {label} sea correcto sería {chance} en vez de {now}.',
  },
  confirmed: '{title}, parecida al {percent}, confirmada por {actor}, {day}',
  confirmedBy: { one: '{count} de ellas confirmada por {names}', other: '{count} de ellas confirmadas por {names}' },
  traceTitle: 'Cómo se encontró esto',
  score: 'La probabilidad de que la etiqueta sea correcta',
  single: 'Esta obra sola: {label} es correcto',
  batch: {
    one: 'La única obra del artista con esta etiqueta está bien etiquetada',
    other: 'Las {count} obras del artista con esta etiqueta están bien etiquetadas',
  },
  rules: 'Lo que su ficha contradice',
  product: 'Juntas; por debajo de {threshold} una etiqueta es dudosa',
  witnesses: 'Qué habla y cuánto cuenta',
  witness: 'Quién lo dice',
  weight: 'Peso',
  picture: 'La imagen',
  artist: 'Las otras obras del artista',
  neighbours: 'Las obras más parecidas',
  together: 'Las obras del artista con una misma etiqueta, juntas',
  pictureDetail: 'por un modelo que no ha visto esta etiqueta',
  artistDetail: {
    one: '{given} de {count} otra obra de {name} es {label}',
    other: '{given} de {count} otras obras de {name} son {label}',
  },
  neighboursDetail: { one: '{given} de {count} es {label}', other: '{given} de {count} son {label}' },
  method:
    'Cada probabilidad se eleva a la potencia de su peso, y se multiplican. Los pesos se hallaron con el aprendizaje: con ellos los testigos predicen mejor las etiquetas de esta colección. Se supone que {rate} de las etiquetas están equivocadas al azar.',
  calibrated:
    'La probabilidad de {label} según la imagen era {before} antes, y es {after} después, de ajustarla a cuántas veces acierta (temperatura {temperature}).',
  run: 'Aprendizaje {run}, {recipe}, {at}. Red: {network}. Aprendido de {works} obras, semilla {seed}.',
  weights: 'Cuánto cuenta cada una, para cada obra ({attribute})',
  weightsHint: 'Un cambio reordena toda la lista al momento, y se queda con este aprendizaje.',
  notAtAll: 'Nada',
  less: 'La mitad',
  asLearned: 'Como se aprendió',
  more: 'El doble',
  withoutDynamics:
    'Si no contara cómo se aprendió la etiqueta, la probabilidad de que {label} sea correcto sería {chance} en vez de {now}.',
  dynamics: 'Cómo se aprendió la etiqueta',
  dynamicsStep: 'La red, a la que se le dijo {label}, tenía otro término por más probable mientras aprendía',
  dynamicsOver: 'Probabilidad de {label} en {moments} momentos del aprendizaje',
  dynamicsTold: 'La red a la que se le dijo',
  dynamicsUntold: 'Las redes a las que no se les dijo',
  dynamicsMean: 'Media',
  dynamicsSpread: 'Dispersión',
  dynamicsAhead: 'Ventaja sobre el siguiente',
  dynamicsAheadHint:
    'Ventaja sobre el siguiente: cuántas veces fue de media más probable que el más probable de los otros términos. Por debajo de 1 lo era otro.',
  dynamicsIdle: 'Aquí no cuenta: donde se conocen los artistas, las listas sin ello encuentran más.',
  dynamicsNotKept: 'Esta forma de aprender no ha guardado cómo se aprendió cada etiqueta.',
  dynamicsNotRecorded: 'No se guardó nada de cómo se aprendió esta etiqueta.',
  dynamicsOtherLabel: 'La etiqueta se ha cambiado desde entonces; no se sabe cómo se aprendería.',
}
