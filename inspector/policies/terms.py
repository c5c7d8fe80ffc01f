# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The words that sentences about cookies are built of: who, does, what; and what turns it round.

Grammar needs kinds of words, not words. So a plain sentence is coded: each mention of the site, of a third party, of
cookies and so on is replaced by a run of one letter of the same length. Patterns over coded text are short and quick,
and offsets stay those of the text.
"""

import re
from functools import cache, lru_cache
from typing import Final

from inspector.policies.ready import ready

# Patterns for the coded words, possessive: a run is one word. The letters occur in no policy.
S: Final = "[ŋŏ]++"  # the site and whoever runs it: "we", "this site" (ŋ); "the website" (ŏ), which may be any
T: Final = "ŧ++"  # third parties on it, named or not
E: Final = "ø++"  # other sites
C: Final = "ĸ++"  # cookies
B: Final = "ŵ++"  # beacons and the like
U: Final = "ʋ++"  # uses, sets, stores, ...
N: Final = "ɲ++"  # not, never

# The thing. "Cookie policy" and the like name a document or a tool, not a cookie.
NOT_A_COOKIE: Final = (
    r"(?![\s-]+(?:polic(?:y|ies)|notices?|statements?|declarations?|law|laws|directive|guidelines?"
    r"|page|section|crumbs?|(?:consent|settings)(?!\s+cookies?)|(?:consent[\s-]+)?(?:banners?|bars?|pop-?ups?)"
    r"|monster|recipes?|free|less|jar|dough|cutter|list\s+page)\b)"
)
COOKIE: Final = (
    rf"(?<![\w-])[\"']?(?:(?:super|web|browser|http|flash|html)[\s-]?)?cookie(?:s|\(s\)"
    rf"|s')?\b[\"']?{NOT_A_COOKIE}"
)
TECH: Final = (
    r"(?:(?:strictly\s+)?(?:necessary|essential)|functional|performance|targeting|(?:analytics\s+and\s+)?advertising|analytics)\s+technologies\b|"
    r"(?:web[\s-]?beacons?|beacons?|(?:tracking|web|clear|conversion|invisible|single)[\s-]pixels?"
    r"|pixels?(?:[\s-]tags?)?"
    r"|(?:clear|transparent|tracer|tracking|invisible|(?:single|one|1)[\s-]pixel)[\s-]gifs?|gifs\b|web\s+bugs?"
    r"|(?:action|tracer|spotlight)\s+tags|e?-?tags\b"
    r"|(?:similar|other|tracking|like|these|those|such|related|following|automated|automatic"
    r"|comparable|equivalent|data\s+collection)"
    r"(?:\s+(?:tracking|web|internet|online|automated|local))?\s+(?:technolog(?:y|ies)|tools"
    r"|techniques|mechanisms|devices|methods)"
    r"|trackers?\b|local\s+(?:shared\s+objects|storage)|session\s+storage|flash\s+objects|sdks?\b"
    r"|device\s+fingerprint\w*"
    r"|web\s+storage|tracking\s+(?:scripts?|codes?|software|services?)|traffic\s+log\s+files)"
)
# The site and whoever runs it; operator names are added for each document.
SITE: Final = (
    r"(?:its\s+(?:web\s?)?sites?|(?:this|our|these|my)\s+(?:(?!(?:cookies?|partners?|vendors?|providers?|advertisers?|advertising|ads?|sponsors?|affiliates?|allows?|enables?|helps?|lets?|means|makes?|is|are)\b)\w+\s+)?(?:site|sites"
    r"|web\s?sites?|web\s?pages?|pages|portal|store|shop|services?"
    r"|platform|apps?|blog|wiki|company|application|server|system|forum|organi[sz]ation"
    r"|newsletter)(?!\s+(?:providers?|partners?|owners?|operators?)\b)"
    r"|we|us|our|ours|i|me|my)"
)
# "The website" is this one, unless the sentence speaks of websites in general.
THE_SITE: Final = (
    r"(?:the\s+(?:web\s?)?sites(?!\s+(?:you|that|which|of|where|owned|operated|linked|listed|visited|in|with|we)\b)"
    r"|the\s+(?:(?:board|forum|blog|shop|wiki)\s+software|system(?=\s+(?:\w+\s+)?(?:us|set|plac|stor|send)\w*\b)|(?:web\s?)?site|wiki|services?|company|store|portal|platform|app|blog|forum"
    r"|application|controller|provider|owner(?!s?\s+(?:of|or)\b))"
    r"(?!\s+(?:owner|operator|provider|you|that\s+(?:you|place|set|sent|issu|creat)|which\s+(?:you"
    r"|set|place)|in\s+question|visited|can\s+recogni|visitor\s+expects)))"
)
# Others who may set cookies on this site.
THIRD: Final = (
    r"(?:(?:other\s+)?third[\s-]part(?:y|ies)(?!\s+(?:web\s?sites?|sites?|cookies?"
    r"|(?:\w+\s+)?tracking)\b)(?:[\s-]+(?:ad|advertising|advertisers?|advertisement|analytics"
    r"|service|services|content|vendors?|companies|partners?|providers?"
    r"|networks?|servers?|agents?|agenc(?:y|ies)|suppliers?|operators?|applications?|tools?"
    r"|plug-?ins?|serving|marketing|tracking|social|media|web)\b){0,4}"
    r"|(?:ad|advertising|advertisement|analytics|media|marketing|network|business|(?<!\binternet\s)service"
    r"|strategic|technology|trusted|content|affiliate|commercial|measurement|tracking|sponsor|data"
    r"|research|survey|payment|hosting|external|outside)"
    r"(?:[\s-]+(?:and|or|service|serving|network|content|technology|measurement|analytics"
    r"|advertising|marketing))*[\s-]+(?:partners?|compan(?:y|ies)|networks?|servers?|vendors?"
    r"|providers?|suppliers?|agenc(?:y|ies)|advertisers?|contractors?|parties|sponsors?"
    r"|affiliates?|firms?)"
    r"|compan(?:y|ies)\s+(?:that|which|who)\s+(?:advertise|sponsor|deliver|serve|place|show|display|provide|host|analy[sz]e|measure)s?\b"
    r"|advertisers?|ad\s+networks?|adservers?|sponsors|affiliates?|partners?|vendors?|suppliers?"
    r"|(?<!\binternet\s)service\s+providers?"
    r"|social\s+(?:networks?|media)(?:\s+(?:sites?|platforms?|providers?|companies))?"
    r"|(?:these|those|such|other|outside|some|certain|independent|several|various"
    r"|different)\s+(?:\w+\s+)?(?:companies|parties|providers?|advertisers|vendors?|partners?"
    r"|organi[sz]ations|entities|businesses|networks?|firms|services))"
)
# Sites that are not this one.
OTHERS: Final = (
    r"(?:(?:other|linked|external|those|these\s+other|most|many|some|all|any|commercial|different"
    r"|almost\s+all|countless|numerous|various|certain\s+other|such\s+linked)"
    r"\s+(?:\w+\s+)?(?:web\s?sites?|sites?|web\s?pages?|internet\s+sites?"
    r"|organi[sz]ations'\s+sites|search\s+engines|web\s+servers)"
    r"|third[\s-]party\s+(?:web\s?)?sites?|(?:web\s?)?sites?\s+(?:that\s+|which\s+)?(?:we"
    r"|our\s+\w+|you)\s+(?:link|may\s+link|visit|linked|reach|open)\w*|search\s+engines"
    r"|(?:web)?sites?\s+(?:linked|owners?|operators?))"
)
USE_VERBS: Final = (
    r"(?:us(?:e|es|ed|ing)|utili[sz](?:e|es|ed|ing)|employ(?:s|ed|ing)?|set(?:s|ting)?|plac(?:e|es"
    r"|ed|ing)|put(?:s|ting)?|stor(?:e|es|ed|ing)"
    r"|send(?:s|ing)?|sent|issu(?:e|es|ed|ing)|deposit(?:s|ed|ing)?|install(?:s|ed|ing)?"
    r"|deploy(?:s|ed|ing)?|serv(?:e|es|ed|ing)|implement(?:s|ed|ing)?"
    r"|transfer(?:s|red|ring)?|transmit(?:s|ted|ting)?|leav(?:e|es|ing)|drop(?:s|ped|ping)?"
    r"|process(?:es|ing)?(?=\s+(?:any\s+|no\s+)?(?:cookies|beacons)\b)|adds?(?=\s+(?:an?|the|their|its)\b)|creat(?:e|es|ed|ing)|generat(?:e|es|ed|ing)|assign(?:s|ed|ing)?"
    r"|access(?:es|ed|ing)?(?!\s+(?:to|or|and)\b)|read(?:s|ing)?|collect(?:s|ed|ing)?|receiv(?:e"
    r"|es|ed|ing)|contain(?:s|ed|ing)?|includ(?:e|es|ed|ing)|rel(?:y|ies)\s+on"
    r"|run(?:s|ning)?|writ(?:e|es|ing)|record(?:s|ed|ing)?|appl(?:y|ies)|incorporat(?:e|es|ed|ing)"
    r"|make(?:s)?\s+use\s+of|making\s+use\s+of|made\s+use\s+of"
    r"|sav(?:e|es|ed|ing)|attach(?:es|ed|ing)?|plant(?:s|ed|ing)?|embed(?:s|ded)?|feeds?|load(?:s"
    r"|ed|ing)?|trigger(?:s|ed|ing)?)"
)
NEGATION: Final = (
    r"(?:(?:do|does|did|will|would|shall|should|can|could|may|might|is|are|was|were|has|have|had"
    r")(?:\s+(?:also|currently|presently|ourselves|itself|themselves|we|it|they))?\s*(?:not"
    r"|n't|n?ever)"
    r"|cannot|never|none\s+of|not\s+one\s+of|no\s+longer|nor|neither|won't|refrains?\s+from|avoids?)"
)
PERSONAL: Final = (
    r"(?:(?:any\s+|your\s+|of\s+|our\s+users'\s+|the\s+)?(?:(?:sensitive|other|specific|private|non-?public"
    r"|such|or|and|individual|further|additional|visitors?'?s?'?|users?'?s?'?|customers?'?s?'?"
    r"|your)\s+){0,3}"
    r"(?:personal(?:ly)?[\s-]+(?:identif(?:iable|ying"
    r"|ication)[\s-]+)?(?:or\s+\w+\s+)?(?:user\s+)?(?:information|data|details?|identif\w+|info)"
    r"|personally[\s-]identif\w+(?:\s+\w+)?|personal-identif\w+\s+information"
    r"|individually\s+identifiable\s+\w+|(?<!personally\s)(?<!personally-)(?<!personal\s"
    r")identif(?:iable|ying)\s+(?:personal\s+)?(?:information|data|details)"
    r"|pii\b|private\s+(?:information|data)|personalized\s+data|names?\s+(?:and|or"
    r"|,)\s+(?:e-?mail\s+)?address(?:es)?|e-?mail\s+address(?:es)?|contact\s+(?:details"
    r"|information)|(?:user|customer|member|donor|subscriber|visitor)s?'?\s+(?:information|data"
    r"|details|lists?)|information\s+(?:that\s+"
    r"|which\s+)?(?:\w+\s+){0,5}(?:personally\s+)?identif\w+\s+you|mailing\s+lists?))"
)

_CODES: Final = (
    ("others", "ø", OTHERS),
    ("third", "ŧ", THIRD),
    ("site", "ŋ", SITE),
    ("the_site", "ŏ", THE_SITE),
    ("tech", "ŵ", TECH),
    ("negation", "ɲ", NEGATION),
    ("use", "ʋ", USE_VERBS),
    ("cookie", "ĸ", COOKIE),
)
_LETTERS: Final = {name: letter for name, letter, _ in _CODES}


@cache
def _union() -> re.Pattern[str]:
    return ready(r"(?<![\w-])(?:" + "|".join(rf"(?P<{name}>{source})(?!\w)" for name, _, source in _CODES) + ")")


def names_site(coded: str) -> bool:
    """Whether a coded text names the site."""
    return "ŋ" in coded or "ŏ" in coded


# The same sentence comes back: in tables, in menus, under each heading.
@lru_cache(maxsize=1024)
def code(text: str, operator: re.Pattern[str] | None = None) -> str:
    """Return a plain text with its words coded, character for character. ``operator`` finds the site's own names.

    >>> code("we do not use cookies")
    'ŋŋ ɲɲɲɲɲɲ ʋʋʋ ĸĸĸĸĸĸĸ'
    """
    if operator is not None:
        text = operator.sub(lambda match: "ŋ" * len(match[0]), text)
    return _union().sub(lambda match: _LETTERS[match.lastgroup or ""] * len(match[0]), text)
