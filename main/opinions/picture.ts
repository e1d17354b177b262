import type { openAnswering } from './answering.ts'

/** Answers `…/images/opinion/ID/N` with the picture of a question that came in a package. Null: it is another address. */
export async function opinionPicture(request: Request, answering: ReturnType<typeof openAnswering>) {
  const [, id, index] = /\/images\/opinion\/([0-9a-f-]{36})\/(\d{1,6})$/.exec(new URL(request.url).pathname) ?? []
  if (id === undefined) return null
  const jpeg = await answering.picture(id, Number(index)).catch(() => null)
  if (!jpeg) return new Response('There is no such picture.', { status: 404 })
  const headers = { 'content-type': 'image/jpeg', 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' } // prettier-ignore
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(jpeg), { headers })
}
