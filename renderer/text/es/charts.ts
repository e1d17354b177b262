import type { Said } from '../said.ts'

/** What figures say: charts/, by the English sentence. */
export const charts: Said = {
  '1 work': '1 obra',
  '{1} works': '{1} obras',
  Works: 'Obras',
  works: 'obras',
  term: 'término',
  run: 'aprendizaje',
  from: 'de',
  to: 'a',

  'How sure it was, right and wrong: {1}': 'Qué tan seguro estaba cuando acertaba y cuando fallaba: {1}',
  'Right for {1} works, wrong for {2}. Of the {3} it was at least 90 % sure of, 1 is wrong.':
    'Acierta en {1} obras, falla en {2}. De las {3} de las que estaba seguro al menos al 90 %, falla en 1.',
  'Right for {1} works, wrong for {2}. Of the {3} it was at least 90 % sure of, {4} are wrong.':
    'Acierta en {1} obras, falla en {2}. De las {3} de las que estaba seguro al menos al 90 %, falla en {4}.',
  Right: 'Acierta',
  Wrong: 'Falla',
  right: 'acierta',
  wrong: 'falla',
  'How sure it was': 'Qué tan seguro estaba',
  'How often it was right': 'Cuántas veces acertaba',
  'Can it be taken at its word? {1}': '¿Se puede confiar en su palabra? {1}',
  'It was too sure of itself: on average how sure it was is {1} away from how often it was right, {2} after correction.':
    'Estaba demasiado seguro: de media, su seguridad se aparta {1} de las veces que acertaba, {2} tras la corrección.',
  'It was not sure enough of itself: on average how sure it was is {1} away from how often it was right, {2} after correction.':
    'No estaba bastante seguro: de media, su seguridad se aparta {1} de las veces que acertaba, {2} tras la corrección.',
  'It was about as sure as it was right: on average how sure it was is {1} away from how often it was right, {2} after correction.':
    'Estaba más o menos tan seguro como acertaba: de media, su seguridad se aparta {1} de las veces que acertaba, {2} tras la corrección.',
  'As learned': 'Como se aprendió',
  Corrected: 'Corregido',
  'As sure as right': 'Tan seguro como acierta',
  certainty: 'seguridad',
  'mean certainty': 'seguridad media',
  'share right': 'parte que acierta',
  'as learned': 'como se aprendió',
  corrected: 'corregida',

  '{1} terms; rows are the labels, columns what the app takes the works for.':
    '{1} términos; las filas son las etiquetas, las columnas aquello por lo que la aplicación toma las obras.',
  '{1} of other terms, or taken for other terms, are not shown.':
    'No se muestran, por ser de otros términos o tomarse por otros: {1}.',
  'Most confused: {1} labelled {2} taken for {3}.': 'Lo más confundido: {2} tomado por {3}, {1}.',
  'No work is taken for another term.': 'Ninguna obra se toma por otro término.',
  'Labels and what the app takes them for: {1}': 'Etiquetas, y por qué toma la aplicación las obras: {1}',
  Label: 'Etiqueta',
  'Taken for': 'Tomada por',
  label: 'etiqueta',
  'taken for': 'tomada por',
  'share of the label': 'parte de la etiqueta',

  'Found against false alarms (ROC): {1}': 'Halladas frente a falsas alarmas (ROC): {1}',
  'Mean of the terms ({1})': 'Media de los términos ({1})',
  'All decisions together ({1})': 'Todas las decisiones juntas ({1})',
  'For each term, the share of its works that are found as the share of other works wrongly taken for it grows. The area under the mean curve is {1}; 1 is perfect, {2} is chance.':
    'Para cada término, la parte de sus obras que se halla a medida que crece la parte de otras obras tomadas por error por él. El área bajo la curva media es {1}; 1 es perfecto, {2} es el azar.',
  'False alarms among other works': 'Falsas alarmas entre otras obras',
  'Found again': 'Encontradas de nuevo',
  Chance: 'Azar',
  'Each term': 'Cada término',
  curve: 'curva',
  area: 'área',
  'false alarms': 'falsas alarmas',
  found: 'halladas',
  'mean of the terms': 'media de los términos',
  'all decisions': 'todas las decisiones',
  'Right against found (precision and recall): {1}': 'Correctas frente a halladas (precisión y exhaustividad): {1}',
  'For each term, how many of the works taken for it are right as more of its works are found. Best known: {1} (average precision {2}); least: {3} ({4}).':
    'Para cada término, cuántas de las obras tomadas por él son correctas a medida que se hallan más de sus obras. El que mejor conoce: {1} (precisión media {2}); el que menos: {3} ({4}).',
  'No term has works.': 'Ningún término tiene obras.',
  'Right when suggested': 'Correcto cuando se sugiere',
  'average precision': 'precisión media',
  recall: 'encontradas de nuevo',
  precision: 'correcto cuando se sugiere',

  'Found against false alarms, run by run: {1}': 'Halladas frente a falsas alarmas, por aprendizaje: {1}',
  'Area under the mean curve: {1}. 1 is perfect, {2} is chance.':
    'Área bajo la curva media: {1}. 1 es perfecto, {2} es el azar.',
  'run {1} {2}': 'aprendizaje {1} {2}',
  'Run {1} ({2})': 'Aprendizaje {1} ({2})',

  '{1} with a label, {2} without, {3} terms.': '{1} con etiqueta, {2} sin ella, {3} términos.',
  'Most frequent: {1} ({2}).': 'El más frecuente: {1} ({2}).',
  '1 term is too rare to be learned.': '1 término es demasiado raro para aprenderse.',
  '{1} terms are too rare to be learned.': '{1} términos son demasiado raros para aprenderse.',
  '1 rarer term is not drawn.': '1 término más raro no está dibujado.',
  '{1} rarer terms are not drawn.': '{1} términos más raros no están dibujados.',
  'Works of each term: {1}': 'Obras de cada término: {1}',
  'To learn from': 'Para aprender',
  'To choose by': 'Para elegir',
  'Set aside for judging': 'Apartadas para juzgar',
  'to learn from': 'para aprender',
  'to choose by': 'para elegir',
  'set aside': 'apartadas',

  'How wrong it was while it learned': 'Cuánto se equivocaba mientras aprendía',
  'On works it learned from it fell from {1} to {2}, on works it had not seen from {3} to {4}. Lower is better.':
    'En las obras de las que aprendió bajó de {1} a {2}, en las que no había visto, de {3} a {4}. Menos es mejor.',
  'On works it learned from it fell from {1} to {2}. Lower is better.':
    'En las obras de las que aprendió bajó de {1} a {2}. Menos es mejor.',
  'Labels it got right while it learned': 'Etiquetas que acertaba mientras aprendía',
  'In the end it got {1} right of those it learned from and {2} of those it had not seen.':
    'Al final acertaba {1} de las que aprendió y {2} de las que no había visto.',
  'On works it learned from': 'En obras de las que aprendió',
  'On works it had not seen': 'En obras que no había visto',
  'on works it learned from': 'en obras de las que aprendió',
  'on works it had not seen': 'en obras que no había visto',
  Step: 'Paso',
  step: 'paso',
  'How wrong': 'Cuánto se equivoca',

  'Map of the collection, coloured by {1}': 'Mapa de la colección, coloreado por {1}',
  '{1} as {2} sees them: works that look alike lie close together; what is far apart says little. {3} of them were laid out by UMAP.':
    '{1} como las ve {2}: las obras que se parecen están cerca; lo que está lejos dice poco. UMAP colocó {3} de ellas.',
  'others, or none': 'otras, o ninguna',
  group: 'grupo',

  'Light of the pictures of each term: {1}': 'Luz de las imágenes de cada término: {1}',
  'From black to white, the outline is that of all works. Darkest: {1} (mean {2} of white); lightest: {3} ({4}).':
    'De negro a blanco, el contorno es el de todas las obras. El más oscuro: {1} (de media {2} del blanco); el más claro: {3} ({4}).',
  'No picture has been measured yet.': 'Todavía no se ha medido ninguna imagen.',
  Black: 'Negro',
  White: 'Blanco',
  'mean light': 'luz media',
  'bin {1}': 'nivel {1}',
  'Colours of the pictures of each term: {1}': 'Colores de las imágenes de cada término: {1}',
  'A strip a term, divided by the share of each hue; grey is without colour. Least coloured: {1} ({2} grey).':
    'Una franja por término, dividida según la parte de cada tono; el gris no tiene color. El menos coloreado: {1} ({2} de gris).',
  grey: 'gris',
  'hue {1}°': 'tono {1}°',
}
