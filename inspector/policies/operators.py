# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the site that a policy belongs to calls itself, so that "Example uses cookies" is read as "we use cookies"."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from inspector.core.policy import BlockKind, Document
from inspector.policies.late_pattern import pattern_of
from inspector.policies.patterns import late, plain, words
from inspector.policies.ready import ready
from inspector.policies.terms import code

_BEGINNING: Final = 8000
_SECOND_LEVEL: Final = words("co com org gov ac net edu or ne go")
_NAME: Final = r"[A-Z0-9][\w&.'’+-]{0,60}(?:[ ](?:of |the |and |& )?[A-Z0-9][\w&.'’+-]{0,60}){0,4}"
_COOKIES_AT: Final = late(
    r"[Cc]ookies?\s+(?:(?:are\s+)?used\s+)?(?:at|on|in|by)\s+((?:[A-Z][\w.&-]+\s?){1,3}"
    r"|[\w-]+\.[\w.]+)\s*$"
)
# Words of titles and defined terms that name no company.
_GENERIC: Final = words(
    """
    privacy policy policies cookie cookies statement notice notices terms conditions page about the our your
    use of and legal help website web site sites service services home homepage footer information data
    protection security agreement disclaimer declaration on at for in this we us company customer customers
    user users you they it these those all any some most many personal online general last updated effective
    date welcome contact content products product platform misc preferences settings what how why who when
    where do does are is a an to by with app application apps eu uk us usa gdpr ccpa coppa dnt session
    persistent third party parties first analytics advertising marketing functional performance necessary
    strictly essential technical targeting social media google log if please note other no yes as from not
    statements trackers technologies similar tracking rights children children's changes new also however
    although since while most browser browsers internet computer device place see collect save used providing
    automatic securing collected read if click visit download copyright inc llc ltd gmbh temporarily you've
    third-parties processes get find learn introduction background overview summary
    """
)


_BEGINS_CLAUSE: Final = words(
    "the this our your these those its their if when while although since because however and but"
)
# Mailboxes that anybody may have.
_MAILBOXES: Final = words("gmail yahoo hotmail outlook aol gmx web icloud protonmail proton live mail msn")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Ways of introducing oneself, the surest first; compiled at first use."""
    return (
        ready(rf"({_NAME}),?\s*\((?:[^()]{{0,60}}?)[\"“'‘](?:we|us|our)\b", re.M),
        ready(
            r"\((?:[^()\"“”]{0,40})[\"“'‘](?:the\s+)?([A-Z0-9][\w&.'’ -]{1,30})[\"”'’“]\s*(?:[,)]|or\b"
            r"|and\b|;)"
        ),
        ready(
            rf"(?:©|\(c\)|[Cc]opyright)\s*(?:©\s*)?(?:\d{{4}}(?:\s*[-–,]\s*\d{{4}})?)?,?\s*(?:by\s"
            rf"+)?({_NAME})"
        ),
        ready(rf"\b(?:[Ww]elcome\s+to|[Aa]t)\s+({_NAME}),?\s+(?:we|our)\b"),
        ready(
            rf"\b({_NAME})(?:'s|’s)?\s+(?:(?:and\s+its\s+\w+\s+)?(?:is\s+committed|respects?|values\s+your"
            rf"|takes\s+(?:your|(?:\w+\s+)?privacy)|(?:privacy|cookies?)\s+polic))"
        ),
        ready(
            rf"({_NAME}|(?:[A-Za-z0-9-]{{2,40}}\.){{1,3}}[a-z]{{2,7}})\s+has\s+(?:created|established|adopted|developed)"
            rf"\s+this\s+(?:privacy|cookie)"
        ),
        ready(
            r"\b[Ff]irst[\s-]party\s+cookies\s+(?:are|is)\s+(?:set|placed|used)\s+by\s+"
            r"([A-Z][\w&'’-]*(?:[ ][A-Z][\w&'’-]*){0,3})"
        ),
        ready(
            rf"\b(?:[Ww]e\s+are|[Ww]e,|operated\s+by|(?<!domain\sis\s)owned\s+by|provided\s+by|controller\s+is)\s+({_NAME})"
        ),
    )


@cache
def _collectively() -> re.Pattern[str]:
    """ "(collectively “Example”, “we” and “us”)"."""
    return ready(
        r"\((?:[^()\"“”]{0,40})[\"“'‘](?:the\s+)?([A-Z0-9][\w&.'’ -]{1,30}?)[,.]?[\"”'’“]\s*(?:,|or|and|;)[^()]{0,20}"
        r"[\"“'‘](?:we|us|our)\b"
    )


@cache
def _contacts() -> re.Pattern[str]:
    """Where the site can be written to, and what it calls its address: hosts that are its own."""
    return ready(
        r"\b(?:privacy|info|contact|support|dpo|legal|hello|help|webmaster|admin|office|gdpr|dataprotection)@"
        r"((?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,12})\b"
        r"|\b(?:visit|use|browse)\s+(?:www\.)?(?=\S{4,80},?\s+(?:we|our)\b)((?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,12})\b"
        r"|\b(?:our|this|the)\s+(?:web\s?)?site,?\s*\(?(?:at\s+|located\s+at\s+)?(?:https?://)?(?:www\.)?"
        r"((?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,12})\b",
        re.I,
    )


def _from_contacts(text: str) -> list[str]:
    hosts = {(match[1] or match[2] or match[3]).lower().removeprefix("www.") for match in _contacts().finditer(text)}
    found: list[str] = []
    for host in sorted(hosts):
        if host.split(".")[0] not in _MAILBOXES and host.rpartition(".")[2] not in {"html", "htm", "php", "txt"}:
            found += _from_address("https://" + host)
    return found


_TITLE_WORD: Final = late(r"\b[A-Z][\w&-]{3,30}\b")
_LONGEST_TITLE: Final = 120
_LETTERS: Final = "ŋŏŧøĸŵʋɲ"  # of words that the grammar knows
_MOST_COMMON: Final = 2  # words that name something else, too
_MOST_OF_TITLE: Final = 12  # words
_OFTEN: Final = 3
_VERB: Final = r"(?:uses?|collects?|places?|sets?|stores?|employs?|utili[sz]es?|cannot|shares?|tracks?)\b"


@cache
def _acting() -> re.Pattern[str]:
    return ready(
        rf"(?:^|[.:;,]\s+|\n\s*|\bthat\s+|\bhow\s+)({_NAME}"
        rf"|(?:[a-z0-9-]{{2,40}}\.){{1,3}}[a-z]{{2,7}})(?: web ?sites?)?[ ](?:(?:may|will|also|does|do|currently"
        rf"|and its \w+) (?:not )?){{0,4}}"
        rf"{_VERB}",
        re.M,
    )


@cache
def _acts() -> re.Pattern[str]:
    return ready(rf"[ ]{_VERB}")


def operator_names(document: Document, vendor_names: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the names, in lower case, by which the document speaks of the site and its operator; longest first.

    ``vendor_names`` are names of known third parties: those count only where the title or the address says so.
    """
    beginning = document.text[:_BEGINNING]
    sure = [*_from_address(document.source.original_url or document.source.location), *_from_titles(document)]
    sure += [match[1] for match in _patterns()[0].finditer(beginning)]
    sure += [match[1] for match in _collectively().finditer(beginning)]
    sure += _from_contacts(beginning + document.text[-2000:])
    told = [match[1] for pattern in _patterns() for match in pattern.finditer(beginning)]
    told += [match[1] for match in _patterns()[2].finditer(document.text[-600:])]
    told += _actors(document.text[: 10 * _BEGINNING])
    told += _from_first_line(document)
    names = {name for text in (*sure, *_from_links(document)) if (name := _cleaned(text))}
    names |= {name for text in told if (name := _cleaned(text)) and name not in vendor_names}
    names |= {name for text in told if (name := _in_full(text, vendor_names))}
    names = {name for name in names if not _is_common(document.text, name)}
    return tuple(sorted(names, key=lambda name: (-len(name), name))[:24])


def _is_common(text: str, name: str) -> bool:
    """Whether a name is a word of the language, too: "About our Ads" stands above, and below "to serve ads".

    Who writes the own name in lower case writes it so everywhere.
    """
    if "." in name or len(name.split()) > _MOST_COMMON or any(char.isdigit() for char in name):
        return False
    alone = re.compile(rf"(?<![\w.@/&-]){re.escape(name)}(?![\w@/&-]|\.\w)", re.I)
    found = {match[0] for match in alone.finditer(text, 0, 10 * _BEGINNING)}
    return name in found and len(found) > 1


def _from_links(document: Document) -> list[str]:
    """Where "our Privacy Policy" leads to is where the site lives."""
    found: list[str] = []
    for link in document.links[:400]:
        before = document.text[max(0, link.start - 12) : link.start].lower()
        label = document.text[link.start : link.end].lower()
        if pattern_of(r"\bour\W+$").search(before) and pattern_of(r"\b(?:privacy|cookie|terms)\b").search(label):
            found.extend(_from_address(link.url))
    return found


def _from_first_line(document: Document) -> list[str]:
    """A word of the first line that is written as a name all over the text: whose policy this is."""
    first = document.text[: document.text.find("\n") if "\n" in document.text else 0][:_LONGEST_TITLE]
    if len(first.split()) > _MOST_OF_TITLE:
        return []
    rest = document.text[len(first) : len(first) + 10 * _BEGINNING]
    found: list[str] = []
    for word in dict.fromkeys(_TITLE_WORD.findall(first)):
        name = word.capitalize() if word.isupper() else word
        before = [rest[max(0, at - 2) : at] for at in _whole_words(rest, name)]
        if len(before) >= _OFTEN and any(held[1:] == " " and (held[0].islower() or held[0] == ",") for held in before):
            found.append(name)
    return found


def _whole_words(text: str, word: str) -> Iterator[int]:
    """Where a word stands by itself."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        alone = not (text[end : end + 1].isalnum() or text[end : end + 1] in ("_", "&", "-"))
        if alone and not (at and (text[at - 1].isalnum() or text[at - 1] == "_")):
            yield at
        at = text.find(word, end)


def _actors(text: str) -> list[str]:
    """Who "uses cookies" here. A name that the text has brought up before in another role is a third party."""
    found = [match for start, end in _lines_that_act(text) for match in _acting().finditer(text, start, end)]
    often = Counter(match[1] for match in found)
    return [
        match[1]
        for match in found
        if ((often[match[1]] > 1 or _is_host(match[1])) and not _introduced(text, match[1]))
        or (text.find(match[1]) == match.start(1) and (_is_proper(match[1]) or _introduces_itself(text, match)))
    ]


def _lines_that_act(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold one of the verbs, each with the line break before it: no name is looked for elsewhere."""
    end = -1
    for verb in _acts().finditer(text):
        if verb.start() >= end:
            end = text.find("\n", verb.end())
            end = len(text) if end < 0 else end
            yield max(0, text.rfind("\n", 0, verb.start())), end


def _introduces_itself(text: str, match: re.Match[str]) -> bool:
    """Whether "Bluebell uses cookies" opens a paragraph that goes on with "we"."""
    before, after = text[max(0, match.start(1) - 2) : match.start(1)], text[match.end() : match.end() + 250]
    return (not before or "\n" in before) and pattern_of(r"\b(?:[Ww]e|[Oo]ur|us)\b").search(
        after.split("\n")[0]
    ) is not None


def _is_host(name: str) -> bool:
    return pattern_of(r"(?:[A-Za-z0-9-]{2,40}\.){1,3}[a-z]{2,12}").fullmatch(name) is not None


def _introduced(text: str, name: str) -> bool:
    """Whether a name first comes up as somebody else: "the services of Acme", "provided by Acme"."""
    at = text.find(name)
    return (
        pattern_of(r"\b(?:of|by|with|from|uses?|using|via|through|partners?|like|as|to)[ ]\S?$").search(
            text[max(0, at - 14) : at]
        )
        is not None
    )


def _is_proper(name: str) -> bool:
    """Whether a name is one even as a sentence's first word: several words, a capital or a dot inside."""
    return len(name.split()) > 1 or pattern_of(r"\w[A-Z.]\w|\d").search(name) is not None


def _from_address(address: str) -> list[str]:
    if "://" not in address:
        return []
    try:
        labels = (urlsplit(address).hostname or "").removeprefix("www.").split(".")
    except ValueError:  # a bracket that opens no IPv6 address
        return []
    if len(labels) < 2:
        return []
    at = -3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else -2
    return [labels[at], ".".join(labels[at:])]


def _from_titles(document: Document) -> list[str]:
    headings = [document.block_text(at) for at, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING]
    parts = [
        part
        for title in (document.title, *headings[:1])
        for part in pattern_of(r"\s+[|»:•·/–—-]\s+|[|:?]").split(title[:200])
    ]
    parts += [found[1] for title in headings if (found := _COOKIES_AT.search(title[:200]))]
    return [part for part in parts if len(part.split()) <= 7 and any(char.isupper() or char == "." for char in part)]


def _in_full(text: str, vendor_names: frozenset[str]) -> str:
    """A name with its generic words: "Home Harbour" is no "Harbour"; empty where all are generic."""
    words = _SENTENCE_AFTER.split(text, 1)[0].split()
    lowered = [plain(word) for word in words]
    if not 2 <= len(words) <= 3 or not all(word[0].isupper() for word in words):
        return ""
    if all(word in _GENERIC for word in lowered) or lowered[0] in _BEGINS_CLAUSE or vendor_names & set(lowered):
        return ""
    name = " ".join(lowered).strip(" .,'\"()")
    return "" if name in vendor_names or not _names_somebody(text, name) else name


def _names_somebody(text: str, name: str) -> bool:
    """Whether a name is no word of the grammar: "Advertisers use cookies" names nobody, "Blue Lamp Store" a shop."""
    coded = code(name)
    if not any(letter in coded for letter in _LETTERS):
        return True
    words = text.split()
    proper = len(words) > 2 and all(word[0].isupper() for word in words)
    return proper and coded[0] not in _LETTERS and not any(letter in coded for letter in _LETTERS.replace("ʋ", ""))


_SENTENCE_AFTER: Final = re.compile(r"(?<=[a-z]{4})\.\s")  # "provided by Acmeworks. For more ..."


def _cleaned(text: str) -> str:
    """A name without the generic words around it; empty where nothing or too much is left."""
    text = _SENTENCE_AFTER.split(text, 1)[0]
    words = plain(text).strip(" .,'\"()").split()
    while (words and words[0].strip("'s") in _GENERIC) or (words and words[0] in _GENERIC):
        words.pop(0)
    while words and (words[-1] in _GENERIC or words[-1].removesuffix("'s") in _GENERIC):
        words.pop()
    if not 1 <= len(words) <= 4 or (words[0][0].isdigit() and len(words) > 1) or any(len(word) > 40 for word in words):
        return ""
    name = " ".join(words).removesuffix("'s").strip(" .,'\"()")
    if not _names_somebody(text, name):
        return ""
    return name if len(name) > 2 and not name.replace(".", "").isdigit() and name not in _GENERIC else ""
