"""Seconds and validation loss of scikit-learn's multinomial logistic regression, the peer of the `probe` recipe.

    python3 probe.py X Y --train 72000 --valid 8000 --dims 1280 --classes 27 --strengths 0.1 1 [--max-iter 100]

X holds float32 [train + valid, dims], Y int32 [train + valid], both little-endian without a header, the training rows
first. Prints one line of JSON: for each C the seconds of the fit alone and the mean cross-entropy (natural logarithm)
and accuracy on the validation rows. Debian's OpenBLAS falls back to slow kernels on some processors: set
OPENBLAS_CORETYPE (SkylakeX with AVX-512, else Haswell). Exits with 3 where numpy or scikit-learn is missing.
"""

import argparse
import json
import os
import sys
import time
import warnings

try:
    import numpy as np
    import sklearn
    from sklearn.linear_model import LogisticRegression
except ImportError as error:
    print(f'The scikit-learn comparison needs Python with numpy and scikit-learn: {error}.', file=sys.stderr)
    sys.exit(3)


def measure(x, y, train, classes, strength, max_iter):
    """Fits on the first `train` rows and judges on the rest; a class absent from training has probability zero."""
    model = LogisticRegression(C=strength, solver='lbfgs', max_iter=max_iter)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        begun = time.perf_counter()
        model.fit(x[:train], y[:train])
        seconds = time.perf_counter() - begun
    known = model.predict_proba(x[train:])
    probabilities = np.zeros((len(known), classes))
    probabilities[:, model.classes_] = known
    given = probabilities[np.arange(len(known)), y[train:]]
    return {
        'C': strength,
        'seconds': seconds,
        'loss': float(-np.log(np.maximum(given, 1e-12)).mean()),
        'accuracy': float((probabilities.argmax(1) == y[train:]).mean()),
        'iterations': int(np.max(model.n_iter_)),
        'converged': not any('converge' in str(warning.message) for warning in caught),
    }


def main():
    parser = argparse.ArgumentParser(description="Times scikit-learn's logistic regression")
    parser.add_argument('x')
    parser.add_argument('y')
    parser.add_argument('--train', type=int, required=True)
    parser.add_argument('--valid', type=int, required=True)
    parser.add_argument('--dims', type=int, required=True)
    parser.add_argument('--classes', type=int, required=True)
    parser.add_argument('--strengths', nargs='+', type=float, default=[1.0], help="values of scikit-learn's C")
    parser.add_argument('--max-iter', type=int, default=100)
    args = parser.parse_args()

    rows = args.train + args.valid
    x = np.fromfile(args.x, '<f4')
    y = np.fromfile(args.y, '<i4').astype(np.int64)
    if x.size != rows * args.dims:
        parser.error(f'{args.x} must hold {rows} x {args.dims} numbers')
    if len(y) != rows or y.min() < 0 or y.max() >= args.classes:
        parser.error(f'{args.y} must hold {rows} class numbers below {args.classes}')
    x = x.reshape(rows, args.dims)
    fits = [measure(x, y, args.train, args.classes, c, args.max_iter) for c in args.strengths]
    line = {
        'peer': 'scikit-learn',
        'train': args.train,
        'valid': args.valid,
        'dims': args.dims,
        'classes': args.classes,
        'fits': fits,
        'coreType': os.environ.get('OPENBLAS_CORETYPE'),
        'versions': {'scikit-learn': sklearn.__version__, 'numpy': np.__version__},
    }
    print(json.dumps(line))


if __name__ == '__main__':
    main()
