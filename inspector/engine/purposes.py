# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Gives cookies their labels, with what a face tells beside them: on which knowledge they rest, and the ways out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector.core.cookie import Cookie
from inspector.core.frozen import frozen
from inspector.core.label import Label
from inspector.core.labelling import Edition
from inspector.core.problem import Problem
from inspector.core.reading import Reading
from inspector.knowledge.records import LinkStatus, Mechanism, OptOut

if TYPE_CHECKING:  # the window imports the records of this module before its first picture
    from inspector.engine.knowledge import Places
    from inspector.engine.labelling import Judge
    from inspector.knowledge.book import Knowledge

__all__ = ["Labelled", "LinkStatus", "Mechanism", "OptOut", "VendorFacts", "label_all", "label_reading"]

_PART: Final = 500  # cookies between two looks at ``cancelled``: some milliseconds


@frozen
class VendorFacts:
    """What is told of a vendor beside its name: the company that it belongs to, and its ways out, live ones first."""

    company: str
    ways_out: tuple[OptOut, ...] = ()


@frozen
class Labelled:
    """One label for each cookie, in their order; ``vendors`` has the facts of each vendor that a label names."""

    labels: tuple[Label, ...] = ()
    edition: Edition | None = None
    vendors: Mapping[str, VendorFacts] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[Problem, ...] = ()


def label_reading(reading: Reading, places: "Places") -> Reading:
    """Return a reading with the label of each cookie, and what was wrong with the user's part of the knowledge."""
    from inspector.engine.labelling import open_judge  # here because it loads classifier and readers

    judge = open_judge(places)
    labels = tuple(_in_parts(reading.cookies, judge, lambda: False))
    return replace(reading, labels=labels, knowledge=str(judge.edition), problems=(*reading.problems, *judge.problems))


def label_all(cookies: Sequence[Cookie], judge: "Judge", cancelled: Callable[[], bool] = lambda: False) -> Labelled:
    """Return the labels of all cookies; none at all where it was cancelled, because a part would be taken for all."""
    labels = tuple(_in_parts(cookies, judge, cancelled))
    if len(labels) < len(cookies):
        return Labelled()
    return Labelled(labels, judge.edition, _vendors(labels, judge.classifier.knowledge), judge.problems)


def _in_parts(cookies: Sequence[Cookie], judge: "Judge", cancelled: Callable[[], bool]) -> Iterator[Label]:
    from inspector.engine.labelling import label_cookies  # here because it loads classifier and readers

    for start in range(0, len(cookies), _PART):
        if cancelled():
            return
        yield from label_cookies(cookies[start : start + _PART], judge)


def _vendors(labels: Sequence[Label], knowledge: "Knowledge") -> Mapping[str, VendorFacts]:
    named = {label.vendor for label in labels if label.vendor is not None}
    known = {name: vendor for name in named if (vendor := knowledge.vendor(name)) is not None}
    return MappingProxyType(
        {name: VendorFacts(vendor.company, knowledge.opt_outs(name)) for name, vendor in known.items()}
    )
