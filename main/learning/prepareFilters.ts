import type { Preparation } from './preparationSchema.ts'

/** Fields of a work by name: columns of its record, and title, file, width, height. */
export type WorkFields = Readonly<Record<string, string>>
type Filter = Preparation['filters'][number]

/** Whether a work passes all filters. A column that it does not have is empty. */
export const passes = (fields: WorkFields, filters: readonly Filter[]) =>
  filters.every((filter) => passesOne(fields, filter))

function passesOne(fields: WorkFields, { field, test, value }: Filter): boolean {
  const own = Object.entries(fields).find(([name]) => fold(name) === fold(field))?.[1] ?? ''
  switch (test) {
    case 'contain':
      return fold(own).includes(fold(value))
    case 'not-contain':
      return !fold(own).includes(fold(value))
    case 'be':
      return fold(own) === fold(value)
    case 'not-be':
      return fold(own) !== fold(value)
    case 'at-least':
      return firstNumber(own) >= firstNumber(value)
    case 'at-most':
      return firstNumber(own) <= firstNumber(value)
  }
}

const fold = (text: string) => text.trim().toLowerCase()

/** The first number in a text such as "c. 1885 (reworked 1890)"; NaN, which passes no comparison, where there is none. */
const firstNumber = (text: string) => Number.parseFloat(/-?\d+(\.\d+)?/.exec(text)?.[0] ?? '')
