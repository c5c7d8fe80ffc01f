# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The third parties that a policy names as setting cookies or as serving ads, statistics, social features, content.

A name alone is not enough ("download Google Chrome", "our Facebook page"): the sentence, its list or its table must
say what the party does on the site. Companies that nobody has told us of are reported where they stand in that place.
"""

from collections.abc import Iterator, Sequence

from inspector.core.policy import BlockKind, Stance, Subject
from inspector.policies import vendor_words as says
from inspector.policies.analytics import analytics_in_use
from inspector.policies.former import is_dropped
from inspector.policies.found import Found, found_vendor
from inspector.policies.headers import Column, column_of
from inspector.policies.lexicon import Mention
from inspector.policies.patterns import compiled
from inspector.policies.statements import Frame, Section, Statement
from inspector.policies.vendor_names import is_bare_google, is_operator, proper, vendor_id, whole_name


def find_vendors(statement: Statement, mentions: Sequence[Mention], operator: tuple[str, ...]) -> Iterator[Found]:
    """Yield the third parties that a sentence names in a role on the site. ``mentions`` are the known names in it."""
    sentence = statement.sentence
    if sentence.row is not None and _is_party_cell(statement):
        parties = list(_from_cell(statement, mentions, operator))
        yield from parties
        around = (statement.leads.plain if statement.leads else "") + " " + statement.heading
        if parties and compiled(r"\b(?:set|plac|us|stor)\w*\s+(?:\w+\s+)?cookies\b").search(around):
            for field in ("third_party_cookies", "cookies"):
                subject = Subject.NAMED_THIRD_PARTY
                yield Found(field, Stance.DECLARED, sentence.start, sentence.end, subject, weak=True)
        return
    if statement.frame in (Frame.OTHERS, Frame.HYPOTHETICAL, Frame.DEFINITION) and statement.leads is None:
        return
    unknown = (
        says.MAY_NAME.search(sentence.text) is not None
        or says.ACTS_FIRST.match(sentence.plain) is not None
        or _is_line_of_list(statement)
    )
    if not (mentions or unknown) or not _gives_a_role(statement):
        return
    for mention in mentions:
        if is_operator(mention.name, operator) or not _has_role_near(statement, mention):
            continue
        vendor = _resolved(mention, statement, mentions)
        if vendor is not None and _offered(statement, mention, vendor):
            ads = compiled(says.ADS).search(_said_of_list(statement)) is not None
            vendor = vendor_id(vendor, mention.name, ads=ads)
            yield found_vendor(vendor, mention.name, sentence.start, sentence.end)
    if sentence.row is not None or not unknown or statement.frame is Frame.FORMER:
        return
    known = [(mention.start, mention.end) for mention in mentions]
    for name in dict.fromkeys((*_unknown_names(statement, known, operator), *_listed_name(statement, known, operator))):
        slug = vendor_id(None, name, ads=compiled(says.ADS).search(_said_of_list(statement)) is not None)
        if slug:
            yield found_vendor(slug, name, sentence.start, sentence.end)


def _said_of_list(statement: Statement) -> str:
    """The words that say what a listed party does: its own, else those that announce the list."""
    return statement.plain + (" " + statement.leads.plain if statement.leads is not None else "")


def find_known_vendors(statement: Statement, mentions: Sequence[Mention], operator: tuple[str, ...]) -> Iterator[Found]:
    """Yield the known parties that the description of a cookie names."""
    sentence = statement.sentence
    describes = len(sentence.text.split()) > 3 or column_of(statement.header) is Column.PURPOSE
    for mention in mentions if describes else ():
        vendor = None if is_operator(mention.name, operator) else _resolved(mention, statement, mentions)
        if vendor is not None:
            yield found_vendor(vendor, mention.name, sentence.start, sentence.end)


def _is_party_cell(statement: Statement) -> bool:
    """Whether the cell stands in a table's column of third parties that have a role on the site."""
    header = statement.header
    if statement.sentence.row is None or statement.sentence.kind is not BlockKind.TABLE_ROW:
        return False
    around = header + " " + (statement.leads.plain if statement.leads else "") + " " + statement.heading
    if compiled(says.LISTS_OTHERS).search(around):
        return False
    if compiled(
        r"\b(?:partners?|vendors?|providers?|third[\s-]part(?:y|ies)|compan(?:y|ies)|advertisers?"
        r"|networks?|processors?)\b"
    ).search(header):
        return compiled(says.ROLE).search(around + " " + statement.row) is not None or _follows_trackers(statement)
    return (
        statement.sentence.row <= 1
        and compiled(r"\bcookies?\b|\b(?:tool|service)s?\b").search(header) is not None
        and len(statement.sentence.text) < 60
        and compiled(says.ROLE).search(around) is not None
    )


def _follows_trackers(statement: Statement) -> bool:
    """Whether the table's lead ("We use the following providers:") goes on from one about cookies."""
    lead = statement.leads
    before = lead.before if lead is not None else None
    return (
        lead is not None
        and before is not None
        and (before.topic or before.frame is Frame.PRACTICE)
        and compiled(says.LISTS).search(lead.plain) is not None
    )


def _from_cell(statement: Statement, mentions: Sequence[Mention], operator: tuple[str, ...]) -> Iterator[Found]:
    sentence = statement.sentence
    place = (sentence.start, sentence.end)
    for mention in mentions:
        if not is_operator(mention.name, operator):
            name = whole_name(sentence.text, mention) if len(mentions) == 1 else mention.name
            vendor = vendor_id(_resolved(mention, statement, mentions) or mention.id, name, ads=True)
            yield found_vendor(vendor, mention.name, *place)
    if (
        mentions
        or compiled(r"\bcookies?\b").search(statement.header)
        or len(sentence.text.split()) > 4
        or "://" in sentence.text
    ):
        return
    ads = (
        compiled(says.ADS).search(
            " ".join((statement.row, statement.heading, statement.leads.plain if statement.leads else ""))
        )
        is not None
    )
    for part in sentence.text.split("(")[0].split("/"):
        name = proper(part, operator, cell=True)
        slug = vendor_id(None, name, ads=ads) if name else ""
        if not slug:
            continue
        yield found_vendor(slug, name, *place)


def _gives_a_role(statement: Statement) -> bool:
    plain = statement.plain
    if " analy" in plain:
        plain = compiled(says.OTHER_ANALYSIS).sub("", plain)
    if compiled(says.ELSEWHERE).search(plain):
        return False
    if compiled(says.NO_ROLE).search(plain) and not compiled(says.STRONG_ROLE).search(plain):
        return False
    if statement.frame is Frame.PRACTICE and statement.topic:
        return True
    if compiled(says.ROLE).search(plain) or analytics_in_use(statement):
        return True
    if compiled(says.NAMES_PARTNERS).search(plain) and compiled(says.STRONG_ROLE).search(statement.heading):
        return True  # under "Cookies and other trackers": "Our partners include ..."
    if _answers_which(statement):
        return True
    lead = statement.leads
    return (
        lead is not None
        and compiled(says.LISTS).search(lead.plain) is not None
        and compiled(says.ROLE).search(lead.plain) is not None
        and not compiled(says.LISTS_OTHERS).search(lead.plain)
    )


def _answers_which(statement: Statement) -> bool:
    """Whether a name alone answers its heading ("Which service is used?"), or a tool is named after its work was."""
    if compiled(says.WHICH_SERVICE).search(statement.heading) and len(statement.plain.split()) <= says.LINE_OF_LIST:
        return True
    before = statement.before
    return (
        compiled(says.TOOL_CALLED).search(statement.plain) is not None
        and before is not None
        and any(compiled(says.ROLE).search(held.plain) for held in (before, before.before) if held is not None)
    )


def _has_role_near(statement: Statement, mention: Mention) -> bool:
    """In a run of text without full stops (a menu, a flattened page) the role has to stand beside the name."""
    plain = statement.plain
    if len(plain) < says.LONG:
        return True
    at = mention.start - statement.sentence.start
    return compiled(says.STRONG_ROLE).search(plain, max(0, at - 150), at + 150) is not None


def _is_for_else(plain: str, end: int) -> bool:
    """ "We use A for sign-in, B for storage, and C for statistics": each has the part that its own words give it."""
    own = compiled(r"\s+(?:\([^()]*\)\s+)?for\s+([^,;.]{3,60})").match(plain, end)
    if compiled(r"\b(?:set|place|use)s?\s+(?:\w+\s+){0,2}cookies\b").search(plain):
        return False
    if own is None or sum(1 for _ in compiled(r"\bfor\s+[^,;.]{3,60}[,;.]").finditer(plain)) < says.PARTS_OF_LIST:
        return False
    return compiled(says.ROLE).search(compiled(says.OTHER_ANALYSIS).sub("", own[1])) is None


def _has_no_part(plain: str, start: int, end: int) -> bool:
    """ "Cookies of A count visits; our newsletter goes out through B": what the clause says of B is no role."""
    if ";" not in plain:
        return False
    close = plain.find(";", end)
    clause = plain[plain.rfind(";", 0, start) + 1 : close if close >= 0 else len(plain)]
    return compiled(says.NO_ROLE).search(clause) is not None and not compiled(says.STRONG_ROLE).search(clause)


def _offered(statement: Statement, mention: Mention, vendor: str) -> bool:
    """Leave out a party that is only whom one opts out from, or whose policy or help page one is sent to."""
    plain = statement.plain
    start = mention.start - statement.sentence.start
    end = mention.end - statement.sentence.start
    before, after = plain[max(0, start - 60) : start], plain[end : end + 40]
    if is_dropped(before, former=statement.frame is Frame.FORMER) or _is_absent(statement, start):
        return False
    if _is_for_else(plain, end) or _has_no_part(plain, start, end):
        return False
    if compiled(says.COMPARED).search(before) or compiled(says.NOT_IN_USE).search(plain):
        return False
    if compiled(r"^(?:'s)?\s+(?:privacy|terms|cookie)\s+(?:and\s+\w+\s+)?(?:polic|statement|notice|page|of\s+)").search(
        after
    ) and not compiled(r"\b(?:we|our)\s+(?:\w+\s+)?us(?:e|ing)\b").search(plain):
        return compiled(says.STRONG_ROLE).search(plain[:start]) is not None or "dart" in plain
    if compiled(r"\b(?:like|on|via|through|from|to|with)\s+(?:our\s+|your\s+)?$").search(before) and compiled(
        r"^\s+(?:page|profile|account)"
    ).search(after):
        return False
    if statement.frame is Frame.CONTROL or ("opt" in statement.sentence.words and "out" in statement.sentence.words):
        if vendor in {"google-other", *says.PROGRAMMES, *says.OFFER_CHOICES}:
            return False
        if (
            compiled(r"\b(?:settings|preferences|account|personali[sz]ation)\b").search(after[:30])
            and statement.frame is Frame.CONTROL
        ):
            return False
    if compiled(r"^(?:\s+ads?)?\s+(?:settings|preferences)\b").match(after) or compiled(r"^\s*>|>\s*$").search(
        after[:3] + "|" if after.lstrip().startswith(">") else before[-3:]
    ):
        return False  # "Google Ads Settings", "Settings > Google > Ads"
    if vendor in says.PROGRAMMES or (
        vendor == "adobe"
        and (compiled(r"^\W*(?:flash|acrobat|reader)\b").match(after) or compiled(says.FLASH_ONLY).match(plain))
    ):
        return False
    return (
        compiled(r"^(?:'s)?\s+(?:[\w-]+\s+){0,3}?(?:is|are)\s+not\s+(?:used|embedded|loaded|integrated)\b").search(
            after
        )
        is None
    )


def _is_absent(statement: Statement, start: int) -> bool:
    """Whether the sentence says of the party named at ``start`` that it is not here, or does nothing here."""
    plain = statement.plain
    near = plain[max(0, start - 60) : start]
    if compiled(says.NOT_HERE).search(near) or compiled(says.NOT_HERE_LONG).search(plain[max(0, start - 160) : start]):
        return True
    return compiled(says.NOTHING_BUT).match(plain) is not None and not compiled(r"[;:]| - | but ").search(plain[:start])


def _resolved(mention: Mention, statement: Statement, mentions: Sequence[Mention]) -> str | None:
    """Google alone is many: told by the sentence; nothing where a fuller name stands beside it."""
    if mention.id == "amazon" and any(other.id == "amazon-associates" for other in mentions):
        return None
    if mention.id != "google-other" or not is_bare_google(mention.name):
        return mention.id
    plain = statement.plain
    if statement.row:  # a cell: its row says what for
        plain = statement.row
    if compiled(says.OTHER_GOOGLE).search(plain):
        return "google-other"
    fuller = {
        other.id for other in mentions if other.id.startswith("google") and other is not mention and len(other.name) > 8
    }
    if compiled(says.ADS).search(plain):
        if compiled(says.ANALYTICS).search(statement.heading) and not compiled(r"\bcookies?\b|\bserv\w+\s+ads").search(
            plain
        ):
            return None
        return "google-ads" if "google-analytics" not in fuller or compiled(r"\badvert|\bads\b").search(plain) else None
    if fuller or compiled(says.ANALYTICS).search(plain):
        return None if fuller else "google-analytics"
    if (statement.heading and compiled(says.ANALYTICS).search(statement.heading)) or (
        statement.refers is not None and compiled(says.ANALYTICS).search(statement.refers.plain)
    ):
        return None
    before = statement.before
    if compiled(says.THEIR_POLICY).search(plain):
        return None
    if before is not None and "google" in before.plain and compiled(says.ADS).search(before.plain):
        return None  # the Google of the ads just spoken of
    return "google-other" if statement.topic else None


def _unknown_names(statement: Statement, known: Sequence[tuple[int, int]], operator: tuple[str, ...]) -> Iterator[str]:
    sentence = statement.sentence
    role = compiled(says.ROLE).search(sentence.plain) or _answers_which(statement)
    if sentence.kind is BlockKind.HEADING or not role or compiled(says.NOT_IN_USE).search(sentence.plain):
        return
    for pattern in says.UNKNOWN:
        for match in compiled(pattern).finditer(sentence.text):
            for part in compiled(says.NAME).finditer(match[1]):
                start = sentence.start + match.start(1) + part.start()
                if not any(first < start + len(part[0]) and start < last for first, last in known):
                    name = proper(part[0], operator)
                    if name:
                        yield name


def _listed_name(statement: Statement, known: Sequence[tuple[int, int]], operator: tuple[str, ...]) -> Iterator[str]:
    """The name that a list's item begins with, in a list of services: "Calendly Embed: books appointments"."""
    sentence = statement.sentence
    around = (statement.leads.plain if statement.leads else "") + " " + statement.heading
    if not _is_line_of_list(statement) or not compiled(says.LIST_OF_SERVICES).search(around):
        return
    head = compiled(says.HEAD_OF_LINE).match(sentence.text)
    sets = compiled(r"\bsets?\s+(?:\w+\s+){0,2}cookies\b").search(sentence.plain)
    if head is None or (compiled(says.NO_SERVICE).search(sentence.plain) and not sets):
        return
    if any(first < sentence.start + head.end(1) and sentence.start + head.start(1) < last for first, last in known):
        return
    if compiled(r"\bcookies?\b|\btrack|\badvertis").search(around) or compiled(says.STRONG_ROLE).search(
        sentence.plain, head.end(1)
    ):
        for part in sentence.text.split(" / ")[:3] if " / " in sentence.text else (head[1],):
            name = proper(compiled(r"\s+(?:Embeds?|Widgets?|Pixel|Tag|Analytics|SDK)$").sub("", part), operator)
            if name and name.split()[-1].lower() not in says.NO_PARTY:
                yield name


def _is_line_of_list(statement: Statement) -> bool:
    """Whether the words are an item of a list, or a short line of one that only line breaks make a list."""
    if statement.sentence.kind is BlockKind.LIST_ITEM:
        return True
    lead = statement.leads
    return (
        lead is not None
        and lead.sentence.block == statement.sentence.block
        and statement.sentence.row is None
        and len(statement.sentence.text.split()) <= says.LINE_OF_LIST
    )


def lists_parties(statement: Statement) -> bool:
    """Whether the statement stands in a list or table of third parties on the site."""
    lead = statement.leads
    return (
        statement.section is not Section.OTHERS
        and lead is not None
        and compiled(says.LISTS).search(lead.plain) is not None
    )
