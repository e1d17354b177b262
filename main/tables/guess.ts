import type { ColumnUse } from '#preload/api.ts'
import { cellValue, type Table } from './read.ts'

export type ColumnFacts = {
  name: string
  distinct: number
  empty: number
  examples: string[]
  /** Share of values that look like image files. */ files: number
}

const fileNames =
  /^(file|files|filename|file ?name|file ?path|path|image|images|image ?(file|path|name|url)|img|picture|photo|datei|dateiname|bild|bilddatei|pfad|fichier|nom ?du ?fichier|chemin|archivo|nombre ?de ?archivo|imagen|ruta|ficheiro|arquivo|imagem|immagine|nome ?file|bestand|bestandsnaam|afbeelding|plik|obraz|fil|filnamn)$/
const titleNames =
  /^(title|titles|titel|titre|titulo|título|titolo|tytuł|name of work|work title|object title|object name|tittel)$/
const attributeNames =
  /^(style|styles|genre|genres|artist|artists|school|movement|category|class|label|painter|author|creator|maker|kind|stil|gattung|künstler|kuenstler|maler|schule|bewegung|kategorie|klasse|stilrichtung|artiste|peintre|école|ecole|mouvement|catégorie|estilo|género|genero|gênero|artista|pintor|escuela|escola|movimiento|movimento|categoría|categoria|stile|genere|scuola|stijl|kunstenaar|stroming|styl|artysta)$/
const recordNames =
  /^(id|nr|no|number|inventory.*|inv.*|accession.*|date|year|jahr|année|annee|año|anno|rok|notes?|comments?|remarks?|description|beschreibung|url|link|source|credit.*|rights|license|licence|dimensions|width|height|size|location|provenance|split|fold)$/
const imageFile = /\.(jpe?g|jpe|jfif|png|tiff?|webp|avif|hei[cf]|gif|bmp)$/i

/** What each column says, counted over all rows. */
export function columnFacts(table: Table): ColumnFacts[] {
  return table.columns.map((name, column) => {
    const values = new Set<string>()
    let empty = 0
    let files = 0
    for (let row = 0; row < table.data.length; row++) {
      const value = cellValue(table, row, column).trim()
      if (value === '') empty++
      else values.add(value)
      if (imageFile.test(value)) files++
    }
    const filled = table.data.length - empty
    return { name, distinct: values.size, empty, examples: [...values].slice(0, 5), files: filled ? files / filled : 0 }
  })
}

/** Use of each column by its name and its values. At most one is 'file', at most one is 'title'. */
export function guessUses(facts: ColumnFacts[], rows: number): ColumnUse[] {
  const names = facts.map(({ name }) =>
    name
      .toLowerCase()
      .replace(/[_\-.]+/g, ' ')
      .trim(),
  )
  const file = guessFile(facts, names)
  const title = names.findIndex((name, column) => column !== file && titleNames.test(name))
  const named = facts.map((_, column) => column !== file && column !== title && attributeNames.test(names[column]!))
  return facts.map((column, index) => {
    if (index === file) return 'file'
    if (index === title) return 'title'
    // Other columns stay as they are, unless the table has no label by any usual name.
    const isLabel = named.includes(true) ? named[index] : !recordNames.test(names[index]!) && repeats(column, rows)
    return isLabel ? 'attribute' : 'record'
  })
}

/** The column most of whose values are names of image files, a fitting name deciding between near equals; -1: none. */
function guessFile(facts: ColumnFacts[], names: string[]): number {
  const scores = facts.map(({ files, distinct }, column) => (distinct > 0 ? files * 2 : 0) + (fileNames.test(names[column]!) ? 1 : 0)) // prettier-ignore
  const best = Math.max(...scores, 0)
  return best > 0.5 ? scores.indexOf(best) : -1
}

/** Few values that come back often, and are words: numbers are years, sizes and ids. */
function repeats({ distinct, empty, examples }: ColumnFacts, rows: number): boolean {
  const filled = rows - empty
  const numeric = examples.every((example) => /^[\d\s.,/-]*$/.test(example))
  const long = examples.some((example) => example.length > 60)
  return filled >= 10 && distinct >= 2 && distinct <= Math.min(100, filled / 5) && !numeric && !long
}
