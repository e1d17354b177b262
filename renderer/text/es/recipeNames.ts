import type { Said } from '../said.ts'

/** Of the ways to learn that come with the app. */
export const recipeNames: Said = {
  'Quick look': 'Vistazo rápido',
  'Thorough look': 'Examen a fondo',
  'Two stages': 'Dos etapas',
  'ConvLSTM, attention and pyramid': 'ConvLSTM, atención y pirámide',
  'Small network': 'Red pequeña',
  'ResNet50 from nothing': 'ResNet50 desde cero',
  'ResNet50, pretrained': 'ResNet50, preentrenada',
  'ResNet50 and LSTM': 'ResNet50 y LSTM',
  'EfficientNet and LSTM': 'EfficientNet y LSTM',
  AlexNet: 'AlexNet',
  'ResNet50, last 20 layers': 'ResNet50, últimas 20 capas',
  'Vote of runs': 'Voto de los aprendizajes',
}
