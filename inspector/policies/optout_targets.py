# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whose opt-out an address or a sentence offers."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from inspector.policies.lexicon import Mention, VendorLexicon
from inspector.policies.patterns import compiled
from inspector.policies.statements import Frame, Statement
from inspector.policies.vendor_names import is_operator, slug_of
from inspector.policies.vendor_words import RECORD_IDS

_OFFERS: Final = (
    r"\b(?:opt(?:ing|ed|s)?[\s-]*(?:out|in)|optout|choices?\b|choose\b|your\s+options"
    r"|unsubscribe\s+from\s+(?:tracking|cookies)|disabl\w*|deactivat\w*|turn\w*\s+off|prevent\w*"
    r"|object\b|preferences?\b|settings?\b|not\s+(?:wish|want|having)\b|do\s+not\s+want|avoid\b"
    r"|stop\b|manage\b|control\b|limit\b|refus\w*|declin\w*|delet\w*|learn\s+(?:more"
    r"|how)\s+about\s+(?:\w+\s+)*(?:opt|behaviou?r|interest)|block\w*)"
)


OPT: Final = (
    r"\bopt(?:ing|ed|s)?[\s-]*\"?\s*(?:out|in)\b|\boptout\b"
    r"|\bdeclin\w*\s+the\s+use\s+of\s+(?:the\s+)?\W?(?:dart|doubleclick)\b"
    r"|\b(?:to|can|may)\s+(?:(?:choose|ask|prefer|request)\s+)?(?:not\s+(?:to\s+)?be|avoid\s+being|stop\s+being)\s+tracked\s+by\b"
)


# Where more is said of opting out, and nothing is offered.
_REFERS: Final = (
    r"\b(?:refer|see|read|review)\b[^.;]{0,60}\b(?:polic(?:y|ies)|notice|statement)\b"
    r"[^.;]{0,60}\b(?:information|details|more)\b"
)


# A signal that a browser sends, and the company that is too many to say which.
NO_TARGETS: Final = frozenset({"google-other", "gpc", "global-privacy-control"})


_OPT_URL: Final = (
    r"opt[-_.]?(?:out|ing)|optout|gaoptout|adssettings|ads?[/_-]?(?:preferences|settings|choices)"
    r"|settings/(?:account/)?(?:ads|personalization)|/choices(?:$|[/?#.])|adchoices"
    r"|myadcenter|youronlinechoices|preferences-mgr|personalization|ad-preferences|psettings|do-not-track"
    r"|adprefs|marketing-preferences|ad_choices"
)


PROGRAMMES: Final = (
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


ABOUT_COOKIES: Final = (
    r"\b(?:cookies?|tracking|track\w*|analytics|statistics|ads?\b|advert\w+|beacons?|interest-based"
    r"|behaviou?ral|targeted|personali[sz]ed|remarketing|pixels?|trackers?)\b"
)


def leads_elsewhere(url: str, printed: str) -> bool:
    """Whether a printed address is linked through somebody else's: a redirect, an archive."""
    return host_of("".join(url.split()).lower()) != host_of(printed.lower()) and "/" in printed.split("//")[-1]


def target_of(
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
    opts = compiled(OPT).search(around) is not None
    chooses = says_url or opts or compiled(r"settings|preferences|choices\s+about\s+not\s+having").search(around)
    label = text.lower()
    here = says_url or compiled(OPT).search(label) is not None or compiled(OPT).search(plain) is not None
    here = here or _announced(statement)
    if not (offers or chooses or here):
        return None  # most links
    host = host_of(address)
    if host.endswith("adobe.com") and "flash" in address + plain:
        return None
    for target, _, hosts in PROGRAMMES:
        if compiled(hosts).search(host):
            return target if offers else None
    known = lexicon.opt_out(url) if chooses else None
    if known is not None:
        return _printed(known.target, host, mentions)
    if not here or (is_mail(plain) and not says_url):
        return None
    vendor = lexicon.vendor_of_host(host)
    if vendor not in RECORD_IDS and any(mention.id != vendor for mention in mentions):
        vendor = None  # the sentence says whose it is
    if len(host.split(".")) > 1 and is_operator(host.split(".")[-2], operator):
        return None if compiled(_REFERS).search(plain) and not compiled(OPT).search(label) else "site"
    if vendor is None:
        if compiled(ABOUT_COOKIES).search(plain) is None and compiled(OPT).search(around) is None:
            return None
        return _unknown_target(statement, host, says_url, mentions) if says_url or compiled(OPT).search(label) else None
    if not vendor.startswith("google"):
        return _printed(vendor, host, mentions)
    target = google_target(vendor, address, plain)
    return target if target not in NO_TARGETS else None


def _announced(statement: Statement) -> bool:
    """Whether the item stands in a list of addresses to opt out at: "To opt out, visit:"."""
    lead = statement.leads
    return lead is not None and lead.plain.rstrip().endswith(":") and compiled(OPT).search(lead.plain) is not None


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


def google_target(vendor: str, address: str, plain: str) -> str:
    """Return which of Google's services an opt-out is of, by its address and its words."""
    if "gaoptout" in address or ("analytics" in plain and not compiled(r"ads|advert").search(address)):
        return "google-analytics"
    if compiled(r"adssettings|/ads|privacy_ads|technologies/ads|myadcenter|doubleclick").search(address):
        return "google-ads"
    return "google-ads" if compiled(r"\bads?\b|\badvert|dart\b|doubleclick").search(plain) else vendor


def is_mail(plain: str) -> bool:
    """Whether the sentence speaks of unsubscribing from mail."""
    return compiled(_EMAIL).search(plain) is not None and compiled(ABOUT_COOKIES).search(plain) is None


def host_of(address: str) -> str:
    """Return the host of an address, in small letters."""
    text = address if "://" in address else "http://" + address
    try:
        return (urlsplit(text).hostname or "").removeprefix("www.")
    except ValueError:  # a bracket that opens no IPv6 address
        return ""
