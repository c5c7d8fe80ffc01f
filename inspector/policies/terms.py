# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501
"""The words that sentences about cookies are built of: who, does, what; and what turns it round.

Grammar needs kinds of words, not words. So a plain sentence is coded: each mention of the site, of a third party, of
cookies and so on is replaced by a run of one letter of the same length. Patterns over coded text are short and quick,
and offsets stay those of the text.
"""

import re
from functools import cache
from typing import Final

# Patterns for the coded words; the letters occur in no policy.
S: Final = "ŋ+"  # the site and whoever runs it
T: Final = "ŧ+"  # third parties on it, named or not
E: Final = "ø+"  # other sites
C: Final = "ĸ+"  # cookies
B: Final = "ŵ+"  # beacons and the like
U: Final = "ʋ+"  # uses, sets, stores, ...
N: Final = "ɲ+"  # not, never

# The thing. "Cookie policy" and the like name a document or a tool, not a cookie.
NOT_A_COOKIE: Final = (
    r"(?![\s-]+(?:polic(?:y|ies)|notices?|statements?|declarations?|law|laws|directive|guidelines?|page|section|crumbs?"
    r"|monster|recipes?|jar|dough|cutter|list\s+page)\b)"
)
COOKIE: Final = (
    rf"(?<![\w-])[\"']?(?:super|web|browser|http|flash|html)?[\s-]?cookie(?:s|\(s\)|s')?\b[\"']?{NOT_A_COOKIE}"
)
TECH: Final = (
    r"(?:web[\s-]?beacons?|beacons?|(?:tracking|web|clear|conversion|invisible|single)[\s-]pixels?|pixels?(?:[\s-]tags?)?"
    r"|clear[\s-]gifs?|single-pixel\s+gifs?|web\s+bugs?|action\s+tags|spotlight\s+tags|e?-?tags\b"
    r"|(?:similar|other|tracking|like|these|those|such|related|following|automated|automatic|comparable|equivalent|data\s+collection)"
    r"(?:\s+(?:tracking|web|internet|online|automated|local))?\s+(?:technolog(?:y|ies)|tools|techniques|mechanisms|devices|methods)"
    r"|trackers?\b|local\s+(?:shared\s+objects|storage)|session\s+storage|flash\s+objects|sdks?\b|device\s+fingerprint\w*"
    r"|web\s+storage|tracking\s+(?:scripts?|codes?|software))"
)
# The site and whoever runs it; operator names are added for each document.
SITE: Final = (
    r"(?:we|us|our|ours|i|me|my"
    r"|(?:this|our|these|its)\s+(?:(?:\w+|web)\s+)?(?:site|sites|web\s?sites?|web\s?pages?|pages|portal|store|shop|services?"
    r"|platform|apps?|blog|company|application|server|system|forum|organi[sz]ation|newsletter)"
    r"|the\s+(?:(?:web\s?)?sites?|services?|company|store|portal|platform|app|blog|forum|application|controller|provider)"
    r"(?!\s+(?:owner|operator|provider|you|that\s+(?:you|place|set|sent|issu|creat)|which\s+(?:you|set|place)|in\s+question|visited|can\s+recogni|visitor\s+expects)))"
)
# Others who may set cookies on this site.
THIRD: Final = (
    r"(?:(?:other\s+)?third[\s-]part(?:y|ies)(?!\s+(?:web\s?sites?|sites?|cookies?)\b)(?:[\s-]+(?:ad|advertising|advertisers?|advertisement|analytics|service|services|content|vendors?|companies|partners?|providers?"
    r"|networks?|servers?|agents?|agenc(?:y|ies)|suppliers?|operators?|applications?|tools?|plug-?ins?|serving|marketing|tracking|social|media|web)\b){0,4}"
    r"|(?:ad|advertising|advertisement|analytics|media|marketing|network|business|service|strategic|technology|trusted|content|affiliate|commercial|measurement|tracking|sponsor|data|research|survey|payment|hosting|external|outside)"
    r"(?:[\s-]+(?:and|or|service|serving|network|content|technology|measurement|analytics|advertising|marketing))*[\s-]+(?:partners?|compan(?:y|ies)|networks?|servers?|vendors?|providers?|suppliers?|agenc(?:y|ies)|advertisers?|contractors?|parties|sponsors?|affiliates?|firms?)"
    r"|advertisers?|ad\s+networks?|adservers?|sponsors|affiliates?|partners?|vendors?|suppliers?|service\s+providers?"
    r"|social\s+(?:networks?|media)(?:\s+(?:sites?|platforms?|providers?|companies))?"
    r"|(?:these|those|such|other|outside|some|certain|independent|several|various|different)\s+(?:\w+\s+)?(?:companies|parties|providers?|advertisers|vendors?|partners?|organi[sz]ations|networks?|firms|services))"
)
# Sites that are not this one.
OTHERS: Final = (
    r"(?:(?:other|linked|external|those|these\s+other|most|many|all|any|commercial|different|almost\s+all|countless|numerous|various|certain\s+other|such\s+linked)"
    r"\s+(?:\w+\s+)?(?:web\s?sites?|sites?|web\s?pages?|internet\s+sites?|organi[sz]ations'\s+sites|search\s+engines|web\s+servers)"
    r"|third[\s-]party\s+(?:web\s?)?sites?|sites?\s+(?:that\s+|which\s+)?(?:we|our\s+\w+|you)\s+(?:link|may\s+link|visit|linked)\w*|search\s+engines|(?:web)?sites?\s+(?:linked|owners?|operators?))"
)
USE_VERBS: Final = (
    r"(?:us(?:e|es|ed|ing)|utili[sz](?:e|es|ed|ing)|employ(?:s|ed|ing)?|set(?:s|ting)?|plac(?:e|es|ed|ing)|put(?:s|ting)?|stor(?:e|es|ed|ing)"
    r"|send(?:s|ing)?|sent|issu(?:e|es|ed|ing)|deposit(?:s|ed|ing)?|install(?:s|ed|ing)?|deploy(?:s|ed|ing)?|serv(?:e|es|ed|ing)|implement(?:s|ed|ing)?"
    r"|transfer(?:s|red|ring)?|transmit(?:s|ted|ting)?|leav(?:e|es|ing)|drop(?:s|ped|ping)?|creat(?:e|es|ed|ing)|generat(?:e|es|ed|ing)|assign(?:s|ed|ing)?"
    r"|access(?:es|ed|ing)?|read(?:s|ing)?|collect(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|contain(?:s|ed|ing)?|includ(?:e|es|ed|ing)|rel(?:y|ies)\s+on"
    r"|run(?:s|ning)?|writ(?:e|es|ing)|record(?:s|ed|ing)?|appl(?:y|ies)|incorporat(?:e|es|ed|ing)|make(?:s)?\s+use\s+of|making\s+use\s+of|made\s+use\s+of"
    r"|sav(?:e|es|ed|ing)|attach(?:es|ed|ing)?|plant(?:s|ed|ing)?|embed(?:s|ded)?|feeds?|load(?:s|ed|ing)?|trigger(?:s|ed|ing)?)"
)
NEGATION: Final = (
    r"(?:(?:do|does|did|will|would|shall|should|can|could|may|might|is|are|was|were|has|have|had|need)(?:\s+(?:also|currently|presently|ourselves|itself|themselves|we|it|they))?\s*(?:not|n't|n?ever)"
    r"|cannot|never|no\s+longer|nor|neither|won't|without|refrains?\s+from|avoids?)"
)
PERSONAL: Final = (
    r"(?:(?:any\s+|your\s+|of\s+|our\s+users'\s+|the\s+)?(?:(?:sensitive|other|specific|private|such|or|and|individual|further|additional|visitors?'?s?'?|users?'?s?'?|customers?'?s?'?|your)\s+){0,3}"
    r"(?:personal(?:ly)?[\s-]+(?:identif(?:iable|ying|ication)[\s-]+)?(?:or\s+\w+\s+)?(?:user\s+)?(?:information|data|details?|identif\w+|info)|personally[\s-]identif\w+(?:\s+\w+)?|personal-identif\w+\s+information|individually\s+identifiable\s+\w+|(?<!personally\s)(?<!personally-)(?<!personal\s)identif(?:iable|ying)\s+(?:personal\s+)?(?:information|data|details)"
    r"|pii\b|private\s+(?:information|data)|personalized\s+data|names?\s+(?:and|or|,)\s+(?:e-?mail\s+)?address(?:es)?|e-?mail\s+address(?:es)?|contact\s+(?:details|information)|(?:user|customer|member|donor|subscriber|visitor)s?'?\s+(?:information|data|details|lists?)|information\s+(?:that\s+|which\s+)?(?:\w+\s+){0,3}(?:personally\s+)?identif\w+\s+you|mailing\s+lists?))"
)

_CODES: Final = (
    ("others", "ø", OTHERS),
    ("third", "ŧ", THIRD),
    ("site", "ŋ", SITE),
    ("tech", "ŵ", TECH),
    ("negation", "ɲ", NEGATION),
    ("use", "ʋ", USE_VERBS),
    ("cookie", "ĸ", COOKIE),
)
_LETTERS: Final = {name: letter for name, letter, _ in _CODES}


@cache
def _union() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(rf"(?P<{name}>{source})(?!\w)" for name, _, source in _CODES) + ")")


def code(text: str, operator: re.Pattern[str] | None = None) -> str:
    """Return a plain text with its words coded, character for character. ``operator`` finds the site's own names.

    >>> code("we do not use cookies")
    'ŋŋ ɲɲɲɲɲɲ ʋʋʋ ĸĸĸĸĸĸĸ'
    """
    if operator is not None:
        text = operator.sub(lambda match: "ŋ" * len(match[0]), text)
    return _union().sub(lambda match: _LETTERS[match.lastgroup or ""] * len(match[0]), text)
