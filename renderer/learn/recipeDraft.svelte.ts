import type { FormNode, Recipe, RecipeContent, RecipeProblem } from '#preload/api.ts'
import { api } from '../api.ts'
import { t } from '../text/text.ts'

/** A moment after the last change, so that not every letter is asked about. */
const pauseMs = 250

/** A recipe that is being changed, and what is wrong with it so far. */
export class RecipeDraft {
  content = $state<RecipeContent | null>(null)
  problems = $state.raw<RecipeProblem[]>([])
  form = $state.raw<FormNode | null>(null)
  isChanged = $derived.by(() => this.content !== null && JSON.stringify(this.content) !== this.#before)
  readonly isOwn: boolean
  #before = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  readonly #recipe: Recipe
  readonly #taken: readonly Recipe[]

  constructor(recipe: Recipe, taken: readonly Recipe[]) {
    this.#recipe = recipe
    this.#taken = taken
    this.isOwn = recipe.origin === 'own'
  }

  async open(): Promise<void> {
    const [form, content] = await Promise.all([api.learning.recipeForm(), api.learning.recipe({ id: this.#recipe.id })])
    const own = this.isOwn ? content : { ...content, id: this.#freeId(), name: t('recipes.copyOf', { name: content.name }) } // prettier-ignore
    this.#before = JSON.stringify(own)
    this.form = form
    this.content = own
  }

  /** Call it whenever the content has changed. */
  check(): void {
    const recipe = $state.snapshot(this.content) as RecipeContent | null
    clearTimeout(this.#timer)
    if (!recipe) return
    this.#timer = setTimeout(async () => (this.problems = await api.learning.checkRecipe({ recipe })), pauseMs)
  }

  problemAt(path: string): string | null {
    return this.problems.find((problem) => problem.path === path)?.message ?? null
  }

  async save(): Promise<Recipe> {
    const recipe = $state.snapshot(this.content) as RecipeContent
    const saved = await api.learning.saveRecipe({ recipe })
    this.#before = JSON.stringify(recipe)
    return saved
  }

  #freeId(): string {
    for (let count = 1; ; count++) {
      const id = count === 1 ? `my-${this.#recipe.id}` : `my-${this.#recipe.id}-${count}`
      if (!this.#taken.some((recipe) => recipe.id === id)) return id
    }
  }
}
