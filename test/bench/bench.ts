import { parseArgs } from 'node:util'
import { benchArt } from './art.ts'
import { benchEmbed } from './embed.ts'
import { benchProbe } from './probe.ts'
import { benchRetrain } from './retrain.ts'
import { print, type Report } from './report.ts'

const benches: Readonly<Record<string, (options: { rounds: number }) => Promise<Report>>> = {
  embed: benchEmbed,
  probe: benchProbe,
  retrain: benchRetrain,
  art: benchArt,
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, rounds: { type: 'string', default: '3' } },
})
const chosen = positionals.length > 0 ? positionals : Object.keys(benches)
const unknown = chosen.find((name) => !Object.hasOwn(benches, name))
const rounds = Number(values.rounds)
if (unknown !== undefined || !(rounds >= 1)) {
  console.error(`Usage: npm run bench -- [${Object.keys(benches).join('] [')}] [--rounds 3] [--json]`)
  process.exit(2)
}
for (const name of chosen) {
  const report = await benches[name]!({ rounds })
  if (values.json) console.log(JSON.stringify({ bench: name, ...report.figures }))
  else print(report)
}
