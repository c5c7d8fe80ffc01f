# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Features of examples as a sparse matrix, and a multinomial logistic regression on it.

A label may allow two groups (Open Cookie Database calls "functional" what is necessary to us, or preferences), so the
likelihood of a row is the sum over the groups that its label allows; no library's regression does that.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from examples import GROUPS, Example
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from inspector.classify.reader import Reader
from inspector.knowledge.book import Knowledge

BIAS = "bias"


def features_of(examples: Iterable[Example], reader: Reader, knowledge: Knowledge) -> list[list[str]]:
    """Return the features of each example. What comes from the tables is not told what the tables say of it."""
    rows = []
    for example in examples:
        facts = () if example.from_tables else knowledge.find(example.traits.name, example.traits.host)
        rows.append([BIAS, *reader.features(example.traits, None if example.from_tables else facts)])
    return rows


@dataclass(frozen=True)
class Vocabulary:
    """The features that are worth a weight, by position."""

    names: tuple[str, ...]

    @classmethod
    def of(cls, rows: Sequence[Sequence[str]], always: set[str], least: int = 2) -> "Vocabulary":
        """Return the features that at least ``least`` examples have, and ``always`` these."""
        count = Counter(name for row in rows for name in set(row))
        return cls(tuple(sorted(always | {name for name, seen in count.items() if seen >= least})))

    @cached_property
    def place(self) -> dict[str, int]:
        """The position of each feature."""
        return {name: number for number, name in enumerate(self.names)}

    def matrix(self, rows: Sequence[Sequence[str]]) -> csr_matrix:
        """Return the rows as a matrix of zeros and ones."""
        place = self.place
        columns = [sorted({place[name] for name in row if name in place}) for row in rows]
        ends = np.cumsum([0, *map(len, columns)])
        flat = np.fromiter((column for row in columns for column in row), dtype=np.int32, count=int(ends[-1]))
        return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(self.names)))


def allowed_of(examples: Sequence[Example]) -> np.ndarray:
    """Return which groups each label allows, as ones in a matrix."""
    return np.array([[float(group in example.allowed) for group in GROUPS] for example in examples])


def fit(matrix: csr_matrix, allowed: np.ndarray, weights: np.ndarray, strength: float, rounds: int = 60) -> np.ndarray:
    """Return the weights (features by groups) that make the labels most likely, kept small by ``1 / strength``."""
    features, groups = matrix.shape[1], allowed.shape[1]
    transposed = matrix.T.tocsr()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        current = flat.reshape(features, groups)
        chance = softmax(matrix @ current)
        right = chance * allowed
        total = np.maximum(right.sum(axis=1), 1e-300)
        value = -(weights * np.log(total)).sum() + (current * current).sum() / (2 * strength)
        slope = transposed @ ((chance - right / total[:, None]) * weights[:, None]) + current / strength
        return float(value), slope.ravel()

    start = np.zeros(features * groups)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 8})
    return np.asarray(found.x).reshape(features, groups)


def softmax(scores: np.ndarray) -> np.ndarray:
    """Return the scores of each row as chances."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)
