import type { Translation } from '../language.ts'

export const viewer: Translation['viewer'] = {
  tools: 'Bild',
  zoomed: 'Vergrößerung {percent}',
  fits: 'Das ganze Bild',
  turned: 'Um {degrees} Grad gedreht',
  preparing: 'Das Bild wird für die Nahansicht vorbereitet.',
  compare: 'Vergleichen mit',
  compareWith: 'Daneben: {title}, zugeordnet {label}',
  compareEnd: 'Nicht mehr nebeneinander',
  closeCompare: 'Vergleich beenden',
}
