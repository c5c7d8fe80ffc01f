# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Parties that only an address names: "We work with a third party for ads. Read [their privacy policy](...)".

The address counts where the sentence sends the reader to a privacy policy or to a list of cookies, and it or the one
before says that this belongs to a third party with a part on this site.
"""

from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from inspector.core.policy import Link
from inspector.policies import vendor_words as says
from inspector.policies.found import Found, found_vendor
from inspector.policies.lexicon import VendorLexicon
from inspector.policies.patterns import compiled
from inspector.policies.statements import Statement
from inspector.policies.vendor_names import is_operator, vendor_id

_THEIR_POLICY: Final = r"\bprivacy\s+(?:polic|statement|notice)|\bcookies\s+they\s+use\b"
_THEIRS: Final = r"\btheir\b|\bthey\b|\bof\s+our\b[^.;]{0,60}\b(?:providers?|partners?|vendors?|suppliers?)\b"
_PARTY: Final = (
    r"\b(?:use|using|work\s+with|uses|employ|engage)\b[^.;]{0,40}\b(?:third|3rd)[\s-]part(?:y|ies)\b"
    r"|\bof\s+our\b[^.;]{0,60}\b(?:targeting|advertising|analytics|tracking|ad[\s-]serving|affiliate)\b"
)


def find_linked(
    statement: Statement, links: Sequence[Link], lexicon: VendorLexicon, operator: tuple[str, ...]
) -> Iterator[Found]:
    """Yield the known parties to whose policies a sentence links as to those of parties on the site."""
    plain = statement.plain
    if not links or not compiled(_THEIR_POLICY).search(plain) or not compiled(_THEIRS).search(plain):
        return
    before = statement.before.plain + " " if statement.before is not None else ""
    if not compiled(_PARTY).search(before + plain) or not compiled(says.ROLE).search(before + plain):
        return
    for link in links:
        host = _host(link.url)
        vendor = lexicon.vendor_of_host(host) if host else None
        if vendor is None or vendor == "google-other" or is_operator(host, operator):
            continue
        yield found_vendor(vendor_id(vendor, vendor, ads=False), host, statement.sentence.start, statement.sentence.end)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # a bracket that opens no IPv6 address
        return ""
