"""Milliseconds of one training step of EfficientNet-Lite0 by PyTorch: forward, backward, AdamW.

    python3 step.py --extent all|last --batch 16 --terms 17 --threads 2 [--steps 5]

The network has random weights, and biases instead of batch normalisation, as the bundled network has after folding: the
same convolutions. 'last' trains what comes after the second of the four blocks of 192 channels, from a stored activation
[batch, 192, 7, 7]; its first convolution stays as it is, as in the recipe `thorough`. Prints one line of JSON. Exits with 3 where torch is missing.
"""

import argparse
import json
import resource
import statistics
import sys
import time

try:
    import torch
    from torch import nn
except ImportError as error:
    print(f'The PyTorch comparison needs Python with torch: {error}.', file=sys.stderr)
    sys.exit(3)

# Expansion, channels, repeats, stride, kernel (Tan and Le 2019; Lite0 keeps stem and head as they are).
BLOCKS = [(1, 16, 1, 1, 3), (6, 24, 2, 2, 3), (6, 40, 2, 2, 5), (6, 80, 3, 2, 3), (6, 112, 3, 1, 5), (6, 192, 4, 2, 5), (6, 320, 1, 1, 3)]


class Block(nn.Module):
    """An inverted residual without squeeze-and-excite."""

    def __init__(self, inputs, outputs, expansion, kernel, stride):
        super().__init__()
        middle = inputs * expansion
        layers = []
        if expansion > 1:
            layers += [nn.Conv2d(inputs, middle, 1), nn.ReLU6()]
        layers += [nn.Conv2d(middle, middle, kernel, stride, kernel // 2, groups=middle), nn.ReLU6()]
        layers += [nn.Conv2d(middle, outputs, 1)]
        self.layers = nn.Sequential(*layers)
        self.adds = stride == 1 and inputs == outputs

    def forward(self, x):
        y = self.layers(x)
        return x + y if self.adds else y


def make_network(terms):
    layers = [nn.Sequential(nn.Conv2d(3, 32, 3, 2, 1), nn.ReLU6())]
    channels = 32
    for expansion, outputs, repeats, stride, kernel in BLOCKS:
        for repeat in range(repeats):
            layers.append(Block(channels, outputs, expansion, kernel, stride if repeat == 0 else 1))
            channels = outputs
    layers.append(nn.Sequential(nn.Conv2d(320, 1280, 1), nn.ReLU6(), nn.AdaptiveAvgPool2d(1), nn.Flatten()))
    layers.append(nn.Linear(1280, terms))
    return nn.Sequential(*layers)


def main():
    parser = argparse.ArgumentParser(description='Milliseconds of a training step through PyTorch')
    parser.add_argument('--extent', choices=['all', 'last'], required=True)
    parser.add_argument('--batch', type=int, required=True)
    parser.add_argument('--terms', type=int, default=17)
    parser.add_argument('--threads', type=int, required=True)
    parser.add_argument('--steps', type=int, default=5)
    args = parser.parse_args()

    torch.set_num_threads(args.threads)
    network = make_network(args.terms)
    backbone = sum(p.numel() for p in network.parameters()) - (1280 + 1) * args.terms
    x = torch.rand(args.batch, 3, 224, 224)
    if args.extent == 'last':
        network = network[14:]
        x = torch.rand(args.batch, 192, 7, 7)
        for parameter in network[0].layers[0].parameters():
            parameter.requires_grad = False
    y = torch.randint(args.terms, (args.batch,))
    trained = [p for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=1e-4)
    criterion = nn.CrossEntropyLoss(label_smoothing=0.1)
    times = []
    for step in range(args.steps + 2):
        begun = time.perf_counter()
        optimiser.zero_grad(set_to_none=True)
        criterion(network(x), y).backward()
        torch.nn.utils.clip_grad_norm_(trained, 5)
        optimiser.step()
        if step >= 2:
            times.append((time.perf_counter() - begun) * 1000)
    line = {
        'peer': 'pytorch',
        'milliseconds': statistics.median(times),
        'backbone': backbone,
        'trained': sum(p.numel() for p in trained),
        'memory': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
        'versions': {'torch': torch.__version__},
    }
    print(json.dumps(line))


if __name__ == '__main__':
    main()
