import type { Dimension } from './graph.ts'

/**
 * Sizes known only when a graph runs are products of a number and names, written '49*n'.
 * '?' is a size of which nothing is known: it equals nothing.
 */
export const unknown: Dimension = '?'

type Product = { readonly number: number; readonly names: readonly string[] }

function parse(size: Dimension): Product {
  if (typeof size === 'number') return { number: size, names: [] }
  const parts = size.split('*')
  const numbers = parts.filter((part) => /^\d+$/.test(part)).map(Number)
  return {
    number: numbers.reduce((product, factor) => product * factor, 1),
    names: parts.filter((part) => !/^\d+$/.test(part)).toSorted(),
  }
}

function format({ number, names }: Product): Dimension {
  if (names.includes('?')) return unknown
  if (names.length === 0 || number === 0) return number
  return [...(number === 1 ? [] : [String(number)]), ...names].join('*')
}

export function multiply(sizes: readonly Dimension[]): Dimension {
  const products = sizes.map(parse)
  return format({
    number: products.reduce((product, { number }) => product * number, 1),
    names: products.flatMap(({ names }) => names).toSorted(),
  })
}

/** '?' unless b divides a. */
export function divide(a: Dimension, b: Dimension): Dimension {
  const [over, under] = [parse(a), parse(b)]
  const names = [...over.names]
  for (const name of under.names) {
    const at = name === '?' ? -1 : names.indexOf(name)
    if (at < 0) return unknown
    names.splice(at, 1)
  }
  const number = over.number / under.number
  return Number.isInteger(number) ? format({ number, names }) : unknown
}

/** A function of numbers for sizes: '?' as soon as one of them is not known. */
export const compute = (sizes: readonly Dimension[], f: (...numbers: number[]) => number): Dimension =>
  isStatic(sizes) ? f(...sizes) : unknown

export const same = (a: Dimension, b: Dimension): boolean => a === b && a !== unknown

export const isStatic = (shape: readonly Dimension[]): shape is readonly number[] =>
  shape.every((size) => typeof size === 'number')

/** The shape of what elementwise operators make of these shapes. A named size beats 1, a number beats a name. */
export function broadcast(shapes: readonly (readonly Dimension[])[]): Dimension[] {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length))
  return Array.from({ length: rank }, (_, axis) => {
    const sizes = shapes.map((shape) => shape[axis - rank + shape.length] ?? 1).filter((size) => size !== 1)
    return sizes.find((size) => typeof size === 'number') ?? sizes.find((size) => size !== unknown) ?? sizes[0] ?? 1
  })
}
