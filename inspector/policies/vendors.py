# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The third parties that a policy names as setting cookies or as serving ads, statistics, social features, content.

A name alone is not enough ("download Google Chrome", "our Facebook page"): the sentence, its list or its table must
say what the party does on the site. Companies that nobody has told us of are reported where they stand in that place.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from inspector.core.policy import BlockKind, Stance, Subject
from inspector.policies.former import is_dropped
from inspector.policies.found import Found
from inspector.policies.lexicon import Mention
from inspector.policies.patterns import compiled, words
from inspector.policies.statements import Frame, Section, Statement

_ROLE: Final = (
    r"\b(?:cookies?|beacons?|pixels?|analytics?|analytical|analy[sz]\w*|statistic\w*|advert\w+"
    r"|ads?\b|ad\s+(?:network|serv)\w*|adsense|doubleclick|dart\b|remarket\w*|retarget\w*"
    r"|plug-?ins?|widgets?|buttons?|embed\w*|share\b|sharing|social\s+(?:network|media|plug"
    r"|feature|share|sharing)\w*|captcha|recaptcha|tag\s+manager"
    r"|track(?:ing|ers?|s|ed)?\b|measur\w+|affiliate|audience|conversions?|a/b|testing"
    r"|session\s+(?:replay|record)\w*|heat\s?maps?|videos?|maps\b|fonts\b|chat\b|comments?\b"
    r"|personali[sz]\w+|targeting|interest-based|opt[\s-]?(?:out|ed)|content\s+delivery"
    r"|web\s+metrics|usage|visitor)\b"
)
_STRONG_ROLE: Final = (
    r"\b(?:cookies?|beacons?|pixels?|analytics|advert\w+|ads\b|remarket\w*|retarget\w*|plug-?ins?"
    r"|widgets?|embed\w*|track(?:ing|ers?)|measur\w+|captcha|recaptcha|social\s+(?:network|media"
    r"|plug|feature)\w*)\b"
)
_NO_ROLE: Final = (
    r"\b(?:sign(?:ing)?[\s-]?(?:in|up)|log(?:ging)?[\s-]?in|register)\s+(?:\w+\s+){0,3}?(?:with"
    r"|using|via|through)\b|\bfollow\s+us\b|\bcontact\s+us\b|\bhosted?\s+(?:by|on)\b|\b(?:payment"
    r"|credit\s+card)\b[^.;]{0,40}\bprocess|\bsubprocessor|\bprivacy\s+shield\b|\bdata\s+cent"
    r"|\bpage\s+on\b|\bstandard\s+contractual|\bour\s+(?:\w+\s+)?(?:page|account|profile"
    r"|channel)s?\s+on\b|\bnewsletter|\bprovided\s+by\s+email|\binternet\s+explorer\b"
    r"|\bbrowser\s+(?:settings|help)"
)
_LISTS: Final = (
    r"\b(?:third[\s-]part(?:y|ies)|partners?|vendors?|providers?|companies|services|networks?"
    r"|cookies|tools|advertisers|following|processors|trackers|technologies)\b"
)
_LISTS_OTHERS: Final = (
    r"\b(?:subprocessors?|sub-processors|payment|hosting|e-?mail|browsers?|opt[\s-]?out\s+of"
    r"|manage\s+cookies\s+in|instructions|links?\s+below)\b"
)
_ADS: Final = (
    r"\b(?:ads?\b|advert\w+|dart\b|doubleclick|adsense|adwords|remarket\w*|retarget\w*|marketing"
    r"|targeting|campaigns?)"
)
_ANALYTICS: Final = r"\banalytics\b"
_OTHER_GOOGLE: Final = (
    r"\b(?:re-?captcha|maps?\b|fonts?\b|tag\s+manager|sign[\s-]?in|google\s*\+|plus\b|\+1"
    r"|translate|custom\s+search|optimize|single\s+sign|play\s+services|firebase"
    r"|hosted\s+libraries|apis?\b|calendar|drive|pay\b)"
)
# "We use no ...", "there is no ... by", "not allow": what stands right before a name that is denied.
_NOT_HERE: Final = (
    r"\b(?:there\s+(?:are|is)|use[sd]?|have|has|contains?|embeds?|loads?|includes?|runs?)\s+no\s+(?:[\w,-]+\s+){0,4}$"
    r"|(?:\b(?:not|never)|n't)\s+(?:\w+\s+){0,3}?(?:use|share|allow|using|let|permit|load|embed|include|run|integrate"
    r"|contain|employ|rely\s+on|work\s+with|install|deploy|connect\s+to)\b[^.;]{0,30}$"
    r"|\b(?:no|without|neither|nor|not\s+even)\s+(?:any\s+|the\s+)?$"
)
_NOT_HERE_LONG: Final = (
    r"(?:^|[,;:.]\s+|\band\s+)no\s+(?:[\w-]+\s+){0,3}(?:cookies?|beacons?|pixels?|scripts?|trackers?|data)\b[^.;,]{0,50}"
    r"\b(?:by|from|of|to)\s+(?:\w+\s+){0,2}$"
    r"|\bno\s+(?:[\w-]+\s+){0,3}(?:services?|tools?|trackers?|scripts?|compan\w+|networks?|plug-?ins?|widgets?)"
    r"\s*\(?(?:such\s+as|like|e\.g\.,?|including|,)\s+[^.;:]{0,80}$"
)
# A sentence that is a list of what there is not: "No social embeds (Twitter widgets, YouTube)."
_NOTHING_BUT: Final = r"^\W*(?:no|zero|without)\s+(?!longer|matter|doubt)"
_MAY_NAME: Final = re.compile(r"[a-z,(:]\s\(?[A-Z0-9][\w.]")  # a capital inside a sentence
_ACTS_FIRST: Final = re.compile(
    r"\S+(?:\s\S+){0,3}?\s(?:uses?|sets?|places?|drops?|is\san?|may|collects?|stores?)\b"
)  # or at its beginning
_NAME: Final = r"(?:[A-Z0-9][\w&.’'+-]*(?:\.\w+)?(?:[ ](?:[A-Z0-9][\w&.’'+-]*|of|by|&)){0,3})"
# The ids of the record's guide; anybody else goes by the printed name.
RECORD_IDS: Final = words("""
    google-ads google-analytics google-other youtube facebook twitter linkedin pinterest instagram
    microsoft-ads xandr adobe amazon-ads criteo taboola outbrain quantcast comscore nielsen hotjar hubspot
    mixpanel optimizely newrelic segment addthis sharethis disqus stripe paypal cloudflare automattic intercom
    zendesk marketo salesforce yahoo aol kontera chitika infolinks tribal-fusion valueclick
    commission-junction clickbank linkshare amazon-associates matomo statcounter webtrends yandex baidu vimeo
    spotify tiktok snap reddit nai daa edaa daac
    """)
# Companies whose bare name is one thing beside advertisements and another elsewhere.
_WITH_ADS: Final = {
    "microsoft": "microsoft-ads",
    "bing": "microsoft-ads",
    "amazon": "amazon-ads",
    "amazon-com": "amazon-ads",
    "meta": "facebook",
}
_UNKNOWN: Final = (
    (
        rf"\b(?:[Ww]e|[Ss]ite|[Ww]ebsite|[Cc]ompany)\s+(?:(?:also|currently|may|will|do"
        rf"|additionally)\s+)*(?:uses?|works?\s+with|employs?|utili[sz]es?|engages?|partners?\s+with"
        rf"|relies\s+on|rely\s+on|implements?|contracts?\s+with"
        rf"|integrates?)\s+(?:the\s+)?(?:services?\s+(?:of|from|by|called|provided\s+by)\s+"
        rf"|tools?\s+(?:from|by|called)\s+|a\s+(?:service|tool|company|product)\s+called\s+"
        rf"|cookies\s+from\s+|software\s+(?:from|called)\s+)?(?:the\s+)?({_NAME})(?=[\s,(;.])"
    ),
    (
        rf"\b[Cc]ookies?\s+(?:are\s+|is\s+|may\s+be\s+)?(?:set|placed|provided|served|used|issued"
        rf"|dropped|installed|supplied|owned|managed|created)\s+(?:by|from)\s+(?:the\s+)?({_NAME})"
    ),
    (
        rf"(?:^|[.:;]\s+|\bthat\s+|\bwhile\s+)({_NAME})\s+(?:may\s+|can\s+|will\s+|also\s+)?(?:uses?"
        rf"|sets?|places?|drops?|stores?|collects?)\s+(?:(?:a|an|its|their|own|third[\s-]party"
        rf"|persistent|session|various|certain|anonymous|unique|the|also)\s+){{0,4}}(?:cookies?|beacons"
        rf"|pixels?|tracking)"
    ),
    (
        rf"\b({_NAME}),?\s+(?:\([^)]{{0,60}}\),?\s+)?(?:which\s+is\s+|is\s+|as\s+)?(?:an?|our"
        rf"|the)\s+(?:third[\s-]party\s+|web\s+|online\s+|leading\s+|popular\s+|independent\s+"
        rf"|\w+\s+)?(?:web\s+|site\s+|website\s+)?(?:analytics|advertising|ad|advertisement|tracking"
        rf"|statistics|measurement|remarketing|retargeting|affiliate|traffic\s+measurement"
        rf"|web\s+analysis)\s+(?:\w+\s+)?(?:service|provider|company|network|tool|platform|vendor"
        rf"|server|partner|program)"
    ),
    (
        rf"\b(?:third[\s-]part(?:y|ies)|partners?|vendors?|advertisers?|(?:analytics|ad|advertising"
        rf"|tracking)\s+\w+|providers?|networks?)\b[^.;:]{{0,40}}?,?\s*\(?(?:such\s+as|like|including"
        rf"|e\.g\.,?|for\s+example,?|namely|called|i\.e\.,?)\s+({_NAME}(?:(?:\s*,\s*(?:and\s+|or\s+)?"
        rf"|\s+and\s+|\s+or\s+|\s*/\s*){_NAME}){{0,8}})"
    ),
    (rf"(?:^|[.:;]\s+)({_NAME}?)\s+(?:Web\s+)?Analytics\s+(?:is|are)\s+used\b"),
    (
        rf"\b(?:share\s+(?:this|buttons?)|plug-?ins?|widgets?|buttons?|pixels?"
        rf"|tags?)\s+(?:\w+\s+)?(?:of|from|by|provided\s+by)\s+({_NAME})"
    ),
    (
        rf"\b(?:our|the|a)\s+(?:third[\s-]party\s+)?(?:analytics|advertising|ad\s+serving|affiliate"
        rf"|tracking|statistics)\s+(?:service\s+)?(?:provider|partner|network|vendor|company|service"
        rf"|platform)s?,?\s+(?:is\s+|are\s+|called\s+)?({_NAME})"
    ),
)
_GENERIC: Final = words("""
    we our the this these those some any all most many other others each such they it you your cookie cookies
    third party parties session persistent service services site sites website websites web company companies
    internet browser browsers user users visitor visitors information data personal privacy policy google
    analytics advertising ads marketing performance functional essential necessary strictly targeting social
    media network networks first i a an and or if when please note however also in on for to by third-party
    first-party from our’s its their certain various technical tracking pixel pixels beacon beacons html http
    https javascript flash ip url id gdpr ccpa eu uk us usa europe european california eea apple safari
    firefox mozilla chrome opera explorer edge windows android ios mac adobe flash player do not track dnt
    single-pixel gif gifs sdk sdks api css pii log files server servers e-mail email terms effective last
    updated no yes art article section as at is are january february march april may june july august
    september october november december monday name purpose provider domain type duration expiry expires
    description category more link local storage customer customers member members partner partners advertiser
    advertisers vendor vendors provider providers publisher publishers security authentication preferences
    statistics functionality analytical optional required social-media legitimate interest with without while
    what which who why how where there here then than that so but once only both either neither such-as
    """)
_TRAILING: Final = words("of by & and or the in on for to cookies cookie a an with from as is are may uses we our")
_LONG: Final = 500
_FORM: Final = re.compile(
    (
        r"[\s,]+(?:inc|incorporated|llc|ltd|limited|gmbh|ag|ab|as|bv|b\.v|sa|s\.a|sas|srl|plc|corp"
        r"|corporation|co|pvt|private|oy|pty|kg|technologies|software\s+pvt\s+ltd|ireland"
        r"|international)\.?$"
    ),
    re.I,
)
_PUBLIC: Final = re.compile(r"\.com$|\.io$", re.I)


def find_vendors(statement: Statement, mentions: Sequence[Mention], operator: tuple[str, ...]) -> Iterator[Found]:
    """Yield the third parties that a sentence names in a role on the site. ``mentions`` are the known names in it."""
    sentence = statement.sentence
    if sentence.row is not None and _is_party_cell(statement):
        yield from _from_cell(statement, mentions, operator)
        return
    if statement.frame in (Frame.OTHERS, Frame.HYPOTHETICAL, Frame.DEFINITION) and statement.leads is None:
        return
    unknown = _MAY_NAME.search(sentence.text) is not None or _ACTS_FIRST.match(sentence.plain) is not None
    if not (mentions or unknown) or not _gives_a_role(statement):
        return
    for mention in mentions:
        if is_operator(mention.name, operator) or not _has_role_near(statement, mention):
            continue
        vendor = _resolved(mention, statement, mentions)
        if vendor is not None and _offered(statement, mention, vendor):
            vendor = vendor_id(vendor, mention.name, ads=compiled(_ADS).search(statement.plain) is not None)
            yield Found(
                f"vendors.{vendor}",
                Stance.DECLARED,
                sentence.start,
                sentence.end,
                Subject.NAMED_THIRD_PARTY,
                vendor=vendor,
                provider=mention.name,
            )
    if sentence.row is not None or not unknown or statement.frame is Frame.FORMER:
        return
    known = [(mention.start, mention.end) for mention in mentions]
    for name in _unknown_names(statement, known, operator):
        slug = vendor_id(None, name, ads=compiled(_ADS).search(statement.plain) is not None)
        if slug:
            yield Found(
                f"vendors.{slug}",
                Stance.DECLARED,
                sentence.start,
                sentence.end,
                Subject.NAMED_THIRD_PARTY,
                vendor=slug,
                provider=name,
            )


def find_known_vendors(statement: Statement, mentions: Sequence[Mention], operator: tuple[str, ...]) -> Iterator[Found]:
    """Yield the known parties that the description of a cookie names."""
    sentence = statement.sentence
    for mention in mentions if len(sentence.text.split()) > 3 else ():
        vendor = None if is_operator(mention.name, operator) else _resolved(mention, statement, mentions)
        if vendor is not None:
            yield Found(
                f"vendors.{vendor}",
                Stance.DECLARED,
                sentence.start,
                sentence.end,
                Subject.NAMED_THIRD_PARTY,
                vendor=vendor,
                provider=mention.name,
            )


def vendor_id(known: str | None, name: str, *, ads: bool) -> str:
    """Return a party's id in the record: one of the guide's, else its printed name."""
    if known in RECORD_IDS and known is not None:
        return known
    slug = slug_of(name)
    return _WITH_ADS.get(slug, slug) if ads else slug


def is_operator(name: str, operator: tuple[str, ...]) -> bool:
    """Whether a name is one by which the site calls itself."""
    lowered = plain_name(name)
    return any(lowered == held or lowered == held.split(".")[0] or held.startswith(lowered + ".") for held in operator)


def _is_party_cell(statement: Statement) -> bool:
    """Whether the cell stands in a table's column of third parties that have a role on the site."""
    header = statement.header
    if statement.sentence.row is None or statement.sentence.kind is not BlockKind.TABLE_ROW:
        return False
    around = header + " " + (statement.leads.plain if statement.leads else "") + " " + statement.heading
    if compiled(_LISTS_OTHERS).search(around):
        return False
    if compiled(
        r"\b(?:partners?|vendors?|providers?|third[\s-]part(?:y|ies)|compan(?:y|ies)|advertisers?"
        r"|networks?|processors?)\b"
    ).search(header):
        return compiled(_ROLE).search(around) is not None
    return (
        statement.sentence.row <= 1
        and compiled(r"\bcookies?\b|\b(?:tool|service)s?\b").search(header) is not None
        and len(statement.sentence.text) < 60
        and compiled(_ROLE).search(around) is not None
    )


def _from_cell(statement: Statement, mentions: Sequence[Mention], operator: tuple[str, ...]) -> Iterator[Found]:
    sentence = statement.sentence
    place = (sentence.start, sentence.end)
    for mention in mentions:
        if not is_operator(mention.name, operator):
            vendor = vendor_id(_resolved(mention, statement, mentions) or mention.id, mention.name, ads=True)
            yield Found(
                f"vendors.{vendor}",
                Stance.DECLARED,
                *place,
                Subject.NAMED_THIRD_PARTY,
                vendor=vendor,
                provider=mention.name,
            )
    if (
        mentions
        or compiled(r"\bcookies?\b").search(statement.header)
        or len(sentence.text.split()) > 4
        or "://" in sentence.text
    ):
        return
    ads = (
        compiled(_ADS).search(
            " ".join((statement.row, statement.heading, statement.leads.plain if statement.leads else ""))
        )
        is not None
    )
    for part in sentence.text.split("(")[0].split("/"):
        name = _proper(part, operator, cell=True)
        slug = vendor_id(None, name, ads=ads) if name else ""
        if not slug:
            continue
        yield Found(f"vendors.{slug}", Stance.DECLARED, *place, Subject.NAMED_THIRD_PARTY, vendor=slug, provider=name)


def plain_name(name: str) -> str:
    """A name as operators' names are compared."""
    return name.lower().replace("’", "'").removesuffix("'s").strip()


def slug_of(name: str) -> str:
    """Return the id of a company that is not known: lower case with hyphens, without its legal form.

    >>> slug_of("Rudder Labs, Inc."), slug_of("Convert.com")
    ('rudder-labs', 'convert')
    """
    text = name.strip(" .,'’\"()")
    for _ in range(3):
        text = _FORM.sub("", text)
    text = _PUBLIC.sub("", text)
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("’", "").replace("'", "")).strip("-")[:60]


def _gives_a_role(statement: Statement) -> bool:
    plain = statement.plain
    if compiled(_NO_ROLE).search(plain) and not compiled(_STRONG_ROLE).search(plain):
        return False
    if statement.frame is Frame.PRACTICE and statement.topic:
        return True
    if compiled(_ROLE).search(plain):
        return True
    lead = statement.leads
    return (
        lead is not None
        and compiled(_LISTS).search(lead.plain) is not None
        and compiled(_ROLE).search(lead.plain) is not None
        and not compiled(_LISTS_OTHERS).search(lead.plain)
    )


def _has_role_near(statement: Statement, mention: Mention) -> bool:
    """In a run of text without full stops (a menu, a flattened page) the role has to stand beside the name."""
    plain = statement.plain
    if len(plain) < _LONG:
        return True
    at = mention.start - statement.sentence.start
    return compiled(_STRONG_ROLE).search(plain, max(0, at - 150), at + 150) is not None


def _offered(statement: Statement, mention: Mention, vendor: str) -> bool:
    """Leave out a party that is only whom one opts out from, or whose policy or help page one is sent to."""
    plain = statement.plain
    start = mention.start - statement.sentence.start
    end = mention.end - statement.sentence.start
    before, after = plain[max(0, start - 60) : start], plain[end : end + 40]
    if is_dropped(before, former=statement.frame is Frame.FORMER) or _is_absent(statement, start):
        return False
    if compiled(r"^(?:'s)?\s+(?:privacy|terms|cookie)\s+(?:and\s+\w+\s+)?(?:polic|statement|notice|page|of\s+)").search(
        after
    ) and not compiled(r"\b(?:we|our)\s+(?:\w+\s+)?us(?:e|ing)\b").search(plain):
        return compiled(_STRONG_ROLE).search(plain[:start]) is not None or "dart" in plain
    if compiled(r"\b(?:like|on|via|through|from)\s+(?:our\s+)?$").search(before) and compiled(
        r"^\s+(?:page|profile|account)"
    ).search(after):
        return False
    if statement.frame is Frame.CONTROL or ("opt" in statement.sentence.words and "out" in statement.sentence.words):
        if vendor in {"google-other", "nai", "daa", "edaa", "daac"}:
            return False
        if (
            compiled(r"\b(?:settings|preferences|account|personali[sz]ation)\b").search(after[:30])
            and statement.frame is Frame.CONTROL
        ):
            return False
    if vendor in {"nai", "daa", "edaa", "daac"}:
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
    if compiled(_NOT_HERE).search(near) or compiled(_NOT_HERE_LONG).search(plain[max(0, start - 160) : start]):
        return True
    return compiled(_NOTHING_BUT).match(plain) is not None and not compiled(r"[;:]| - | but ").search(plain[:start])


def _resolved(mention: Mention, statement: Statement, mentions: Sequence[Mention]) -> str | None:
    """Google alone is many: told by the sentence; nothing where a fuller name stands beside it."""
    if mention.id != "google-other" or mention.name.lower() not in {
        "google",
        "google's",
        "google’s",
        "google inc",
        "google llc",
    }:
        return mention.id
    plain = statement.plain
    if statement.row:  # a cell: its row says what for
        plain = statement.row
    if compiled(_OTHER_GOOGLE).search(plain):
        return "google-other"
    fuller = {
        other.id for other in mentions if other.id.startswith("google") and other is not mention and len(other.name) > 8
    }
    if compiled(_ADS).search(plain):
        if compiled(_ANALYTICS).search(statement.heading) and not compiled(r"\bcookies?\b|\bserv\w+\s+ads").search(
            plain
        ):
            return None
        return "google-ads" if "google-analytics" not in fuller or compiled(r"\badvert|\bads\b").search(plain) else None
    if fuller or compiled(_ANALYTICS).search(plain):
        return None if fuller else "google-analytics"
    if (statement.heading and compiled(_ANALYTICS).search(statement.heading)) or (
        statement.refers is not None and compiled(_ANALYTICS).search(statement.refers.plain)
    ):
        return None
    return "google-other" if statement.topic else None


def _unknown_names(statement: Statement, known: Sequence[tuple[int, int]], operator: tuple[str, ...]) -> Iterator[str]:
    sentence = statement.sentence
    if sentence.kind is BlockKind.HEADING or not compiled(_ROLE).search(sentence.plain):
        return
    for pattern in _UNKNOWN:
        for match in compiled(pattern).finditer(sentence.text):
            for part in compiled(_NAME).finditer(match[1]):
                start = sentence.start + match.start(1) + part.start()
                if not any(first < start + len(part[0]) and start < last for first, last in known):
                    name = _proper(part[0], operator)
                    if name:
                        yield name


def _proper(text: str, operator: tuple[str, ...], *, cell: bool = False) -> str:
    """The name in a run of capitalised words; empty where it is a generic word, the operator or a sentence's start."""
    words = text.strip(" .,'’\"()").removesuffix(" Web").split()
    while words and words[-1].lower().strip(".,'’") in _TRAILING:
        words.pop()
    generic = _GENERIC - {"adobe", "microsoft", "apple", "mozilla"} if cell else _GENERIC
    if not words or words[0].lower().strip(".,'’") in generic:
        return ""
    name = " ".join(words)
    lowered = plain_name(name)
    if (
        len(name) < 3
        or is_operator(name, operator)
        or any(lowered == held.split()[0] for held in operator)
        or name.isdigit()
        or not re.search(r"[A-Za-z]{2}", name)
    ):
        return ""
    return name


def lists_parties(statement: Statement) -> bool:
    """Whether the statement stands in a list or table of third parties on the site."""
    lead = statement.leads
    return (
        statement.section is not Section.OTHERS and lead is not None and compiled(_LISTS).search(lead.plain) is not None
    )
