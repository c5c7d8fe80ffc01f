# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the datasets' room may not know by itself: what the classifier and the rules see in a value, which names are
public, and by which rules was judged."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector.classify.shapes import Kind
from inspector.core.disclosure import Disclosure
from inspector.core.policy import Policy
from inspector.core.secret import Secret
from inspector.core.traits import Traits
from inspector.datasets.telling import Telling
from inspector.datasets.values import Look, Shown
from inspector.knowledge.site import browser_site
from inspector.rules.promise_in_tension import holds_address
from inspector.rules.shared_identifier import identifier_in

if TYPE_CHECKING:
    from inspector.classify.classifier import Classifier

_DIGITS: Final = 16


def look_with(classifier: "Classifier") -> Look:
    """Return what looks at values as the classifier and the rules do."""

    def look(name: str, host: str, value: str) -> Shown:
        secret = Secret(value)
        kind = classifier.kind_of(Traits(name, host, value=secret))
        shape: Kind | None = kind.shape
        identifier = identifier_in(value)
        return Shown(
            None if shape is None else shape.value,
            None if shape is None else shape.identifies,
            None if kind.out is None else kind.out.state.value,
            holds_address(secret),
            None if identifier is None else Secret(identifier),
        )

    return look


def telling_of(disclosure: Disclosure, policy: Policy | None) -> Telling:
    """Return how much is told. A name that the policy prints is public, and is told as it is."""
    printed = frozenset(name for claim in (policy.claims if policy else ()) for name in claim.names)
    return Telling(disclosure, browser_site, printed)


def rules_version() -> str | None:
    """Return a hash of what the rules are written in; ``None`` where their files are not there, as in a frozen program.

    The version of the program alone would not tell two states of a checkout apart.
    """
    import inspector.rules as rules

    return _hash_of(path for place in rules.__path__ for path in sorted(Path(place).rglob("*.py")))


def knowledge_hash(folder: Path) -> str | None:
    """Return a hash of the tables of a folder."""
    return _hash_of(sorted(path for path in folder.rglob("*") if path.is_file()))


def _hash_of(paths: Iterable[Path]) -> str | None:
    digest, number = hashlib.sha256(), 0
    for path in paths:
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)}\n".encode())
        digest.update(data)
        number += 1
    return digest.hexdigest()[:_DIGITS] if number else None
