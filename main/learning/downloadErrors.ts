import { ApiError } from '#preload/rpc.ts'

const unreachable = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'ETIMEDOUT']) // prettier-ignore
const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'])
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS|ERR_SSL/

/** An answer that is not the file. Only 'server-failed' may go away by itself. */
export function statusProblem(status: number, host: string): ApiError {
  if (status === 404 || status === 410)
    return new ApiError('not-found', `${host} has no file at this address (${status}). Check the address.`)
  if (status === 401 || status === 403)
    return new ApiError(
      'not-allowed',
      `${host} does not give this file to everybody (${status}). Download it in a browser, then add it from the file.`,
    )
  if (status >= 500 || status === 408 || status === 429)
    return new ApiError(
      'server-failed',
      `${host} cannot give the file at the moment (${status}). Try again later; what has come is kept.`,
    )
  return new ApiError('server-refused', `${host} does not give the file (${status}). Check the address.`)
}

/** Whether another attempt is of no use: nobody is reached at all or proves who it is, or the disk refuses. */
export const isHopeless = (error: unknown, hasAnswered: boolean): boolean =>
  error instanceof ApiError
    ? error.code !== 'server-failed'
    : untrusted.test(codeOf(error)) || full.has(codeOf(error)) || (!hasAnswered && unreachable.has(codeOf(error)))

type Progress = { have: number; total: number; hasAnswered: boolean }

/** What broke a download, with what to do. `have` of `total` bytes have come; a total of 0 is not known. */
export function explainBreak(error: unknown, host: string, { have, total, hasAnswered }: Progress): Error {
  if (error instanceof ApiError) return error
  const code = codeOf(error)
  if (untrusted.test(code))
    return new ApiError(
      'not-trusted',
      `${host} could not prove that it is ${host} (${code}). Check the address; on a museum's network, ask who looks after it.`,
    )
  if (full.has(code))
    return new ApiError(
      'disk-full',
      `The disk takes no more (${code}). Make room, then start again: it goes on from there.`,
    )
  if (unreachable.has(code) && !hasAnswered)
    return new ApiError(
      'no-network',
      `${host} cannot be reached. Check the address and the connection to the internet. Without one, bring the file on a stick and add it from there.`,
    )
  const part = total > 0 ? `${megabytes(have)} of ${megabytes(total)}` : megabytes(have)
  const why = error instanceof Error ? error.message : String(error)
  return new ApiError(
    'connection-broken',
    `The connection to ${host} broke off after ${part} (${why}). Start again: it goes on from there.`,
  )
}

const codeOf = (error: unknown) => String((error as NodeJS.ErrnoException).code ?? '')

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
