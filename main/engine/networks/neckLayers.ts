import { sizeOf, type Graph } from '../graph/graph.ts'

/** A neck's layers as a picture shows them: the weights of one name are one layer, however many steps it takes. */
export function neckLayers(
  graph: Graph,
  weights: readonly string[],
): { name: string; op: string; parameters: number }[] {
  const sizes = new Map<string, number>()
  for (const weight of weights) {
    const [, name = ''] = weight.split('.')
    sizes.set(name, (sizes.get(name) ?? 0) + sizeOf(graph.initializers.get(weight)?.shape ?? []))
  }
  return [...sizes].map(([name, parameters]) => ({ name: `neck.${name}`, op: opOf(name), parameters }))
}

function opOf(name: string): string {
  if (name.startsWith('convlstm')) return 'ConvLSTM'
  if (name === 'lstm') return 'LSTM'
  if (name === 'norm') return 'BatchNormalization'
  return name === 'attention' ? 'Attention' : 'Conv'
}
