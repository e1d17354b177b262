import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { OpinionAnswer, OpinionTask } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { readJson, writeJson } from '../collection/settings.ts'
import { writeAtomically } from '../engine/writeAtomically.ts'
import { writeWhole } from '../exporting/writeWhole.ts'
import { packageSchema, readOpinionFile, type Answers, type Package } from './files.ts'

type Given = Record<string, OpinionAnswer & { at: string }>

/** Packages that are being answered on this computer: they, and the answers as they are given, lie in the data folder. */
export function openAnswering(dataFolder: string) {
  const folder = path.join(dataFolder, 'opinions')
  const place = (id: string, kind: 'questions' | 'answers') => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw unknown()
    return path.join(folder, `${id}.${kind}.json`)
  }
  let kept: Package | undefined
  async function questions(id: string): Promise<Package> {
    if (kept?.id === id) return kept
    try {
      kept = await readOpinionFile(place(id, 'questions'), packageSchema)
    } catch {
      throw unknown()
    }
    return kept
  }
  const answers = (id: string) => readJson(place(id, 'answers')) as Given

  return {
    /** Throws ApiError 'opinion-unreadable'. */
    async open(file: string): Promise<OpinionTask> {
      const given = await readOpinionFile(file, packageSchema)
      await mkdir(folder, { recursive: true })
      await writeAtomically(place(given.id, 'questions'), await readFile(file))
      kept = given
      return asTask(given, answers(given.id))
    },
    /** Kept at once. Throws ApiError 'unknown-opinion', 'no-term'. */
    async answer(id: string, index: number, answer: OpinionAnswer | null, at: string) {
      const { questions: asked } = await questions(id)
      if (!asked[index]) throw unknown()
      const { [String(index)]: _, ...others } = answers(id)
      if (answer?.kind === 'term' && answer.term.trim() === '') throw new ApiError('no-term', 'Choose the term that it is.') // prettier-ignore
      writeJson(place(id, 'answers'), answer === null ? others : { ...others, [index]: { ...answer, at } })
    },
    async save(id: string, target: string, reviewer: string): Promise<number> {
      const given = await questions(id)
      const said = Object.entries(answers(id)).map(([index, answer]) => {
        const { work, sha256, file } = given.questions[Number(index)]!
        return { work, sha256, file, ...answer }
      })
      const { collection, attribute, blind } = given
      const content: Answers = { format: 'connoisseur-answers', version: 1, package: id, collection, attribute, blind, reviewer, answers: said } // prettier-ignore
      await writeWhole(path.resolve(target), [`${JSON.stringify(content, null, 2)}\n`], new AbortController().signal, 'answers') // prettier-ignore
      return said.length
    },
    /** A JPEG; null: there is none. */
    async picture(id: string, index: number): Promise<Buffer | null> {
      const picture = (await questions(id)).questions[index]?.picture
      return picture ? Buffer.from(picture, 'base64') : null
    },
  }
}

const unknown = () => new ApiError('unknown-opinion', 'These questions are not open on this computer any more. Open their file again.') // prettier-ignore

function asTask({ questions, ...about }: Package, answers: Given): OpinionTask {
  const { id, collection, from, at, attribute, blind, terms } = about
  return {
    id,
    collection,
    from,
    at,
    attribute,
    blind,
    terms,
    questions: questions.map(({ file, title, label, suggestion, picture }, index) => {
      const answer = answers[index]
      return { index, file, title, label, suggestion, picture: picture === null ? null : `images/opinion/${id}/${index}`, answer: answer ? { kind: answer.kind, term: answer.term, reason: answer.reason } : null } // prettier-ignore
    }),
  }
}
