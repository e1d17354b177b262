"""cleanlab's scores of labels from the same probabilities, the peer of `npm run bench -- mislabel`.

    python3 mislabel.py P Y --terms 17

P holds float32 [works, terms], Y int32 [works], both little-endian without a header. Prints one line of JSON: for each of
cleanlab's methods a score for each label, low is worse. Exits with 3 where numpy or cleanlab is missing.
"""

import argparse
import json
import sys

try:
    import cleanlab
    import numpy as np
    from cleanlab.filter import find_label_issues
    from cleanlab.rank import get_label_quality_scores
except ImportError as error:
    print(f'The comparison with cleanlab needs Python with numpy and cleanlab: {error}.', file=sys.stderr)
    sys.exit(3)


def main():
    parser = argparse.ArgumentParser(description='Scores labels with cleanlab')
    parser.add_argument('p')
    parser.add_argument('y')
    parser.add_argument('--terms', type=int, required=True)
    args = parser.parse_args()
    p = np.fromfile(args.p, '<f4').reshape(-1, args.terms).astype(np.float64)
    y = np.fromfile(args.y, '<i4').astype(np.int64)
    p /= p.sum(1, keepdims=True)
    margin = get_label_quality_scores(y, p, method='normalized_margin')
    issues = find_label_issues(y, p, filter_by='both', n_jobs=1)
    scores = {
        'cleanlab, self confidence': get_label_quality_scores(y, p, method='self_confidence'),
        'cleanlab, normalised margin': margin,
        'cleanlab, weighted entropy': get_label_quality_scores(y, p, method='confidence_weighted_entropy'),
        'cleanlab, issues by both prunings': np.where(issues, margin / 2, 0.5 + margin / 2),
    }
    print(json.dumps({'version': cleanlab.__version__, 'scores': {name: list(map(float, s)) for name, s in scores.items()}}))


if __name__ == '__main__':
    main()
