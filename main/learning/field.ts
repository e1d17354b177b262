import * as v from 'valibot'

/**
 * A field of a recipe with its name and its help sentence, which the editor, the documentation and the messages show. `start`:
 * what it holds when the editor takes it into use.
 */
export const field = <S extends v.GenericSchema>(title: string, help: string, schema: S, start?: v.InferInput<S>): S =>
  v.pipe(schema, v.title(title), v.description(help), v.metadata({ start })) as unknown as S

export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
export const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))
export const positive = v.pipe(v.number(), v.gtValue(0))
export const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
