import type { Translation } from '../language.ts'

export const overview: Translation['overview'] = {
  title: 'Panorama',
  lead: 'De qué se puede aprender, y qué arreglar primero. Nada aquí cambia una etiqueta.',
  empty: 'Todavía no hay nada que repasar',
  emptyHint: 'Importe una carpeta de imágenes. Después esta página dice qué falta, es raro, doble o mal fotografiado.',
  works: { one: '{count} obra', other: '{count} obras' },
  advice: 'Qué arreglar primero',
  now: 'Primero',
  soon: 'Después',
  note: 'Conviene saberlo',
  showWorks: { one: 'Mostrar {count} obra', other: 'Mostrar {count} obras' },
  showProblems: { one: 'Mostrar {count} archivo', other: 'Mostrar {count} archivos' },
  measure: 'Comprobar las imágenes ahora',
  goImport: 'Importar etiquetas',
  'no-labels': {
    one: 'La obra todavía no tiene etiqueta. Importe una tabla con sus etiquetas.',
    other: 'Ninguna de las {count} obras tiene etiqueta todavía. Importe una tabla con sus etiquetas.',
  },
  'one-term':
    'En {attribute} solo hay un término con cinco obras o más: no hay nada que distinguir. Etiquete obras con un segundo término.',
  'several-terms': {
    one: '{count} etiqueta de {attribute} parece nombrar varios términos, como {term}. Dígalo en el vocabulario y se juzgará por cada uno.',
    other:
      '{count} etiquetas de {attribute} parecen nombrar varios términos, como {term}. Dígalo en el vocabulario y se juzgarán por cada uno.',
  },
  'missing-labels': {
    one: '{count} obra no tiene etiqueta en {attribute}. El modelo sugerirá una, pero no aprende nada de ella.',
    other:
      '{count} obras no tienen etiqueta en {attribute}. El modelo sugerirá una para cada una, pero no aprende nada de ellas.',
  },
  'rare-terms': {
    one: 'Términos raros en {attribute}: {times}, en {count} obra en total. De menos de cinco obras no se aprende nada: etiquete más obras con ellos, o fusiónelos.',
    other:
      'Términos raros en {attribute}: {times}, en {count} obras en total. De menos de cinco obras no se aprende nada: etiquete más obras con ellos, o fusiónelos.',
  },
  imbalance:
    '{attribute}: «{term}» tiene {times} veces las obras del término más raro. El modelo se inclinará hacia él; más obras de los términos raros es lo que más ayuda.',
  'copies-differ': {
    one: '{count} obra comparte su imagen con otra, pero no la etiqueta ({attribute}). Una de las dos está equivocada.',
    other:
      '{count} obras comparten una imagen, o casi, pero no la etiqueta ({attribute}). En cada grupo hay al menos una equivocada.',
  },
  copies: {
    one: '{count} obra comparte su imagen con otra, o casi. Compruebe que no esté registrada dos veces.',
    other: '{count} obras comparten su imagen con otra, o casi. Compruebe que ninguna esté registrada dos veces.',
  },
  unreadable: {
    one: '{count} archivo no se puede leer y se dejó fuera. Cópielo de nuevo desde donde vino.',
    other: '{count} archivos no se pueden leer y se dejaron fuera. Cópielos de nuevo desde donde vinieron.',
  },
  'not-measured': {
    one: 'Todavía no se ha comprobado la luz, la nitidez y las copias de {count} imagen.',
    other: 'Todavía no se ha comprobado la luz, la nitidez y las copias de {count} imágenes.',
  },
  small: {
    one: '{count} imagen mide menos de 200 píxeles. El modelo ve poco en ella; use una digitalización mayor.',
    other: '{count} imágenes miden menos de 200 píxeles. El modelo ve poco en ellas; use digitalizaciones mayores.',
  },
  dark: {
    one: '{count} imagen es muy oscura. Compruebe si está subexpuesta.',
    other: '{count} imágenes son muy oscuras. Compruebe si están subexpuestas.',
  },
  bright: {
    one: '{count} imagen es muy clara. Compruebe si está sobreexpuesta o es sobre todo fondo vacío.',
    other: '{count} imágenes son muy claras. Compruebe si están sobreexpuestas o son sobre todo fondo vacío.',
  },
  flat: {
    one: '{count} imagen apenas muestra diferencia entre claro y oscuro. Compruebe si está desvaída o vacía.',
    other: '{count} imágenes apenas muestran diferencia entre claro y oscuro. Compruebe si están desvaídas o vacías.',
  },
  blurry: {
    one: '{count} imagen está borrosa, o se amplió de una pequeña. Use una digitalización más nítida.',
    other: '{count} imágenes están borrosas, o se ampliaron de pequeñas. Use digitalizaciones más nítidas.',
  },
  border: {
    one: '{count} imagen tiene un margen ancho y liso. El modelo podría aprender el margen; recórtela.',
    other: '{count} imágenes tienen un margen ancho y liso. El modelo podría aprender el margen; recórtelas.',
  },
  grey: {
    one: '{count} imagen no tiene color. Compruebe si es una fotografía en blanco y negro de una obra en color.',
    other: '{count} imágenes no tienen color. Compruebe si son fotografías en blanco y negro de obras en color.',
  },
  good: {
    one: 'Nada impide aprender.',
    other: 'Nada impide aprender: {count} obras con imágenes y etiquetas en buen estado.',
  },
  labels: 'Etiquetas',
  labelled: '{labelled} etiquetadas, {missing} sin etiqueta',
  terms: { one: '{count} término', other: '{count} términos' },
  even: 'repartidas por igual entre los términos',
  uneven:
    'repartidas de forma desigual: el término más frecuente tiene {times} veces las obras del más raro que se puede aprender',
  rareTerms: {
    one: '{count} término es demasiado raro para aprenderse',
    other: '{count} términos son demasiado raros para aprenderse',
  },
  chart: 'Obras por término, {attribute}',
  showAll: 'Mostrar los {count} términos',
  showFewer: 'Mostrar solo los más frecuentes',
  term: 'Término',
  count: 'Obras',
  learning: 'Para aprender',
  checking: 'Para comprobar',
  aside: 'Apartadas',
  pictures: 'Imágenes',
  picturesLead: 'Medido en las copias pequeñas que guarda esta colección.',
  sizes: 'Lado menor, en píxeles',
  below: 'menos de {to}',
  between: 'de {from} a {to}',
  above: '{from} y más',
  formats: 'Tipos de archivo',
  copySets: 'La misma imagen, o casi',
  exactSets: { one: '{count} grupo de copias exactas', other: '{count} grupos de copias exactas' },
  nearSets: { one: '{count} grupo de casi copias', other: '{count} grupos de casi copias' },
  noSets: 'No hay dos obras que compartan imagen.',
  showSet: { one: 'Mostrar la {count} obra de este grupo', other: 'Mostrar las {count} obras de este grupo' },
  differ: 'difieren en {attributes}',
  concernSmall: 'Pequeñas',
  concernDark: 'Oscuras',
  concernBright: 'Claras',
  concernFlat: 'Sin contraste',
  concernBlurry: 'Borrosas',
  concernBorder: 'Con margen',
  concernGrey: 'Sin color',
  concernCopy: 'Copias exactas',
  concernNearCopy: 'Casi copias',
  back: 'Volver al panorama',
}
