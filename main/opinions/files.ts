import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import * as v from 'valibot'
import { ApiError } from '#preload/rpc.ts'

const question = v.object({
  work: v.number(),
  sha256: v.string(),
  file: v.string(),
  title: v.string(),
  label: v.nullable(v.string()),
  suggestion: v.nullable(v.string()),
  /** A JPEG, base64. */
  picture: v.nullable(v.string()),
})

/** What a colleague is given: one file, nothing else is needed. */
export const packageSchema = v.object({
  format: v.literal('connoisseur-questions'),
  version: v.literal(1),
  id: v.pipe(v.string(), v.uuid()),
  collection: v.string(),
  from: v.string(),
  at: v.string(),
  attribute: v.string(),
  blind: v.boolean(),
  terms: v.array(v.string()),
  questions: v.array(question),
})
export type Package = v.InferOutput<typeof packageSchema>

const answer = v.object({
  work: v.number(),
  sha256: v.string(),
  file: v.string(),
  kind: v.picklist(['term', 'unsure', 'wrong-image']),
  term: v.string(),
  reason: v.string(),
  at: v.string(),
})

/** What comes back. */
export const answersSchema = v.object({
  format: v.literal('connoisseur-answers'),
  version: v.literal(1),
  package: v.pipe(v.string(), v.uuid()),
  collection: v.string(),
  attribute: v.string(),
  blind: v.boolean(),
  reviewer: v.string(),
  answers: v.array(answer),
})
export type Answers = v.InferOutput<typeof answersSchema>

/** Throws ApiError 'opinion-unreadable' with what the file is instead. */
export async function readOpinionFile<S extends typeof packageSchema | typeof answersSchema>(
  path: string,
  schema: S,
): Promise<v.InferOutput<S>> {
  // prettier-ignore
  const name = basename(path)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ApiError('opinion-unreadable', `${name} cannot be read (${error.code}). Choose another file.`)
  })
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw new ApiError('opinion-unreadable', `${name} is no file of Connoisseur, or only a part of one. Ask for it again.`) // prettier-ignore
  }
  const read = v.safeParse(schema, given)
  if (read.success) return read.output
  const { format } = (given ?? {}) as { format?: unknown }
  const what =
    format === 'connoisseur-questions' && schema !== packageSchema
      ? 'has the questions, not the answers. Your colleague opens it under Second opinion, and sends back the file that she saves there.'
      : format === 'connoisseur-answers' && schema !== answersSchema
        ? 'has answers. Take them in with “Take in answers”.'
        : 'is no file of a second opinion, or of a newer version of Connoisseur. Choose another.'
  throw new ApiError('opinion-unreadable', `${name} ${what}`)
}
