import type { CardFacts } from './modelCard.ts'

/** How to run the model in Python with nothing but onnxruntime, numpy and Pillow. */
export function loadingCode({ backbone: { file, input, outputs }, model, recipe }: CardFacts): string {
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
# pip install onnxruntime numpy pillow
import json
import sys

import numpy as np
import onnxruntime as ort
from PIL import Image, ImageOps

size, mean, std = ${size}, ${list(mean)}, ${list(std)}
image = ImageOps.exif_transpose(Image.open(sys.argv[1])).convert("RGB")
image = ${fits[input.fit].code}
pixels = ((np.asarray(image, np.float32) - mean) / std)[np.newaxis].astype(np.float32)${layout === 'NCHW' ? '\npixels = pixels.transpose(0, 3, 1, 2)' : ''}

${run}
terms = json.load(open("terms.json", encoding="utf-8"))
for attribute, names in terms.items():
    probabilities = model.run([attribute], inputs)[0][0]
    for index in probabilities.argsort()[::-1][:3]:
        print(attribute, names[index], float(probabilities[index]), sep="\\t")
\`\`\``
}

const fits = {
  fill: { words: 'squeezed to the square', code: 'image.resize((size, size), Image.Resampling.BICUBIC)' },
  cover: { words: 'the longer side cut', code: 'ImageOps.fit(image, (size, size), Image.Resampling.BICUBIC)' },
  contain: { words: 'white bars added', code: 'ImageOps.pad(image, (size, size), Image.Resampling.BICUBIC, color="white")' },
} as const // prettier-ignore

/** A string of Python: JSON's escapes are Python's. */
const py = (value: string) => JSON.stringify(value)
const list = (values: readonly number[]) => `[${values.join(', ')}]`
