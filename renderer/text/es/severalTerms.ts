import type { Translation } from '../language.ts'

export const severalTerms: Translation['severalTerms'] = {
  title: 'Varios términos por obra',
  button: 'Varios términos',
  lead: 'Si la etiqueta de una obra puede nombrar más de un término: {attribute}.',
  one: 'Una obra tiene un solo término',
  oneHint: 'Una etiqueta como «Simbolismo/Expresionismo» es entonces un término propio.',
  many: 'Una obra puede tener varios, con «{separator}» entre ellos',
  found: {
    one: '{count} obra tiene una etiqueta que nombra varios, como {example}: {terms}.',
    other: '{count} obras tienen una etiqueta que nombra varios, como {example}: {terms}.',
  },
  none: 'Hasta ahora ninguna etiqueta nombra varios.',
  means:
    'De una etiqueta con varios términos solo se duda si ninguno encaja, y lo que se sugiere es otro término. Enseña cada uno de sus términos a partes iguales.',
  stays: 'Cada etiqueta queda como está escrita, aquí y en la exportación. Un solo deshacer lo devuelve.',
  take: 'Aplicar',
  allowed: '{attribute}: una obra puede tener varios términos',
  single: '{attribute}: una obra tiene un solo término',
  notice: {
    one: '{count} etiqueta parece nombrar varios términos, como {example}.',
    other: '{count} etiquetas parecen nombrar varios términos, como {example}.',
  },
  look: 'Varios términos…',
  parts: 'Varios términos a la vez',
  among: { one: '{count} más lo tiene junto a otro término', other: '{count} más lo tienen junto a otro término' },
  of: 'Términos de esta etiqueta',
  add: 'Otro término',
  remove: 'Quitar {term}',
  addTitle: 'Añadir otro término: {attribute}',
  removeTitle: '¿Qué término no encaja? {attribute}',
}
