import type { ProblemCode } from '#preload/api.ts'

/** Why a file is not taken in, with a sentence that says what is wrong and what to do. */
export class ImageProblem extends Error {
  readonly code: ProblemCode
  constructor(code: ProblemCode, message: string) {
    super(message)
    this.name = 'ImageProblem'
    this.code = code
  }
}

/** What sharp or the file system said, as a problem. */
export function asImageProblem(error: unknown): ImageProblem {
  if (error instanceof ImageProblem) return error
  const { message, code, syscall } = error as NodeJS.ErrnoException
  if (syscall !== undefined) return unreadable(code ?? 'unknown error')
  if (/pixel limit/i.test(message)) return tooLarge()
  if (/missing|no such file|permission denied|unable to open/i.test(message)) return unreadable('it cannot be opened')
  if (/premature|truncat|end of (file|stream|image)|too short|EOF|incomplete|short read|not enough data/i.test(message))
    return new ImageProblem(
      'broken',
      'The file is damaged: it ends before the picture does. Copy it again from where it came from.',
    )
  return new ImageProblem(
    'broken',
    'The file is damaged, or of a very unusual kind, and cannot be shown. Copy or export it again.',
  )
}

export function tooLarge(width?: number, height?: number): ImageProblem {
  const size = width && height ? `${width} x ${height} pixels` : 'more than 300 megapixels'
  return new ImageProblem('too-large', `The picture is too large: ${size}. The most is 300 megapixels: save a smaller copy.`) // prettier-ignore
}

function unreadable(code: string): ImageProblem {
  const why =
    code === 'EACCES' || code === 'EPERM'
      ? 'You do not have the right to read this file. Ask for it, or copy the file.'
      : code === 'ENOENT'
        ? 'The file disappeared while it was being read. Import the folder again.'
        : `The file cannot be read (${code}). Check its drive, or copy the file again.`
  return new ImageProblem('unreadable', why)
}
