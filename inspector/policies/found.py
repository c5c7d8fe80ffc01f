# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the finders of claims give back: a claim before it has its number, with its place in the text."""

from typing import NamedTuple

from inspector.core.policy import Scope, Stance, StatedPurpose, Subject


class Found(NamedTuple):
    """A claim found in ``text[start:end]`` of the document.

    ``weak`` marks what follows only from context: a sentence that names nobody, under a heading about this site. An
    express statement to the contrary outweighs it.
    """

    field: str
    stance: Stance
    start: int
    end: int
    subject: Subject = Subject.SITE
    scope: Scope = Scope.ALL
    purpose: StatedPurpose | None = None
    vendor: str | None = None
    opt_out: str | None = None
    url: str | None = None
    names: tuple[str, ...] = ()
    provider: str | None = None
    weak: bool = False


def found_vendor(vendor: str, provider: str | None, start: int, end: int) -> Found:
    """Return that a third party, called ``provider`` in the text, is named as one with a part on the site."""
    return Found(
        f"vendors.{vendor}",
        Stance.DECLARED,
        start,
        end,
        Subject.NAMED_THIRD_PARTY,
        vendor=vendor,
        provider=provider,
    )
