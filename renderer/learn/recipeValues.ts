import type { FormNode } from '#preload/api.ts'

/** Numbers with commas, semicolons or spaces between them. What is no number stays as it is, so that it is told of. */
export const numbersIn = (text: string): (number | string)[] =>
  text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => (Number.isFinite(Number(part)) ? Number(part) : part))

export const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

type Variant = Extract<FormNode, { kind: 'variant' }>

/** Another kind begins with its usual values; fields that both have are kept. */
export function startOfOption({ options }: Variant, kind: string, before: Readonly<Record<string, unknown>>) {
  const { fields } = options.find(({ value }) => value === kind)!
  const kept = fields.map(({ key, start, isNullable }) => [key, key in before ? before[key] : isNullable ? null : structuredClone(start)]) // prettier-ignore
  return { kind, ...Object.fromEntries(kept) } as Record<string, unknown>
}

/** What a new entry of a list or a record begins with: as the last one, or the usual values. */
export function newEntry(node: FormNode, last: unknown): unknown {
  if (last !== undefined) return JSON.parse(JSON.stringify(last)) as unknown
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.fields.map(({ key, start, isNullable }) => [key, isNullable ? null : structuredClone(start)])) // prettier-ignore
    case 'variant':
      return startOfOption(node, node.options[0]!.value, {})
    case 'choice':
      return node.options[0]
    case 'number':
      return node.least ?? 1
    case 'switch':
      return false
    case 'text':
      return ''
    case 'list':
      return []
    case 'record':
      return {}
  }
}
