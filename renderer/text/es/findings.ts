import type { Translation } from '../language.ts'

export const findings: Translation['findings'] = {
  title: 'Hallazgos',
  lead: 'Lo que la colección en conjunto dice de sus etiquetas.',
  attributes: 'Etiqueta por examinar',
  notLearned: 'Todavía no se ha aprendido nada.',
  notLearnedHint:
    'En cuanto la aplicación sepa qué aspecto tiene cada etiqueta, dirá aquí dónde se juntan las equivocadas.',
  working: 'Se examina la colección',
  wrong: 'Unas {count} etiquetas de {of} ({attribute}) están equivocadas',
  share:
    '{share} (entre {low} y {high}), según lo que dicen juntas las imágenes, los artistas y las obras más parecidas.',
  rangeHint:
    'El margen vale para errores aislados, debidos al azar. Los errores que encajan igual de bien con la imagen, o los lotes enteros de una misma mano, pueden ser más.',
  corrected: {
    one: 'La {count} etiqueta que usted ha mirado lo ha corregido.',
    other: 'Las {count} etiquetas que usted ha mirado lo han corregido.',
  },
  notCorrected: 'Todavía no ha mirado nadie: sus decisiones lo corregirán.',
  confidentLearning:
    'Punteado: {share}, lo que el «confident learning» saca solo de las imágenes. Cuenta demasiadas donde los términos se parecen.',
  budget: 'Qué encontraría seguir revisando',
  outlook: {
    one: 'La próxima etiqueta revisada encontrará unos {finds} de los {left} errores estimados.',
    other: 'Las próximas {count} etiquetas revisadas encontrarán unos {finds} de los {left} errores estimados.',
  },
  nothingLeft: 'No se esperan más etiquetas equivocadas.',
  stepLabels: 'Etiquetas revisadas',
  stepFinds: 'Equivocadas encontradas',
  sofar: {
    one: '{count} etiqueta revisada hasta ahora, {found} equivocada.',
    other: '{count} etiquetas revisadas hasta ahora, {found} equivocadas.',
  },
  controlTitle: 'Qué se le escapa a la lista',
  noControl: 'Todas las etiquetas son dudosas; no hay de dónde sacar una muestra.',
  controlUnseen: {
    one: 'Todavía no lo sabe nadie: mire {count} etiqueta sacada al azar de las que no son dudosas.',
    other: 'Todavía no lo sabe nadie: mire {count} etiquetas sacadas al azar de las que no son dudosas.',
  },
  control: {
    one: 'Se miró {count} etiqueta sacada al azar de las no dudosas, {wrong} estaba equivocada: como mucho {share} de ellas, {high} de {of}, están equivocadas.',
    other:
      'Se miraron {count} etiquetas sacadas al azar de las no dudosas, {wrong} de ellas equivocadas: como mucho {share} de ellas, {high} de {of}, están equivocadas.',
  },
  goOn: {
    one: 'Siga: la próxima etiqueta probablemente está equivocada.',
    other: 'Siga: de las próximas {count} etiquetas, unas {finds} están equivocadas.',
  },
  check:
    'El resto de la lista apenas contiene etiquetas equivocadas. Mire la muestra para estar seguro y después pare.',
  stop: 'Puede parar: lo que queda contiene pocas etiquetas equivocadas, y la muestra lo confirma.',
  reviewQueue: 'Revisar las etiquetas dudosas',
  reviewSample: 'Mirar la muestra',
  gathered: 'Dónde se juntan las etiquetas equivocadas',
  gatheredHint:
    'Más de lo que explica el azar. Las etiquetas que ha decidido cuentan como decididas, las demás como dudosas o no.',
  notGathered:
    'En ninguna parte: ninguna carpeta, importación, artista, número ni columna tiene más etiquetas dudosas de lo que explica el azar.',
  byFolder: 'Carpeta {value}',
  byImport: 'Importadas el {value}',
  byArtist: 'Obras de {value}',
  byColumn: '{column}: {value}',
  byStretch: '{column} {value}',
  lift: '{times} veces más a menudo',
  doubtfulOf: { one: '{count} de {of} etiquetas ({share})', other: '{count} de {of} etiquetas ({share})' },
  pairs: 'Términos que se parecen',
  pairsHint:
    'Las imágenes apenas los distinguen. Una duda entre los dos dice poco; una definición más clara puede ayudar.',
  noPairs: 'Ninguno: todos los términos con bastantes obras se distinguen.',
  pair: '{one} y {other}',
  apart: 'Distinguidos en {count} de 100 casos; {works} obras se parecen más al otro',
  tooRare: {
    one: '{count} término es demasiado raro para juzgarlo',
    other: '{count} términos son demasiado raros para juzgarlos',
  },
  tooRareHint: 'Con menos de cinco obras no se puede aprender nada: mírelas usted mismo.',
  rareTerm: { one: '{term} ({count} obra)', other: '{term} ({count} obras)' },
  outliers: {
    one: 'La obra menos parecida a las demás',
    other: 'Las {count} obras menos parecidas a las demás',
  },
  outliersHint:
    'Una fotografía equivocada, un detalle, un marco, algo que no es una obra, o simplemente una obra singular.',
  likeness: '{label}, parecida al {percent}',
  sample: { one: 'Muestra: queda {count} etiqueta', other: 'Muestra: quedan {count} etiquetas' },
  sampleDone: 'La muestra está vista.',
  backToQueue: 'Volver a las etiquetas dudosas',
}
