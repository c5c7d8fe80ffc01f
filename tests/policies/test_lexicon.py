# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest
from make.lexicons import NAMES, SmallLexicon

from inspector.policies.lexicon import NOTHING_KNOWN, NameFinder, name_finder

FINDER = NameFinder({**NAMES, "Yahoo!": "yahoo", "33Across": "33across"})
FOUND = {
    "We use Google Analytics.": ["google-analytics"],
    "Google's cookies": ["google-other"],
    "GOOGLE ANALYTICS": ["google-analytics"],
    "Google AdSense, Criteo and Yahoo!": ["google-ads", "criteo", "yahoo"],
    "Download Google Chrome": [],
    "our Facebook page": [],
    "a segment of our customers": [],
    "We use Segment to collect data.": ["segment"],
    "the Customer Segment ID": [],
    "requests to doubleclick.net": [],
    "mail me@criteo.com": [],
    "33Across and others": ["33across"],
    "criterion": [],
}


@pytest.mark.parametrize(("text", "expected"), FOUND.items(), ids=list(FOUND))
def test_names_are_found_as_names(text: str, expected: list[str]) -> None:
    mentions = FINDER.find(text)
    assert [mention.id for mention in mentions] == expected
    assert all(text[mention.start : mention.end] == mention.name for mention in mentions)


def test_a_finder_is_made_once_for_a_lexicon() -> None:
    lexicon = SmallLexicon()
    assert name_finder(lexicon) is name_finder(lexicon)
    assert name_finder(NOTHING_KNOWN).find("Google Analytics") == ()
