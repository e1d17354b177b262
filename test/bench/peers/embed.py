"""Images embedded per second by PyTorch, the usual Python way: PIL decoding in DataLoader workers.

    python3 embed.py FOLDER LIST [--network efficientnet_b0] [--batch 32] [--workers 2] [--threads 0] [--size 224]

LIST is a text file with one image path a line, relative to FOLDER. The weights are random: speed does not depend on
them. Prints one line of JSON. The clock runs from the first batch asked for to the last feature; making the network
and `--warm` batches of zeros come before it. Exits with 3 where torch, torchvision or PIL is missing.
"""

import argparse
import json
import pathlib
import sys
import time
import warnings

warnings.filterwarnings('ignore')

try:
    import numpy as np
    import PIL
    import torch
    import torchvision
    from PIL import Image
except ImportError as error:
    print(f'The PyTorch comparison needs Python with torch, torchvision, numpy and pillow: {error}.', file=sys.stderr)
    sys.exit(3)

MEAN = np.array([0.485, 0.456, 0.406], np.float32) * 255
STD = np.array([0.229, 0.224, 0.225], np.float32) * 255


class Images(torch.utils.data.Dataset):
    """Files as normalised tensors [3, size, size]."""

    def __init__(self, paths, size):
        self.paths, self.size = paths, size

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        image = Image.open(self.paths[index])
        # JPEG can be decoded at a half, a quarter or an eighth: what a careful Python programmer would also do.
        image.draft('RGB', (self.size, self.size))
        image = image.convert('RGB').resize((self.size, self.size), Image.BILINEAR)
        pixels = (np.asarray(image, np.float32) - MEAN) / STD
        return torch.from_numpy(pixels.transpose(2, 0, 1).copy())


def make_network(name):
    """Without its classifier: [n, 3, 224, 224] to [n, 1280]."""
    network = getattr(torchvision.models, name)(weights=None)
    network.classifier = torch.nn.Identity()
    return network.eval()


def main():
    parser = argparse.ArgumentParser(description='Images per second through PyTorch')
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('list', type=pathlib.Path)
    parser.add_argument('--network', choices=['efficientnet_b0', 'mobilenet_v2'], default='efficientnet_b0')
    parser.add_argument('--batch', type=int, default=32)
    parser.add_argument('--workers', type=int, default=2)
    parser.add_argument('--threads', type=int, default=0, help='threads of the network; 0 leaves PyTorch its choice')
    parser.add_argument('--size', type=int, default=224)
    parser.add_argument('--warm', type=int, default=2)
    args = parser.parse_args()

    if args.threads:
        torch.set_num_threads(args.threads)
    paths = [args.folder / line for line in args.list.read_text(encoding='utf-8').splitlines() if line]
    loader = torch.utils.data.DataLoader(Images(paths, args.size), batch_size=args.batch, num_workers=args.workers)
    network = make_network(args.network)
    count = 0
    with torch.inference_mode():
        for _ in range(args.warm):
            network(torch.zeros(args.batch, 3, args.size, args.size))
        begun = time.perf_counter()
        for batch in loader:
            count += network(batch).shape[0]
        seconds = time.perf_counter() - begun
    line = {
        'peer': 'pytorch',
        'network': args.network,
        'images': count,
        'seconds': seconds,
        'imagesPerSecond': count / seconds,
        'batch': args.batch,
        'workers': args.workers,
        'threads': torch.get_num_threads(),
        'versions': {'torch': torch.__version__, 'torchvision': torchvision.__version__, 'pillow': PIL.__version__},
    }
    print(json.dumps(line))


if __name__ == '__main__':
    main()
