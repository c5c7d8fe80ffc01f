# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/accuracy.md from the answers of cross-validation."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from crossval import Answer, calibrated
from sklearn.metrics import f1_score

from inspector.knowledge.book import Knowledge

BANDS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001)
FOUR = ("necessary", "preferences", "analytics", "marketing")
THREE = ("functional", "analytics", "marketing")
Pair = tuple[Answer, float]


def describe(rounds: Sequence[Sequence[Answer]], knowledge: Knowledge, features: int) -> str:
    """Return the document. Each round is one cross-validation of all labelled cookies, cut into other folds."""
    pairs = [list(zip(answers, calibrated(answers), strict=True)) for answers in rounds]
    records = [[pair for pair in some if pair[0].example.traits.site] for some in pairs]
    names = [[pair for pair in some if not pair[0].example.traits.site] for some in pairs]
    return "\n".join(
        (
            *_INTRODUCTION,
            f"Knowledge {knowledge.version} of {knowledge.date}; {features:,} features are shipped.",
            "",
            "## Figures",
            "",
            "| set | cookies | accuracy | macro-F1 | accuracy on names not trained with | share at 0.9 or more "
            "| right among those |",
            "|---|---|---|---|---|---|---|",
            _row("real cookies (CookieBlock), by site, four groups", records, FOUR, _four),
            _row("names and domains (Open Cookie Database), by platform, three groups", names, THREE, _three),
            "",
            f"Means of {len(rounds)} cross-validations with different folds.",
            "",
            "## Reliability",
            "",
            "What is said with a confidence in this band is right so often.",
            "",
            "| confidence | real cookies | right | names and domains | right |",
            "|---|---|---|---|---|",
            *_reliability(records, names),
            "",
            "## What is taken for what",
            "",
            "Real cookies: rows are the labels, columns the answers, in one of the cross-validations.",
            "",
            *_confusion(records[0]),
            "",
        )
    )


_INTRODUCTION = (
    "<!-- SPDX-FileCopyrightText: Cookie Inspector developers -->",
    "<!-- SPDX-License-Identifier: Apache-2.0 -->",
    "<!-- Made by packaging/training/train.py; not edited by hand. -->",
    "",
    "# How often the classifier is right",
    "",
    "Measured by cross-validation of the whole classifier: every cookie is judged by a model that was trained without",
    "its site (real cookies) or without its platform (names). The knowledge tables are used without the facts that",
    "come from the labelled files. The labels are those of consent platforms and of a community list; they contradict",
    "each other and themselves, so nobody can reach 1: predicting the label that the *other* sites give the same name",
    "is right for 0.88 of the cookies whose name occurs on several sites.",
    "",
    "Two cautions. The lists that the model learns from (packaging/training) and the tables were written by people who",
    "had seen the development files; entries that happen to name their cookies make these figures better than those on",
    "names nobody wrote down. And a real browser holds a few very common cookies that are easy.",
    "",
)


def _four(answer: Answer) -> tuple[str, str]:
    return answer.example.allowed[0].value, answer.group.value


def _three(answer: Answer) -> tuple[str, str]:
    def fold(group: str) -> str:
        return "functional" if group in ("necessary", "preferences") else group

    return fold(answer.example.allowed[0].value), fold(answer.group.value)


def _row(
    title: str, rounds: Sequence[Sequence[Pair]], groups: Sequence[str], read: Callable[[Answer], tuple[str, str]]
) -> str:
    figures = []
    for pairs in rounds:
        labels, answers = zip(*(read(answer) for answer, _ in pairs), strict=True)
        new = [answer.right for answer, _ in pairs if not answer.seen]
        sure = [answer.right for answer, confidence in pairs if confidence >= 0.9]
        macro = f1_score(labels, answers, average="macro", labels=groups, zero_division=0)
        right = np.mean([answer.right for answer, _ in pairs])
        figures.append((right, macro, np.mean(new), len(sure) / len(pairs), np.mean(sure) if sure else 1.0))
    cells = " | ".join(f"{value:.3f}" for value in np.mean(figures, axis=0))
    return f"| {title} | {len(rounds[0]):,} | {cells} |"


def _reliability(records: Sequence[Sequence[Pair]], names: Sequence[Sequence[Pair]]) -> list[str]:
    lines = []
    for low, high in pairwise(BANDS):
        cells = [f"{low:.2f} to {min(high, 1):.2f}"]
        for rounds in (records, names):
            inside = [answer.right for pairs in rounds for answer, confidence in pairs if low <= confidence < high]
            share = len(inside) / max(1, sum(map(len, rounds)))
            cells += [f"{share:.3f} of answers", f"{np.mean(inside):.3f}" if inside else "-"]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def _confusion(pairs: Sequence[Pair]) -> list[str]:
    count = Counter(_four(answer) for answer, _ in pairs)
    columns = (*FOUR, "unknown")
    lines = ["| label | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for label in FOUR:
        lines.append(f"| {label} | " + " | ".join(str(count[label, answer]) for answer in columns) + " |")
    return lines
