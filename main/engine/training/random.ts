/** A seeded generator of numbers in [0, 1): sfc32 (Doty-Humphrey, PractRand), seeded from a text and a number. */
export function createRandom(purpose: string, seed: number): () => number {
  let [a, b, c, d] = [hash(purpose), seed | 0, 0x9e3779b9, 1]
  const next = () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let i = 0; i < 16; i++) next()
  return next
}

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value | 0
}
