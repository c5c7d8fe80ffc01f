# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What was and is no more: "we removed Google Analytics in 2022", "we used to set cookies".

A service that a site has dropped is neither a vendor of it nor a practice. Only "we have removed all cookies" says
more: that there are none.
"""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import BlockKind, Stance
from inspector.policies.found import Found
from inspector.policies.patterns import compiled, words
from inspector.policies.statements import Statement
from inspector.policies.terms import S

GATE: Final = words(
    "remo drop unin repl aban ditc binn elim reti disc deac phas got stop ceas move swit migr used turn disa once trie"
)
_ENDED: Final = (
    r"(?:removed|dropped|uninstalled|replaced|abandoned|ditched|binned|eliminated|retired|discontinued|deactivated"
    r"|disabled|phased\s+out|got(?:ten)?\s+rid\s+of|(?:stopped|ceased)\s+(?:\w+ing|ʋ++|the\s+use\s+of|our\s+use\s+of)"
    r"|(?:moved|switched|migrated)\s+(?:away\s+)?from|turned\s+off|switched\s+off)"
)
_BY_US: Final = (
    rf"(?:{S}|'ve)\s+(?:(?:have|has|had|also|recently|finally|therefore|since|already|now|completely|entirely|at"
    rf"|least|then)\s+){{0,4}}"
)
_GONE: Final = (
    r"\s+(?:(?!\b(?:with|by|features?|from|for|in|of)\b)[\w\"'/-]+,?\s+){0,4}?"
    r"\"?(?:ĸ++|ŵ++|ŧ++|analytics|ads\b|advert\w++|tracking|ʋ++\s+(?:content|videos|posts|scripts))"
    r"(?!\s+(?:features?|functions?|settings|options|reports|reporting)\b)"
)
_USED_TO: Final = (
    rf"{S}\s+(?:once|previously|formerly|originally)\s+(?:ʋ++|ran|had|tried|tested)|{S}\s+(?:ʋ++|used)\s+to\s+"
    rf"(?:ʋ++|have|run|rely|show|track|work|partner|cooperate)\b"
    # "We tried X for a season and removed it", "the theme once loaded fonts from X; since 2021 ..."
    rf"|{S}\s+(?:\w+\s+)?(?:tried|tested)\b[^.;]{{0,80}}?\b(?:and|but|then)\s+(?:\w+\s+){{0,2}}?{_ENDED}"
    rf"|\bonce\s+(?:ʋ++|loaded|ran|came|fetched)\b[^.;]{{0,80}};\s+(?:since\b|it\s+(?:is|was|has)\b|now\b|today\b)"
)
_STILL: Final = r"\b(?:now|instead|currently|today|still|nowadays)\b[^.;]*ʋ|ʋ++[^.;]*\b(?:now|instead)\b"
_INSTEAD: Final = (
    r"\b(?:(?<!\bwork )(?<!\bworked )(?<!\bpartner )(?<!\bpartnered )with|by|to|now\s+use|favou?r\s+of)\s+"
    r"(?:the\s+|our\s+|a\s+|self-hosted\s+){0,2}$"
)
_ALL: Final = (
    rf"{_BY_US}{_ENDED}\s+(?:all|every|any)\s+(?:of\s+)?(?:{S}\s+|the\s+|its\s+)?ĸ++"
    rf"(?=\W*$|\s+(?:from|on|in)\s+{S}\W*$)"
)


def is_former(statement: Statement) -> bool:
    """Whether a sentence tells what the site, or somebody on it, no longer does."""
    if not statement.sentence.words & GATE:
        return False
    coded = statement.coded
    ended = compiled(_BY_US + _ENDED + _GONE).search(coded) is not None or compiled(_USED_TO).search(coded) is not None
    if not ended and (statement.sentence.kind is BlockKind.LIST_ITEM or statement.plain[:1].isdigit()):
        ended = compiled(rf"^[\W\d]*(?:blocked\s*(?:/|and|or)\s*)?{_ENDED}{_GONE}").search(coded) is not None
    return ended and compiled(_STILL).search(coded) is None


def find_removed(statement: Statement) -> Iterator[Found]:
    """Yield the denial in "we have removed all cookies from our site"."""
    if compiled(_ALL).search(statement.coded):
        for field in ("cookies", "first_party_cookies"):
            yield Found(field, Stance.DENIED, statement.sentence.start, statement.sentence.end)


def is_dropped(before: str, *, former: bool) -> bool:
    """Whether the name that follows is one that is used no more; "replaced A with B" has dropped only A."""
    if former:
        return compiled(_INSTEAD).search(before) is None
    return (
        compiled(
            rf"\b{_ENDED}\s+(?:(?:the|our|all|any|its|using|use\s+of|embedded|old|third-party|and|of)\s+){{0,4}}$"
            r"|\b(?:used\s+to\s+(?:use|have|run|rely\s+on)|(?:previously|formerly|once|originally)\s+used)\s+(?:\w+\s+)?$"
        ).search(before)
        is not None
    )
