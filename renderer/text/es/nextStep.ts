import type { Translation } from '../language.ts'

export const nextStep: Translation['nextStep'] = {
  label: 'Siguiente paso',
  dismiss: 'No mostrar más los siguientes pasos',
  dismissed: 'Los siguientes pasos ya no se muestran. Los ajustes los devuelven.',
  setting: 'Mostrar qué hacer después',
  settingHint: 'Una línea abajo dice qué viene después, hasta que conozca el camino.',
  beginHere: 'Empiece aquí',
  import: 'Empiece con una carpeta de imágenes.',
  wait: 'La aplicación mira las imágenes y aprende sus etiquetas. Después muestra cuáles son dudosas.',
  learn: 'Deje que la aplicación aprenda qué aspecto tiene cada etiqueta.',
  review: {
    one: '{count} etiqueta parece dudosa. Échele un vistazo.',
    other: '{count} etiquetas parecen dudosas. Mire la primera.',
  },
  reviewButton: 'Revisar',
  decide:
    '¿Encaja la sugerencia mejor con la imagen que la etiqueta? {accept} cambia la etiqueta, {keep} la mantiene. {undo} lo deshace.',
  onward: 'Decidido. Siga así, o vea qué ha cambiado en su tabla.',
  exportButton: 'Ver los cambios',
}
