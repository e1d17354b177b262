import type { Translation } from '../language.ts'

export const viewer: Translation['viewer'] = {
  tools: 'Image',
  zoomed: 'Agrandissement {percent}',
  fits: 'L’image entière',
  turned: 'Tournée de {degrees} degrés',
  preparing: 'L’image est préparée pour la vue de près.',
  compare: 'Comparer avec',
  compareWith: 'À côté : {title}, étiquetée {label}',
  compareEnd: 'Plus côte à côte',
  closeCompare: 'Cesser de comparer',
}
