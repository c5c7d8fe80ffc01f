# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The lists of words and domains, in the form that the model file carries them in."""

import tomllib
from pathlib import Path
from typing import Any

from inspector.classify.names import collapse

HERE = Path(__file__).resolve().parent


def read_lists() -> dict[str, Any]:
    """Return ``words``, ``parts`` and ``domains``, each a text of words by topic or kind.

    Words and parts are collapsed as names are, so that ``i18n`` is met as what becomes of it.
    """
    topics = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))["topics"]
    kinds = tomllib.loads((HERE / "domains.toml").read_text(encoding="utf-8"))["kinds"]
    return {
        "words": {topic: _collapsed(lists["words"]) for topic, lists in topics.items()},
        "parts": {topic: _collapsed(lists["parts"]) for topic, lists in topics.items()},
        "domains": {kind: " ".join(sorted(set(domains.split()))) for kind, domains in kinds.items()},
    }


def _collapsed(words: str) -> str:
    return " ".join(sorted({collapse(word).lower() for word in words.split()}))
