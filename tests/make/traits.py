# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Traits of made-up cookies, and what is known of them, without a store or a file."""

from functools import cache
from typing import Any

from inspector.classify.classifier import Classifier, load_classifier
from inspector.classify.opinion import Sight
from inspector.core.label import Party
from inspector.core.resources import resources_folder
from inspector.core.secret import Secret
from inspector.core.traits import Traits
from inspector.knowledge.book import Knowledge
from inspector.knowledge.loader import load


@cache
def knowledge() -> Knowledge:
    """Return the shipped tables, loaded once for all tests."""
    return load()


@cache
def classifier() -> Classifier:
    """Return the shipped classifier, loaded once for all tests."""
    return load_classifier(resources_folder(), knowledge())


def traits(
    name: str, host: str | None = None, site: str | None = None, value: str | None = None, **more: Any
) -> Traits:
    """Return traits; ``value`` as plain text."""
    return Traits(name, host, site, value=None if value is None else Secret(value), **more)


def sight(name: str, host: str | None = None, site: str | None = None, value: str | None = None, **more: Any) -> Sight:
    """Return what the ways of telling are shown of a cookie, with the shipped tables."""
    return classifier().look_at(traits(name, host, site, value, **more))


__all__ = ["Party", "classifier", "knowledge", "sight", "traits"]
