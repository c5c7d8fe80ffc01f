# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Purposes that serve whoever counts, advertises or is embedded: analytics, advertising, social."""

from typing import Final

from inspector.core.policy import StatedPurpose as P
from inspector.policies.purpose_words.rows import label, word

AUDIENCE: Final = (
    # Counting and understanding use.
    word(P.ANALYTICS, 4, "anal web", r"\b(?:web-?)?analytics?\b|\banalytical\b"),
    word(P.ANALYTICS, 3, "stat", r"\bstatistic\w*"),
    word(
        P.ANALYTICS,
        2,
        "visi",
        r"\b(?:collect|gather|record)\w*\s+information\s+(?:about|on)\s+(?:your|users'?|visitors'?)\s+visits?\s+to\b",
    ),
    word(P.ANALYTICS, 3, "traf", r"\btraffic\b(?!\s+(?:from\s+bots|routing))"),
    word(
        P.ANALYTICS,
        3,
        "usag use",
        r"\busage\b(?!\s+of\s+(?:an?\s+|the\s+|these\s+|our\s+)?cookies?\b)|\b(?:your|their|visitors?'?|users?'?)\s+use\s+of\s+(?:the|our|this|these)\b",
    ),
    word(
        P.ANALYTICS,
        3,
        "how",
        (
            r"\bhow\s+(?:(?:many|often|frequently|long|well|much|the|our|your|users?|visitors?|people|you"
            r"|they|customers?|individuals?|each|a|site|web\s?sites?|and|when|online|members?|various"
            r"|services?|pages?|different|to|end|other|widely|effectively)\W+){0,6}(?:us(?:e|es|ed|ing)"
            r"|interact\w*|navigat\w*|mov\w*|behav\w*|access\w*|f(?:i|ou)nd|engag\w*|brows\w*|perform\w*"
            r"|reach\w*|view\w*|visit\w*|arriv\w*|travel\w*|utili[sz]\w*|experienc\w*|respond\w*|came|come"
            r"|read|explor\w*|operat\w*)\b"
            r"|\bhow\s+(?:often\s+|much\s+)?(?:our|the|this)\s+(?:\w+\s+)?(?:web\s?)?(?:sites?|pages?|services?|content|features)"
            r"\s+(?:is|are|has\s+been|have\s+been)\s+(?:\w+\s+)?(?:used|visited|viewed|accessed|read)\b"
        ),
    ),
    word(
        P.ANALYTICS,
        3,
        "coun numb",
        (
            r"\bcount(?:s|ed|ing)?\s+(?:the\s+)?(?:\w+\s+)?(?:visits?|visitors?|users?|readers?|viewers?"
            r"|customers?|number|page|people|clicks|hits|how|and)"
            r"|\bnumbers?\s+of\s+(?:\w+\s+){0,2}(?:visit\w*|users?|people|times|hits|page|views|unique"
            r"|sessions|customers)"
        ),
    ),
    word(
        P.ANALYTICS,
        3,
        "anal",
        (
            r"\banaly[sz](?:e|es|ed|ing)\b(?!\s+fraud)"
            r"(?!(?:,?\s+(?:and|or|the|our|their|of|performance|effectiveness|[a-z]+(?:e|y|ing))\b){0,6}\s+(?:advert\w*|ads?)\b)"
            r"|\banalysis\b"
        ),
    ),
    word(
        P.ANALYTICS,
        2,
        "meas audi",
        (
            r"\bmeasur(?:e|es|ed|ing|ement)\b(?!\s+(?:of|the)?\s*(?:\w+\s+){0,3}(?:ads?\b|advert|campaign"
            r"|marketing|security|conversion))(?!s\b)|\baudience\s+measurement"
        ),
    ),
    word(P.ANALYTICS, 2, "aggr", r"\baggregated?\b"),
    word(
        P.ANALYTICS,
        2,
        "tren patt habi",
        (
            r"\btrends?\b|\b(?:usage|browsing|visit(?:or)?|user|behaviou?r\w*|navigation|viewing|surfing"
            r"|actions\s+and)\s+(?:patterns?|habits?|behaviou?r)"
        ),
    ),
    word(
        P.ANALYTICS,
        2,
        "page area feat sect part",
        (
            r"\b(?:which|what|the|most)\s+(?:\w+\s+){0,2}?(?:pages?|areas?|sections?|parts|features"
            r"|content|articles|videos)\b[^.;]{0,30}?\b(?:visit(?!or)\w*|view\w*|popular\w*|access\w*"
            r"|are\s+being\s+used|used|(?:members|people|readers|customers|users|guests|pupils|students)\s+(?:\w+\s+)?use\b|click\w*|read|interest\w*)"
        ),
    ),
    word(P.ANALYTICS, 2, "popu", r"\bpopular(?:ity)?\b"),
    word(
        P.ANALYTICS,
        2,
        "impr opti enha deve",
        (
            r"\b(?:improv|optimi[sz]|enhanc|develop|refin)\w*\s+(?:(?:and|or|to|the|our|this|these|its"
            r"|your|all|of|quality|performance|how|\w+ing|\w+e|functionality|usability|content"
            r"|user\s+experience|design|overall)\s+){0,5}?(?:site|sites|web\s?sites?|web\s+pages?"
            r"|services?|content|pages?|platform|products?|performance|usability|offerings|app|navigation"
            r"|functionality|structure|operations?)\b"
        ),
    ),
    word(
        P.ANALYTICS,
        2,
        "trac moni foll",
        (
            r"\b(?:track|monitor|follow|log|trac)\w*\s+(?:(?:and|analy[sz]e|the|user|users'?|users?"
            r"|visitors?'?|visitor|your|their|how|site|website|number|overall|page|general|individual"
            r"|internet|online|which|customer|of|web)\W+){0,4}(?:movements?|usage|use|visits?|visitors"
            r"|activit\w+|users|behaviou?r|trends|traffic|pages?|patterns|views|navigation|numbers?"
            r"|clicks?)\b"
        ),
    ),
    word(
        P.ANALYTICS,
        2,
        "visi uniq dist",
        (
            r"\bunique\s+(?:visitors?|users?|sessions?|browsers?)|\b(?:distinguish"
            r"|differentiat)\w*\s+(?:between\s+)?(?:you\s+from|(?:unique\s+)?(?:users?|visitors?"
            r"|sessions?))\b|\bvisitors?\s+(?:statistics|numbers|count|behaviou?r|information)"
        ),
    ),
    word(
        P.ANALYTICS,
        2,
        "perf",
        (
            r"(?<!\brequired\sfor\s)(?<!\bneeded\sfor\s)\b(?:site|web\s?site|page)(?:'s)?\s+performance\b|\bperformance\s+(?:of|cookies?|data"
            r"|metrics|and)\b|\bhow\s+(?:our|the)\s+\w+\s+perform"
        ),
    ),
    word(
        P.ANALYTICS,
        2,
        "unde",
        (
            r"\bunderstand\w*\s+(?:\w+\s+){0,3}?(?:how|what|where|which|user|users?|visitors?|our|your"
            r"|the\s+(?:use|way|behaviou?r)|site|behaviou?r|usage)\b"
            r"(?!\s+(?:interests|preferences|(?:\w+\s+){0,4}?(?:we\s+use|your\s+rights|this\s+policy)))"
        ),
    ),
    word(
        P.ANALYTICS,
        2,
        "demo rese metr benc comp mark user",
        (
            r"\bdemographic\w*|\b(?:market|user)\s+research\b|\bresearch\s+(?:purposes|into)|\bmetrics?\b"
            r"|\bbenchmark\w*|\bcompil\w*\s+(?:\w+\s+){0,2}reports?"
        ),
    ),
    word(
        P.ANALYTICS,
        2,
        "test expe",
        (
            r"\b(?:a/b|ab|split|multivariate)\W{0,2}\s?(?:test\w*|experiments?)|\btest(?:s|ing)?\s+(?:new"
            r"|different)\s+(?:\w+\s+)?(?:features?|designs?|ideas|versions|pages)"
        ),
    ),
    word(
        P.ANALYTICS,
        1,
        "brow visi",
        (
            r"\b(?:browsing|navigation|visitor|site|visit)\s+(?:data|information|history|activity)\b"
            r"|\b(?:pages?|paths?|routes?)\s+(?:you\s+(?:have\s+)?|they\s+|users?\s+"
            r"|visitors?\s+)?(?:visit|view|tak|brows|took)\w*|\breferr\w+\s+(?:url|site|page|address)"
            r"|\bthe\s+referrer\b"
        ),
    ),
    label(
        P.ANALYTICS,
        4,
        "stat anal mess mesu misu rend leis pres medi prest reic",
        (
            r"\bstatisti[kqcs]\w*|\bstatystyc\w+|\banaly[st]\w*|\banalisi|\banalític\w*|\banalyt\w+"
            r"|\banalitic\w+|\bmesure\b|\breichweit\w+|\bleistung\w*|\bprestazion\w+|\brendimiento"
            r"|\bestad[ií]stic\w+|\bperformance\b"
        ),
    ),
    # Advertisements, whoever shows them.
    word(P.ADVERTISING, 4, "adve", r"\badvert(?:i[sz]\w+|s?\b|orial)"),
    word(P.ADVERTISING, 4, "ads ad", r"\bads?\b(?!\s*hoc)(?!-hoc)"),
    word(
        P.ADVERTISING,
        3,
        "mark",
        (
            r"\bmarketing\b(?!\s+(?:e-?mails?|communications?|messages?|materials?|newsletters?"
            r"|channels?|pages?|(?:web\s?)?sites?|team|department))|\bmarketers?\b"
        ),
    ),
    word(P.ADVERTISING, 4, "rema reta re-m re-t", r"\bre-?(?:market|target)\w+"),
    word(P.ADVERTISING, 3, "inte beha", r"\b(?:interest|behaviou?r\w*)[\s-]based\b|\bdart\b"),
    word(
        P.ADVERTISING,
        2,
        "camp conv",
        r"\b(?:marketing\s+|promotional\s+)?campaigns?\b|\bconversions?\b|\battribution\b",
    ),
    word(
        P.ADVERTISING,
        2,
        "spon affi offe",
        (
            r"\bsponsor(?:s|ed|ship)?\b|\baffiliate\s+(?:market\w+|links?|network|program\w*|partner\w*"
            r"|commission)|\b(?:special|relevant|personali[sz]ed|targeted|promotional"
            r"|commercial)\s+offers?\b"
        ),
    ),
    word(
        P.ADVERTISING,
        2,
        "targ",
        (
            r"\btarget(?:ed|ing)\s+(?:and\s+\w+\s+)?(?:cookies?|content|messages|market\w+|purposes"
            r"|information)|\btargeting\b"
        ),
    ),
    label(
        P.ADVERTISING,
        4,
        "mark werb publ pubb reti anzei rekl mainos",
        (
            r"\bmarketing\w*|\bwerb(?:ung|e\w*)|\bpublici\w+|\bpubblicit\w+|\badvertentie\w*|\bpublicit\w+"
            r"|\breklam\w*|\bmainon\w*|\bmarkkinoin\w*|\bmarknadsf\w+|\bmarkedsf\w+"
        ),
    ),
    # Social networks and what is embedded.
    word(
        P.SOCIAL,
        4,
        "soci",
        (
            r"\bsocial\s+(?:net\w*|media|plug|button|shar|featur|widget|platform|site|link|cookies?"
            r"|bookmark)\w*\b(?!\s+(?:log-?ins?|log-?in|accounts?|sign|compan(?:y|ies)|firms?|vendors?|information|data|profiles?)\b)"
        ),
    ),
    word(
        P.SOCIAL,
        3,
        "shar like twee",
        (
            r"\bshar(?:e|es|ing)\s+(?:\w+\s+){0,3}?(?:pages?|content|articles?|buttons?|posts|tools?"
            r"|plug-?ins?|icons?|widgets?|with\s+(?:your\s+)?friends)|\b(?:share|like|tweet|follow"
            r"|pin\s+it|\+1|plus\s+one|recommend)\W{1,3}\s?(?:and\s+\W?\w+\W?\s+|or\s+\W?\w+\W?\s+"
            r"|/\s*\w+\s+)?(?:buttons?|functions?|widgets?|icons?)|\bretweet"
        ),
    ),
    word(
        P.SOCIAL,
        3,
        "embe",
        (
            r"\bembed(?:s|ded|ding)?\b(?!\s+(?:in|within|on|into)\s+(?:e-?mail|an?\s+e-?mail|the\s+e-?mail"
            r"|browser|web\s+browser|third|other|ø)|\s+(?:scripts?|code|links?|fonts?)\b)"
        ),
    ),
    word(
        P.SOCIAL,
        2,
        "vide",
        (
            r"\bvideos?\s+(?:content\s+)?(?:from|hosted|player|on\s+(?:youtube|vimeo))|\b(?:play"
            r"|watch)\w*\s+(?:\w+\s+)?videos?\b|\b(?:youtube|vimeo)\s+(?:videos?|player|content|embed\w*)"
        ),
    ),
    label(
        P.SOCIAL,
        4,
        "sozi soci réseaux rése rede sosi",
        r"\bsoziale\w*|\bréseaux?\s+soci\w+|\bsocial\b|\bredes\s+soc\w+|\bsociale\b",
    ),
)
