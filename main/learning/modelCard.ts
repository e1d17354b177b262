import type { RunAttribute, Vote } from '#preload/api.ts'
import type { Backbone } from '../engine/api.ts'
import type { Metrics } from '../evidence/metrics.ts'
import { loadingCode } from './modelCardCode.ts'
import { artistLimits, howJudged } from './modelCardSplit.ts'
import type { Recipe } from './recipeSchema.ts'
import type { EnsembleInput } from './modelInputs.ts'

/** What a model card tells of a run. `measures.terms` are in the order of `learned.terms`. */
export type CardFacts = {
  run: number
  collection: string
  version: string
  learnedAt: Date
  recipe: Recipe
  seed: number
  works: number
  /** The network that training began with; its file is empty where that had learned nothing. */
  backbone: Backbone
  attributes: readonly { learned: RunAttribute; measures: Metrics }[]
  /** The trained network in the run's folder. */
  model: { file: string; sha256: string; bytes: number }
  votes?: readonly Vote[]
  isCutShort?: boolean
  /** What the inputs of a vote take. */
  inputs?: readonly EnsembleInput[]
}

/**
 * The card as Markdown after Mitchell et al. 2019 (Model Cards for Model Reporting), with front matter as Hugging Face
 * reads it (hub docs, "Model Cards").
 */
export const modelCard = (facts: CardFacts): string =>
  [
    frontMatter(facts),
    `# ${text(facts.collection)}, run ${facts.run}`,
    summary(facts),
    intendedUse,
    trainingData(facts),
    evaluation(facts),
    recipeAndSeed(facts),
    networks(facts),
    '## How to use it',
    loadingCode(facts),
    limits(facts),
  ].join('\n\n')

/** JSON is YAML: strings are quoted whatever is in them. */
function frontMatter({ collection, run, attributes, backbone }: CardFacts): string {
  const results = attributes.flatMap(({ learned, measures }) => [
    `      - task: { type: image-classification, name: ${JSON.stringify(learned.name)} }`,
    `        dataset: { type: private, name: ${JSON.stringify(collection)} }`,
    '        metrics:',
    ...Object.entries({
      accuracy: ['Accuracy', measures.accuracy],
      top_3_accuracy: ['Top-3 accuracy', measures.top3],
      f1: ['Macro-F1', measures.macroF1],
      log_loss: ['Log-loss (nats)', measures.logLoss],
    }).map(
      ([type, [name, value]]) =>
        `          - { type: ${type}, name: ${JSON.stringify(`${name}, out of sample`)}, value: ${figure(Number(value))} }`,
    ),
  ])
  return [
    '---',
    'library_name: onnx',
    'pipeline_tag: image-classification',
    'tags: [art, cultural-heritage, image-classification, onnx, connoisseur]',
    'license: other',
    `license_name: ${JSON.stringify(`${backbone.file === '' ? 'network trained here from nothing' : `network under ${backbone.licence || 'an unknown licence'}`}, labels of the collection`)}`,
    'model-index:',
    `  - name: ${JSON.stringify(`${collection}, run ${run}`)}`,
    '    results:',
    ...results,
    '---',
  ].join('\n')
}

function summary({ attributes, backbone, recipe, works, learnedAt, version, collection }: CardFacts): string {
  const names = attributes.map(({ learned }) => text(learned.name)).join(', ')
  return (
    `Tells ${names} from the image of a work of art. Learned by Connoisseur ${version} on ` +
    `${learnedAt.toISOString().slice(0, 10)} from ${works} works of the collection "${text(collection)}", by the recipe ` +
    `"${text(recipe.name)}" on ${text(backbone.name)}.`
  )
}

const intendedUse = `## Intended use

- To find labels of this collection that deserve a second look by a curator, and to suggest another term.
- To suggest terms for works of the same kind, photographed in the same way, that have no label yet. A person decides.

Not meant for attributing works, for telling originals from copies, for valuing works, or for deciding anything without a person.`

function trainingData({ attributes }: CardFacts): string {
  const parts = attributes.map(({ learned, measures }) => {
    const rows = learned.terms.map((term, index) => [text(term), measures.terms[index]!.support])
    const rare = learned.tooRare.map(({ term, works }) => `${text(term)} (${works})`).join(', ')
    return [
      `### ${text(learned.name)}: ${learned.works} labels, ${learned.terms.length} terms`,
      table(['term', 'labels'], rows),
      rare === '' ? 'No term was too rare to be learned.' : `Left out as too rare: ${rare}.`,
    ].join('\n\n')
  })
  return [
    '## Training data',
    "The images and labels of one collection, private to its owner. The labels are the collection's own as they stood, corrections included; works whose image a curator has called wrong were left out.",
    ...parts,
  ].join('\n\n')
}

function evaluation(facts: CardFacts): string {
  const { attributes } = facts
  const rows = attributes.map(({ learned: { name }, measures: m }) => [
    text(name),
    m.works,
    ...[m.accuracy, m.top3, m.macroF1, m.weightedF1, m.balancedAccuracy, m.logLoss].map(figure),
  ])
  const header = ['attribute', 'labels', 'accuracy', 'top-3', 'macro-F1', 'weighted F1', 'balanced accuracy', 'log-loss (nats)'] // prettier-ignore
  const terms = attributes.map(({ learned, measures }) =>
    [
      `### ${text(learned.name)}, by term`,
      table(
        ['term', 'labels', 'precision', 'recall', 'F1'],
        measures.terms.map((m, index) => [text(learned.terms[index]!), m.support, ...[m.precision, m.recall, m.f1].map(figure)]), // prettier-ignore
      ),
    ].join('\n\n'),
  )
  return ['## Evaluation', howJudged(facts, text), table(header, rows), ...terms].join('\n\n')
}

function recipeAndSeed({ recipe, seed, attributes, isCutShort }: CardFacts): string {
  const strengths = attributes.filter(({ learned }) => learned.l2 > 0).map(({ learned }) => `${text(learned.name)} ${learned.l2}`) // prettier-ignore
  const chosen =
    strengths.length === 0 ? '' : `\n\nL2 regularisation, chosen on held-out works: ${strengths.join(', ')}.`
  const repeats = isCutShort
    ? 'Learning was ended by the time that the recipe gives, at the best that it had: it does not repeat exactly.'
    : 'The same recipe (`recipe.json`), seed, works and labels give the same model on the same computer.'
  return `## Recipe

Seed ${seed}. ${repeats}${chosen}

\`\`\`json
${JSON.stringify(recipe, null, 2)}
\`\`\``
}

function networks({ backbone: { name, file, sha256 }, backbone, model, recipe }: CardFacts): string {
  const learnedFrom =
    recipe.kind === 'probe'
      ? `\`${model.file}\` holds the heads, learned from all labelled works; it takes the features that the pretrained network makes.`
      : recipe.kind === 'ensemble'
        ? `\`${model.file}\` holds the networks of all runs that vote, and gives the mean of what they say. \`inputs.json\`: what its inputs take.`
        : `\`${model.file}\` is the whole fine-tuned network, trained on the works ${recipe.preparation.split.kind === 'fixed' ? 'of the training part' : 'outside the first part'}${recipe.finish ? '; its heads were then learned from all labelled works' : ''}.`
  const before = { probe: 'pretrained, needed as well', 'fine-tune': 'pretrained, what training began with', ensemble: 'pretrained, what the first of them began with' } // prettier-ignore
  const rows = [
    [`\`${model.file}\``, 'trained here', `${model.bytes}`, `\`${model.sha256}\``],
    ...(file === '' ? [] : [[`\`${file}\``, before[recipe.kind], '', `\`${sha256}\``]]),
  ]
  return [
    '## Files',
    learnedFrom,
    table(['file', '', 'bytes', 'sha256'], rows),
    '`terms.json`: the terms of each attribute in the order of the probabilities. `recipe.json`: the recipe. `curves.json`: the losses while it was learned.',
    file === '' ? `Network: ${text(name)}. The licence of the trained files is for the owner of the collection to choose.` : pretrained(backbone), // prettier-ignore
  ].join('\n\n')
}

const pretrained = ({ name, licence, origin }: Backbone) =>
  `Pretrained network: ${text(name)}. Licence: ${text(licence) || 'not known, ask its maker'}. Origin: ${text(origin) || 'not known'}. ` +
  'The licence of the trained files is for the owner of the collection to choose, within that of the pretrained network.'

function limits(facts: CardFacts): string {
  const { attributes } = facts
  const artists = artistLimits(facts, text)
  const rare = attributes.some(({ learned }) => learned.tooRare.length > 0)
    ? '\n- Terms that were too rare were not learned: a work of such a term is given another.'
    : ''
  return `## Limits

- Labels partly wrong: it has learned from the labels of a collection in use. An error made throughout looks right to it.
${artists}
- Photographs: it sees a small photograph, not the work. Frames, light, colour charts, watermarks and the style of a photographer count as much as the work does; black-and-white images and details are judged less well.
- One collection: what it knows of a term is how this collection uses it.
- Probabilities are not calibrated for other collections.${rare}
`
}

/** In Markdown, on one line, not as markup. */
const text = (value: string) =>
  value
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\|<>*`[\]]/g, String.raw`\$&`)

const figure = (value: number) => String(Number(value.toFixed(4)))

const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
const table = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
