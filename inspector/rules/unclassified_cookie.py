# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a cookie is for is unknown, and the policy does not name it.

What: a judged cookie has no known purpose, and no claim names it or prints a pattern that it fits. A guess that rests
on nothing but how often cookies with such names are for what (less than likely) is no knowledge of this one.

Why: nobody can tell what it does: not the visitor, and often not the site. It is a note, because our knowing nothing
is no fault of the site.

Example: the site sets "x9", which no table, vendor or shape explains, and its policy does not mention it.

Sources: CookieBlock violation method 4, "unclassified cookies" (USENIX Security 2022).
"""

from collections.abc import Iterator

from inspector.core.finding import Level
from inspector.core.label import Purpose
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case
from inspector.rules.words import because, named, purpose_of


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each cookie that neither we nor the policy can explain."""
    for held in case.where(lambda kind: not kind.label.explains and next(kind.named_by(), None) is None):
        unknown = held.label.purpose is Purpose.UNKNOWN
        yield RULE.found(
            f"what {named(held)} is for is unknown, and the policy does not name it",
            "Find out who sets it and why; then name it in the policy, or stop setting it",
            held,
            evidence=() if unknown else (f"no more than a guess: {purpose_of(held)}", *because(held)),
        )


RULE = Rule("CI104", "unclassified-cookie", Level.NOTE, __doc__, check, by_label=True)
