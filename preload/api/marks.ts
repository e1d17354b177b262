/** What a curator leaves on a work beside its labels: a flag that asks a colleague to look, and a note. */
export type MarkKind = 'flag' | 'note'

export type Mark = { kind: MarkKind; text: string; actor: string; /** ISO 8601, UTC. */ at: string }
