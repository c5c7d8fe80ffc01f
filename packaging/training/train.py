# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Trains the model and measures it: writes resources/model/ and docs/accuracy.md.

    python packaging/training/train.py --data FOLDER

FOLDER holds the labelled files cookieblock_dev.csv (CookieBlock's crawl, MIT) and ocd_dev.csv (Open Cookie Database,
Apache-2.0). Needs scikit-learn (pip install -e ".[training]"). Takes three minutes; the same input gives the same
output.
"""

import argparse
import json
import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # sparse products gain nothing from threads, and lose determinism
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from accuracy import describe
from crossval import Workshop, curves_of, out_of_fold, packed, quantised
from examples import cookieblock, open_cookie_database
from lists import read_lists

from inspector.classify.model import FILE, WEIGHTS, Weights
from inspector.classify.reader import make_reader
from inspector.knowledge.loader import load

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES_ONLY = 0.5  # weight of a row that has a name and perhaps a domain


def main() -> None:
    """Measure by cross-validation, train on everything, write both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data" / "cookies_dev")
    options = parser.parse_args()
    knowledge = load(without_dev=True)
    lists = read_lists()
    records = cookieblock(options.data / "cookieblock_dev.csv")
    names = open_cookie_database(options.data / "ocd_dev.csv", NAMES_ONLY)
    workshop = Workshop([*records, *names], make_reader(lists, knowledge), knowledge)
    rounds = [out_of_fold(workshop, seed) for seed in range(3)]
    curves = curves_of([answer for answers in rounds for answer in answers], len(rounds))
    weights, scale = quantised(workshop.weights_without(set()))
    model = {
        "made_by": "packaging/training/train.py",
        "knowledge": knowledge.version,
        "curves": {name: [list(curve.given), list(curve.meant)] for name, curve in curves.items()},
        "scale": scale,
        **lists,
    }
    target = ROOT / "resources"
    (target / FILE).parent.mkdir(parents=True, exist_ok=True)
    (target / FILE).write_text(json.dumps(model, separators=(",", ":"), sort_keys=True) + "\n", encoding="ascii")
    (target / WEIGHTS).write_bytes(written(packed(weights)))
    report = ROOT / "docs" / "accuracy.md"
    report.parent.mkdir(exist_ok=True)
    report.write_text(describe(rounds, knowledge, len(weights)), encoding="utf-8")


def written(weights: Weights) -> bytes:
    """Return the features and their packed weights as :data:`inspector.classify.model.WEIGHTS` describes."""
    numbers = np.array([*weights.pieces.values(), *weights.others.values()], dtype="<i8")
    names = ["\n".join(part).encode("utf-8") + b"\0" for part in weights]
    return b"".join((*names, numbers.tobytes()))


if __name__ == "__main__":
    main()
