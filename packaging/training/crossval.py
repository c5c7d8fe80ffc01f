# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cross-validation of the whole classifier: every cookie is judged by a model that never saw its site or platform.

The knowledge tables are loaded without the facts that come from the labelled files.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from examples import Example, blurred, from_names, from_tables
from fitting import Vocabulary, allowed_of, features_of, fit
from scipy.sparse import csr_matrix, diags
from sklearn.model_selection import GroupKFold

from inspector.classify.classifier import Classifier
from inspector.classify.lanes import LARGEST, pack
from inspector.classify.model import CURVES, Curve, Model, curve_name
from inspector.classify.reader import Reader
from inspector.core.label import Group
from inspector.knowledge.book import Knowledge

STRENGTH = 0.2  # of the weights, see fitting.fit
LEADING = 2.0  # how much more easily topics, kinds and tables get weight than pieces of names
LEADERS = ("w", "k", "x")  # first letters of their features
BLUR = 0.25  # weight of a copy that knows less
TAUGHT = 1.0  # weight of an entry of the tables or an example name
LEAST = 0.03  # a feature whose weights are all smaller changes no answer; twice that costs a hundredth of accuracy
FOLDS = 8
POOL = 40  # examples that one point of a curve is made of
PLAIN = Curve((0.0, 1.0), (0.0, 1.0))


@dataclass(frozen=True)
class Answer:
    """What the classifier said of one example in a fold that it had not seen."""

    example: Example
    group: Group
    confidence: float
    decisive: bool
    seen: bool  # whether its name was among the names that were trained with
    fold: int
    known: bool  # whether a table that nobody disputes says the same

    @property
    def right(self) -> bool:
        """Whether the label allows the answer."""
        return self.group in self.example.allowed

    @property
    def curve(self) -> str:
        """The curve that its confidence is read from."""
        return curve_name(self.example.traits, self.known)


class Workshop:
    """All examples as one matrix, so that a fold is a choice of rows."""

    def __init__(self, labelled: Sequence[Example], reader: Reader, knowledge: Knowledge) -> None:
        self.labelled = list(labelled)
        self.reader = reader
        self.knowledge = knowledge
        copies = [copy for example in labelled if example.traits.site for copy in blurred(example, BLUR)]
        self.examples = [*self.labelled, *copies, *from_tables(knowledge, TAUGHT), *from_names(TAUGHT)]
        rows = features_of(self.examples, reader, knowledge)
        self.vocabulary = Vocabulary.of(rows)
        self.scale = np.array([LEADING if name[0] in LEADERS else 1.0 for name in self.vocabulary.names])
        self.matrix: csr_matrix = (self.vocabulary.matrix(rows) @ diags([self.scale], [0])).tocsr()
        self.allowed = allowed_of(self.examples)
        self.weights = np.array([example.weight for example in self.examples])
        self.folds = np.array([example.fold for example in self.examples])

    def weights_without(self, folds: set[str]) -> dict[str, tuple[float, float, float, float]]:
        """Return the weights that were trained without the sites or platforms in ``folds``."""
        rows = np.array([number for number, fold in enumerate(self.folds) if not fold or fold not in folds])
        found = fit(self.matrix[rows], self.allowed[rows], self.weights[rows], STRENGTH)
        found = found * self.scale[:, None]
        return {name: tuple(row) for name, row in zip(self.vocabulary.names, found.tolist(), strict=True)}

    def model(self, weights: dict[str, tuple[float, float, float, float]], curves: dict[str, Curve]) -> Model:
        """Return a model of these weights."""
        rounded, scale = quantised(weights)
        return Model({name: pack(row) for name, row in rounded.items()}, scale, self.reader, curves)


def quantised(
    weights: dict[str, tuple[float, float, float, float]],
) -> tuple[dict[str, tuple[int, ...]], float]:
    """Return the weights as whole numbers of one scale, without features that change nothing."""
    centred = {name: np.array(row) - np.mean(row) for name, row in weights.items()}
    kept = {name: row for name, row in sorted(centred.items()) if np.abs(row).max() >= LEAST and "\n" not in name}
    scale = max(float(np.abs(row).max()) for row in kept.values()) / LARGEST
    return {name: tuple(int(step) for step in np.round(row / scale)) for name, row in kept.items()}, scale


def out_of_fold(workshop: Workshop, seed: int = 0) -> list[Answer]:
    """Return an answer for every labelled example, each from a model without its site or platform."""
    labelled = workshop.labelled
    groups = [example.fold for example in labelled]
    answers: list[Answer | None] = [None] * len(labelled)
    split = GroupKFold(FOLDS, shuffle=True, random_state=seed).split(labelled, groups=groups)
    for number, (train, test) in enumerate(split):
        left_out = {groups[place] for place in test}
        names = {labelled[place].traits.name for place in train}
        model = workshop.model(workshop.weights_without(left_out), dict.fromkeys(CURVES, PLAIN))
        classifier = Classifier(workshop.knowledge, model)
        for place in test:
            example = labelled[place]
            case = classifier.examine(example.traits)
            decisive = any(opinion.decisive for opinion in case.opinions)
            seen = example.traits.name in names
            label = case.label
            answers[place] = Answer(example, label.group, label.confidence, decisive, seen, number, case.known)
    return [answer for answer in answers if answer is not None]


def curves_of(answers: Sequence[Answer], rounds: int = 1) -> dict[str, Curve]:
    """Return the curves from the model's own confidence to the share that was right.

    ``rounds`` says how often each example is among the answers: it is still one example.
    """
    return {name: _curve([answer for answer in answers if answer.curve == name], rounds) for name in CURVES}


def _curve(answers: Sequence[Answer], rounds: int) -> Curve:
    """Average answers of like confidence and pool averages that fall (isotonic regression).

    One standard error is taken off each average, so that what is claimed holds for other cookies too.
    """
    ordered = sorted((answer for answer in answers if not answer.decisive), key=lambda answer: answer.confidence)
    size = POOL * rounds
    pools: list[tuple[float, float, int]] = []  # mean confidence, share right, how many
    for start in range(0, len(ordered), size):
        part = ordered[start : start + size]
        share = sum(answer.right for answer in part) / len(part)
        pools.append((sum(answer.confidence for answer in part) / len(part), share, len(part)))
        while len(pools) > 1 and pools[-2][1] >= pools[-1][1]:
            (one, low, some), (two, high, more) = pools[-2:]
            many = some + more
            pools[-2:] = [((one * some + two * more) / many, (low * some + high * more) / many, many)]
    given, meant = [0.25], [0.2]
    for confidence, share, many in pools:
        given.append(round(confidence, 4))
        meant.append(round(max(meant[-1], _low(share, many / rounds)), 4))
    return Curve((*given, 1.0), (*meant, meant[-1]))


def _low(share: float, many: float) -> float:
    """Return a share less its standard error, with one more answer right and one wrong than were seen."""
    share = (share * many + 1) / (many + 2)
    return float(share - np.sqrt(share * (1 - share) / (many + 2)))


def calibrated(answers: Sequence[Answer]) -> list[float]:
    """Return the confidence of each answer by curves that were drawn without its fold."""
    found: list[float] = []
    drawn = {fold: curves_of([a for a in answers if a.fold != fold]) for fold in {a.fold for a in answers}}
    for answer in answers:
        curve = drawn[answer.fold][answer.curve]
        found.append(answer.confidence if answer.decisive else curve.at(answer.confidence))
    return found
