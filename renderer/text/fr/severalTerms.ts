import type { Translation } from '../language.ts'

export const severalTerms: Translation['severalTerms'] = {
  title: 'Plusieurs termes par œuvre',
  button: 'Plusieurs termes',
  lead: 'Si l’étiquette d’une œuvre peut nommer plus d’un terme : {attribute}.',
  one: 'Une œuvre a un seul terme',
  oneHint: 'Une étiquette telle que « Symbolisme/Expressionnisme » est alors un terme à part.',
  many: 'Une œuvre peut en avoir plusieurs, séparés par « {separator} »',
  found: {
    one: '{count} œuvre a une étiquette qui en nomme plusieurs, par exemple {example} : {terms}.',
    other: '{count} œuvres ont une étiquette qui en nomme plusieurs, par exemple {example} : {terms}.',
  },
  none: 'Aucune étiquette n’en nomme plusieurs pour l’instant.',
  means:
    'Une étiquette à plusieurs termes n’est mise en doute que si aucun ne convient, et ce qui est suggéré est un autre terme. Elle enseigne chacun de ses termes à parts égales.',
  stays: 'Chaque étiquette reste telle qu’elle est écrite, ici et dans l’export. Une seule annulation y revient.',
  take: 'Appliquer',
  allowed: '{attribute} : une œuvre peut avoir plusieurs termes',
  single: '{attribute} : une œuvre a un seul terme',
  notice: {
    one: '{count} étiquette semble nommer plusieurs termes, par exemple {example}.',
    other: '{count} étiquettes semblent nommer plusieurs termes, par exemple {example}.',
  },
  look: 'Plusieurs termes…',
  parts: 'Plusieurs termes à la fois',
  among: { one: '{count} autre l’a à côté d’un autre terme', other: '{count} autres l’ont à côté d’un autre terme' },
  of: 'Termes de cette étiquette',
  add: 'Autre terme',
  remove: 'Retirer {term}',
  addTitle: 'Ajouter un terme : {attribute}',
  removeTitle: 'Quel terme ne convient pas ? {attribute}',
}
