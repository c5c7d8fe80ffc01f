# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What became of an address or phrase that an old policy prints. Texts are compared; nothing is ever opened."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from inspector.knowledge.domains import ancestors
from inspector.knowledge.records import LegacyLink
from inspector.knowledge.site import registrable
from inspector.knowledge.vendors import fold_alias

_SCHEME: Final = re.compile(r"^\s*(?:https?\s*:\s*)?//\s*|^\s*https?\s*:\s*", re.IGNORECASE)
_LONGEST_URL: Final = 2048


class LinkTable:
    """Old addresses by their folded form, and phrases by their words."""

    def __init__(self, links: Iterable[LegacyLink]) -> None:
        self._urls: dict[str, LegacyLink] = {}
        self._hosts: dict[str, LegacyLink] = {}
        self._phrases: dict[str, LegacyLink] = {}
        for link in links:
            if link.kind == "phrase":
                self._phrases.setdefault(fold_alias(link.pattern), link)
            elif link.whole_host:
                self._hosts.setdefault(fold_url(link.pattern).partition("/")[0], link)
            if link.kind == "url":
                self._urls.setdefault(fold_url(link.pattern).lower(), link)

    def find(self, url: str) -> LegacyLink | None:
        """Return what is known of an address as a policy prints it, with or without scheme, ``www.`` and the like."""
        if len(url) > _LONGEST_URL:
            return None
        folded = _one_country(fold_url(url).lower())  # policies print the same old page in any case
        for form in url_forms(folded):
            if form in self._urls:
                return self._urls[form]
        host = re.split(r"[/?#]", folded, maxsplit=1)[0]
        return next((self._hosts[name] for name in ancestors(host) if name in self._hosts), None)

    def find_phrase(self, text: str) -> LegacyLink | None:
        """Return what is known of a phrase (the whole of it, whatever its case and punctuation)."""
        return self._phrases.get(fold_alias(text))


def fold_url(url: str) -> str:
    """Return an address as the table is keyed: no scheme, no ``www.``, the host in lower case, no slash at the end.

    >>> fold_url("http: //WWW.Google.com/privacy_ads.html")
    'google.com/privacy_ads.html'
    """
    text = _SCHEME.sub("", url.strip(), count=1).strip()
    host, rest = re.match(r"([^/?#]*)(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]  # always matches
    host = host.lower().removeprefix("www.")
    return (host + rest).rstrip("/")


def _one_country(folded: str) -> str:
    """Return Google's pages of any country as its own: google.ca/privacy/ads is google.com/privacy/ads."""
    host, rest = re.match(r"([^/?#]*)(.*)", folded, re.DOTALL).groups()  # type: ignore[union-attr]  # always matches
    site = registrable(host)
    if site.partition(".")[0] != "google" or site == "google.com":
        return folded
    return host.removesuffix(site) + "google.com" + rest


def url_forms(folded: str) -> Iterator[str]:
    """Yield the address, then shorter forms that mean the same page: without fragment, query, trailing slash."""
    yield folded
    for mark in ("#", "?"):
        folded = folded.partition(mark)[0].rstrip("/")
        yield folded
