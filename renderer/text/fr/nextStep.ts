import type { Translation } from '../language.ts'

export const nextStep: Translation['nextStep'] = {
  label: 'Étape suivante',
  dismiss: 'Ne plus montrer d’étapes suivantes',
  dismissed: 'Les étapes suivantes ne sont plus montrées. Les réglages les ramènent.',
  setting: 'Montrer que faire ensuite',
  settingHint: 'Une ligne en bas dit ce qui vient ensuite, jusqu’à ce que vous connaissiez le chemin.',
  beginHere: 'Commencez ici',
  import: 'Commencez par un dossier d’images.',
  wait: 'L’application regarde les images et apprend leurs étiquettes. Puis elle montre lesquelles sont douteuses.',
  learn: 'Laissez l’application apprendre à quoi ressemble chaque étiquette.',
  review: {
    one: '{count} étiquette semble douteuse. Jetez-y un œil.',
    other: '{count} étiquettes semblent douteuses. Regardez la première.',
  },
  reviewButton: 'Réviser',
  decide:
    'La suggestion convient-elle mieux à l’image que l’étiquette ? {accept} change l’étiquette, {keep} la garde. {undo} annule.',
  onward: 'Décidé. Continuez ainsi, ou voyez ce qui a changé dans votre tableau.',
  exportButton: 'Voir les changements',
}
