import type { Translation } from '../language.ts'

export const trail: Translation['trail'] = {
  reasonTitle: 'La razón de su decisión',
  reasonPlaceholder: 'Elija o escriba una razón',
  reasonNothing: 'No hay tal razón en la lista.',
  reasonNew: 'Porque: «{reason}»',
  reason: 'Porque: {reason}',
  clearReason: 'No dar ninguna razón',
  export: 'Escribir el rastro',
  exportTitle: 'Guardar el rastro de decisiones',
  written: { one: '{count} decisión escrita en {path}', other: '{count} decisiones escritas en {path}' },
  reviewers: 'Quién decide aquí',
  askName: 'Sus decisiones se guardan con su nombre.',
  askNameLabel: 'Su nombre',
  askNameSave: 'Usar este nombre',
  reasons: 'Razones para elegir',
  reasonsHint: 'Una por línea. Se ofrecen cuando pulsa {key} en la revisión; cualquier otra se puede escribir.',
}
