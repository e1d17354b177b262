import { open } from 'node:fs/promises'
import sharp from 'sharp'
import { ImageProblem, tooLarge } from './problem.ts'
import { headLength, recognise } from './recognise.ts'

export type Inspected = { format: string; /** In pixels, as seen upright. */ width: number; height: number }

/** The largest picture that is taken in, in pixels. */
export const pixelLimit = 300e6

sharp.cache(false) // every image is read once
sharp.concurrency(1) // several images at a time instead of several threads an image

/** Opens an image file for reading: upright, and an error where the file is cut short. GIF and WebP: the first frame. */
export function openImage(path: string) {
  return sharp(path, { failOn: 'error', limitInputPixels: pixelLimit, sequentialRead: true }).autoOrient()
}

/** Format and size from the head of the file. Throws ImageProblem, and what the file system or sharp throws. */
export async function inspect(path: string): Promise<Inspected> {
  const head = await readHead(path)
  if (head.length === 0) throw new ImageProblem('empty', 'The file is empty. Copy it again from where it came from.')
  const recognised = recognise(head)
  if (recognised.kind === 'unsupported')
    throw new ImageProblem('unsupported', `${recognised.name} files cannot be read here. Save a copy as TIFF, PNG or JPEG.`) // prettier-ignore
  if (recognised.kind === 'other') throw notAnImage(head, recognised.name)
  const { autoOrient, format } = await openImage(path).metadata()
  if (autoOrient.width * autoOrient.height > pixelLimit) throw tooLarge(autoOrient.width, autoOrient.height)
  return { format: format === 'heif' ? 'avif' : format, ...autoOrient }
}

function notAnImage(head: Buffer, name: string | null): ImageProblem {
  if (name !== null) return new ImageProblem('not-an-image', `This is ${name}, not a picture. It was left out.`)
  if (head.every((byte) => byte === 0))
    return new ImageProblem('broken', 'The file holds only zeros: copying it went wrong. Copy it again from where it came from.') // prettier-ignore
  return new ImageProblem('not-an-image', 'This is not a picture, whatever its name says. It was left out.')
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
