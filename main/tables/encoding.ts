import iconv from 'iconv-lite'
import { ApiError } from '#preload/rpc.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type Decoded = {
  text: string
  encoding: Encoding
  /** Bytes of the byte order mark, not part of the text. */ mark: number
}

/**
 * Text of a table file. Without a byte order mark: UTF-8 if the bytes are valid UTF-8, otherwise windows-1252, which old
 * Excel writes. Throws ApiError 'not-a-table' for workbooks and other files that are no text.
 */
export function decode(bytes: Uint8Array, name: string): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  refuseBinary(buffer, name)
  const mark = buffer.subarray(0, 3).toString('hex')
  if (mark.startsWith('fffe')) return { text: buffer.toString('utf16le', 2), encoding: 'utf-16le', mark: 2 }
  if (mark.startsWith('feff'))
    return { text: iconv.decode(buffer.subarray(2), 'utf-16be', { stripBOM: false }), encoding: 'utf-16be', mark: 2 }
  const start = mark === 'efbbbf' ? 3 : 0
  const text = utf8(buffer.subarray(start))
  if (text !== null) return { text, encoding: 'utf-8', mark: start }
  return { text: iconv.decode(buffer, 'windows-1252', { stripBOM: false }), encoding: 'windows-1252', mark: 0 }
}

/** Bytes of a text. Throws ApiError 'not-in-encoding' where a character does not exist in the encoding. */
export function encode(text: string, encoding: Encoding): Buffer {
  const bytes = iconv.encode(text, encoding)
  if (encoding === 'windows-1252' && iconv.decode(bytes, encoding) !== text)
    throw new ApiError(
      'not-in-encoding',
      `“${text}” holds characters that the table's old encoding (windows-1252) does not have. Export a new table instead.`,
    )
  return bytes
}

/** How many bytes a stretch of decoded text takes in the file it came from. */
export function byteLength(text: string, encoding: Encoding): number {
  if (encoding === 'utf-8') return Buffer.byteLength(text)
  return encoding === 'windows-1252' ? text.length : text.length * 2
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function refuseBinary(bytes: Buffer, name: string) {
  const head = bytes.subarray(0, 4).toString('latin1')
  if (head === 'PK\x03\x04' || head === '\xd0\xcf\x11\xe0')
    throw new ApiError('not-a-table', `${name} is a workbook, not a plain table. In Excel or LibreOffice, save it as CSV and choose that file.`) // prettier-ignore
  const hasMark = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff')
  if (!hasMark && bytes.subarray(0, 65536).includes(0))
    throw new ApiError('not-a-table', `${name} is not a table of text. Save the table as CSV (UTF-8) and choose that file.`) // prettier-ignore
}
