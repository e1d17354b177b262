import type { Said } from '../said.ts'

/** Of the ways to learn that come with the app. */
export const recipeNames: Said = {
  'Quick look': 'Schneller Blick',
  'Thorough look': 'Gründlicher Blick',
  'Two stages': 'Zwei Stufen',
  'ConvLSTM, attention and pyramid': 'ConvLSTM, Aufmerksamkeit und Pyramide',
  'Small network': 'Kleines Netz',
  'ResNet50 from nothing': 'ResNet50 von Grund auf',
  'ResNet50, pretrained': 'ResNet50, vortrainiert',
  'ResNet50 and LSTM': 'ResNet50 und LSTM',
  'EfficientNet and LSTM': 'EfficientNet und LSTM',
  AlexNet: 'AlexNet',
  'ResNet50, last 20 layers': 'ResNet50, letzte 20 Schichten',
  'Vote of runs': 'Abstimmung der Durchgänge',
}
