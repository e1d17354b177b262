import { linkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ProbeTask } from '#main/engine/api.ts'
import { createEngineClient } from '#main/engineClient.ts'
import { startEngineProcess } from '#main/engineProcess.ts'
import { toFloat16 } from '#main/engine/float16.ts'
import { coordinatesOf, heldOutLosses, learning } from '#main/engine/training/probe.ts'
import { findRecipe } from '#main/learning/recipes.ts'
import { artFolder, inFolder } from './folder.ts'
import { inventedFeatures, paintedFeatures, type Features } from './features.ts'
import { findPython, runPeer } from './python.ts'
import { busyNote, load, median, say, seconds, times, type Report } from './report.ts'

type Fit = { strength: number; seconds: number; loss: number }
type PeerFit = { C: number; seconds: number; loss: number; iterations: number; converged: boolean }
type Result = { features: string; ours: Fit; peer: Fit | null; ratio: number | null }

const size = { train: 72_000, valid: 8_000, terms: 27 }
const dimension = 1280
const ourStrengths = [0.01, 0.03, 0.06, 0.1]
/** scikit-learn's C, which counts works, where our strength is relative to their mean. */
const peerStrengths = [0.0003, 0.001, 0.003]

/** Seconds to learn one attribute of 80,000 works, each side at its best strength of regularisation, and whole jobs. */
export function benchProbe({ rounds }: { rounds: number }): Promise<Report> {
  return inFolder(async (folder) => {
    const python = findPython('sklearn')
    const before = load()
    const notes = [
      ...busyNote(before),
      'Ours: from the file of embeddings to probabilities, in the process; scikit-learn: LogisticRegression.fit alone, from float32 in',
      'memory, at most 100 iterations (its default). Both at the strength with the least loss of those tried, looking for it not',
      'counted. Loss: mean cross-entropy of the works held out. Ratios are medians over rounds that take turns.',
    ]
    if (!python) notes.push('scikit-learn is not installed (Debian: python3-sklearn), so nothing is compared.')
    const art = artFolder('peopleart')
    if (!art) notes.push('../shared/art/peopleart is not there: invented features only.')
    const results: Result[] = []
    if (art) results.push(await compare(await paintedFeatures(art, folder, size), folder, python, rounds))
    results.push(await compare(inventedFeatures(dimension, size), folder, python, rounds))
    const jobs = await wholeJob(folder)
    const rows = results.flatMap(({ features, ours, peer, ratio }) => [
      [features, 'ours', seconds(ours.seconds), ours.loss.toFixed(4), `L2 ${ours.strength}`, ''],
      ...(peer ? [[features, 'scikit-learn', seconds(peer.seconds), peer.loss.toFixed(4), `C ${peer.strength}`, times(ratio!)]] : []), // prettier-ignore
    ])
    return {
      title: 'Learning one attribute: 72,000 works to learn from, 8,000 held out, 1,280 features, 27 terms',
      tables: [
        { columns: ['features', 'learned by', 'time', 'loss', 'strength', 'ours is'], rows },
        {
          columns: ['whole job: 5,000 works, 27 + 10 + 23 terms, five folds', 'time'],
          rows: [
            ['the first time', seconds(jobs.first)],
            ['again, embeddings unchanged', seconds(jobs.again)],
          ],
        },
      ],
      notes,
      figures: { results, wholeJob: jobs, before, after: load() },
    }
  })
}

async function compare(features: Features, folder: string, python: string | null, rounds: number): Promise<Result> {
  const { x, y, train, valid, terms } = features
  const file = (suffix: string) => path.join(folder, `${features.name.slice(0, 4)}.${suffix}`)
  writeFileSync(file('f16'), toFloat16(x))
  writeFileSync(file('x'), x)
  writeFileSync(file('y'), y)
  features.x = new Float32Array()
  const sizes = { train, valid, dims: features.dimension, classes: terms }
  const words = [file('x'), file('y'), ...Object.entries(sizes).flatMap(([name, value]) => [`--${name}`, `${value}`])]
  const peerFits = async (strengths: number[]) =>
    (await runPeer<{ fits: PeerFit[] }>(python!, 'probe.py', [...words, '--strengths', ...strengths.map(String)])).fits
  const name = (round: number) => file(`${round}.f16`)
  const strength = await bestOf(features, file('f16'))
  const tried = python ? await peerFits(peerStrengths) : []
  for (const { C, loss, seconds: taken, iterations } of tried)
    say(`${features.name}: scikit-learn, C ${C}: ${loss.toFixed(4)} in ${seconds(taken)}, ${iterations} iterations`)
  const best = tried.toSorted((a, b) => a.loss - b.loss)[0]
  const ours: Fit[] = []
  const theirs: PeerFit[] = []
  for (let round = 0; round < rounds; round++) {
    linkSync(file('f16'), name(round)) // under a new name nothing is remembered of it
    ours.push(await fitOurs(features, name(round), strength))
    if (best) theirs.push(...(await peerFits([best.C])))
    say(`${features.name}, round ${round + 1}: ours ${seconds(ours.at(-1)!.seconds)}${best ? `, scikit-learn ${seconds(theirs.at(-1)!.seconds)}` : ''}`) // prettier-ignore
  }
  return {
    features: features.name,
    ours: { ...ours[0]!, seconds: median(ours.map((fit) => fit.seconds)) },
    peer: best ? { strength: best.C, loss: best.loss, seconds: median(theirs.map((fit) => fit.seconds)) } : null,
    ratio: best ? median(theirs.map((fit, round) => fit.seconds / ours[round]!.seconds)) : null,
  }
}

async function bestOf(features: Features, file: string): Promise<number> {
  const fits: Fit[] = []
  for (const strength of ourStrengths) fits.push(await fitOurs(features, file, strength))
  for (const { strength, loss } of fits) say(`${features.name}: ours, L2 ${strength}: ${loss.toFixed(4)}`)
  return fits.reduce((best, fit) => (fit.loss < best.loss ? fit : best)).strength
}

/** The probe of the engine with one model: learns from the training works, and judges the others. */
async function fitOurs({ y, train, terms }: Features, file: string, strength: number): Promise<Fit> {
  const begun = performance.now()
  const rows = Int32Array.from(y.keys())
  const folds = Int8Array.from(rows, (row) => Number(row < train))
  const attributes = [{ name: 'style', terms: names(terms), labels: y, folds, output: '' }]
  const { u, basis } = await coordinatesOf({ embeddings: { file, dimension }, rows }, 'cpu')
  const data = { u, basis, works: rows.length, attributes, executor: 'cpu' as const }
  const losses = await heldOutLosses(data, { l2: [strength], balance: 0 }, learning, () => true)
  return { strength, loss: losses[0]![0]!, seconds: (performance.now() - begun) / 1000 }
}

/** Seconds of the built-in recipe through the engine process: choosing strengths, five folds, three attributes. */
async function wholeJob(folder: string): Promise<{ first: number; again: number }> {
  const works = 5000
  const { x, y } = inventedFeatures(dimension, { train: works, valid: 0, terms: 27 })
  const file = path.join(folder, 'job.f16')
  writeFileSync(file, toFloat16(x))
  const recipe = await findRecipe('probe')
  if (recipe.kind !== 'probe') throw new Error('The built-in recipe "probe" is of another kind')
  const { folds, l2, balance } = recipe
  const attribute = (name: string, terms: number) => ({
    name,
    terms: names(terms),
    labels: y.map((term) => term % terms),
    folds: Int8Array.from(y.keys(), (work) => work % folds),
    output: path.join(folder, `${name}.f32`),
  })
  const attributes = [attribute('style', 27), attribute('genre', 10), attribute('artist', 23)]
  const rows = Int32Array.from(y.keys())
  const task: ProbeTask = { embeddings: { file, dimension }, rows, attributes, seed: 0, folds, l2, balance, model: path.join(folder, 'heads.onnx') } // prettier-ignore
  const engine = createEngineClient(startEngineProcess)
  await engine.device({ executor: 'cpu' })
  const run = async () => {
    const begun = performance.now()
    await engine.run((api) => api.probe.learn(task), new AbortController().signal)
    return (performance.now() - begun) / 1000
  }
  const first = await run()
  const again = median([await run(), await run(), await run()])
  engine.close()
  return { first, again }
}

const names = (count: number) => Array.from({ length: count }, (_, term) => `term ${term}`)
