import type { Said } from '../said.ts'

/** Of the ways to learn that come with the app. */
export const recipeNames: Said = {
  'Quick look': 'Examen rapide',
  'Thorough look': 'Examen approfondi',
  'Two stages': 'Deux étapes',
  'ConvLSTM, attention and pyramid': 'ConvLSTM, attention et pyramide',
  'Small network': 'Petit réseau',
  'ResNet50 from nothing': 'ResNet50 à partir de rien',
  'ResNet50, pretrained': 'ResNet50, préentraîné',
  'ResNet50 and LSTM': 'ResNet50 et LSTM',
  'EfficientNet and LSTM': 'EfficientNet et LSTM',
  AlexNet: 'AlexNet',
  'ResNet50, last 20 layers': 'ResNet50, 20 dernières couches',
  'Vote of runs': 'Vote des apprentissages',
}
