/** The trained network in a run's folder, by the kind of its recipe. */
export const modelFiles = { probe: 'heads.onnx', 'fine-tune': 'network.onnx', ensemble: 'ensemble.onnx' } as const
