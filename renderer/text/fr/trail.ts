import type { Translation } from '../language.ts'

export const trail: Translation['trail'] = {
  reasonTitle: 'La raison de votre décision',
  reasonPlaceholder: 'Choisir ou taper une raison',
  reasonNothing: 'Pas de telle raison dans la liste.',
  reasonNew: 'Parce que : « {reason} »',
  reason: 'Parce que : {reason}',
  clearReason: 'Ne pas donner de raison',
  export: 'Écrire le suivi',
  exportTitle: 'Enregistrer le suivi des décisions',
  written: { one: '{count} décision écrite dans {path}', other: '{count} décisions écrites dans {path}' },
  reviewers: 'Qui décide ici',
  askName: 'Vos décisions sont gardées avec votre nom.',
  askNameLabel: 'Votre nom',
  askNameSave: 'Utiliser ce nom',
  reasons: 'Raisons au choix',
  reasonsHint: 'Une par ligne. Proposées quand vous appuyez sur {key} en révision ; toute autre peut être tapée.',
}
