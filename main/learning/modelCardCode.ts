import type { CardFacts } from './modelCard.ts'

/** How to run the model in Python with nothing but onnxruntime, numpy and Pillow. */
export function loadingCode(facts: CardFacts): string {
  const { backbone: { file, input, outputs }, model, recipe } = facts // prettier-ignore
  if (recipe.kind === 'ensemble') return ensembleCode(facts)
  const { size, layout, mean, std, name } = input
  const image = `RGB, ${size} x ${size}, ${fits[input.fit].words}, (byte - mean) / std with mean ${list(mean)} and std ${list(std)}, ${layout}`
  const run =
    recipe.kind === 'probe'
      ? `pretrained = ort.InferenceSession(${py(file)})
features = pretrained.run([${py(outputs.features)}], {${py(name)}: pixels})[0]
model = ort.InferenceSession(${py(model.file)})
inputs = {"features": features}`
      : `model = ort.InferenceSession(${py(model.file)})
inputs = {${py(name)}: pixels}`
  return `The input is \`${name}\`, float32: ${image}. An output is named after its attribute and gives a probability for each of its terms.

\`\`\`python
${imports}

size, mean, std = ${size}, ${list(mean)}, ${list(std)}
image = ${opened}
image = ${fits[input.fit].code}
pixels = ((np.asarray(image, np.float32) - mean) / std)[np.newaxis].astype(np.float32)${layout === 'NCHW' ? '\npixels = pixels.transpose(0, 3, 1, 2)' : ''}

${run}
${printed}
\`\`\``
}

/** An ensemble may want the image in several forms, one an input. */
function ensembleCode({ model, inputs = [] }: CardFacts): string {
  const forms = inputs.map(
    ({ name, size, layout, mean, std, fit }) =>
      `inputs[${py(name)}] = prepared(${fits[fit].code.replaceAll('size', String(size))}, ${list(mean)}, ${list(std)}, ${layout === 'NCHW' ? 'True' : 'False'})`,
  )
  return `Each input takes the image in the form that its networks want (\`inputs.json\`), float32. An output is named after its attribute and gives a probability for each of its terms.

\`\`\`python
${imports}


def prepared(image, mean, std, channels_first):
    pixels = ((np.asarray(image, np.float32) - mean) / std)[np.newaxis].astype(np.float32)
    return pixels.transpose(0, 3, 1, 2) if channels_first else pixels


image = ${opened}
inputs = {}
${forms.join('\n')}
model = ort.InferenceSession(${py(model.file)})
${printed}
\`\`\``
}

const imports = `# pip install onnxruntime numpy pillow
import json
import sys

import numpy as np
import onnxruntime as ort
from PIL import Image, ImageOps`

const opened = 'ImageOps.exif_transpose(Image.open(sys.argv[1])).convert("RGB")'

const printed = `terms = json.load(open("terms.json", encoding="utf-8"))
for attribute, names in terms.items():
    probabilities = model.run([attribute], inputs)[0][0]
    for index in probabilities.argsort()[::-1][:3]:
        print(attribute, names[index], float(probabilities[index]), sep="\\t")`

const fits = {
  fill: { words: 'squeezed to the square', code: 'image.resize((size, size), Image.Resampling.BICUBIC)' },
  cover: { words: 'the longer side cut', code: 'ImageOps.fit(image, (size, size), Image.Resampling.BICUBIC)' },
  contain: { words: 'white bars added', code: 'ImageOps.pad(image, (size, size), Image.Resampling.BICUBIC, color="white")' },
} as const // prettier-ignore

/** A string of Python: JSON's escapes are Python's. */
const py = (value: string) => JSON.stringify(value)
const list = (values: readonly number[]) => `[${values.join(', ')}]`
