import { readdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { createEngineClient } from '#main/engineClient.ts'
import { startEngineProcess } from '#main/engineProcess.ts'
import { bundledBackbone } from '#main/learning/backbones.ts'
import { places } from '#main/places.ts'
import { makePaintings } from '#test/seeds/paintings/make.ts'
import { artFolder, inFolder, sampleFolder } from './folder.ts'
import { findPython, runPeer } from './python.ts'
import { busyNote, load, median, say, times, type Report } from './report.ts'

/** A folder and files in it, relative. */
type Images = { name: string; folder: string; files: string[] }
type Speed = { imagesPerSecond: number; batch: number; workers: number; threads: number }
type Setting = { batch: number; workers: number; threads: number }
const networks = ['efficientnet_b0', 'mobilenet_v2'] as const
type Network = (typeof networks)[number]
type Result = { images: string; ours: number; peers: { network: Network; speed: number; ratio: number; at: Setting }[] }

/** Images measured at a time, and while PyTorch's best setting is looked for. */
const count = 320
const tried = 96

/** Images a second from files to features, against PyTorch at its best setting, one after the other in turn. */
export function benchEmbed({ rounds }: { rounds: number }): Promise<Report> {
  return inFolder(async (folder) => {
    const python = findPython('torch', 'torchvision', 'PIL')
    const before = load()
    const notes = [
      ...busyNote(before),
      'Ours: EfficientNet-Lite0 through the engine process, opening the network included. PyTorch: random weights, decoding with PIL,',
      'its clock from the first batch on. EfficientNet-B0 is the network of the references; Lite0 is B0 without squeeze-and-excite.',
      'MobileNetV2 is the closest to Lite0 that torchvision has. Ratios are medians over rounds that take turns.',
    ]
    if (!python)
      notes.push('PyTorch is not installed (Debian: python3-torch, python3-torchvision), so nothing is compared.')
    const results: Result[] = []
    for (const images of await imageSets(folder, notes)) results.push(await compare(images, folder, python, rounds))
    const rows = results.flatMap(({ images, ours, peers }) => [
      [images, 'ours', ours.toFixed(1), '', ''],
      ...peers.map(({ network, speed, ratio, at }) => [images, network, speed.toFixed(1), times(ratio), describe(at)]),
    ])
    const columns = ['images', 'network', 'images/s', 'ours is', 'best setting of PyTorch']
    return {
      title: 'Images embedded per second',
      tables: [{ columns, rows }],
      notes,
      figures: { results, before, after: load() },
    }
  })
}

async function imageSets(folder: string, notes: string[]): Promise<Images[]> {
  const large = path.join(folder, 'large')
  say('Painting 24 images of 1,600 px ...')
  await makePaintings({ folder: large, works: 24, seed: 'bench', size: 1600 })
  const sets = [imagesOf('sample, 640 px', sampleFolder), imagesOf('painted, 1,600 px', large)]
  const art = artFolder('peopleart')
  if (art) sets.push(imagesOf('peopleart, 224 px', art))
  else notes.push('../shared/art/peopleart is not there: no photographs of real paintings.')
  return sets
}

function imagesOf(name: string, folder: string): Images {
  const all = readdirSync(path.join(folder, 'images'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.jpe?g$/i.test(file))
    .toSorted()
  const files = Array.from({ length: count }, (_, i) => path.join('images', all[i % all.length]!))
  return { name, folder, files }
}

async function compare(images: Images, folder: string, python: string | null, rounds: number): Promise<Result> {
  const at = python ? await bestSetting(images, folder, python) : null
  const engine = createEngineClient(startEngineProcess)
  const ours: number[] = []
  const theirs: Record<Network, number[]> = { efficientnet_b0: [], mobilenet_v2: [] }
  await embedWith(engine, { ...images, files: images.files.slice(0, 32) }, folder)
  for (let round = 0; round < rounds; round++) {
    ours.push(await embedWith(engine, images, folder))
    for (const network of at ? networks : [])
      theirs[network].push((await runTorch(python!, images, folder, network, at!)).imagesPerSecond)
    say(`${images.name}, round ${round + 1}: ours ${ours.at(-1)!.toFixed(1)}, PyTorch ${networks.map((network) => theirs[network].at(-1)?.toFixed(1)).join(' and ')} images/s`) // prettier-ignore
  }
  engine.close()
  const peers = networks.map((network) => ({
    network,
    speed: median(theirs[network]),
    ratio: median(theirs[network].map((speed, round) => ours[round]! / speed)),
    at: at!,
  }))
  return { images: images.name, ours: median(ours), peers: at ? peers : [] }
}

async function embedWith(
  engine: ReturnType<typeof createEngineClient>,
  { folder, files }: Images,
  out: string,
): Promise<number> {
  const { backbone, model } = await bundledBackbone(places.resources)
  const works = files.map((file, row) => ({ row, path: path.join(folder, file) }))
  const task = { backbone, model, executor: 'cpu' as const, file: path.join(out, 'embeddings.f16'), works }
  const begun = performance.now()
  const { embedded } = await engine.run((api) => api.embedding.run(task), new AbortController().signal)
  if (embedded !== files.length) throw new Error(`Only ${embedded} of ${files.length} images were embedded`)
  return files.length / ((performance.now() - begun) / 1000)
}

/** The best way to share the cores at batch 32, then the best batch that way. */
async function bestSetting(images: Images, folder: string, python: string): Promise<Setting> {
  const few = { ...images, files: images.files.slice(0, tried) }
  const cores = availableParallelism()
  const shares = [[0, cores], [1, Math.max(1, cores - 1)], [1, cores], [cores, 1], [cores, cores]] as const // prettier-ignore
  const measure = async (setting: Setting) => runTorch(python, few, folder, networks[0], setting)
  const fastest = (speeds: Speed[]) => speeds.reduce((a, b) => (b.imagesPerSecond > a.imagesPerSecond ? b : a))
  const ways: Speed[] = []
  for (const [workers, threads] of shares) ways.push(await measure({ batch: 32, workers, threads }))
  const { workers, threads } = fastest(ways)
  const batches = [fastest(ways)]
  for (const batch of [8, 16, 64]) batches.push(await measure({ batch, workers, threads }))
  const { batch } = fastest(batches)
  say(`${images.name}: PyTorch is best at ${describe({ batch, workers, threads })}`)
  return { batch, workers, threads }
}

function runTorch(
  python: string,
  images: Images,
  folder: string,
  network: Network,
  { batch, workers, threads }: Setting,
): Promise<Speed> {
  const list = path.join(folder, 'list.txt')
  writeFileSync(list, images.files.join('\n'))
  const options = { network, batch, workers, threads }
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  return runPeer<Speed>(python, 'embed.py', [images.folder, list, ...words])
}

const describe = ({ batch, workers, threads }: Setting) => `batch ${batch}, ${workers} workers, ${threads} threads`
