import { parseArgs } from 'node:util'

/** A mistake in how a command was written: exit 2. */
export class UsageError extends Error {}

type Option = { type: 'string' | 'boolean'; multiple?: boolean; help: string }
export type CommandShape = { summary: string; operand?: string; options: Readonly<Record<string, Option>> }

const everywhere: Record<string, Option> = {
  collection: { type: 'string', help: 'the folder of the collection (NAME.connoisseur)' },
  json: { type: 'boolean', help: 'print one JSON object as the last line' },
  help: { type: 'boolean', help: 'print this' },
}
const attribute: Option = { type: 'string', help: 'style, genre, artist, ...' }
const format: Option = { type: 'string', help: 'csv or json' }

export const commands = {
  import: {
    summary: 'Reads the images of a folder and their labels, and embeds them.',
    operand: 'FOLDER',
    options: {
      labels: { type: 'string', help: 'a CSV with the columns file, style, genre, artist, ...' },
      'folder-attribute': { type: 'string', help: 'without --labels: take folder names as terms of this attribute' },
    },
  },
  train: {
    summary: 'Learns the labels and orders the queue.',
    options: {
      recipe: { type: 'string', help: 'id of a recipe, or a JSON file (probe)' },
      backbone: { type: 'string', help: 'id of a network (that of the recipe, else the bundled one)' },
      attribute: { ...attribute, multiple: true },
      seed: { type: 'string', help: 'a whole number (0)' },
    },
  },
  queue: {
    summary: 'Lists the labels, the most doubtful first.',
    options: { attribute, limit: { type: 'string', help: 'rows at the most (all)' }, format },
  },
  predict: { summary: 'Prints what the model says of every work, out of sample.', options: { attribute, format } },
  evaluate: { summary: 'Prints how well the model knows an attribute.', options: { attribute, format } },
  find: {
    summary: 'Lists the works that a filter finds, as CSV: file, title and labels. Without a filter, the saved lists.',
    options: {
      filter: { type: 'string', help: "as in the search field: 'style:Baroque year<1600 not is:reviewed still life'" },
      list: { type: 'string', help: 'the name of a saved list' },
      limit: { type: 'string', help: 'works at the most (all)' },
    },
  },
  summary: {
    summary: 'Prints what each reviewer has decided on each day.',
    options: { days: { type: 'string', help: 'the newest days with decisions (30)' } },
  },
  findings: {
    summary:
      'Prints what the whole collection says: how many labels are wrong, where they gather, what review would find.',
    options: { attribute, format },
  },
  overview: {
    summary:
      'Prints as JSON what there is to learn from and what to mend first: counts, rare terms, poor pictures, copies.',
    options: { measure: { type: 'boolean', help: 'first check the pictures that have not been checked' } },
  },
  trail: {
    summary: 'Writes the trail of decisions: who, when, what, why, by what evidence and model.',
    options: { out: { type: 'string', help: 'the CSV file to write' } },
  },
  package: {
    summary: 'Writes one file with the doubtful labels, worst first, for a second opinion.',
    options: {
      out: { type: 'string', help: 'the file to write' },
      attribute,
      limit: { type: 'string', help: 'works at the most (100)' },
      blind: { type: 'boolean', help: 'without the labels and what the pictures suggest' },
      'no-pictures': { type: 'boolean', help: 'names of files only' },
    },
  },
  opinions: {
    summary: 'Takes in the answers of a colleague: agreement, and what is to be decided.',
    operand: 'FILE',
    options: {},
  },
  relabel: {
    summary: 'Changes the label of one work.',
    options: {
      file: { type: 'string', help: 'the file as imported' },
      attribute,
      term: { type: 'string', help: 'the new term; empty removes the label' },
    },
  },
  several: {
    summary: 'Says whether a work may have several terms of an attribute, and which labels name some; or changes it.',
    options: {
      attribute,
      separator: { type: 'string', help: 'several, with this between them in a label: / ; | , & or +' },
      single: { type: 'boolean', help: 'one term a work (as it is at first)' },
    },
  },
  export: {
    summary: 'Writes the corrected table.',
    options: {
      out: { type: 'string', help: 'the file to write' },
      new: { type: 'boolean', help: 'a new table instead of the imported one with corrections' },
      bom: { type: 'boolean', help: 'with --new: a byte order mark for Excel' },
      renames: { type: 'boolean', help: 'also cells whose term was only renamed or merged since' },
    },
  },
  backbones: {
    summary: 'Lists the networks that can learn: the one that ships with the app, and those added.',
    options: {},
  },
  'add-backbone': {
    summary:
      'Checks a network from an ONNX file or an https address and keeps it in the collection; --backbone names it.',
    operand: 'FILE|URL',
    options: {
      normalisation: { type: 'string', help: 'imagenet, minus-one-to-one, 0-1 or 0-255: what it takes for a pixel' },
      sha256: { type: 'string', help: 'with an address: what the file must have, 64 hexadecimal digits' },
      name: { type: 'string', help: 'its name (that of the file)' },
    },
  },
  'remove-backbone': {
    summary: 'Removes an added network that no run needs.',
    operand: 'ID',
    options: {},
  },
  recipes: {
    summary:
      'Lists the ways to learn; shows, keeps, deletes or writes one, or lists every field that a recipe may have.',
    options: {
      show: { type: 'string', help: 'the id of a recipe: its JSON' },
      save: { type: 'string', help: 'a JSON file: kept in the collection, so that --recipe knows its id' },
      remove: { type: 'string', help: 'the id of a recipe of your own' },
      export: { type: 'string', help: 'the id of a recipe, to be written to --out' },
      out: { type: 'string', help: 'the file to write' },
      fields: { type: 'boolean', help: 'what a recipe is made of, and what each field may hold' },
    },
  },
  runs: {
    summary: 'Lists what has been learned; brings back, deletes or compares runs, prints the model card of one.',
    options: {
      restore: { type: 'string', help: 'the number of a run: its queue and predictions are used again' },
      remove: { type: 'string', help: 'the number of a run that is not in use: deleted with its model' },
      compare: { type: 'string', help: 'the numbers of two runs, as 1,2: both against the labels of --attribute' },
      attribute,
      card: { type: 'string', help: 'the number of a run: its model card, Markdown' },
    },
  },
  report: {
    summary: 'Writes all figures about a run to one HTML file, to be filed or sent: it needs no network.',
    options: {
      out: { type: 'string', help: 'the file to write, .html' },
      run: { type: 'string', help: 'the number of a run (the one in use)' },
    },
  },
  serve: {
    summary: 'Opens the collection in the browser of this computer.',
    options: {
      port: { type: 'string', help: 'the port (any free one)' },
      'no-open': { type: 'boolean', help: 'print the address only' },
    },
  },
} as const satisfies Record<string, CommandShape>

export type CommandName = keyof typeof commands
export type Arguments = {
  command: CommandName
  operand: string | null
  /** A string option; undefined when left out. */
  text(name: string): string | undefined
  texts(name: string): string[]
  flag(name: string): boolean
  /** A string option that must be there. Throws UsageError. */
  needed(name: string): string
  /** Throws UsageError where it is not a whole number of at least `least`. */
  whole(name: string, least: number): number | undefined
}

/** Throws UsageError with a sentence. */
export function readArguments(args: readonly string[]): Arguments {
  const [command = '', ...rest] = args
  if (!Object.hasOwn(commands, command))
    throw new UsageError(command ? `There is no command "${command}".` : 'Name a command.')
  const shape: CommandShape = commands[command as CommandName]
  const { values, positionals } = parse(rest, { ...everywhere, ...shape.options })
  const operand = positionals[0] ?? null
  if (shape.operand && operand === null && !values['help']) throw new UsageError(`${command} needs ${shape.operand}.`)
  if (positionals.length > (shape.operand ? 1 : 0))
    throw new UsageError(`"${positionals.at(-1)}" is one word too many. Put quotes around names with spaces.`)
  const text = (name: string) => (values[name] === undefined ? undefined : String(values[name]))
  return {
    command: command as CommandName,
    operand,
    text,
    texts: (name) => [values[name] ?? []].flat().map(String),
    flag: (name) => values[name] === true,
    needed: (name) => {
      const value = text(name)
      if (value === undefined) throw new UsageError(`${command} needs --${name}.`)
      return value
    },
    whole: (name, least) => {
      const value = text(name)
      if (value === undefined) return undefined
      if (!/^-?\d+$/.test(value) || Number(value) < least)
        throw new UsageError(`--${name} takes a whole number of at least ${least}, not "${value}".`)
      return Number(value)
    },
  }
}

function parse(args: string[], options: Record<string, Option>) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]!.replace(/\.?$/, '.'))
  }
}

export function usage(command?: string): string {
  if (command === undefined || !Object.hasOwn(commands, command)) {
    const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(14)}${summary}`)
    return [
      'Usage: connoisseur COMMAND --collection DIR ...',
      '',
      ...lines,
      '',
      'connoisseur COMMAND --help says more.',
    ].join('\n')
  }
  const { summary, operand, options }: CommandShape = commands[command as CommandName]
  const lines = Object.entries({ ...options, ...everywhere }).map(
    ([name, { type, help }]) => `  --${`${name}${type === 'string' ? ' X' : ''}`.padEnd(22)}${help}`,
  )
  return [
    `Usage: connoisseur ${command}${operand ? ` ${operand}` : ''} --collection DIR ...`,
    summary,
    '',
    ...lines,
  ].join('\n')
}
