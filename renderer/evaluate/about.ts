/** What a part of the evaluation is about: a run and one of the attributes that it has learned. */
export type About = { attribute: string; run: number }
