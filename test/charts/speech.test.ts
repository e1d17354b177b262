import { expect, test } from 'vitest'
import { calibrationFigure, confidenceFigure } from '#charts/figures/certainty.ts'
import { confusionFigure } from '#charts/figures/confusion.ts'
import { precisionRecallFigure, rocFigure } from '#charts/figures/curves.ts'
import { labelsFigure } from '#charts/figures/labels.ts'
import { accuracyFigure, lossFigure } from '#charts/figures/learning.ts'
import { mapFigure } from '#charts/figures/map.ts'
import { colourFigure, lightFigure } from '#charts/figures/pictures.ts'
import { runsFigure } from '#charts/figures/runs.ts'
import { csvOf, svgOf, type Figure } from '#charts/figure.ts'
import { paperLook, type Look } from '#charts/look.ts'
import { createSpeech, type Speech } from '#charts/speech.ts'
import { charts as german } from '#renderer/text/de/charts.ts'
import { chartData } from '#test/bench/charts/data.ts'

const speaking = (speech: Speech): Look => ({ ...paperLook, speech })
const width = 600
const attribute = 'стиль'
/** The terms are called as the figures' own words are, so that one that is translated by accident shows. */
const own = ['Right', 'Works', 'Label']

function figuresOf(look: Look, terms: readonly string[]): Figure[] {
  const data = chartData(terms.length)
  const named = <T extends { terms: readonly { term: string }[] }>(about: T): T => ({ ...about, attribute, name: attribute, terms: about.terms.map((one, at) => ({ ...one, term: terms[at] })) }) // prettier-ignore
  const curves = named(data.curves)
  const one = { width, term: terms[0]! }
  const map = { works: ['1', '2', '3'], network: 'сеть', fitted: 2 } as never
  const groups = { groups: terms.map((name) => ({ name, works: 1 })), of: [0, 1, -1] }
  return [
    labelsFigure(named({ ...data.overview, tooRare: { terms: 2, works: 3 } }), { width, most: 2 }, look),
    confusionFigure(named(data.evaluation), { most: 2, as: 'shares', width }, look),
    rocFigure(curves, one, look),
    precisionRecallFigure(curves, one, look),
    confidenceFigure(curves, width, look),
    calibrationFigure({ ...data.calibration, attribute }, width, look),
    lightFigure(named(data.pictures), { width, most: null }, look),
    colourFigure(named(data.pictures), { width, most: null }, look),
    lossFigure(data.learning, width, look)!,
    accuracyFigure(data.learning, width, look)!,
    runsFigure({ ...data.runs, attribute }, width, look),
    mapFigure({ map, groups, by: attribute, picture: 'data:,', colours: ['#000000'], width }, look),
  ]
}

/** Everything of a figure that is read. */
const readOf = (figure: Figure, look: Look): string[] => [
  ...[...svgOf(figure, look, true).matchAll(/(?:>|aria-label=")([^<>"]+)[<"]/g)].map(([, text]) => text!),
  figure.title,
  figure.summary,
  ...figure.table.columns,
  ...figure.table.rows.flat().filter((cell) => typeof cell === 'string'),
]

test('a figure says nothing but by its language: not a word of the app stands in it otherwise', () => {
  const dotted = new Proxy<Record<string, string>>({}, { get: (_, sentence) => String(sentence).replaceAll(/\p{L}/gu, '·') }) // prettier-ignore
  const look = speaking(createSpeech('en', dotted))
  const figures = figuresOf(look, ['Жёлтый', 'Синий', 'Белый'])
  const read = figures.flatMap((figure) => readOf(figure, look))
  expect(read.length).toBeGreaterThan(500)
  expect(read.filter((text) => /[A-Za-z]/.test(text))).toEqual([])
})

test('figures speak German: sentences, titles of axes, keys, names of columns, and numbers with a comma', () => {
  const look = speaking(createSpeech('de', german))
  const [labels, , roc, , confidence, calibration] = figuresOf(look, own)
  expect(roc!.title).toBe('Gefundenes gegen Fehlalarme (ROC): стиль')
  expect(roc!.table.columns).toEqual(['Kurve', 'Fläche', 'Fehlalarme', 'gefunden'])
  expect(roc!.body).toContain('>Mittel der Begriffe (0,9)<')
  expect(roc!.body).toContain('>Fehlalarme unter anderen Werken<')
  expect(roc!.body).toContain('>20\u00A0%<')
  expect(labels!.summary).toMatch(/^100\.000 Werke mit Zuordnung, 0 ohne, 3 Begriffe\. .* 1 seltenerer Begriff ist nicht gezeichnet\.$/) // prettier-ignore
  expect(confidence!.body).toContain('>Richtig<')
  expect(calibration!.summary).toBe('Es war sich zu sicher: im Mittel weicht die Sicherheit 10,0\u00A0% davon ab, wie oft es recht hatte, nach der Berichtigung 10,0\u00A0%.') // prettier-ignore
})

test('names that curators gave stay as they are, though the figures have such words of their own', () => {
  const look = speaking(createSpeech('de', german))
  const [labels, confusion, roc, , , , light] = figuresOf(look, own)
  expect(labels!.table.rows.map(([term]) => term)).toEqual(own)
  expect(labels!.body).toContain('>Right</text>')
  expect(confusion!.body).toMatch(/>Works<|>Label</)
  expect(roc!.body).toContain('>Right (0,9)<')
  expect(light!.table.rows.map(([term]) => term)).toEqual(own)
})

test('a file of numbers has points for commas in every language', () => {
  const [, , roc] = figuresOf(speaking(createSpeech('de', german)), own)
  const lines = csvOf(roc!.table).trimEnd().split('\r\n')
  expect(lines[0]).toBe('Kurve,Fläche,Fehlalarme,gefunden')
  expect(lines[1]).toBe('Mittel der Begriffe,0.9,0,0')
  expect(lines.at(-1)).toBe('Label,0.9,1,1')
})
