/* oxlint-disable no-control-regex -- the signatures of files hold control characters */
export type Recognised =
  | { kind: 'image'; format: 'jpeg' | 'png' | 'gif' | 'tiff' | 'webp' | 'avif' }
  /** A picture that sharp cannot read here. */
  | { kind: 'unsupported'; name: string }
  /** Something else; `name` with its article, null where nothing is known about it. */
  | { kind: 'other'; name: string | null }

/** How many bytes of a file `recognise` wants to see. */
export const headLength = 512

/** What a file is by its first bytes, whatever its name says. */
export function recognise(head: Buffer): Recognised {
  const text = head.toString('latin1')
  return image(text) ?? container(text) ?? unsupported(text) ?? { kind: 'other', name: otherName(text) }
}

function image(text: string): Recognised | null {
  if (text.startsWith('\xff\xd8')) return { kind: 'image', format: 'jpeg' }
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return { kind: 'image', format: 'png' }
  if (/^GIF8[79]a/.test(text)) return { kind: 'image', format: 'gif' }
  if (/^(II[*+]\0|MM\0[*+])/.test(text)) return { kind: 'image', format: 'tiff' }
  if (/^RIFF[^]{4}WEBP/.test(text)) return { kind: 'image', format: 'webp' }
  return null
}

/** The family of MP4: the brands after 'ftyp' tell AVIF, HEIC and films apart. */
function container(text: string): Recognised | null {
  if (text.slice(4, 8) !== 'ftyp') return null
  const brands = text.slice(8, 64)
  if (/avi[fs]/.test(brands)) return { kind: 'image', format: 'avif' }
  if (/hei[cxms]|hev[cxms]|mif1|msf1/.test(brands)) return { kind: 'unsupported', name: 'HEIC' }
  if (brands.startsWith('crx ')) return { kind: 'unsupported', name: 'Camera raw' }
  return { kind: 'other', name: 'a film' }
}

const unsupportedFormats: readonly [RegExp, string][] = [
  [/^BM[^]{4}\0\0\0\0/, 'BMP'],
  [/^8BPS/, 'Photoshop'],
  [/^\0\0\0\x0cjP {2}\r\n/, 'JPEG 2000'],
  [/^\xff\x4f\xff\x51/, 'JPEG 2000'],
  [/^(\xff\x0a|\0\0\0\x0cJXL )/, 'JPEG XL'],
  [/^\0\0\x01\0/, 'Icon'],
  [/^(FUJIFILM|IIRS|IIRO|IIU\0|\0MRM)/, 'Camera raw'],
  [/^(v\/1\x01|#\?RADIANCE)/, 'High dynamic range'],
  [/^\xc5\xd0\xd3\xc6|^%!PS/, 'PostScript'],
  [/^\s*(\xef\xbb\xbf)?\s*(<\?xml[^]*?)?(<!--[^]*?-->\s*)?(<!DOCTYPE svg[^]*?)?<svg[\s>]/i, 'SVG'],
]

function unsupported(text: string): Recognised | null {
  const found = unsupportedFormats.find(([pattern]) => pattern.test(text))
  return found ? { kind: 'unsupported', name: found[1] } : null
}

const others: readonly [RegExp, string][] = [
  [/^%PDF/, 'a PDF document'],
  [/^PK\x03\x04/, 'a ZIP archive or an Office document'],
  [/^\xd0\xcf\x11\xe0/, 'an old Office document'],
  [/^(Rar!|7z\xbc\xaf|\x1f\x8b)/, 'an archive'],
  [/^\s*(<!DOCTYPE html|<html|<head|<body)/i, 'a web page'],
  [/^(\x7fELF|MZ)/, 'a program'],
  [/^(ID3|OggS|fLaC|RIFF[^]{4}WAVE)/, 'a sound'],
  [/^RIFF[^]{4}AVI/, 'a film'],
]

function otherName(text: string): string | null {
  const found = others.find(([pattern]) => pattern.test(text))
  if (found) return found[1]
  return /^[\t\n\r\x20-\x7e\x80-\xff]+$/.test(text) && /[ \n]/.test(text) ? 'a text' : null
}
