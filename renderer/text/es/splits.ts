import type { Translation } from '../language.ts'

export const splits: Translation['splits'] = {
  range: '{share} (de {low} a {high})',
  cannotJudge: { one: 'no se puede juzgar con {count} obra', other: 'no se puede juzgar con {count} obras' },
  unseenWorks: 'Con obras que nunca ha visto',
  random: 'Cada etiqueta la juzgó un modelo que no había visto la obra: {share} son correctas.',
  unseenArtists: 'Con artistas que nunca ha visto',
  artists: 'Con artistas que nunca ha visto: {unseen}. Con los que conoce: {known}.',
  artistsHow: {
    one: '{count} obra de {artists} artistas, juzgada dos veces: por el modelo que puede conocer otras obras del artista, y por uno que no ha visto ninguna.',
    other:
      'Las mismas {count} obras de {artists} artistas, juzgadas dos veces: por el modelo que puede conocer otras obras del artista, y por uno que no ha visto ninguna.',
  },
  artistHelps:
    'De cien obras acierta entre {low} y {high} más por conocer al artista: parte de lo que ha aprendido es el artista.',
  artistNoHelp: 'No es más que azar: el modelo no se apoya en conocer al artista.',
  noArtists:
    'Esta colección no dice quién hizo las obras, o lo que se aprende es el artista; por eso no se pueden comparar.',
  leakage: '¿Fue justa la prueba?',
  alarm: {
    one: '{count} obra se juzgó después de que el modelo aprendiera de casi la misma imagen. Su resultado dice poco.',
    other:
      '{count} obras se juzgaron después de que el modelo aprendiera de casi la misma imagen. Sus resultados dicen poco.',
  },
  alarmFigures: 'En estas obras {copies} son correctas, en todas las demás {others}: la segunda cifra es la más justa.',
  clean: 'Ninguna obra se juzgó después de que el modelo aprendiera de casi la misma imagen.',
  notMeasured: 'Todavía no se han buscado casi copias. Compruebe las imágenes en Panorama.',
  noFolds:
    'De este aprendizaje no se guardó qué obras se juzgaron juntas. Aprenda de nuevo para que se encuentren casi copias.',
  showPairs: { one: 'Mostrar {count} obra con su copia', other: 'Mostrar {count} obras con sus copias' },
  sameArtist:
    '{works} de {of} obras son de un artista de quien el modelo ha aprendido otras obras. Es lo habitual; las cifras de arriba dicen lo que vale.',
  holdOut: 'Con obras apartadas para siempre',
  holdOutFigure: 'Según las etiquetas con que llegaron: {share} son correctas.',
  holdOutNow: {
    one: 'Según las etiquetas de ahora, tras {count} corrección entre ellas: {share}.',
    other: 'Según las etiquetas de ahora, tras {count} correcciones entre ellas: {share}.',
  },
  holdOutHow: {
    one: '{count} obra, más o menos una de cada siete, elegida por su imagen y nunca elegida de nuevo. Las correcciones no cambian las etiquetas de la primera cifra, y ningún modelo que juzgue la obra ha aprendido de ella ni de una copia exacta.',
    other:
      '{count} obras, más o menos una de cada siete, elegidas por sus imágenes y nunca elegidas de nuevo. Las correcciones no cambian las etiquetas de la primera cifra, y ningún modelo que juzgue una de ellas ha aprendido de ella ni de una copia exacta.',
  },
}
