import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The pretrained networks on this computer: the bundled ones, and those for tests that lie beside the project. */
export const networks = ['resources/models', '../shared/weights']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.onnx'))
