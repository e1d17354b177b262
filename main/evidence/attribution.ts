/**
 * How a work stands to the artist who is named (after CCO, Cataloging Cultural Objects, and the attribution qualifiers of LIDO): by
 * the artist unless a qualifier says less. A relation that is soft, never an error against the plain name.
 */
export type Qualifier = 'attributed' | 'formerly' | 'workshop' | 'circle' | 'pupil' | 'follower' | 'manner' | 'after' | 'copy' // prettier-ignore

export type Attribution = { qualifier: Qualifier | null; /** The name alone, without qualifier and years of life. */ artist: string } // prettier-ignore

/**
 * How much a work counts among those of the artist, in [0, 1], for what they are called; our judgement, not measured: the workshop
 * paints as its master does, a follower or copyist in his own day, and what is no longer given to the artist hardly at all.
 */
const closeness: Record<Qualifier, number> = { attributed: 0.9, workshop: 0.8, pupil: 0.6, circle: 0.6, copy: 0.5, after: 0.5, follower: 0.4, manner: 0.25, formerly: 0.2 } // prettier-ignore

export const closenessOf = (qualifier: Qualifier | null) => (qualifier === null ? 1 : closeness[qualifier])

/** Whether the artist's own life must cover the date of such a work. */
export const isInLifetime = (qualifier: Qualifier | null) => qualifier === null || qualifier === 'attributed'

/** Before the name: in English, German, French, Spanish and Italian. Longer ones first: "formerly attributed to". */
const before: readonly [Qualifier, string][] = [
  ['formerly', String.raw`(?:formerly|previously|traditionally|once)\s+(?:attributed|ascribed|given)\s+to|formerly`],
  ['formerly', String.raw`(?:fr[üu]her|ehemals|ehem\.|vormals|einst)\s+(?:zugeschrieben(?:\s+an)?|zugeschr\.)`],
  ['formerly', String.raw`(?:anciennement|autrefois|jadis)\s+(?:attribu[ée]e?s?|attr\.)\s+(?:[àa]|aux?)`],
  ['formerly', String.raw`(?:antes|anteriormente|antiguamente)\s+(?:atribuid[oa]s?|atrib\.)\s+a`],
  ['formerly', String.raw`(?:gi[àa]|precedentemente|in\s+passato)\s+(?:attribuit[oaie]|attr\.)\s+a`],
  [
    'attributed',
    String.raw`(?:attributed|attrib|attr|ascribed|assigned)\s+to|attr(?:ib)?\.(?:\s+to)?|(?:possibly|probably|perhaps)(?:\s+by)?`,
  ],
  [
    'attributed',
    String.raw`zugeschrieben(?:\s+an)?|zugeschr\.(?:\s+an)?|(?:vermutlich|wahrscheinlich|wohl|m[öo]glicherweise)(?:\s+von)?`,
  ],
  [
    'attributed',
    String.raw`(?:attribu[ée]e?s?|attr\.)\s+(?:[àa]|aux?)|(?:probablement|peut-[êe]tre)(?:\s+(?:par|de))?`,
  ],
  ['attributed', String.raw`(?:atribuid[oa]s?|atrib\.)\s+a|posiblemente(?:\s+(?:de|por))?`],
  ['attributed', String.raw`(?:attribuit[oaie]|attr\.)\s+a`],
  ['workshop', String.raw`(?:the\s+)?(?:workshop|studio|atelier|shop)s?\s+of`],
  ['workshop', String.raw`(?:werkstatt|atelier|werkst\.)\s+(?:des|der|von|vom)`],
  ['workshop', String.raw`atelier\s+(?:du|des|de)`],
  ['workshop', String.raw`(?:taller|obrador)\s+(?:del|de)`],
  ['workshop', String.raw`(?:bottega|scuola\s+e\s+bottega)\s+(?:del|della|di|de)`],
  ['circle', String.raw`(?:the\s+)?circle\s+of`],
  ['circle', String.raw`(?:um)?kreis\s+(?:des|der|von|vom|um)|im\s+umkreis\s+(?:des|der|von|vom)`],
  ['circle', String.raw`(?:entourage|cercle)\s+(?:du|des|de)`],
  ['circle', String.raw`(?:c[íi]rculo|entorno)\s+(?:del|de)`],
  ['circle', String.raw`(?:cerchia|ambito|seguito)\s+(?:del|della|di|de)`],
  [
    'pupil',
    String.raw`(?:pupil|student|apprentice)s?\s+of|sch[üu]ler(?:in)?\s+(?:des|der|von|vom)|[ée]l[èe]ve\s+(?:du|des|de)`,
  ],
  ['pupil', String.raw`(?:disc[íi]pulo|alumno)s?\s+(?:del|de)|alliev[oi]\s+(?:del|della|di|de)`],
  ['follower', String.raw`(?:a\s+)?(?:close\s+)?(?:follower|imitator)s?\s+of`],
  ['follower', String.raw`(?:nachfolger(?:in)?|nachfolge|nachahmer(?:in)?)\s+(?:des|der|von|vom)`],
  ['follower', String.raw`(?:suiveur|imitateur|disciple)s?\s+(?:du|des|de)`],
  ['follower', String.raw`(?:seguidor(?:a|es)?|imitador(?:a|es)?)\s+(?:del|de)`],
  ['follower', String.raw`(?:seguac[ei]|imitator[ei])\s+(?:del|della|di|de)`],
  ['manner', String.raw`(?:in\s+the\s+)?(?:manner|style)\s+of`],
  [
    'manner',
    String.raw`(?:in\s+(?:der\s+)?)?(?:art|manier|stil)\s+(?:des|der|von|vom)|im\s+stil\s+(?:des|der|von|vom)`,
  ],
  [
    'manner',
    String.raw`(?:[àa]\s+la\s+|dans\s+la\s+)?mani[èe]re\s+(?:du|des|de)|(?:dans\s+le\s+)?style\s+(?:du|des|de)`,
  ],
  ['manner', String.raw`(?:a\s+la\s+)?manera\s+(?:del|de)|(?:al\s+)?estilo\s+(?:del|de)`],
  ['manner', String.raw`(?:alla\s+)?maniera\s+(?:del|della|di|de)|(?:nello\s+)?stile\s+(?:del|della|di|de)`],
  ['copy', String.raw`(?:early\s+|later?\s+|modern\s+)?cop(?:y|ies)\s+(?:after|of)|copyist\s+of`],
  ['copy', String.raw`kopie(?:n)?\s+(?:nach|des|der|von)|kopist\s+(?:des|der|von|nach)`],
  ['copy', String.raw`copies?\s+(?:d['’]\s?apr[èe]s|du|des|de)|copiste\s+(?:du|des|de)`],
  ['copy', String.raw`copias?\s+(?:del|de|da|dal|seg[úu]n)|copista\s+(?:del|de|di)`],
  ['after', String.raw`after(?:\s+a\s+(?:design|painting|print|drawing|work)\s+(?:by|of))?`],
  ['after', String.raw`nach(?:\s+(?:einem|einer)\s+\S+\s+von)?`],
  ['after', String.raw`d['’]\s?apr[èe]s|apr[èe]s`],
  ['after', String.raw`seg[úu]n|a\s+partir\s+de`],
]

/** Behind the name, in brackets or after a comma: "Rembrandt (workshop of)", "Cranach, Lucas, Werkstatt", "Tizian und Werkstatt". */
const behind: readonly [Qualifier, string][] = [
  [
    'formerly',
    String.raw`(?:formerly|previously)(?:\s+(?:attributed|ascribed)(?:\s+to)?)?|(?:fr[üu]her|ehemals|vormals)(?:\s+zugeschrieben|\s+zugeschr\.)?|(?:anciennement|autrefois)\s+attribu[ée]e?(?:\s+[àa])?|(?:antes|anteriormente)\s+atribuid[oa](?:\s+a)?|gi[àa]\s+attribuit[oa](?:\s+a)?`,
  ],
  [
    'attributed',
    String.raw`(?:attributed|attrib\.?|attr\.?|ascribed)(?:\s+to)?|zugeschrieben(?:\s+an)?|zugeschr\.?|attribu[ée]e?(?:\s+[àa])?|atribuid[oa](?:\s+a)?|attribuit[oa](?:\s+a)?|attribution|zuschreibung|atribuci[óo]n|attribuzione|\?`,
  ],
  [
    'workshop',
    String.raw`(?:workshop|studio|atelier)(?:\s+of)?|werkstatt|taller(?:\s+de)?|bottega(?:\s+di)?|atelier(?:\s+de)?`,
  ],
  [
    'circle',
    String.raw`circle(?:\s+of)?|umkreis|kreis|entourage(?:\s+de)?|cercle(?:\s+de)?|c[íi]rculo(?:\s+de)?|cerchia(?:\s+di)?|ambito(?:\s+di)?`,
  ],
  [
    'pupil',
    String.raw`(?:pupil|student)(?:\s+of)?|sch[üu]ler(?:in)?|[ée]l[èe]ve(?:\s+de)?|disc[íi]pulo(?:\s+de)?|allievo(?:\s+di)?`,
  ],
  [
    'follower',
    String.raw`(?:follower|imitator)s?(?:\s+of)?|nachfolger(?:in)?|nachfolge|nachahmer(?:in)?|suiveur(?:\s+de)?|seguidor(?:\s+de)?|seguace(?:\s+di)?`,
  ],
  [
    'manner',
    String.raw`(?:manner|style)(?:\s+of)?|art|manier|mani[èe]re(?:\s+de)?|manera(?:\s+de)?|estilo(?:\s+de)?|maniera(?:\s+di)?`,
  ],
  [
    'copy',
    String.raw`cop(?:y|ies)(?:\s+(?:after|of))?|kopie(?:\s+nach)?|copie(?:\s+(?:d['’]\s?apr[èe]s|de))?|copia(?:\s+(?:de|da))?|copyist|kopist|copiste|copista`,
  ],
  ['after', String.raw`after|nach|d['’]\s?apr[èe]s|seg[úu]n`],
]

/** The name follows after a space; d'Artagnan needs none after d'. A capital begins it, or a particle such as "van". */
const leading = before.map(([qualifier, pattern]) => ({ qualifier, pattern: new RegExp(String.raw`^(?:${pattern})(?:\s+|:\s*)(?:the\s+|dem\s+|den\s+)?(?=\S)`, 'iu') })) // prettier-ignore
const trailing = behind.map(([qualifier, pattern]) => ({ qualifier, pattern: new RegExp(String.raw`\s*(?:\(\s*(?:${pattern})\s*\)|\[\s*(?:${pattern})\s*\]|,\s*(?:${pattern}))\s*$`, 'iu') })) // prettier-ignore
const together =
  /\s+(?:and|und|et|y|e|&)\s+(?:(?:his|her|seine?|son|su|la\s+sua)\s+)?(?:workshop|studio|werkstatt|atelier|taller|bottega)\s*$/iu
const lastWord = [{ qualifier: 'attributed' as const, pattern: /\s+(?:zugeschrieben|zugeschr\.|\?)\s*$|(?<=\p{L})\?\s*$/iu }, { qualifier: 'formerly' as const, pattern: /\s+(?:früher|ehemals|vormals)\s+zugeschrieben\s*$/iu }] // prettier-ignore
const wordsBetween = /^(?:früher|ehemals|vormals)\s+(.+?)\s+zugeschrieben\s*$/iu
/** Brackets with a year at the end: "(1606–1669)", "(Italian, 1477/78–1510)". */
const years = /\s*[([][^()[\]]*(?<!\d)\d{3,4}(?!\d)[^()[\]]*[)\]]\s*$/u

/** What a cell about the artist says. Text without a qualifier comes back as the name. */
export function attributionOf(text: string): Attribution {
  const given = text.normalize('NFC').replaceAll(/[\s_]+/gu, ' ').trim() // prettier-ignore
  const plain = withoutYears(given)
  const between = wordsBetween.exec(plain)
  if (between) return named('formerly', between[1]!, given)
  for (const { qualifier, pattern } of leading) {
    const found = pattern.exec(plain)
    const rest = found ? plain.slice(found[0].length) : ''
    if (found && (isName(rest) || attributionOf(rest).qualifier !== null)) return named(qualifier, rest, given)
  }
  const cut = (pattern: RegExp) => plain.replace(pattern, '')
  const shared = cut(together)
  if (shared !== plain) return named('workshop', shared, given)
  for (const { qualifier, pattern } of [...trailing, ...lastWord.toReversed()]) {
    const rest = cut(pattern)
    if (rest !== plain && isName(rest)) return named(qualifier, rest, given)
  }
  return { qualifier: null, artist: plain || text.trim() }
}

/** A qualifier may stand before another ("attributed to the workshop of"): the outer one speaks, the name is the innermost. */
function named(qualifier: Qualifier, rest: string, whole: string): Attribution {
  const inner = attributionOf(rest)
  const artist = inner.artist.replace(/^Meisters\b/u, 'Meister') // the genitive of "Umkreis des Meisters der …"
  return artist === '' ? { qualifier: null, artist: whole } : { qualifier, artist }
}

const withoutYears = (text: string) => (text.replace(years, '').trim() === '' ? text : text.replace(years, '').trim())

/** Names begin with a capital, a figure or a script without capitals, after particles: "van Gogh", "de la Tour", "l'Ortolano". */
function isName(text: string): boolean {
  const bare = text.replace(/^(?:(?:van|von|vom|der|den|de|del|della|di|da|du|la|le|el|il|ter|ten|te|zu|zum|the|a|an|an\s+unknown)\s+|[dl]['’])+/iu, '') // prettier-ignore
  return /^["“„'(]?(?:\p{Lu}|\p{Lt}|\p{Lo}|\d)/u.test(bare) || (bare !== '' && text === text.toLowerCase() && /^\p{L}/u.test(bare)) // prettier-ignore
}
