# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The patterns by which denials are found and their scope is told; they search coded text (``terms``).

What each is for stands where it is used (:mod:`inspector.policies.denials`).
"""

from typing import Final

from inspector.core.policy import StatedPurpose as P
from inspector.policies.patterns import words
from inspector.policies.terms import C, N, S, T, U

# From the negation to the verb and on to the cookies: no other clause may begin between them.
STEP: Final = (
    r"(?:(?!\b(?:that|which|who|but|if|unless|because|when|until|before|once|after)\b|and\s+[ŋŏ])[\w\"'/,&()-]+\s+)"
)
# The words of a list of kinds: "tracking, analytics or advertising cookies"; "no ads, and cookies" is no such list.
LISTED: Final = (
    r"(?:(?!\b(?:no|but|so|because|that|which|if|we)\b|[\w\"'/-]+,\s+[ŋŏ]|,?[ʋɲ])[\w\"'/-]+(?:,(?!\s+and\s+\"?ĸ))?\s+)"
)
DENIED: Final = (
    rf"{N}\s+(?:(?:currently|ourselves|itself|presently|at\s+this\s+time|in\s+any\s+way|also|ever"
    rf"|actively|directly|knowingly|make|any|the|intend|plan|to|allow|permit|let|ŧ++|[ŋŏ]++|(?:anyone|anybody)(?:\s+else)?"
    rf"|others|do:|,)\s+){{0,4}}(?:{U}(?:(?:,\s+{U}){{0,4}},?\s+(?:or|and|nor)\s+{U})?|(?:find|see|encounter)(?=\s+any\b))"
    rf"(?:,\s+(?:and|nor|or)\s+[^.,;]{{1,30}},)?\s+(?:of\s+)?(?P<kind>{STEP}{{0,6}}?)"
    rf"\"?(?P<cookie>{C})"
    rf"|(?:{U}|there\s+are(?:\s+\w+ly)?|with|are|find|see"
    rf"|get|(?:has|have)(?=\s+no\s+(?!(?:access|control|influence|knowledge|way|say|responsib\w+|further|direct)\b)))"
    rf"\s+(?:no|zero)\s+(?P<kind2>{LISTED}{{0,6}}?)\"?(?P<cookie2>{C})"
    rf"|(?:(?<=ĸ\sand\s)|(?<=ĸ\sor\s)|(?<=ĸ,\s))no\s+(?P<kind2a>{LISTED}{{0,6}}?)\"?(?P<cookie2a>{C})"
    rf"(?!\s+(?:are|is|will)\b)"
    rf"|(?:^|(?<=[,;:.]\s)|(?<=\band\s)|(?<=\bthat\s))no\s+(?P<kind3>{LISTED}{{0,6}}?)\""
    rf"?(?P<cookie3>{C})(?:\s+(?:or|and|nor|ɲ++)\s+(?:any\s+)?(?:other\s+)?ŵ++)?(?:\s+(?:from|of)\s+(?:any\s+)?ŧ++)?\s+(?:at\s+all\s+)?(?:(?:are|is|will\s+be|were"
    rf"|have\s+been)\s+(?:\w+\s+)?{U})"
    rf"|(?:nobody|no\s+one|no\s+(?:other|outside|external)\s+(?:company|party|person|(?:web\s?)?site|organi[sz]ation)|no\s+(?P<by>ŧ++))(?:\s+(?:else|(?:but|except|other\s+than)\s+{S}))?(?<!nobody)(?<!no\sone)"
    rf"\s+(?:(?:is|are)\s+(?:given|granted|offered|allowed|permitted|able)\s+(?:[\w-]+\s+){{0,3}}?to\s+|\w+\s+)?{U}\s+(?:any\s+)?"
    rf"(?P<kindT>)(?P<cookieT>{C})"
    # Nothing but a list of what there is not: "No ads, no cookies."; "Cookies: none."
    rf"|(?:^|(?<=,\s)|(?<=and\s))(?:no|zero)\s+(?P<kindF>{LISTED}{{0,4}}?)(?P<cookieF>{C})(?:\s+or\s+ŵ++)?(?=\W*$|,|\s+and\s+no\b)"
    rf"|(?P<kindG>)(?P<cookieG>{C})\s*[:=-]\s*(?:none|no|not\s+ʋ++)(?=\W*$)"
    # "We do not allow cookies to be set by others"; "this site works without cookies"
    rf"|{N}\s+(?:allow|permit|let)\s+(?:any\s+)?(?P<kindA>)(?P<cookieA>{C})\s+(?:to\s+)?be\s+{U}"
    rf"|without\s+(?:the\s+use\s+of\s+|ʋ++\s+)?(?:any\s+)?(?P<kindW>)(?P<cookieW>{C})"
    # "Neither cookies nor pixels are used", "we use neither cookies nor pixels"
    rf"|(?:{U}\s+)?{N}\s+(?P<kindN>)(?P<cookieN>{C})\s+{N}\s+(?:\w+\s+)?ŵ++(?:\s+(?:are|is)\s+{U})?"
    # "We embed no buttons that set cookies": those that do not are not spoken of
    rf"|{N}\s+(?:\w+\s+){{0,2}}?{U}\s+(?:[\w-]+\s+){{0,4}}?(?:that|which)\s+(?:\w+\s+)?{U}\s+(?:any\s+)?"
    rf"(?P<kindR>)(?P<cookieR>{C})"
    rf"|(?P<kind4>)(?P<cookie4>{C})\s+{N}\s+(?:currently\s+"
    rf"|be\s+)?{U}"
    rf"|(?P<kind5>)(?P<cookie5>cookie-?(?:free|less))\b|free\s+(?:of|from)\s+(?P<kind6>{LISTED}{{0,5}}?)(?P<cookie6>{C})"
    rf"|{U}\s+{N}\s+(?P<kind7>(?:[\w-]+,?\s+){{1,6}}?{N}\s+(?:[\w-]+\s+){{0,2}}?)(?P<cookie7>{C})"
    rf"|{N}\s+{U}\s+any\s+of\s+(?P<kind8>those|these|them)(?P<cookie8>)"
    rf"|(?P<kind9>)(?P<cookie9>{C})\s+(?:(?!\b(?:that"
    rf"|which)\s+ŧ)[\w-]+\s+){{1,5}}?{N}\s+(?:be\s+)?{U}(?=\s+(?:to|for|in\s+order)\b)"
    # "None of this is used for advertising"
    rf"|^\W*{N}\s+(?P<kindZ>)(?P<cookieZ>this|these|those|them)\s+(?:is|are)\s+(?:\w+\s+)?{U}(?=\s+(?:to|for)\b)"
    rf"|{N}\s+(?:are|is|were)\s+(?P<kind3a>any\s+)?(?P<cookie3a>{C})\s+{U}"
    # "We don't want your cookies" says what is not wanted
    rf"|{N}\s+(?:want|like|need|care\s+for|care\s+about)\s+(?:any\s+|your\s+|[ŋŏ]++\s+)?(?P<kindY>)(?P<cookieY>{C})"
    # "We set no cookies, and neither do third parties", "... and let no third party set any"
    rf"|(?:{N}\s+(?:do|does|will|may|can)\s+(?:(?:any|the|[ŋŏ]++)\s+){{0,2}}{T}(?=\W*$|[.;,)]|\s+(?:on|here)\b)"
    rf"|(?:(?<=\ballow\s)|(?<=\bpermit\s)|(?<=\blet\s))no\s+{T}\s+(?:to\s+)?{U}\s+(?:any|them)\b)(?P<kindH>)(?P<cookieH>)"
    rf"|{N}\s+{S}\s+{N}\s+(?:(?:{S}|its|their|any|the)\s+)?(?P<kind0>){T}\s+(?:\w+\s+)?{U}\s+(?:any\s+)?(?P<cookie0>{C})"
)
# "Such cookies", "any of these": the kind stands at the head of the sentence before.
SUCH: Final = r"^(?:any\s+)?(?:such|(?:these|those|this)(?:\s+(?:types?|kinds?)(?:\s+of)?)?)\W*$"
NAMED_KIND: Final = rf"^\W*(?:\w{{1,2}}[.)]\s+)?((?:[\w/-]+\s+(?:(?:and|or)\s+)?){{1,4}}?)\"?{C}"
NOT_SET: Final = (
    r"\W*\s*(?:are|is|were|will|would|have|has|may|can|do|does)?\s*(?:not|n't|never"
    r"|no\s+longer)\s+(?:currently\s+)?(?:be\s+|being\s+|get\s+)?(?:used|set|placed|sent|employed"
    r"|installed|recorded|deployed|utili[sz]ed|issued|stored\s+by\s+(?:us|our|this))\b"
)
FLAT_TAIL: Final = (
    r"\W*(?:(?:\([^)]{0,120}\)|on\s+(?:your|the\s+user's|users?'?|visitors?'?"
    r"|their|[ŋŏ]++\s+\w+'?s?'?)\s+(?:\w+\s+)?(?:computers?|devices?|machines?|hard\s+(?:drive|disk)s?|browsers?|pc"
    r"|systems?)|at\s+all|altogether|entirely|completely|whatsoever|of\s+any\s+(?:kind|sort|type)|anywhere|any\s?more|here|either"
    r"|currently|at\s+(?:this|the\s+present)\s+(?:time|moment)|yet|by\s+us|by\s+me|ourselves"
    r"|itself"
    r"|of\s+[ŋŏ]++\s+own"
    r"|on\s+(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+"
    r"|(?:on|in|with|within|throughout|at|across|through|for|by)\s+(?:(?:any|all|part|parts|pages?"
    r"|of|the)\s+){0,4}[ŋŏ]++(?:'s)?(?:\s+[ŋŏ]++)?(?:\s+(?:itself|pages|page|server|software))?"
    r"|(?:or|and|nor)\s+(?:any\s+)?(?:other\s+)?(?:third[\s-]party\s+)?(?:ŵ++|\w+\s+(?:technolog\w+|devices"
    r"|files))(?:\s+(?:of\s+any\s+kind|such\s+as\s+ŵ++|like\s+ŵ++))?|ŵ++|or|and|nor)\W*)*"
    r"(?:$|[.;!]|,?\s*(?:which\s+(?:are|is)|so\b|because\b|since\b|therefore\b|and\s+(?:[ŋŏ]++|ɲ++"
    r"|therefore|so|thus|as\s+such|you|no|nor|there)|but\b|however\b|although\b|though\b|ɲ++\s+(?:do|does|will|[ŋŏŧ])"
    r"|as\s+[ŋŏ]|\w+\s+no\b|while\b|-\s|a\s+technolog|ŧ))"
)
FURTHER_KIND: Final = (
    r"(?:,\s+(?:(?:or|and|nor)\s+)?|\s+(?:or|nor)\s+)(?:any\s+|other\s+)?"
    r"(?P<kind>(?:(?!\b(?:we|our|the|it|they|that|which)\b)[^\W_ŋŏøʋɲĸŵ][\w-]*\s+){1,3}?)(?:ĸ++|ŵ++)"
)
# "No cookies, pixels, or analytics tools.": a list of which cookies are the first; each item is tried once.
LIST_TAIL: Final = (
    r"(?>,\s+(?:(?:or|and|nor)\s+)?(?:[\w-]+\s+){0,3}?(?:ŵ++|ŧ++|technolog\w+|analytics|tools?|scripts?|trackers|tracking"
    r"|fingerprint\w*|ads|adverts|advertising|advertisements|identifiers?|services|sdks?|plug-?ins)\b"
    r"(?:\s+(?:tools?|services?|software|scripts?|cookies|technolog\w+|ĸ++|ŵ++)\b)?+){1,6}"
    r"(?>\s+(?:or|and|nor)\s+(?:[\w-]+\s+){0,3}?(?:ŵ++|ŧ++|technolog\w+|analytics|tools?|scripts?|trackers|tracking"
    r"|services|identifiers?)\b)?\s*(?:$|[.;!)])"
)
CONDITION: Final = (
    r"\b(?:unless|beyond|except|until|before|without|other\s+than|only\s+(?:if|when|where|after)"
    r"|by\s+default|default|apart\s+from|aside\s+from|save\s+for|if"
    r"|when(?!\s+(?:you|users|visitors|people)\s+(?:visit|use|browse|come\s+to|view)\s+[ŋŏ]++\W*(?:$|[.;,]))|where|in\s+case"
    r"|not\s+logged|prior\s+to|after|once|always|necessarily|longer\s+than|in\s+the\s+(?:eu"
    r"|eea))\b"
)
# "We do not ..., but Google does."
OTHERS_DO: Final = (
    r"\bbut\s+(?:[ŋŏ]++\s+)?ŧ++\s+(?:do|does|may|might|can|will)\b"
    r"|,\s+(?:[ŋŏ]++\s+)?ŧ++\s+(?:do|does|may|might|can|will)\W*$"
)
# "We do not use cookies, but our advertisers may.": cookies of theirs.
OTHERS_DO_SO: Final = (
    r"[^.;]{0,60}?(?:\bbut|\balthough|\bthough|,|;)\s+(?:[ŋŏ]++\s+)?ŧ++\s+(?:do|does|may|might|can|will)"
    r"(?:\s+(?:so|do(?:\s+so)?|ʋ++(?:\s+(?:some|them|these|their\s+own))?))?\W*$"
)
EXCEPTED: Final = (
    r"^[^.;]{0,80}?\b(?:unless|except|until|other\s+than|apart\s+from|aside\s+from|beyond(?!\s+what\s+(?:may|might|could))|besides|anything\s+but|only\s+(?:if"
    r"|when|after)|before|without\s+(?:your|you|asking|prior|explicit|express|consent|permission|first"
    r"|the\s+(?:user|visitor)|obtaining|having))\b"
)
CONDITION_BEFORE: Final = (
    r"\b(?:unless|except|if|when|apart\s+from|aside\s+from|other\s+than|besides|in\s+addition\s+to|beyond"
    r"|save\s+for|with\s+the\s+exception\s+of|with\s+[^,.;]{1,40}?(?:enabled|disabled|activated|turned\s+o\w+|switched\s+o\w+)|by\s+default|typically|generally|usually|normally|in\s+general"
    r"|until|as\s+a\s+rule|in\s+most\s+cases|before|without|where|mostly)\b|\b(?:on|in"
    r"|for)\s+(?:this|these|the\s+\w+|our\s+\w+|some|certain|most)\s+(?:pages?|sections?|areas?"
    r"|parts?|forms?|apps?|e-?mails?|newsletters?|emails)\b"
)
PAGE: Final = (
    r"^\W*(?:in|within)\s+(?:the|our)\s+(?:mobile\s+|desktop\s+|native\s+|ios\s+|android\s+)?apps?\b|"
    r"^\W*(?:on|in|for|with)\s+(?:(?:this|these|the|our|[ŋŏ]++|some|certain"
    r"|any\s+of)\s+){0,3}(?:pages?|sections?|areas?|parts?|forms?|apps?|applications?|e-?mails?"
    r"|newsletters?|emails|mobile\s+\w+|downloads?|software|products?)\b"
)
PURPOSE_TAIL: Final = (
    r"^\W*(?:\([^)]*\)\s*)?(?:(?:or|and)\s+ŵ++\s+)?(?:on\s+[ŋŏ]++\s+)?(?:(?:in\s+(?:order"
    r"|an\s+attempt)\s+)?to\b|for\b|that\b|as\s+a\s+means|in\s+connection|which\s+(?!are|is)"
    r"|containing|with|from|as\b|\w+ing\b)"
)
# "No third-party cookies for advertising or tracking": the purposes are denied.
THIRD_FOR: Final = (
    r"^(?:third[\s-]party|external)\s+for\s+"
    r"(?!(?:\w+\s+){0,2}?(?:visitors|users|people|customers|members|those|children)\b)"
)
ENDS_CLAUSE: Final = (
    r"[;.:]|,\s*(?:but|however|although|though|and\s+(?:[ŋŏ]++|they|it|you)|except|which|so)\b"
    r"|\bbut\b|\bhowever\b|\bother\s+than\b|\bexcept\b|\baside\s+from\b|\bapart\s+from\b"
    r"|\bunless\b|\balthough\b|\bbecause\b|\bsince\b|\bso\s+that\b|\bso\s+[ŋŏ]++|\balthough\b|\s-\s"
    r"|\band\s+(?:are|is|will\s+be)\s+(?:\w+\s+)?(?:used|ʋ++)\s+(?:to|for)\b"
    r"|\band\s+(?:(?:are|is|will\s+be|gets?)\s+(?:\w+\s+)?(?:delet|remov|eras|destroy)\w*|expires?\b)"
    r"|\bnor\b|\bonly\b|\buntil\b|\band\s+(?:therefore|instead|only)\b|\beven\s+though\b"
)
NEXT_CLAUSE: Final = r";|,\s+(?:and|but)\s+(?:[ŋŏ]|they\b|it\b|you\b)"
# Negated verbs that say what is not done with cookies, and so hide the purposes behind them.
NEGATED_VERB: Final = (
    rf"{N}\s+(?:(?:be|currently|ever|also|intend|plan|to|in\s+any\s+way|allow|permit|let|[ŋŏĸ]+|are|is|these|those|this|them|the|knowingly"
    rf"|directly|actually|themselves|otherwise|ŧ++|generally|usually|typically|normally"
    rf"|necessarily)\s+){{0,3}}"
    rf"(?:{U}|track\w*|collect\w*|shar\w*|sell|sold|disclos\w*|display\w*|show\w*|serve\w*|integrat\w*|incorporat\w*"
    rf"|identif\w*|link\w*|ti(?:e|ed)|combin\w*|associat\w*|engage\w*|participat\w*|monitor\w*"
    rf"|profil\w*|target\w*|respond\w*|gather\w*|retain\w*|pass\w*|give|run|carry|host|accept|do"
    rf"|reveal|contain\w*|store\w*|tell|know|conduct\w*|perform\w*|advertis\w*|have|market\w*"
    rf"|analy[sz]\w*|permit\w*|allow\w*|send|sent|remain\w*|persist\w*|delet\w*|remov\w*|eras\w*|stay\w*|last"
    rf"|expire\w*)\b(?!\s+(?:any\s+)?(?:access|control))"
)
# The field that is denied, the kind that alone is used, and the words that would speak against it.
ONLY: Final = (
    ("persistent_cookies", r"(?:session|temporary|transient)(?:[\s-](?:based|only))?", r"\bpersist|\bpermanent|\blong"),
    ("third_party_cookies", r"(?:first[\s-]party|(?:[ŋŏ]++|its)\s+own)", r"ŧ|\bthird"),
)
ONLY_USED: Final = (
    r"(?:ʋ++\s+only|\bonly\s+ʋ++|\bonly)\s+(?:(?:so-called|strictly|technically|necessary|essential|technical|own|our"
    r"|[ŋŏ]++|single|a|an|one|two|three|few|some)\s+){{0,3}}{kind}\s+\"?ĸ++(?:\s+are\s+ʋ++)?"
    r"(?:\s+(?:on|by|in|at)\s+[ŋŏ]++(?:\s+own)?(?:\s+[ŋŏ]++)?)?\W*(?:$|[.;,(])"
)
NOT_OF_USE: Final = r"no\s+(?:access|control|influence|knowledge|way|say|responsib\w+|liab\w+|longer|matter)\b"
# "The app contains no ads, no tracking cookies": the list began with a negation of its own.
LIST_OF_NONE: Final = r"(?:ʋ++|\bthere\s+(?:is|are)|\bhave|\bhas|\bwith|^\W*)\s*\bno\s[^.;:]{1,80},\s+(?:and\s+)?$"
NO_NEED: Final = (
    r"\b(?:so\s+(?:that\s+)?(?:you|they|users|visitors)|you|users|visitors|they)\s+ɲ++\s+(?:have"
    r"|need|be\s+(?:required|asked|prompted|forced))|\bɲ++\s+(?:have|having|need|needing"
    r"|required)\s+to\b"
)
KINDS: Final = (
    ("persistent_cookies", r"persist|permanent|long-term|long-lived"),
    ("session_cookies", r"session|temporary"),
    ("third_party_cookies", r"third[\s-]part|external"),
    ("cross_site_tracking", r"\btrack|identifying|spy|profil|cross-site|cross-domain|behaviou?r"),
    ("purposes.advertising", r"advert|\bad\b|marketing|targeting|targeted|remarketing|retargeting"),
    ("purposes.analytics", r"analy|statistic|performance|measurement"),
    ("purposes.social", r"social"),
    ("purposes.preferences", r"preference|functional|personali[sz]ation"),
    ("first_party_cookies", r"first[\s-]part"),
)
DETERMINERS: Final = frozenset(
    [
        "any",
        "the",
        "a",
        "an",
        "our",
        "its",
        "own",
        "of",
        '"',
        "'",
        "use",
        "all",
        "or",
        "and",
        "ŵ",
        "these",
        "those",
        "to",
        "no",
        "new",
        "internet",
        "web",
        "browser",
        "http",
        "so-called",
        "so",
        "called",
        "computer",
        "actual",
    ]
)
ADVERTISING: Final = (
    rf"{N}\s+(?:(?:currently|intend|plan|to|ever|also|allow|permit|ŧ++|presently|in\s+any\s+way"
    rf"|[ŋŏ]++|do)\s+){{0,4}}(?:{U}|integrate|incorporate|allow(?=\s+(?:any\s+|third[\s-]party\s+)?adv)|display\w*|show\w*|serve|run|carry|host|accept\w*|have|do|sell"
    rf"|feature\w*|publish)\s+(?:(?:any|the|third[\s-]party|online|paid|outside|banner|external|ŧ++"
    rf"|or|and|commercial|with|use|in|on|marketing|nor|analytics|of)\W+){{0,4}}"
    r"(?P<what>advert\w*(?:\s+cookies|\s+ĸ++)?|ads?|marketing\s+ĸ++|advertising\s+ĸ++)\b|\b(?:ʋ++|are|shows?|displays?|runs?|carr(?:y|ies)|hosts?|sells?|accepts?|features?"
    r"|contains?|there\s+(?:are|is)|with|has|have)\s+no\s+(?:third-party\s+"
    r"|banner\s+)?(?P<what2>advert\w*|ads)\b|(?P<what3>\bad(?:vertising)?-free\b)"
    r"|^\W*(?:(?:no|zero)\s+[\w\s-]{1,30},\s+(?:and\s+)?){0,4}(?:no|zero)\s+(?:[\w-]+\s+)?(?P<what4>ads|adverts|advertising"
    r"|advertisements|advertisers)(?=\W*$|,|[.;!]|\s+(?:and|or)\s)"
)
ANALYTICS: Final = (
    rf"{N}\s+(?:(?:currently|also|ever|presently|do|any)\s+){{0,2}}(?:{U}|run|do|employ|perform"
    rf"|conduct)\s+(?:(?:any|third[\s-]party|web|website|visitor|site|usage|the|external"
    rf"|or)\s+){{0,4}}(?P<what>analytics|google\s+analytics|statistics\s+ĸ++|analytics\s+ĸ++"
    rf"|web\s+statistics|traffic\s+analysis)\b|\b(?:ʋ++|contains?|keep|run|gather|have|has|there\s+(?:are"
    rf"|is))\s+no\s+(?:[\w-]+\s+){{0,2}}?(?P<what2>analytics|statistics)\b"
    rf"|{N}\s+(?:\w+\s+){{0,2}}?(?:{U}|run|employ|integrate|incorporate)\s+(?:(?!\b(?:that|which|to|for|from|with|by|only|but|through|via|in|on|of|about|using)\b)"
    rf"[\w\"'-]+,?\s+){{1,6}}?(?P<what3>analytics)(?:\s+(?:tools?|services?|software|scripts?|cookies|ĸ++|ŵ++))?"
    rf"(?=\s*(?:$|[.;,!]|or\b|nor\b))"
    rf"|{N}\s+(?:do\s+{S}\s+)?(?:{U}|run|keep|gather|do)\s+(?:any\s+)?(?P<what5>statistics)"
    rf"(?=\W*$|[.;,]|\s+(?:of\s+any|at\s+all|whatsoever|on\s+{S}))"
    rf"|^\W*(?:(?:no|zero)\s+[\w\s-]{{1,30}},\s+(?:and\s+)?){{0,4}}(?:no|zero)\s+(?:[\w-]+\s+)?(?P<what4>analytics|statistics)"
    rf"(?=\W*$|,|[.;!-]|\s+(?:and|or)\s)"
)
# "We embed no social plug-ins": buttons of networks, without a word of cookies.
SOCIAL: Final = (
    rf"(?:{N}\s+(?:(?:currently|also|presently|any|do)\s+){{0,2}}(?:{U}|embed|integrate|have|show|display|offer)"
    r"|\b(?:ʋ++|embeds?|contains?|have|has|there\s+are)\s+no)\s+(?:[\w-]+,?\s+|ŧ++,?\s+){0,5}?"
    r"(?P<what>social(?:\s+(?:media|network\w*|sharing))?\s+(?:plug-?ins?|buttons?|widgets?|embeds?|features?)"
    r"|(?:share|sharing|like)\s+buttons?)\b"
    r"|^\W*(?:(?:no|zero)\s+[\wŵŧ\s-]{1,30},\s+(?:and\s+)?){0,4}(?:no|zero)\s+(?P<what2>social(?:\s+(?:media|network\w*))?"
    r"\s+(?:plug-?ins?|buttons?|widgets?|ʋ++))(?=\W*$|,)"
)
# The purposes that are denied by what is not done; the beginnings of the words, one of which each pattern needs.
OF_PURPOSE: Final = (
    (P.ADVERTISING, words("adve ads ad mark"), ADVERTISING),
    (P.ANALYTICS, words("anal stat traf"), ANALYTICS),
    (P.SOCIAL, words("soci shar like"), SOCIAL),
)
LIMITED_TAIL: Final = (
    r"^\W*(?:based|to\s+(?:children|minors|kids|users\s+under|persons\s+under|you\s+based)|that"
    r"|in\s+(?:our\s+)?(?:e-?mails?|newsletters?)|using|from|which|within|targeted"
    r"|for\s+(?:\w+\s+){0,2}(?:products|goods|tobacco|alcohol|adult)|about|of\s+(?!any\b)\w+"
    r"|cookies\s+(?:on|unless|without|until)|by|without|unless|until|on\s+(?:certain|some"
    r"|our\s+(?:child|kid))|before|with\s+your|partners?|networks?|compan\w+|identif\w+|campaign"
    r"|preferences|cookies\s+to)"
)
BY_OTHERS: Final = (
    r"\s+(?:(?:are|is|will\s+be|were|have\s+been|(?:to\s+)?be)\s+)?(?:ʋ++\s+)?(?:by|from|of)\s+(?:any\s+)?(?P<whom>ŧ++)"
)
# "No cookies are set by us or by third parties"
BY_EVERYBODY: Final = (
    r"\s+(?:(?:are|is|will\s+be|were|have\s+been|(?:to\s+)?be)\s+)?(?:ʋ++\s+)?by\s+(?:us|me|[ŋŏ]++),?"
    r"\s+(?:or|and|nor|ɲ++)\s+(?:by\s+)?(?:(?:any|the|[ŋŏ]++)\s+){0,2}(?P<whom>ŧ++)"
)
LETS_ANYONE: Final = r"\b(?:allow|permit|let)\s+(?:any\s?one|anybody|others)\b"
IN_GENERAL: Final = (
    r"\bthird[\s-]part|\b(?:anyone|anybody|others)\b|\b(?:other|outside|external)\s+(?:companies|parties)\b"
    r"|\b(?:partners|advertisers|networks|companies|vendors|providers|suppliers|affiliates|sponsors|agencies)\b"
)
ADVERTISERS: Final = r"\b(?:advertisers?|ad(?:vertising)?\s+(?:networks?|servers?|compan\w+|partners?))\b"
ANYBODY: Final = r"\b(?:third[\s-]part|anyone|anybody|others\b|(?:other|outside|external)\s+(?:companies|parties))"
# "We do entirely without cookies": said of the site itself. That it works without them says only that it can.
DOES_WITHOUT: Final = r"^(?:[^.;ĸ]{1,60},\s+)?\W*[ŋŏ]++\s+(?:\w+\s+)?(?:do|does)\s+(?:\w+\s+)?$"
WORKS: Final = (
    r"\b(?:works?|runs?|operates?|functions?|do|does|manages?|be|are|is|done|usable|available|ʋ++)\s+(?:\w+\s+)?$"
)
