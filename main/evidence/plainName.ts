/** A name as names are compared: accents, capitals, hyphens and underscores do not count. */
export function plainName(name: string): string {
  const letters = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return letters.replaceAll(/[\s_\-‐–]+/gu, ' ').replaceAll('’', "'").trim() // prettier-ignore
}
