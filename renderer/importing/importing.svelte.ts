import type { ColumnUse, ImportPreview } from '#preload/api.ts'
import { api } from '../api.ts'
import { allowsSeveral } from '../state/severalTerms.ts'
import { errorText } from '../text/errorText.ts'
import { t } from '../text/text.ts'

type LabelSource = 'table' | 'folders' | 'none'

/** What is about to be imported: it stays while one looks at another screen. */
class Importing {
  preview = $state.raw<ImportPreview | null>(null)
  isLooking = $state(false)
  failure = $state('')
  source = $state<LabelSource>('none')
  uses = $state<Record<string, ColumnUse>>({})
  /** Columns whose cells may hold several terms, as the user says. */
  several = $state<Record<string, boolean>>({})
  folderAttribute = $state<string>(t('importing.defaultAttribute'))

  readonly fileColumns = $derived(Object.values(this.uses).filter((use) => use === 'file').length)
  /** Why it cannot start yet; null: it can. */
  readonly hindrance = $derived.by(() => {
    const preview = this.preview
    if (!preview || preview.images === 0) return t('importing.noImages')
    if (this.source !== 'table' || !preview.table) return null
    if (this.fileColumns === 0) return t('importing.noFileColumn')
    return this.fileColumns > 1 ? t('importing.twoFileColumns') : null
  })

  #question = 0

  /** Looks into a folder; `table` null: the best table that lies in it. */
  async look(folder: string, table: string | null = null) {
    const question = ++this.#question
    this.isLooking = true
    this.failure = ''
    try {
      const preview = await previewWithTable(folder, table)
      if (question !== this.#question) return
      this.preview = preview
      this.uses = Object.fromEntries(preview.table?.columns.map(({ name, use }) => [name, use]) ?? [])
      this.several = {}
      this.source = preview.table ? 'table' : preview.classFolders.length > 1 ? 'folders' : 'none'
    } catch (error) {
      if (question === this.#question) this.failure = errorText(error)
    }
    if (question === this.#question) this.isLooking = false
  }

  async start() {
    const preview = this.preview
    if (!preview) return
    const isTable = this.source === 'table' && preview.table !== null
    await api.imports.start({
      folder: preview.folder,
      table: isTable ? (preview.table?.path ?? null) : null,
      ...(isTable ? { columns: $state.snapshot(this.uses), several: this.#separators() } : {}),
      folderAttribute:
        this.source === 'folders' ? this.folderAttribute.trim() || t('importing.defaultAttribute') : null,
    })
    this.forget()
  }

  /** Labels that seem to name several terms, where it is not known yet that they may. */
  readonly asked = $derived(
    (this.preview?.table?.columns ?? []).flatMap(({ name, several }) =>
      several && this.uses[name] === 'attribute' && !allowsSeveral(name) ? [{ name, ...several }] : [],
    ),
  )

  #separators(): Record<string, string> {
    const allowed = this.asked.filter(({ name }) => this.several[name])
    return Object.fromEntries(allowed.map(({ name, separator }) => [name, separator]))
  }

  forget() {
    this.preview = null
    this.failure = ''
  }
}

/** Looks at the best table of the folder where none was chosen; one that cannot be read is left aside. */
async function previewWithTable(folder: string, table: string | null): Promise<ImportPreview> {
  const preview = await api.imports.preview({ folder, table })
  const [best] = preview.tables
  if (preview.table || best === undefined) return preview
  return api.imports.preview({ folder, table: best }).catch(() => preview)
}

export const importing = new Importing()
