# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cross-validation of the whole classifier: every cookie is judged by a model that never saw its site or platform.

The knowledge tables are loaded without the facts that come from the labelled files.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from examples import GROUPS, Example, blurred, from_names, from_tables
from fitting import Vocabulary, allowed_of, features_of, fit
from scipy.sparse import csr_matrix, diags
from sklearn.model_selection import GroupKFold

from inspector.classify.classifier import Classifier
from inspector.classify.features import is_bare, whole_name
from inspector.classify.lanes import LARGEST, pack
from inspector.classify.model import CURVES, Backing, Curve, Model, Weights, curve_name
from inspector.classify.reader import Reader
from inspector.core.label import Group
from inspector.knowledge.book import Knowledge

STRENGTH = 0.03  # of the weights, see fitting.fit
LEADING = 2.0  # how much more easily topics, kinds and tables get weight than pieces of names
LEADERS = ("w", "k", "x")  # first letters of their features
BLUR = 0.25  # weight of a copy that knows less
FROM_TABLES = 0.5  # weight of an entry of the tables
FROM_NAMES = 2.0  # weight of an example name
MEMORY = 0.5  # how far the labels that a name had are heeded beside all that it looks like
DOUBT = 0.25  # is added to how often a name had each label
LEAST = 0.01  # a feature whose weights are all smaller changes no answer
FOLDS = 8
POOL = 40  # examples that one point of a curve is made of
LOWEST = 1 / 6  # chance of an answer: of three parts the innocent have one or more, and their likelier half is said
BARE = 0.89  # the most that is claimed by a name alone: too many lists contradict each other
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
    backing: Backing  # whether a table says the same

    @property
    def right(self) -> bool:
        """Whether the label allows the answer."""
        return self.group in self.example.allowed

    @property
    def curve(self) -> str:
        """The curve that its confidence is read from."""
        return curve_name(is_bare(self.example.traits), self.backing)


class Workshop:
    """All examples as one matrix, so that a fold is a choice of rows."""

    def __init__(self, labelled: Sequence[Example], reader: Reader, knowledge: Knowledge) -> None:
        self.labelled = list(labelled)
        self.reader = reader
        self.knowledge = knowledge
        copies = [copy for example in labelled if example.traits.site for copy in blurred(example, BLUR)]
        self.examples = [*self.labelled, *copies, *from_tables(knowledge, FROM_TABLES), *from_names(FROM_NAMES)]
        rows = features_of(self.examples, reader, knowledge)
        self.vocabulary = Vocabulary.of(rows, always={whole_name(example.traits.name) for example in labelled})
        self.scale = np.array([LEADING if name[0] in LEADERS else 1.0 for name in self.vocabulary.names])
        self.matrix: csr_matrix = (self.vocabulary.matrix(rows) @ diags([self.scale], [0])).tocsr()
        self.allowed = allowed_of(self.examples)
        self.weights = np.array([example.weight for example in self.examples])
        self.folds = np.array([example.fold for example in self.examples])

    def weights_without(self, folds: set[str]) -> dict[str, tuple[float, float, float, float]]:
        """Return the weights that were trained without the sites or platforms in ``folds``."""
        rows = np.array([number for number, fold in enumerate(self.folds) if not fold or fold not in folds])
        found = fit(self.matrix[rows], self.allowed[rows], self.weights[rows], STRENGTH)
        found = found * self.scale[:, None] + self._memory(folds)
        return {name: tuple(row) for name, row in zip(self.vocabulary.names, found.tolist(), strict=True)}

    def _memory(self, folds: set[str]) -> np.ndarray:
        """Return what is added to the weight of each whole name for the labels that it had.

        The regression shrinks what a name alone says, as it must for names that are like others; here each name keeps
        the labels that were counted for it.
        """
        count = np.zeros((len(self.vocabulary.names), len(GROUPS)))
        for example in self.labelled:
            if example.fold not in folds:
                place = self.vocabulary.place[whole_name(example.traits.name)]
                count[place] += [(group in example.allowed) * example.weight / len(example.allowed) for group in GROUPS]
        total = count.sum(axis=1, keepdims=True)
        return np.where(total > 0, MEMORY * np.log((count + DOUBT) / (total + DOUBT * len(GROUPS))), 0.0)

    def model(self, weights: dict[str, tuple[float, float, float, float]], curves: dict[str, Curve]) -> Model:
        """Return a model of these weights."""
        rounded, scale = quantised(weights)
        return Model(packed(rounded), scale, self.reader, curves)


def packed(rounded: dict[str, tuple[int, ...]]) -> Weights:
    """Return the weights as the model takes them: those of pieces of names apart, without the letter in front."""
    return Weights(
        {name[1:]: pack(row) for name, row in rounded.items() if name.startswith("g")},
        {name: pack(row) for name, row in rounded.items() if not name.startswith("g")},
    )


def quantised(
    weights: dict[str, tuple[float, float, float, float]],
) -> tuple[dict[str, tuple[int, ...]], float]:
    """Return the weights as whole numbers of one scale, without features that change nothing."""
    centred = {name: np.array(row) - np.mean(row) for name, row in weights.items()}
    kept = {name: row for name, row in sorted(centred.items()) if np.abs(row).max() >= LEAST and _writable(name)}
    scale = max(float(np.abs(row).max()) for row in kept.values()) / LARGEST
    return {name: tuple(int(step) for step in np.round(row / scale)) for name, row in kept.items()}, scale


def _writable(feature: str) -> bool:
    """Whether a feature can stand in the model's file, which ends features with a line and the list with a zero."""
    return "\n" not in feature and "\0" not in feature


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
            answers[place] = Answer(example, label.group, label.confidence, decisive, seen, number, case.backing)
    return [answer for answer in answers if answer is not None]


def curves_of(answers: Sequence[Answer], rounds: int = 1) -> dict[str, Curve]:
    """Return the curves from the model's own confidence to the share that was right.

    ``rounds`` says how often each example is among the answers: it is still one example.
    """
    return {
        name: _curve([answer for answer in answers if answer.curve == name], rounds, _most(name)) for name in CURVES
    }


def _most(curve: str) -> float:
    """Return the most that a curve may claim: a bare name is sure only where its maker documents the whole of it."""
    return BARE if curve.startswith("names") else 1.0


def _curve(answers: Sequence[Answer], rounds: int, most: float) -> Curve:
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
    given, meant = [LOWEST], [0.2]
    for confidence, share, many in pools:
        given.append(round(confidence, 4))
        meant.append(round(min(most, max(meant[-1], _low(share, many / rounds))), 4))
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
