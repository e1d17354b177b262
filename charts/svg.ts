type Value = string | number | null | undefined | false

/** Text as it stands in SVG and HTML, attributes included. */
export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** An element as a string. Attributes without a value are left out; numbers are rounded to a hundredth of a pixel; children are markup. */
export function el(name: string, attributes: Readonly<Record<string, Value>>, ...children: readonly string[]): string {
  let out = `<${name}`
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false)
      out += ` ${key}="${typeof value === 'number' ? Math.round(value * 100) / 100 : escaped(value)}"`
  return children.length === 0 ? `${out}/>` : `${out}>${children.join('')}</${name}>`
}

/** Words at a place. `content` is text, not markup. */
export const words = (x: number, y: number, content: string, attributes: Readonly<Record<string, Value>> = {}) =>
  el('text', { x, y, ...attributes }, escaped(content))

/** Shortened to about so many characters, in the middle of a word where it must be. */
export const clipped = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)
