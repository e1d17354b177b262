import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { writeAtomically } from '../writeAtomically.ts'
import type { Graph } from './graph.ts'
import { writeOnnx } from './write.ts'

/** Weights of this many bytes and more go into a file of their own: an ONNX file ends at 2 GB. */
const mostInside = 1.9e9
/** As onnx.save_model does: a page, so that a runtime can map the file. */
const alignment = 4096

/** Writes a network as FILE.onnx and, where its weights are too many for one file, FILE.onnx.data beside it. */
export async function saveOnnx(file: string, graph: Graph, most = mostInside): Promise<void> {
  const beside = `${file}.data`
  const size = [...graph.initializers.values()].reduce((sum, { data }) => sum + data.byteLength, 0)
  if (size < most) {
    await writeAtomically(file, writeOnnx(graph))
    return rm(beside, { force: true })
  }
  const pieces: { offset: number; data: Uint8Array }[] = []
  let end = 0
  const place = (data: Uint8Array) => {
    const offset = Math.ceil(end / alignment) * alignment
    end = offset + data.length
    pieces.push({ offset, data })
    return { offset }
  }
  const model = writeOnnx(graph, { location: path.basename(beside), place })
  const handle = await open(beside, 'w')
  try {
    for (const { offset, data } of pieces) await handle.write(data, 0, data.length, offset)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await writeAtomically(file, model)
}
