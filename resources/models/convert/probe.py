"""Compares backbones and ways to make an image square by a linear probe on a labelled collection.

    OPENBLAS_CORETYPE=SkylakeX python probe.py COLLECTION/labels.csv MODEL.onnx... --fits fill cover contain

The table (columns file, style, artist) lies at the root of its images. Only styles with at least `--least` works count.
Prints, for each model and fit, the accuracy of multinomial logistic regression on the features: in five random folds,
at the best C of `--strengths` (the same search for all), and with that C in five folds that share no artist.
"""

import argparse
import collections
import csv
import json
import pathlib
import time

import numpy as np
import onnxruntime
from PIL import Image, ImageOps
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, StratifiedKFold

BATCH = 16


def read_table(path, least):
    """Images, styles and artists of the works whose style has at least `least` works."""
    with open(path, newline='', encoding='utf-8-sig') as file:
        rows = list(csv.DictReader(file))
    counts = collections.Counter(row['style'] for row in rows)
    rows = [row for row in rows if counts[row['style']] >= least]
    artists = [row['artist'] or row['file'] for row in rows]
    return [path.parent / row['file'] for row in rows], np.array([row['style'] for row in rows]), np.array(artists)


def square(path, size, fit, grey):
    """[size, size, 3] bytes: fill squeezes, cover cuts the longer side, contain adds bars of the mean colour."""
    image = Image.open(path).convert('RGB')
    kernel = Image.Resampling.BICUBIC
    if fit == 'cover':
        return np.asarray(ImageOps.fit(image, (size, size), kernel))
    if fit == 'contain':
        return np.asarray(ImageOps.pad(image, (size, size), kernel, (grey, grey, grey)))
    return np.asarray(image.resize((size, size), kernel))


def embed(session, page, paths, fit):
    """Features [images, dimension]."""
    size, mean, std = page['input']['size'], np.float32(page['input']['mean']), np.float32(page['input']['std'])
    features = []
    for start in range(0, len(paths), BATCH):
        pixels = np.stack([square(path, size, fit, round(float(mean[0]))) for path in paths[start : start + BATCH]])
        batch = ((pixels - mean) / std).transpose(0, 3, 1, 2).copy()
        features.append(session.run([page['outputs']['features']], {page['input']['name']: batch})[0])
    return np.concatenate(features)


def milliseconds(models, rounds=10):
    """Milliseconds an image of each (session, page), the fastest of `rounds` batches taken in turn."""
    fastest = [np.inf] * len(models)
    for turn in range(rounds * len(models)):
        session, page = models[turn % len(models)]
        size = page['input']['size']
        batch = np.zeros((BATCH, 3, size, size), np.float32)
        begun = time.perf_counter()
        session.run([page['outputs']['features']], {page['input']['name']: batch})
        passed = (time.perf_counter() - begun) * 1000 / BATCH
        fastest[turn % len(models)] = min(fastest[turn % len(models)], passed)
    return fastest


def accuracy(features, styles, folds, strength):
    """The share of works whose style was named by a regression that saw neither the work nor its fold."""
    right = 0
    for train, test in folds:
        model = LogisticRegression(C=strength, max_iter=300).fit(features[train], styles[train])
        right += (model.predict(features[test]) == styles[test]).sum()
    return right / len(styles)


def main():
    parser = argparse.ArgumentParser(description='Compares backbones by a linear probe')
    parser.add_argument('table', type=pathlib.Path)
    parser.add_argument('models', nargs='+', type=pathlib.Path)
    parser.add_argument('--fits', nargs='+', default=['fill', 'cover', 'contain'])
    parser.add_argument('--least', type=int, default=100)
    parser.add_argument('--strengths', nargs='+', type=float, default=[0.003, 0.01, 0.03])
    args = parser.parse_args()

    paths, styles, artists = read_table(args.table, args.least)
    print(f'{len(paths)} works, {len(set(styles))} styles, {len(set(artists))} artists', flush=True)
    random_folds = list(StratifiedKFold(5, shuffle=True, random_state=1).split(styles, styles))
    artist_folds = list(GroupKFold(5).split(styles, styles, artists))
    pages = [json.loads(model.with_suffix('.json').read_text()) for model in args.models]
    models = [(onnxruntime.InferenceSession(model), page) for model, page in zip(args.models, pages)]
    for (_, page), time_each in zip(models, milliseconds(models)):
        print(f'{page["id"]}: {time_each:.2f} ms an image', flush=True)
    for session, page in models:
        for fit in args.fits:
            features = embed(session, page, paths, fit)
            found = {c: accuracy(features, styles, random_folds, c) for c in args.strengths}
            best = max(found, key=found.get)
            disjoint = accuracy(features, styles, artist_folds, best)
            tried = ', '.join(f'C {c:g} {value:.3f}' for c, value in found.items())
            print(f'{page["id"]} {fit}: {found[best]:.3f} random, {disjoint:.3f} unseen artists ({tried})', flush=True)


if __name__ == '__main__':
    main()
