import { api } from '../api.ts'
import { perform } from './report.ts'

/** Learns again as the last time, or, the first time, by the first recipe. */
export async function startLearning(): Promise<void> {
  await perform(async () => {
    const [runs, recipes] = await Promise.all([api.learning.runs(), api.learning.recipes()])
    const last = runs.find((run) => run.current)
    const recipe = last && recipes.some(({ id }) => id === last.recipe) ? last.recipe : recipes[0]?.id
    if (recipe) await api.learning.start({ recipe })
  })
}
