# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The user's own list: it wins over everything, and says so."""

from inspector.classify.opinion import Opinion, Sight, Way


def tell(sight: Sight) -> Opinion | None:
    """Return what the user's own file says of this cookie."""
    if not sight.facts or not sight.facts[0].overridden:
        return None
    fact = sight.facts[0]
    because = f"Your own list says that {fact.name} is for this" + (f": {fact.note}" if fact.note else "")
    return Opinion(Way.OVERRIDE, fact.purpose, 1.0, because, fact.subtype, decisive=True)
