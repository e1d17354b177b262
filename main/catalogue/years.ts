/** From the earliest to the latest year that a date may mean; before our era negative. */
export type Years = { from: number; to: number }

/** Words that may stand around the figures of a date: about, before, after, born, died, century, months, in the four languages of the app. */
const around =
  /^(?:c(?:a|irca)?|ab(?:ou)?t|around|before|after|by|from|to|until|between|and|or|the|in|of|early|mid|late|first|second|third|half|quarter|probably|possibly|dated|undated|um|vor|nach|bis|von|und|oder|zwischen|gegen|wohl|anfang|mitte|ende|hälfte|drittel|viertel|der|des|vers|avant|après|entre|et|ou|début|milieu|fin|moitié|du|de|hacia|antes|después|entre|y|hasta|principios|mediados|finales|del|al|born|died|geb|gest|né|née|mort|jan\p{L}*|feb\p{L}*|mar\p{L}*|mär\p{L}*|apr\p{L}*|ma[iy]\p{L}*|jun\p{L}*|jul\p{L}*|aug\p{L}*|sep\p{L}*|o[ck]t\p{L}*|nov\p{L}*|de[cz]\p{L}*|fév\p{L}*|avr\p{L}*|jui\p{L}*|aoû\p{L}*|déc\p{L}*|ene\p{L}*|abr\p{L}*|ago\p{L}*|dic\p{L}*|st|nd|rd|th|s|es|er|e|bc|bce|ad|ce|v|n|chr|av|ap|j|a|d)$/iu

const roman: Record<string, number> = { i: 1, v: 5, x: 10 }
const beforeOurEra = /\b(?:b\.?\s?c\.?(?:\s?e\.?)?|v\.?\s?chr\.?|av\.?\s?j\.?-?\s?c\.?|a\.?\s?c\.?)(?![\p{L}])/iu
const century =
  /(?<![\d\p{L}])(?:(\d{1,2})|([ivx]{1,5}))(?:st|nd|rd|th|\.|\s?e|er|ème)?\s?(?:cent(?:ury|uries|\.)?|c\.|jahrhundert|jh\.?|jhdt?\.?|siècle|s\.)(?![\p{L}])/giu
const centuryAfter = /(?:siglo|siècle|s\.)\s?([ivx]{1,5})(?![\p{L}])/giu
const plainYear = /(?<!\d)(\d{3,4})(?:\s*[-–—/]\s*(\d{1,2}))?(?!\d)/g

/**
 * The years of a date as records write it: "1889", "c. 1889", "1889–92", "1590 - 1610", "24 May 1889", "17th century", "XVIIe siècle", "18. Jh.",
 * "300 BC". Null where the text says more than a date, or none: "Inv. 1923.1450", "untitled".
 */
export function yearsOf(text: string): Years | null {
  const trimmed = text.trim()
  if (trimmed.length === 0 || trimmed.length > 60 || !/\d|[ivx]{1,5}/i.test(trimmed)) return null
  const centuries = [...trimmed.matchAll(century), ...trimmed.matchAll(centuryAfter)]
    .map((found) => (found[1] && /^\d+$/.test(found[1]) ? Number(found[1]) : romanNumber(found[2] ?? found[1] ?? '')))
    .filter((ordinal) => ordinal > 0 && ordinal < 22)
  const isOld = beforeOurEra.test(trimmed)
  if (centuries.length > 0) return spanOfCenturies(Math.min(...centuries), Math.max(...centuries), isOld)
  if (!isDateAlone(trimmed)) return null
  const years = [...trimmed.matchAll(plainYear)].flatMap(([, year, short]) => yearAndEnd(year!, short))
  const inRange = years.filter((year) => year >= (isOld ? 1 : 100) && year <= 2100)
  if (inRange.length === 0) return null
  const [from, to] = [Math.min(...inRange), Math.max(...inRange)]
  return isOld ? { from: -to, to: -from } : { from, to }
}

/** Every word of it belongs to a date, and no number is too long. */
function isDateAlone(text: string) {
  if (/\d{5}|\d{4}\.\d{3}/.test(text)) return false
  const words = text.split(/[^\p{L}]+/u).filter(Boolean)
  return words.every((word) => around.test(word))
}

/** "1889-92" ends in 1892; "1889-05" is a month. */
function yearAndEnd(year: string, short: string | undefined): number[] {
  const from = Number(year)
  if (short === undefined || year.length < 4) return [from]
  const to = Number(year.slice(0, -short.length) + short)
  return to > from && !(short.length === 2 && short.startsWith('0')) ? [from, to] : [from]
}

function spanOfCenturies(first: number, last: number, isOld: boolean): Years {
  return isOld ? { from: -last * 100, to: -(first - 1) * 100 - 1 } : { from: (first - 1) * 100, to: last * 100 - 1 }
}

function romanNumber(text: string) {
  const digits = [...text.toLowerCase()].map((letter) => roman[letter] ?? 0)
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0)
}
