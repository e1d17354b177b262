import { api } from '../api.ts'
import { perform } from './report.ts'

/** Learns again as the last time, with the same network, or, the first time, by the first recipe. */
export async function startLearning(): Promise<void> {
  await perform(async () => {
    const [runs, recipes, networks] = await Promise.all([
      api.learning.runs(),
      api.learning.recipes(),
      api.backbones.list(),
    ])
    const last = runs.find((run) => run.current)
    const recipe =
      last && recipes.some(({ id }) => id === last.recipe)
        ? last.recipe
        : (recipes.find(({ isDefault }) => isDefault) ?? recipes[0])?.id
    const network = networks.find(({ isBundled, runs: own }) => last && !isBundled && own.includes(last.id))
    if (recipe) await api.learning.start({ recipe, backbone: network?.id ?? null })
  })
}
