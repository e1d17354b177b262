/** When a movement began and ended, in years. */
export type Span = { name: string; from: number; to: number }

/**
 * Widely accepted outer limits (Grove Art Online, Getty AAT scope notes), generous on both sides: a work outside them is worth a
 * look. Movements that come back under their old name (Realism, Symbolism in our day) have no end here.
 */
const spans: readonly [names: string, from: number, to: number][] = [
  ['gothic', 1140, 1550],
  ['proto renaissance|proto-renaissance', 1260, 1420],
  ['early renaissance', 1400, 1510],
  ['high renaissance', 1480, 1540],
  ['northern renaissance', 1400, 1620],
  ['renaissance', 1300, 1620],
  ['mannerism|mannerism (late renaissance)|late renaissance', 1515, 1630],
  ['baroque|barock', 1580, 1770],
  ['rococo|rokoko', 1700, 1800],
  ['neoclassicism|neo-classicism|klassizismus', 1740, 1870],
  ['romanticism|romantik', 1770, 1900],
  ['biedermeier', 1810, 1860],
  ['pre-raphaelite|pre-raphaelites|pre-raphaelitism', 1845, 1930],
  ['realism|realismus', 1830, 9999],
  ['impressionism|impressionismus|impressionnisme', 1855, 1960],
  ['post-impressionism|postimpressionism', 1880, 1940],
  ['pointillism|neo-impressionism|divisionism', 1884, 1940],
  ['symbolism|symbolismus', 1850, 9999],
  ['art nouveau|art nouveau (modern)|jugendstil', 1880, 1940],
  ['fauvism', 1900, 1955],
  ['expressionism|expressionismus', 1890, 9999],
  ['cubism|kubismus|cubisme', 1906, 1980],
  ['analytical cubism', 1907, 1915],
  ['synthetic cubism', 1911, 1930],
  ['futurism|futurismus', 1908, 1950],
  ['suprematism', 1913, 1940],
  ['constructivism', 1913, 1970],
  ['dada|dadaism', 1914, 1930],
  ['neoplasticism|de stijl', 1915, 1980],
  ['surrealism|surrealismus', 1917, 9999],
  ['art deco', 1908, 1945],
  ['new objectivity|neue sachlichkeit', 1918, 1945],
  ['social realism|socialist realism', 1900, 1995],
  ['abstract expressionism|action painting', 1939, 9999],
  ['colour field painting|color field painting', 1945, 9999],
  ['art informel|tachisme|lyrical abstraction', 1940, 9999],
  ['pop art', 1952, 9999],
  ['op art', 1955, 9999],
  ['minimalism', 1955, 9999],
  ['conceptual art', 1960, 9999],
  ['photorealism|hyperrealism', 1965, 9999],
  ['ukiyo-e', 1650, 1960],
]

const known = new Map(spans.flatMap(([names, from, to]) => names.split('|').map((name) => [name, { from, to }] as const))) // prettier-ignore

/** The span of a movement by its name, as it is written in English or, for the commonest, in German and French. */
export function spanOf(name: string): Span | null {
  const span = known.get(name.trim().toLowerCase().replaceAll('_', ' '))
  return span ? { name, ...span } : null
}
