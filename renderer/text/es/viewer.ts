import type { Translation } from '../language.ts'

export const viewer: Translation['viewer'] = {
  tools: 'Imagen',
  zoomed: 'Aumento {percent}',
  fits: 'La imagen entera',
  turned: 'Girada {degrees} grados',
  preparing: 'La imagen se prepara para verla de cerca.',
  compare: 'Comparar con',
  compareWith: 'Al lado: {title}, etiquetada {label}',
  compareEnd: 'Ya no lado a lado',
  closeCompare: 'Dejar de comparar',
}
