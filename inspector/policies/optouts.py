# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The opt-outs that a policy offers, by the addresses it prints and by its words.

Unsubscribing from e-mail is no opt-out here, and browser settings are no opt-out of anybody's.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from inspector.core.policy import Document, Link, Stance, Subject
from inspector.policies.controls import is_foreword
from inspector.policies.found import Found
from inspector.policies.lexicon import Mention, VendorLexicon, name_finder
from inspector.policies.patterns import compiled, late, words
from inspector.policies.statements import Frame, Section, Statement
from inspector.policies.vendor_words import RECORD_IDS
from inspector.policies.vendors import is_operator, slug_of

_URL: Final = late(
    (
        r"(?:https?:\s?//\s?|www\.)[^\s<>\"'()\[\]|]{3,300}|\b(?:[a-z0-9-]{2,40}\.){1,3}(?:com|org"
        r"|info|net|eu|ca|io)(?:/[^\s<>\"'()\[\]|,;]*)?"
    ),
    re.I,
)
_OFFERS: Final = (
    r"\b(?:opt(?:ing|ed|s)?[\s-]*(?:out|in)|optout|choices?\b|choose\b|your\s+options"
    r"|unsubscribe\s+from\s+(?:tracking|cookies)|disabl\w*|deactivat\w*|turn\w*\s+off|prevent\w*"
    r"|object\b|preferences?\b|settings?\b|not\s+(?:wish|want|having)\b|do\s+not\s+want|avoid\b"
    r"|stop\b|manage\b|control\b|limit\b|refus\w*|declin\w*|delet\w*|learn\s+(?:more"
    r"|how)\s+about\s+(?:\w+\s+)*(?:opt|behaviou?r|interest)|block\w*)"
)
_OPT: Final = (
    r"\bopt(?:ing|ed|s)?[\s-]*\"?\s*(?:out|in)\b|\boptout\b"
    r"|\bdeclin\w*\s+the\s+use\s+of\s+(?:the\s+)?\W?(?:dart|doubleclick)\b"
    r"|\b(?:to|can|may)\s+(?:(?:choose|ask|prefer|request)\s+)?(?:not\s+(?:to\s+)?be|avoid\s+being|stop\s+being)\s+tracked\s+by\b"
)
# "A cookie that stores the opt-out": it tells of one, and offers none.
_KEEPS_CHOICE: Final = (
    r"^(?!.*\b(?:you|click|visit|here)\b).*\b(?:stor|sav|remember|set|keep|record)\w*\s+(?:(?:the|a|an|your|this|user'?s?'?|\w+)\s+){0,3}opt[\s-]?out"
    r"|^(?!.*\b(?:you|click|visit|here)\b).*\bopt[\s-]?out\s+(?:cookie|sets?)\b"
)
_CONTROLS_ADS: Final = (
    r"\b(?:control|limit|choose|manage|configure|adjust|set)\w*\s+(?:\w+\s+){0,3}?(?:ads?|advertis\w+)\b"
)
# Where more is said of opting out, and nothing is offered.
_REFERS: Final = (
    r"\b(?:refer|see|read|review)\b[^.;]{0,60}\b(?:polic(?:y|ies)|notice|statement)\b"
    r"[^.;]{0,60}\b(?:information|details|more)\b"
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
# A signal that a browser sends, and the company that is too many to say which.
_NO_TARGETS: Final = frozenset({"google-other", "gpc", "global-privacy-control"})
_NOBODY: Final = frozenset({"google-other", "nai", "daa", "edaa", "daac"})
_OUR_THIRD: Final = (
    r"\b(?:the|our|this|that)\s+(?:third[\s-]party\s+)?(?:ad(?:vertis\w+)?|analytics|tracking)"
    r"\s+(?:serv(?:er|ing|ice)|compan|network|provider|partner)"
)
_ABOVE: Final = r"\blinks?\s+(?:\w+\s+)?above\b|\babove\s+links?\b"
_BARE_LABEL: Final = r"(?:^|\bpolicy\s*[-|,/]?)\s*opt[\s-]?out\W*$"
_FAR_LABEL: Final = 6  # sentences back
_OPT_URL: Final = (
    r"opt[-_.]?(?:out|ing)|optout|gaoptout|adssettings|ads?[/_-]?(?:preferences|settings|choices)"
    r"|settings/(?:account/)?(?:ads|personalization)|/choices(?:$|[/?#.])|adchoices"
    r"|myadcenter|youronlinechoices|preferences-mgr|personalization|ad-preferences|psettings|do-not-track"
    r"|adprefs|marketing-preferences|ad_choices"
)
_PROGRAMMES: Final = (
    (
        "google-ads",
        r"\bgoogle(?:'s)?\s+(?:ads?|advertising|ad\s+personali[sz]ation)\s+(?:settings|preferences)\b|\bads?\s+preferences\s+manager\b|\bvisiting\s+ads\s+settings\b|\bmy\s+ad\s+cent(?:er|re)\b",
        r"^(?:adssettings|myadcenter)\.google\.",
    ),
    ("nai", r"\bnetwork\s+advertising\s+initiative\b|\bnai\b", r"networkadvertising\.org|thenai\.org"),
    (
        "daac",
        r"\bdigital\s+advertising\s+alliance\s+of\s+canada\b|\badchoices\s+canada\b|\bdaac\b",
        r"youradchoices\.ca",
    ),
    (
        "edaa",
        (
            r"\beuropean\s+(?:interactive\s+)?digital\s+advertising\s+alliance\b"
            r"|\binteractive\s+digital\s+advertising\s+alliance\b|\byour\s+online\s+choices\b|\bedaa\b"
        ),
        r"youronlinechoices\.(?:com|eu)|edaa\.eu",
    ),
    (
        "daa",
        (
            r"\bdigital\s+advertising\s+alliance\b(?!\s+of\s+canada)|\bdaa\b|\badchoices\b(?!\s+canada)"
            r"|\babout\s?ads\b|\bself-regulatory\s+program\s+for\s+online\s+behavioral\s+advertising\b"
        ),
        r"aboutads\.info|youradchoices\.com|privacyrights\.info|aboutads",
    ),
)
_EMAIL: Final = (
    r"\breceiv\w*\s+(?:\w+\s+){0,2}information\s+from\b|\b(?:e-?mails?|newsletters?|mailing|mailings|unsubscribe|communications?|sms|text\s+messages"
    r"|phone\s+calls?|telemarketing|correspondence|notifications|solicitations?|postal"
    r"|promotional\s+(?:materials?|offers|messages|information)|marketing\s+(?:materials?|messages"
    r"|communications|information))\b"
)
_ABOUT_COOKIES: Final = (
    r"\b(?:cookies?|tracking|track\w*|analytics|statistics|ads?\b|advert\w+|beacons?|interest-based"
    r"|behaviou?ral|targeted|personali[sz]ed|remarketing|pixels?|trackers?)\b"
)
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
        target = _target(statement, text, url, lexicon, operator, mentions)
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
    offers = compiled(_OPT).search(plain) is not None and not compiled(_KEEPS_CHOICE).search(plain)
    chooses = offers or "choice" in plain or compiled(_CONTROLS_ADS).search(plain) is not None
    for target, called, _ in _PROGRAMMES:
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
    if (offers or sets) and not _is_mail(plain):
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
            and not any(compiled(hosts).search(match[0].lower()) for _, _, hosts in _PROGRAMMES)
        ):
            continue  # "your example.com account" is a name, not an address
        url = match[0].rstrip(".,;:'\"’”")
        over = [link for link in links if link.start < end and start < link.end]
        if not over or all(_leads_elsewhere(link.url, url) for link in over):
            yield url, url, start, end


def _leads_elsewhere(url: str, printed: str) -> bool:
    """Whether a printed address is linked through somebody else's: a redirect, an archive."""
    return _host("".join(url.split()).lower()) != _host(printed.lower()) and "/" in printed.split("//")[-1]


def _target(
    statement: Statement,
    text: str,
    url: str,
    lexicon: VendorLexicon,
    operator: tuple[str, ...],
    mentions: Sequence[Mention],
) -> str | None:
    """Whose opt-out an address is, if the sentence or the address itself says that it is one."""
    plain = statement.plain
    address = "".join(url.split()).lower()
    held = (statement.leads, statement.refers)
    around = " ".join((plain, *(other.plain if other else "" for other in held), statement.heading))
    says_url = compiled(_OPT_URL).search(address) is not None
    if address.startswith("mailto:") and mentions:
        return None  # a letter to the site opts out of whoever is named
    offers = says_url or compiled(_OFFERS).search(around) is not None
    opts = compiled(_OPT).search(around) is not None
    chooses = says_url or opts or compiled(r"settings|preferences|choices\s+about\s+not\s+having").search(around)
    label = text.lower()
    here = says_url or compiled(_OPT).search(label) is not None or compiled(_OPT).search(plain) is not None
    here = here or _announced(statement)
    if not (offers or chooses or here):
        return None  # most links
    host = _host(address)
    if host.endswith("adobe.com") and "flash" in address + plain:
        return None
    for target, _, hosts in _PROGRAMMES:
        if compiled(hosts).search(host):
            return target if offers else None
    known = lexicon.opt_out(url) if chooses else None
    if known is not None:
        return _printed(known.target, host, mentions)
    if not here or (_is_mail(plain) and not says_url):
        return None
    vendor = lexicon.vendor_of_host(host)
    if vendor not in RECORD_IDS and any(mention.id != vendor for mention in mentions):
        vendor = None  # the sentence says whose it is
    if len(host.split(".")) > 1 and is_operator(host.split(".")[-2], operator):
        return None if compiled(_REFERS).search(plain) and not compiled(_OPT).search(label) else "site"
    if vendor is None:
        if compiled(_ABOUT_COOKIES).search(plain) is None and compiled(_OPT).search(around) is None:
            return None
        return (
            _unknown_target(statement, host, says_url, mentions) if says_url or compiled(_OPT).search(label) else None
        )
    if not vendor.startswith("google"):
        return _printed(vendor, host, mentions)
    target = _google(vendor, address, plain)
    return target if target not in _NO_TARGETS else None


def _announced(statement: Statement) -> bool:
    """Whether the item stands in a list of addresses to opt out at: "To opt out, visit:"."""
    lead = statement.leads
    return lead is not None and lead.plain.rstrip().endswith(":") and compiled(_OPT).search(lead.plain) is not None


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
            if named[0] in RECORD_IDS and named[0] not in _NO_TARGETS:
                yield _found(statement, named[0], None, statement.sentence.start, statement.sentence.end)
            return
        earlier = earlier.before


def _links_above(
    statement: Statement, document: Document, lexicon: VendorLexicon, operator: tuple[str, ...]
) -> Iterator[Found]:
    """ "Use the links above to opt out": the addresses that the paragraph printed before, each of whoever it names."""
    sentence = statement.sentence
    if not compiled(_ABOVE).search(sentence.plain) or _is_mail(sentence.plain):
        return
    finder = name_finder(lexicon)
    block = document.blocks[sentence.block]
    first = bisect_left(document.links, block.start, key=lambda link: link.start)
    for link in document.links[first : bisect_left(document.links, sentence.start, key=lambda link: link.start)]:
        named = [mention.id for mention in finder.find(document.text[link.start : link.end])]
        target = named[0] if named else lexicon.vendor_of_host(_host(link.url))
        if target is not None and target in RECORD_IDS and not is_operator(target, operator):
            yield _found(statement, target, link.url, sentence.start, sentence.end)


def _printed(target: str, host: str, mentions: Sequence[Mention]) -> str:
    """The record's id of a target: the guide's, else the name in the sentence, else the host's."""
    if target in RECORD_IDS or target.startswith("google"):
        return target
    named = [mention.name for mention in mentions if mention.id == target]
    if named:
        return slug_of(named[0])
    labels = [
        label
        for label in host.split(".")[:-1]
        if label not in {"www", "optout", "co", "com", "privacy", "site", "legal", "app", "info"}
    ]
    return slug_of(labels[-1]) if labels else target


def _unknown_target(statement: Statement, host: str, says_url: bool, mentions: Sequence[Mention]) -> str | None:
    """An opt-out at a host that nobody knows: the party named in the sentence, or the site's own."""
    named = {mention.id for mention in mentions if not mention.id.startswith("google-other")}
    if len(named) == 1:
        return named.pop()
    labels = [
        label
        for label in host.split(".")
        if label not in {"www", "com", "net", "org", "io", "co", "uk", "optout", "opt-out", "eu", "de", "info", "tv"}
    ]
    third = (
        compiled(
            r"\b(?:third|partner|vendor|provider|network|advertiser|ad\s+server|they|their|these\s+compan)"
        ).search(statement.plain)
        is not None
    )
    if statement.frame in (Frame.PRACTICE, Frame.CONTROL) and not third and statement.sentence.row is None:
        return "site"
    if statement.sentence.row is not None and labels:
        return labels[-1]
    return labels[-1] if labels and says_url else None


def _google(vendor: str, address: str, plain: str) -> str:
    if "gaoptout" in address or ("analytics" in plain and not compiled(r"ads|advert").search(address)):
        return "google-analytics"
    if compiled(r"adssettings|/ads|privacy_ads|technologies/ads|myadcenter|doubleclick").search(address):
        return "google-ads"
    return "google-ads" if compiled(r"\bads?\b|\badvert|dart\b|doubleclick").search(plain) else vendor


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
            target = _google(target, "", plain)
        start = mention.start - sentence.start
        near = plain[max(0, start - 110) : start + len(mention.name) + 40]
        path = compiled(r"^\s*>").match(plain[start + len(mention.name) :]) or plain[:start].rstrip().endswith(">")
        if is_operator(mention.name, operator) or path:  # "Settings > Google > Ads" is a way through a menu
            continue
        if target == "adobe" and " flash " in plain:  # its player's settings are the reader's own
            continue
        target = target if target in RECORD_IDS else slug_of(mention.name)
        if target not in told and (sets or compiled(_OPT).search(near)) and target not in _NO_TARGETS:
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
        and not _is_mail(plain)
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
    if not offers or told or mentions or _is_mail(plain) or own is None:
        return False
    if compiled(
        r"\b(?:browser|networks?|advertisers|compan(?:y|ies)|third[\s-]part\w+|vendors|partners"
        r"|programs?|they|their|listed|means\s+by\s+which|table|industry(?:[\s-]wide)?|flash)\b"
    ).search(plain, max(0, own.start() - 25)):
        return False
    return (
        compiled(_ABOUT_COOKIES).search(plain) is not None
        or statement.topic
        or (statement.section in (Section.CONTROL, Section.COOKIES) and statement.refers is not None)
    )


def _own_link(links: Sequence[Link]) -> str | None:
    return links[0].url if len(links) == 1 else None


def _is_mail(plain: str) -> bool:
    return compiled(_EMAIL).search(plain) is not None and compiled(_ABOUT_COOKIES).search(plain) is None


def _host(address: str) -> str:
    text = address if "://" in address else "http://" + address
    try:
        return (urlsplit(text).hostname or "").removeprefix("www.")
    except ValueError:  # a bracket that opens no IPv6 address
        return ""
