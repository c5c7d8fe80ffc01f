# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The opt-outs that a policy offers, by the addresses it prints and by its words.

Unsubscribing from e-mail is no opt-out here, and browser settings are no opt-out of anybody's.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from inspector.core.policy import Document, Link, Stance, Subject
from inspector.policies.controls import is_foreword
from inspector.policies.found import Found
from inspector.policies.lexicon import Mention, VendorLexicon, name_finder
from inspector.policies.optout_targets import (
    ABOUT_COOKIES,
    NO_TARGETS,
    OPT,
    PROGRAMMES,
    google_target,
    host_of,
    is_mail,
    leads_elsewhere,
    target_of,
)
from inspector.policies.patterns import compiled, late, words
from inspector.policies.statements import Frame, Section, Statement
from inspector.policies.vendor_names import is_operator, slug_of
from inspector.policies.vendor_words import RECORD_IDS

_URL: Final = late(
    (
        r"(?:https?:\s?//\s?|www\.)[^\s<>\"'()\[\]|]{3,300}|\b(?:[a-z0-9-]{2,40}\.){1,3}(?:com|org"
        r"|info|net|eu|ca|io)(?:/[^\s<>\"'()\[\]|,;]*)?"
    ),
    re.I,
)
# "A cookie that stores the opt-out": it tells of one, and offers none.
_KEEPS_CHOICE: Final = (
    r"^(?!.*\b(?:you|click|visit|here)\b).*\b(?:stor|sav|remember|set|keep|record)\w*\s+(?:(?:the|a|an|your|this|user'?s?'?|\w+)\s+){0,3}opt[\s-]?out"
    r"|^(?!.*\b(?:you|click|visit|here)\b).*\bopt[\s-]?out\s+(?:cookie|sets?)\b"
)
_CONTROLS_ADS: Final = (
    r"\b(?:control|limit|choose|manage|configure|adjust|set)\w*\s+(?:\w+\s+){0,3}?(?:ads?|advertis\w+)\b"
)
_OWN_TOOL: Final = (
    r"\bcookies?\s+(?:settings?|preferences?|consent|banner|panel|tool)\b|\bconsent\s+(?:tool|manager|settings|banner)\b"
    r"|\bour\s+(?:\w+\s+){0,3}(?:settings|preferences|tool|panel|manager|cent(?:re|er))\b"
)
_TOLD_ELSEWHERE: Final = (
    r"\b(?:information|details|described|explained)\b[^.;]{0,80}\bsections?\b[^.;]*\b(?:including|about|on)\s+how\b"
)
# "You can set how Facebook advertises to you in its ad preferences": of whoever is named.
_THEIR_SETTINGS: Final = (
    r"\b(?:you|users?|visitors?)\s+(?:can|may)\s+(?:\w+\s+)?(?:set|manage|change|adjust|control|update)\b[^.;]{0,120}?"
    r"\b(?:ads?|advertising)\s+(?:preferences?|settings|choices)\b"
)
_BARE: Final = 4  # words: "Use the cookie banner" may be a heading
_OF_DEVICE: Final = (
    r"\b(?:of|in|on|by|from|through)\s+(?:your|the|their|a)\s+(?:\w+\s+)?(?:devices?|browsers?|phones?)\b"
)
_NOBODY: Final = frozenset({"google-other", "nai", "daa", "edaa", "daac"})
_OUR_THIRD: Final = (
    r"\b(?:the|our|this|that)\s+(?:third[\s-]party\s+)?(?:ad(?:vertis\w+)?|analytics|tracking)"
    r"\s+(?:serv(?:er|ing|ice)|compan|network|provider|partner)"
)
_ABOVE: Final = r"\blinks?\s+(?:\w+\s+)?above\b|\babove\s+links?\b"
_BARE_LABEL: Final = r"(?:^|\bpolicy\s*[-|,/]?)\s*opt[\s-]?out\W*$"
_FAR_LABEL: Final = 6  # sentences back
_SITE_TOOL: Final = (
    r"\b(?:chang|adjust|updat|manag|set\b|setting|withdraw|opt|deactivat|disabl|enabl|modif|review"
    r"|edit|configur|revok|indicat|control|choos|customi[sz]|select|reject|refus|declin|accept"
    r"|revisit|open|turn|prevent|click)\w*\b[^.;]{0,120}?\b(?:(?:your\s+|our\s+"
    r"|the\s+)?(?:website\s+)?cookies?\s+(?:settings?|preferences?|choices|consents?|panel|tool"
    r"|management\s+\w+|consent\s+\w+|banner|control\w*|manager)|consent\s+(?:management|settings"
    r"|tool|preferences|manager|choices|banner)|privacy\s+(?:settings|preferences|cent(?:re|er)"
    r"|manager|choices)|preference\s+(?:cent(?:re|er)|manager|panel|tool)"
    r"|cookie\s+management\s+panel|cookie\s+(?:icon|button|widget|link)|your\s+(?:cookie\s+"
    r"|consent\s+)?(?:preferences|consent|choices|choice(?=\s+(?:at\s+any|by|via|through|in\s+(?:the|our)|on\s+(?:the|our)|using|with|of\s+cookies)\b))\b|the\s+toggle\s+features?"
    r"|tool\s+available\s+on)"
    r"|\bopen\s+cookies?\s+settings\b|\bmanage\s+(?:\w+\s+){0,2}?consent\b"
    r"|\b(?:do\s+you\s+want\s+to|would\s+you\s+like\s+to)\s+(?:accept|allow)\s+(?:\w+\s+)?cookies"
    r"|\bclicking\s+on\s+(?:the\s+)?(?:\w+\s+)?cookie\s+preferences"
    r"|\bus(?:e|ing)\s+(?:our|the|this)\s+(?:\w+\s+){0,2}?(?:cookies?\s+(?:settings|preferences|controls?|panel|manager|banner)"
    r"|consent\s+(?:management|tool|manager|banner)|preference\s+(?:cent(?:re|er)|panel))"
    r"|\bwithdraw\w*\s+(?:your\s+)?consent\b[^.;]{0,80}\b(?:banner|panel)\b"
)
_CHOICES: Final = (
    r"\bwithdraw\w*\s+(?:your\s+)?consent\b[^.;]{0,80}\b(?:banner|panel)\b"
    r"|\byour\s+privacy\s+choices\b|\bdo\s+not\s+sell\s+(?:or\s+share\s+)?my\b"
)
_TOOL_WORDS: Final = words("cook cons priv pref togg tool")
_NOT_SITE: Final = (
    r"\b(?:flash|adobe|macromedia)\b|\b(?:section|menu|help)\W[^.;]{0,20}\bbrowser|\b(?:browser'?s?|browsers|chrome|firefox|safari|internet\s+explorer|device|google|facebook"
    r"|their|third[\s-]part\w+)\b[^.;]{0,60}?(?:settings?|preferences|options)|\bsettings?\s+(?:of"
    r"|in|on|within)\s+(?:your|the)\s+(?:\w+\s+)?(?:browser|device)"
)
_SITE_OPT: Final = (
    r"\b(?:you|users?|visitors?)\b[^.;]{0,40}?\b(?:can|may|could|always|wish\s+to|able\s+to|choose"
    r"|right)\b[^.;]{0,60}?\bopt[\s-]*\"?out\b"
    r"|\bto\s+opt[\s-]?out\b[^.;]{0,60}?(?:,\s*)?(?:please\s+)?(?:click|visit|use|follow|go|check"
    r"|select|contact)|\bclick\s+(?:\w+\s+){0,3}?(?:here|below"
    r"|link)?\s*(?:\w+\s+){0,2}?to\s+opt[\s-]?out"
)


def find_opt_outs(
    statement: Statement,
    document: Document,
    links: Sequence[Link],
    mentions: Sequence[Mention],
    lexicon: VendorLexicon,
    operator: tuple[str, ...],
) -> Iterator[Found]:
    """Yield the opt-outs that a sentence offers; ``links`` and ``mentions`` are those inside it."""
    sentence = statement.sentence
    plain = sentence.plain
    told: set[str] = set()
    for text, url, start, end in _addresses(statement, document, links):
        target = target_of(statement, text, url, lexicon, operator, mentions)
        if target is not None:
            told.add(target)
            yield _found(statement, target, url, start, end)
            yield from _served_by(statement, target)
    if not (
        "opt" in sentence.words
        or sentence.words & {"opto", "opti"}
        or "choi" in sentence.words
        or sentence.words & {"cook", "cons", "pref"}
        or " tracked by " in plain
        or "advertising alliance" in plain
    ):
        return
    offers = compiled(OPT).search(plain) is not None and not compiled(_KEEPS_CHOICE).search(plain)
    chooses = offers or "choice" in plain or compiled(_CONTROLS_ADS).search(plain) is not None
    for target, called, _ in PROGRAMMES:
        if (
            target not in told
            and chooses
            and compiled(called).search(plain)
            and not compiled(r"\b(?:member\s+of|complian\w+\s+with|adhere\w*\s+to|principles)\b").search(plain)
        ):
            told.add(target)
            yield _found(statement, target, None, sentence.start, sentence.end)
    if offers and not told:
        yield from _by_label(statement, lexicon, operator)
    if offers:
        yield from _links_above(statement, document, lexicon, operator)
    sets = compiled(_THEIR_SETTINGS).search(plain) is not None and not compiled(_OF_DEVICE).search(plain)
    if (offers or sets) and not is_mail(plain):
        yield from _by_words(statement, mentions, lexicon, told, operator, sets=sets)
    if "site" not in told and _offers_own(statement, offers=offers, told=told, mentions=mentions):
        yield _found(statement, "site", _own_link(links), sentence.start, sentence.end)


def _served_by(statement: Statement, target: str) -> Iterator[Found]:
    """ "Read more about our ad server, and opt out, here": the address alone tells who the third party is."""
    if target not in RECORD_IDS or target in _NOBODY or "ŧ" not in statement.coded or not statement.topic:
        return
    if compiled(_OUR_THIRD).search(statement.plain):
        place = (statement.sentence.start, statement.sentence.end, Subject.NAMED_THIRD_PARTY)
        yield Found(f"vendors.{target}", Stance.DECLARED, *place, vendor=target)


def _found(statement: Statement, target: str, url: str | None, start: int, end: int) -> Found:
    sentence = statement.sentence
    subject = Subject.SITE if target == "site" else Subject.NAMED_THIRD_PARTY
    return Found(
        f"opt_outs.{target}",
        Stance.DECLARED,
        min(sentence.start, start),
        max(sentence.end, end),
        subject,
        opt_out=target,
        url=url,
    )


def _addresses(statement: Statement, document: Document, links: Sequence[Link]) -> Iterator[tuple[str, str, int, int]]:
    """The links in a sentence, then the addresses that it prints without linking them."""
    sentence = statement.sentence
    for link in links:
        yield document.text[link.start : link.end], link.url, link.start, link.end
    if "http" not in sentence.plain and "www" not in sentence.plain and "." not in sentence.plain[:-1]:
        return
    for match in _URL.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if (
            "/" not in match[0]
            and not match[0].lower().startswith("www.")
            and not any(compiled(hosts).search(match[0].lower()) for _, _, hosts in PROGRAMMES)
        ):
            continue  # "your example.com account" is a name, not an address
        url = match[0].rstrip(".,;:'\"’”")
        over = [link for link in links if link.start < end and start < link.end]
        if not over or all(leads_elsewhere(link.url, url) for link in over):
            yield url, url, start, end


def _by_label(statement: Statement, lexicon: VendorLexicon, operator: tuple[str, ...]) -> Iterator[Found]:
    """ "Google Analytics is ...", and below "Place of processing: US - Privacy Policy - Opt Out"."""
    if compiled(_BARE_LABEL).search(statement.plain) is None:
        return
    finder = name_finder(lexicon)
    earlier = statement.before
    for _ in range(_FAR_LABEL):
        if earlier is None:
            return
        named = [
            mention.id
            for mention in finder.find(earlier.sentence.text)
            if mention.id != "google-other" and not is_operator(mention.name, operator)
        ]
        if named:  # "Google" alone is the one that was named in full before
            if named[0] in RECORD_IDS and named[0] not in NO_TARGETS:
                yield _found(statement, named[0], None, statement.sentence.start, statement.sentence.end)
            return
        earlier = earlier.before


def _links_above(
    statement: Statement, document: Document, lexicon: VendorLexicon, operator: tuple[str, ...]
) -> Iterator[Found]:
    """ "Use the links above to opt out": the addresses that the paragraph printed before, each of whoever it names."""
    sentence = statement.sentence
    if not compiled(_ABOVE).search(sentence.plain) or is_mail(sentence.plain):
        return
    finder = name_finder(lexicon)
    block = document.blocks[sentence.block]
    first = bisect_left(document.links, block.start, key=lambda link: link.start)
    for link in document.links[first : bisect_left(document.links, sentence.start, key=lambda link: link.start)]:
        named = [mention.id for mention in finder.find(document.text[link.start : link.end])]
        target = named[0] if named else lexicon.vendor_of_host(host_of(link.url))
        if target is not None and target in RECORD_IDS and not is_operator(target, operator):
            yield _found(statement, target, link.url, sentence.start, sentence.end)


def _by_words(
    statement: Statement,
    mentions: Sequence[Mention],
    lexicon: VendorLexicon,
    told: set[str],
    operator: tuple[str, ...],
    *,
    sets: bool,
) -> Iterator[Found]:
    """Of whom an opt-out without an address is; ``sets`` says that it is one by settings, of whoever is named."""
    sentence = statement.sentence
    plain = sentence.plain
    for phrase, target in lexicon.phrases.items():
        if target not in told and phrase.lower() in plain and target not in {"gpc"}:
            told.add(target)
            yield _found(statement, target, None, sentence.start, sentence.end)
    for mention in mentions:
        target = mention.id
        if target == "google-other":
            target = google_target(target, "", plain)
        start = mention.start - sentence.start
        near = plain[max(0, start - 110) : start + len(mention.name) + 40]
        path = compiled(r"^\s*>").match(plain[start + len(mention.name) :]) or plain[:start].rstrip().endswith(">")
        if is_operator(mention.name, operator) or path:  # "Settings > Google > Ads" is a way through a menu
            continue
        if target == "adobe" and " flash " in plain:  # its player's settings are the reader's own
            continue
        target = target if target in RECORD_IDS else slug_of(mention.name)
        if target not in told and (sets or compiled(OPT).search(near)) and target not in NO_TARGETS:
            told.add(target)
            yield _found(statement, target, None, sentence.start, sentence.end)


def _offers_own(statement: Statement, *, offers: bool, told: set[str], mentions: Sequence[Mention]) -> bool:
    """Whether the sentence offers the site's own opt-out or preference panel."""
    plain = statement.plain
    told_what_to_use = compiled(r"^(?:[\w\s-]{3,30}:\s)?\W*(?:please\s+)?use\s+(?:our|the)\b").match(plain) is not None
    if (told_what_to_use and len(plain.split()) <= _BARE) or (
        statement.frame is Frame.DEFINITION and not told_what_to_use
    ):
        return False
    if statement.frame in (Frame.OTHERS, Frame.HYPOTHETICAL) or is_foreword(plain):
        return False
    if (
        statement.sentence.words & _TOOL_WORDS
        and compiled(_SITE_TOOL).search(plain)
        and not compiled(_NOT_SITE).search(plain)
        and (
            "cook" in statement.sentence.words
            or statement.topic
            or "manage" in plain
            or compiled(_CHOICES).search(plain)
        )
        and not is_mail(plain)
        and not (told and not compiled(_OWN_TOOL).search(plain))  # the choices are those at the address
    ):
        if compiled(r"^\W*(?:some|most|many|all)\s+(?:\w+\s+)?browsers").search(plain):
            return False
        return compiled(
            r"\b(?:you|users?|visitors?)\s+(?:\w+\s+){0,2}?(?:can|may|could|are\s+able|have\s+the"
            r"|will\s+be\s+able)\b|\bencourage\s+you\s+to\b|^\W*in\s+addition\s+to\s+managing\s+your\b"
            r"|^(?:[\w\s-]{3,30}:\s)?\W*(?:please\s+)?(?:click|open|use|go\s+to|visit|head|manage|change"
            r"|adjust|update|choose|select|do\s+you|would\s+you|to\s+(?:change|manage|withdraw|adjust|update|opt\s+out))\b"
        ).search(plain) is not None and not compiled(
            r"\bcookies?\s+(?:that\s+)?(?:remember|store|save|record)s?|\bto\s+remember\s+your\s+(?:cookie"
            r"|consent)|\bcan\s+be\s+lost|\bmay\s+make\b|\brestate\b"
        ).search(plain)
    if compiled(_TOLD_ELSEWHERE).search(plain):
        return False
    own = compiled(_SITE_OPT).search(plain)
    if plain.rstrip().endswith(":"):
        return False  # what follows says whose
    if not offers or told or mentions or is_mail(plain) or own is None:
        return False
    if compiled(
        r"\b(?:browser|networks?|advertisers|compan(?:y|ies)|third[\s-]part\w+|vendors|partners"
        r"|programs?|they|their|listed|means\s+by\s+which|table|industry(?:[\s-]wide)?|flash)\b"
    ).search(plain, max(0, own.start() - 25)):
        return False
    return (
        compiled(ABOUT_COOKIES).search(plain) is not None
        or statement.topic
        or (statement.section in (Section.CONTROL, Section.COOKIES) and statement.refers is not None)
    )


def _own_link(links: Sequence[Link]) -> str | None:
    return links[0].url if len(links) == 1 else None
