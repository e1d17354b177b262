import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { createBreath } from '#main/evaluating/breathe.ts'
import { evaluateWorks } from '#main/evaluating/evaluate.ts'
import type { JudgedWorks } from '#main/evaluating/judgedWorks.ts'
import { rankAll } from '#main/evaluating/evaluationCurves.ts'
import { outcomes } from '#main/evidence/outcomes.ts'
import { crossCalibrated } from '#main/evidence/temperature.ts'
import { createRandom } from '#main/engine/training/random.ts'
import { busyNote, load, say, seconds, type Report } from './report.ts'

const works = 100_000

/** Seconds to judge 100,000 works of 27 and of 129 terms, and the longest time in which nothing else could be answered. */
export async function benchEvaluate(): Promise<Report> {
  const before = load()
  const figures: Record<string, number> = {}
  const rows: string[][] = []
  for (const terms of [27, 129]) {
    const judged = task(terms)
    const evaluated = await watch('all figures, with intervals', () => evaluateWorks(judged))
    const drawn = await watch('all curves', () => rankAll(judged.predictions, outcomes(judged.predictions)))
    const calibrated = await watch('calibration', () => crossCalibrated(judged.predictions, judged.images, createBreath())) // prettier-ignore
    for (const [name, { taken, cpu, held }] of Object.entries({ evaluated, drawn, calibrated })) {
      rows.push([name, String(terms), seconds(taken), seconds(cpu), `${held.toFixed(0)} ms`])
      Object.assign(figures, {
        [`${name}${terms}`]: taken,
        [`${name}${terms}Processor`]: cpu,
        [`${name}${terms}Held`]: held,
      })
    }
  }
  const notes = [...busyNote(before), 'Held: the longest time in which the app could answer nothing else.']
  return { title: `Judging ${works.toLocaleString('en')} works`, tables: [{ columns: ['', 'terms', 'taken', 'of the processor', 'held'], rows }], notes, figures } // prettier-ignore
}

async function watch(what: string, work: () => Promise<unknown>) {
  say(what)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await setTimeout(20)
  delay.reset()
  const start = performance.now()
  const used = process.cpuUsage()
  await work()
  const taken = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(used)
  await setTimeout(20)
  delay.disable()
  return { taken, cpu: (user + system) / 1e6, held: delay.max / 1e6 }
}

function task(terms: number): Omit<JudgedWorks, 'columns' | 'indexOf'> {
  const random = createRandom('bench evaluate', terms)
  const labels = Int32Array.from({ length: works }, () => Math.floor(random() ** 2 * terms))
  const probabilities = new Float32Array(works * terms)
  for (const [work, label] of labels.entries()) {
    const row = probabilities.subarray(work * terms, (work + 1) * terms)
    let sum = 0
    for (let term = 0; term < terms; term++) sum += row[term] = Math.exp(4 * random() + (term === label ? 3 : 0))
    for (let term = 0; term < terms; term++) row[term]! /= sum
  }
  const names = Array.from({ length: terms }, (_, term) => `term ${term}`)
  const learned = {
    name: 'style',
    works,
    accuracy: 0,
    top3: 0,
    macroF1: 0,
    flagged: 0,
    l2: 0,
    terms: names,
    tooRare: [],
  }
  return { key: 'bench', run: 1, attribute: { id: 1, name: 'style' }, learned, artworks: [...labels.keys()], images: Array.from(labels.keys(), (work) => `image ${work}`), predictions: { probabilities, labels, terms } } // prettier-ignore
}
