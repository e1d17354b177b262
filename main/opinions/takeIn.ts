import type { Agreement } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { artworkTable } from '../catalogue/artworks.ts'
import { labelTable } from '../catalogue/labels.ts'
import { opinionTable, type HeldAgainst } from '../catalogue/opinions.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { cohensKappa } from '../evidence/kappa.ts'
import { knownAttribute } from '../vocabulary/edits.ts'
import { answersSchema, readOpinionFile } from './files.ts'

/**
 * Takes in a colleague's answers. A work is known by its number and the hash of its image, or by the hash alone. Throws ApiError
 * 'opinion-unreadable', 'unknown-attribute', 'unknown-works'.
 */
export async function takeIn(db: Catalogue, path: string, at: string) {
  const { package: id, reviewer, attribute: name, answers } = await readOpinionFile(path, answersSchema)
  const attribute = knownAttribute(db, name)
  const labels = labelTable(db)
  const works = artworkTable(db)
  const known = answers.flatMap((answer) => {
    const artwork = works.place(answer.work)?.sha256 === answer.sha256 ? answer.work : works.sameImage(answer.sha256)[0]?.id // prettier-ignore
    return artwork === undefined ? [] : [{ ...answer, artwork }]
  })
  if (answers.length > 0 && known.length === 0)
    throw new ApiError('unknown-works', `None of the works in these answers is in this collection. They are about “${name}” of another one.`) // prettier-ignore
  const added = db.transaction(() =>
    known.filter(({ artwork, kind, term, reason, at: said }) => {
      const meant = kind === 'term' ? labels.nameNow(attribute, term.trim().normalize('NFC')) : ''
      return opinionTable(db).add(
        { package: id, reviewer, artwork, attribute, kind, term: meant, reason, at: said },
        at,
      )
    }),
  )()
  return { reviewer, attribute: name, answers: added.length, unknown: answers.length - known.length }
}

/** How far each colleague and the labels of the time agree, and where somebody has to decide. */
export function agreements(db: Catalogue): Agreement[] {
  const groups = Map.groupBy(opinionTable(db).all(), ({ reviewer, attribute }) => `${attribute}\n${reviewer}`)
  return [...groups.values()].map(agreementOf).toReversed()
}

function agreementOf(opinions: readonly HeldAgainst[]): Agreement {
  const { reviewer, attribute } = opinions[0]!
  const named = opinions.flatMap((each) => (each.kind === 'term' && each.mine !== null ? [{ ...each, mine: each.mine }] : [])) // prettier-ignore
  const count = (kind: HeldAgainst['kind']) => opinions.filter((each) => each.kind === kind).length
  return {
    reviewer,
    attribute,
    works: named.length,
    same: named.filter(({ mine, term }) => mine === term).length,
    unsure: count('unsure'),
    wrongImage: count('wrong-image'),
    kappa: cohensKappa(named.map(({ mine, term }) => [mine, term] as const)),
    conflicts: named
      .filter(({ mine, term, isSettled }) => mine !== term && !isSettled)
      .map(({ artwork, file, title, sha256, mine, term, reason }) => ({ artwork, file, title, sha256, mine, theirs: term, reason })), // prettier-ignore
  }
}
