import type { Translation } from '../language.ts'

export const help: Translation['help'] = {
  contents: 'Contenido de la ayuda',
  search: 'Buscar en la ayuda',
  found: { one: '{count} artículo', other: '{count} artículos' },
  nothing: 'Ningún artículo tiene todas estas palabras. Pruebe con menos, o con otra.',
  first: 'Primeros pasos y teclas',
  more: 'Leer más sobre esto',
  inLooks: 'Con obras parecidas',
  title: 'Ayuda',
  lead: 'De una carpeta de imágenes a una tabla corregida, en seis pasos.',
  step1: 'Importar una carpeta',
  step1Text:
    'Elija la carpeta de sus imágenes. Si contiene una tabla de etiquetas, la aplicación la encuentra y une sus filas con las imágenes por el nombre de archivo.',
  step2: 'Dejar que mire',
  step2Text:
    'La aplicación mira cada imagen una vez. Con miles de obras tarda unos minutos; puede detenerla y seguir más tarde.',
  step3: 'Aprender',
  step3Text:
    'Aprende qué aspecto tiene cada etiqueta en su colección. De segundos a minutos. Un término necesita cinco obras o más.',
  step4: 'Revisar',
  step4Text:
    'Las etiquetas que las imágenes contradicen están en una lista, las peores primero. Una tecla decide: cambiar, mantener, dudoso, saltar.',
  step5: 'Aprender de nuevo',
  step5Text:
    'Pulse R. La aplicación aprende de sus decisiones y ordena de nuevo la lista. Lo que ha decidido sigue decidido.',
  step6: 'Exportar',
  step6Text: 'Guarde la tabla con sus correcciones. Todas las demás celdas son exactamente como eran.',
  keys: 'Teclas',
  everywhere: 'En todas partes',
  inReview: 'En la revisión',
  inCollection: 'En la colección',
  inWork: 'En la página de una obra',
  gridMove: 'Moverse entre las obras',
  gridEnds: 'Primera y última obra',
  gridSelect: 'Elegir varias obras',
  gridOpen: 'Abrir la obra',
  dialogClose: 'Cerrar un diálogo',
}
