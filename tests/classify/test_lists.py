# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The lists that the model is trained with, and that the shipped model carries the same."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from inspector.classify.names import collapse, cut
from inspector.classify.words import MEANINGS
from inspector.core.label import Purpose
from inspector.core.resources import resources_folder

TRAINING = Path(__file__).resolve().parents[2] / "packaging" / "training"
SHIPPED = json.loads((resources_folder() / "model" / "model.json").read_text(encoding="ascii"))


def listed(name: str) -> dict[str, Any]:
    return tomllib.loads((TRAINING / name).read_text(encoding="utf-8"))


def test_words_are_the_shipped_ones_and_have_a_meaning() -> None:
    topics = listed("words.toml")["topics"]
    assert set(topics) == set(MEANINGS)
    for topic, lists in topics.items():
        for kind in ("words", "parts"):
            wanted = {collapse(word).lower() for word in lists[kind].split()}
            assert wanted == set(SHIPPED[kind][topic].split())


def test_words_can_be_met() -> None:
    for lists in listed("words.toml")["topics"].values():
        assert lists["words"] == lists["words"].lower()
        assert all(len(cut(collapse(word))) == 1 for word in lists["words"].split())
        assert all(len(part) >= 3 for part in lists["parts"].split())


def test_domains_are_the_shipped_ones_and_each_has_one_kind() -> None:
    kinds = listed("domains.toml")["kinds"]
    for kind, domains in kinds.items():
        assert set(domains.split()) == set(SHIPPED["domains"][kind].split())
    every = [domain for domains in kinds.values() for domain in domains.split()]
    assert len(every) == len(set(every))
    assert all("." in domain and domain == domain.lower() for domain in every)


def test_example_names_have_purposes() -> None:
    rows = listed("examples.toml")["row"]
    assert {row["purpose"] for row in rows} <= set(Purpose)
    assert sum(len(row["names"].split()) for row in rows) > 2000


@pytest.mark.parametrize("key", ["words", "parts", "domains", "curves", "scale"])
def test_the_shipped_model_is_whole(key: str) -> None:
    assert SHIPPED[key]
