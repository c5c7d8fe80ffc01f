# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501
"""The words by which policies state a purpose: in a sentence about cookies, in a table's cell, in a heading.

The words alone do not make a statement about cookies ("to process your order"); whoever asks knows that the text
speaks of cookies. Tables are read in other languages too, so category names of those languages are here.
"""

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from inspector.core.policy import StatedPurpose as P
from inspector.policies.patterns import PatternBook, Row, plain, stems

_LONGEST_TEXT: Final = 2000
_KEEP: Final = (
    r"(?:remember|recall|retain|stor|sav|keep|record|hold|captur|recogni[sz]|memori[sz]|maintain|not|sav|set|track)"
)


class _Word(NamedTuple):
    """A way of stating a purpose. ``weight`` decides between purposes of one cell; 0 is for sentences only.

    ``label`` words count in cells and headings only: in running text they mean too many other things.
    """

    purpose: P
    weight: int
    label: bool = False


def _w(purpose: P, weight: int, anchors: str, source: str) -> Row[_Word]:
    return Row(_Word(purpose, weight), anchors, source)


def _label(purpose: P, weight: int, anchors: str, source: str) -> Row[_Word]:
    return Row(_Word(purpose, weight, True), anchors, source)


_ROWS: Final = (
    # A cart, an order, a payment.
    _w(P.CART, 5, "cart bask trol bag bags", r"\b(?:shopping|virtual|online|purchase)[\s-]+(?:cart|basket|bag|trolley)s?\b"),
    _w(P.CART, 4, "cart bask trol", r"\b(?:cart|basket|trolley)s?\b\"?(?!\s+abandon)"),
    _w(P.CART, 3, "chec", r"\bcheck[\s-]?out\b(?!\s+(?:our|the\s+(?:link|follow)|this|how))"),
    _w(P.CART, 3, "item prod good", r"\b(?:items?|products?|goods)\s+(?:that\s+|which\s+)?(?:you\s+(?:have\s+)?|you've\s+|are\s+|were\s+|being\s+)?(?:add|order|purchas|select|buy|bought)\w*"),
    _w(P.CART, 3, "orde purc tran paym buy", r"\b(?:process|complet|fulfil+|plac|track|mak|handl|submit|execut|carry(?:ing)?\s+out|facilitat|enabl)\w*\s+(?:(?:and|your|an?|the|of|any|online|payment|e-?commerce|card|\w+ing)\s+){0,3}(?:orders?|purchases?|transactions?|payments?)\b"),
    _w(P.CART, 2, "orde purc", r"\b(?:order(?:ing)?|purchas(?:e|ing)|booking)\s+(?:process|procedure|online|items|products|form|from\s+(?:us|our))\b"),
    _w(P.CART, 2, "paym", r"\bpayment\s+(?:session|process|transaction|method|information|pages?)"),
    _label(P.CART, 3, "ware warr pani carr cest wink koru", r"\bwarenkorb\w*|\bpanier\b|\bcarrito\b|\bcarrello\b|\bwinkelwagen\w*|\bcarrinho\b|\bkoszyk\w*|\bcesta\b"),
    # Who is it? Log-in, account, the user's session.
    _w(P.AUTHENTICATION, 5, "auth", r"\bauthenticat\w+|\bauthentification"),
    _w(P.AUTHENTICATION, 4, "logg log logi logo logs", r"\blog(?:ged|ging|s)?[\s-]?(?:in|on|into|out|off)\b|\blogins?\b|\blog-?ons?\b"),
    _w(P.AUTHENTICATION, 4, "sign", r"\bsign(?:ed|ing|s)?[\s-]?(?:in|on|into|out)\b"),
    _w(P.AUTHENTICATION, 3, "pass user", r"\b(?:passwords?|user[\s-]?ids?|log-?in\s+details|credentials)\b"),
    _w(P.AUTHENTICATION, 3, "regi memb subs cust", r"\b(?:identif|recogni[sz]|verif|know)\w*\s+(?:\w+\s+){0,4}?(?:registered|members?|subscribers?|account|customer)\b"),
    _w(P.AUTHENTICATION, 2, "regi", r"\b(?:re-?)?(?:enter|typ|input)\w*\s+(?:in\s+)?(?:the|your)\s+(?:registration|account)\b|\bregist(?:er|ration)\s+(?:process|and\s+(?:log|remain))"),
    _w(P.AUTHENTICATION, 3, "sess", r"\b(?:manag|maintain|keep|track|preserv|identif|hold|handl|creat|support)\w*\s+(?:(?:track\s+of|the|your|user|user's|a|an|unique|users?'?|php|server|visitor|visitor's|their|secure|anonymous|authenticated|of|log-?in|and)\s+){0,3}sessions?\b(?!\s+(?:cookies?|data|storage|count|replay|record))"),
    _w(P.AUTHENTICATION, 2, "sess", r"\buser\s+sessions?\b|\bsession\s+(?:management|integrity|identifier|information|id)\b"),
    _w(P.AUTHENTICATION, 2, "secu", r"\baccess(?:ing|es)?\s+(?:to\s+)?(?:the\s+)?secur\w+\s+(?:areas?|parts?|sections?|pages?)"),
    _w(P.AUTHENTICATION, 2, "memb", r"\bmembers?(?:'s?|-only)?\s+(?:area|section|status|account)s?\b"),
    _w(P.AUTHENTICATION, 2, "acco", r"\b(?:access|manag|us|associat|link)\w*\s+(?:to\s+|with\s+)?(?:your|their|the|user|a)\s+(?:user\s+|online\s+|member\s+|customer\s+)?accounts?\b|\baccount[\s-]related\b"),
    _label(P.AUTHENTICATION, 3, "anme einl iden inic acce auto conn aute logi", r"\banmeld\w+|\beinlogg\w+|\bidentifiant|\binici\w+\s+(?:de\s+)?sesi|\baccesso\b|\bautentic\w+|\bconnexion\b|\bautenti\w+|\bzalog\w+"),
    _w(P.ANALYTICS, 3, "pers", r"\bpersist\w*\s+(?:the\s+)?session\s+state"),
    # Safety of the site and its users.
    _w(P.SECURITY, 5, "csrf xsrf forg", r"\b[cx]srf\b|\brequest\s+forger\w+"),
    _w(P.SECURITY, 4, "frau", r"\bfraud\w*"),
    _w(P.SECURITY, 3, "secu", r"\bsecurity\b(?!\s+(?:number|of\s+your\s+(?:personal|information)|policy))|\bsecur(?:e|ing)\s+(?:and\s+\w+\s+)?(?:(?:our|the|your|this|its|use[rs]*'?|online|a)\s+){0,2}(?:site|web\s?sites?|services?|accounts?|connections?|payments?|transactions?|platform|access|experience|network|environment|data|information|browsing|user\s+(?:experience|data))\b"),
    _w(P.SECURITY, 3, "abus mali susp mali unau", r"\b(?:abus(?:e|es|ive)|misuse|malicious|suspicious|unauthori[sz]ed|malware|phishing)\b"),
    _w(P.SECURITY, 4, "bot bots robo huma capt reca auto", r"\b(?:bots?|robots?)\b|\bre?captcha\b|\bcaptcha\b|\bhuman(?:s)?\b|\bautomated\s+(?:traffic|requests?|attack|access)"),
    _w(P.SECURITY, 3, "atta ddos spam thre brut cybe", r"\battacks?\b|\bd?dos\b|\bspam\b|\bthreats?\b|\bbrute\b|\bcyber"),
    _w(P.SECURITY, 2, "prot safe safi", r"\bprotect\w*\s+(?:(?:our|your|the|its|user|and|their)\s+){1,3}(?:data|accounts?|site|web\s?site|users?|systems?|rights|information|services?|visitors?|platform)\b|\b(?:keep\w*|ensur\w*)\s+(?:\w+\s+){0,5}(?:safe|secure)\b|\bfor\s+your\s+(?:safety|protection)"),
    _label(P.SECURITY, 3, "sich secu sicu segu betr frau beve turv", r"\bsicherheit\w*|\bsécurité|\bsicurezza|\bseguridad|\bsegurança|\bbetrug\w*|\bbeveiliging|\bbezpiecze\w+"),
    # The visitor's choices; content made to measure.
    _w(P.PREFERENCES, 4, "pref", r"\bpreferen\w+(?!\s+(?:cent|manager|panel|tool))"),
    _w(P.PREFERENCES, 3, "lang", r"\blanguages?\b"),
    _w(P.PREFERENCES, 3, "pers", r"\b(?:hyper-?)?personali[sz]\w+(?!\s+(?:and\s+\w+\s+|or\s+\w+\s+)?(?:ads?\b|advert|market|promot|commerc))"),
    _w(P.PREFERENCES, 3, "cust", r"\bcustomi[sz]\w+(?!\s+(?:ads?\b|advert|market|promot))"),
    _w(P.PREFERENCES, 3, "tail adap", r"\b(?:tailor|adapt)\w*\s+(?:(?:and\s+\w+|our|the|your|this|to|you|content|site|or|that)\s+){0,3}(?:site|web\s?sites?|content|contents|experience|pages?|services?|information|visit|display|interface|browser)\b(?!\s+advert)"),
    _w(P.PREFERENCES, 2, "rele inte suit", r"\bcontents?\s+(?:\w+\s+){0,6}(?:relevant|interests?\b|suited|suits)|\brelevant\s+(?:content|information|features|results)\b"),
    _w(P.PREFERENCES, 3, "choi sele opti sett", rf"\b{_KEEP}\w*\s+(?:[\w'’\"/-]+,?\s+){{0,6}}?(?:choices?|selections?|options?|settings?|selected)\b"),
    _w(P.PREFERENCES, 2, "choi sett", r"\bchoices\s+(?:that\s+)?you\s+(?:have\s+)?ma[dk]e|\bsettings\s+(?:that\s+)?you\s+(?:have\s+)?\w+|\byour\s+(?:\w+\s+)?settings\b(?!\s+(?:to\s+(?:refus|reject|block)|in\s+your))"),
    _w(P.PREFERENCES, 2, "reme reca", r"\b(?:remember|recall)\w*\s+(?:\w+\s+)?(?:you\b(?!r)|information\s+(?:about|you)|that\s+you|who\s+you|your\s+(?:information|details|name|location|region|specific|visit|search|data|device|previous|past|use)|things|certain\s+information|past|previous|what|specific\s+information|user'?s?\b|recent|form)"),
    _w(P.PREFERENCES, 2, "font text layo regi curr them colo time zone loca", r"\b(?:font|text)\s+sizes?\b|\blayout\b|\byour\s+(?:region|currency|location)\b|\bcurrency\b|\b(?:colou?r|theme)\s+(?:scheme|mode|preference)|\btheme\b|\btime\s?zone\b"),
    _w(P.PREFERENCES, 2, "ente retype re re-e type fill form prov inpu ask popu", r"\b(?:avoid|save|not\s+(?:have|need)|without|unnecessary|don't\s+(?:have|need)|having|needing|so\s+you)\b[^.;]{0,40}\b(?:re-?enter|re-?typ|enter|fill|provid|input|ask)\w*|\bpre-?fill|\bpre-?populat\w+|\bform\s+(?:fields?|data)"),
    _w(P.PREFERENCES, 2, "gree welc", r"\bgreet\w*\s+you|\bwelcome\s+(?:you|back)"),
    _w(P.PREFERENCES, 2, "save time", r"\bsave\s+you\s+time\b|\bconvenience\b"),
    _w(P.PREFERENCES, 1, "rece view hist", r"\brecently\s+(?:viewed|visited|used|search\w*)|\b(?:viewed|visited)\s+(?:items|products|pages)\s+(?:list|history)"),
    _w(P.PREFERENCES, 2, "cons bann acce noti", r"\b(?:cookie|consent|privacy)[\s-]+(?:consent|choices?|acceptance|banner|notice|message|decision|status|selection|settings?|preferences?)\b|\bconsent\s+(?:settings?|selection|choice|status|state|meta|decision|preference)|\b(?:accept|consent|agree|reject)\w*\s+(?:\w+\s+){0,4}(?:cookies?|the\s+banner)\b"),
    _w(P.PREFERENCES, 1, "func", r"\benhanced?\s+(?:\w+\s+){0,3}(?:functionality|features)\b"),
    _label(P.PREFERENCES, 2, "func funk fonc funz fung funk komf", r"\bfunctional(?:ity)?\b|\bfunktional\w*|\bfunktionell\w*|\bfonctionn\w+|\bfunzional\w+|\bfuncional\w*|\bfunctionele|\bkomfort\w*|\bfunksjonell\w*|\bfunktionel\w*"),
    _label(P.PREFERENCES, 3, "präf eins pref préf spra lang ling idio voor pers", r"\bpräferenz\w*|\beinstellung\w*|\bpréférence\w*|\bpreferenz\w+|\bpreferencia\w*|\bvoorkeur\w*|\bsprache\w*|\blangue\b|\blingua\b|\bidioma\b|\bpersonnalis\w+|\bpersonalizza\w+"),
    # Counting and understanding use.
    _w(P.ANALYTICS, 4, "anal web", r"\b(?:web-?)?analytics?\b|\banalytical\b"),
    _w(P.ANALYTICS, 3, "stat", r"\bstatistic\w*"),
    _w(P.ANALYTICS, 3, "traf", r"\btraffic\b(?!\s+(?:from\s+bots|routing))"),
    _w(P.ANALYTICS, 3, "usag use", r"\busage\b|\b(?:your|their|visitors?'?|users?'?)\s+use\s+of\s+(?:the|our|this|these)\b"),
    _w(P.ANALYTICS, 3, "how", r"\bhow\s+(?:(?:many|often|frequently|long|well|much|the|our|your|users?|visitors?|people|you|they|customers?|individuals?|each|a|site|web\s?sites?|and|when|online|members?|various|services?|pages?|different|to|end|other|widely|effectively)\W+){0,6}(?:us(?:e|es|ed|ing)|interact\w*|navigat\w*|mov\w*|behav\w*|access\w*|f(?:i|ou)nd|engag\w*|brows\w*|perform\w*|reach\w*|view\w*|visit\w*|arriv\w*|travel\w*|utili[sz]\w*|experienc\w*|respond\w*|came|come|read|explor\w*|operat\w*)\b"),
    _w(P.ANALYTICS, 3, "coun numb", r"\bcount(?:s|ed|ing)?\s+(?:the\s+)?(?:\w+\s+)?(?:visits?|visitors?|users?|number|page|people|clicks|hits|how|and)|\bnumbers?\s+of\s+(?:\w+\s+){0,2}(?:visit\w*|users?|people|times|hits|page|views|unique|sessions|customers)"),
    _w(P.ANALYTICS, 3, "anal", r"\banaly[sz](?:e|es|ed|ing)\b(?!\s+fraud)|\banalysis\b"),
    _w(P.ANALYTICS, 2, "meas audi", r"\bmeasur(?:e|es|ed|ing|ement)\b(?!\s+(?:of|the)?\s*(?:\w+\s+){0,3}(?:ads?\b|advert|campaign|marketing|security|conversion))(?!s\b)|\baudience\s+measurement"),
    _w(P.ANALYTICS, 2, "aggr", r"\baggregated?\b"),
    _w(P.ANALYTICS, 2, "tren patt habi", r"\btrends?\b|\b(?:usage|browsing|visit(?:or)?|user|behaviou?r\w*|navigation|viewing|surfing|actions\s+and)\s+(?:patterns?|habits?|behaviou?r)"),
    _w(P.ANALYTICS, 2, "page area feat sect part", r"\b(?:which|what|the|most)\s+(?:\w+\s+){0,2}?(?:pages?|areas?|sections?|parts|features|content|articles|videos)\b[^.;]{0,30}?\b(?:visit\w*|view\w*|popular\w*|access\w*|are\s+being\s+used|used|click\w*|read|interest\w*)"),
    _w(P.ANALYTICS, 2, "popu", r"\bpopular(?:ity)?\b"),
    _w(P.ANALYTICS, 2, "impr opti enha deve", r"\b(?:improv|optimi[sz]|enhanc|develop|refin)\w*\s+(?:(?:and|or|to|the|our|this|these|its|your|all|of|quality|performance|how|\w+ing|\w+e|functionality|usability|content|user\s+experience|design|overall)\s+){0,5}?(?:site|sites|web\s?sites?|web\s+pages?|services?|content|pages?|platform|products?|performance|usability|offerings|app|navigation|functionality|structure|operations?)\b"),
    _w(P.ANALYTICS, 2, "trac moni foll", r"\b(?:track|monitor|follow|log|trac)\w*\s+(?:(?:and|analy[sz]e|the|user|users'?|users?|visitors?'?|visitor|your|their|how|site|website|number|overall|page|general|individual|internet|online|which|customer|of|web)\W+){0,4}(?:movements?|usage|use|visits?|visitors|activit\w+|users|behaviou?r|trends|traffic|pages?|patterns|views|navigation|numbers?|clicks?)\b"),
    _w(P.ANALYTICS, 2, "visi uniq dist", r"\bunique\s+(?:visitors?|users?|sessions?|browsers?)|\b(?:distinguish|differentiat)\w*\s+(?:between\s+)?(?:you\s+from|(?:unique\s+)?(?:users?|visitors?|sessions?))\b|\bvisitors?\s+(?:statistics|numbers|count|behaviou?r|information)"),
    _w(P.ANALYTICS, 2, "perf", r"\b(?:site|web\s?site|page)(?:'s)?\s+performance\b|\bperformance\s+(?:of|cookies?|data|metrics|and)\b|\bhow\s+(?:our|the)\s+\w+\s+perform"),
    _w(P.ANALYTICS, 2, "unde", r"\bunderstand\w*\s+(?:\w+\s+){0,3}?(?:how|what|where|which|user|users?|visitors?|our|your|the\s+(?:use|way|behaviou?r)|site|behaviou?r|usage)\b(?!\s+(?:interests|preferences))"),
    _w(P.ANALYTICS, 2, "demo rese metr benc comp mark user", r"\bdemographic\w*|\b(?:market|user)\s+research\b|\bresearch\s+(?:purposes|into)|\bmetrics?\b|\bbenchmark\w*|\bcompil\w*\s+(?:\w+\s+){0,2}reports?"),
    _w(P.ANALYTICS, 2, "test expe", r"\b(?:a/b|ab|split|multivariate)\W{0,2}\s?(?:test\w*|experiments?)|\btest(?:s|ing)?\s+(?:new|different)\s+(?:\w+\s+)?(?:features?|designs?|ideas|versions|pages)"),
    _w(P.ANALYTICS, 1, "brow visi", r"\b(?:browsing|navigation|visitor|site|visit)\s+(?:data|information|history|activity)\b|\b(?:pages?|paths?|routes?)\s+(?:you\s+(?:have\s+)?|they\s+|users?\s+|visitors?\s+)?(?:visit|view|tak|brows|took)\w*|\breferr\w+\s+(?:url|site|page|address)|\bthe\s+referrer\b"),
    _label(P.ANALYTICS, 4, "stat anal mess mesu misu rend leis pres medi prest reic", r"\bstatisti[kqcs]\w*|\bstatystyc\w+|\banaly[st]\w*|\banalisi|\banalític\w*|\banalyt\w+|\banalitic\w+|\bmesure\b|\breichweit\w+|\bleistung\w*|\bprestazion\w+|\brendimiento|\bestad[ií]stic\w+|\bperformance\b"),
    # Advertisements, whoever shows them.
    _w(P.ADVERTISING, 4, "adve", r"\badvert(?:i[sz]\w+|s?\b|orial)"),
    _w(P.ADVERTISING, 4, "ads ad", r"\bads?\b(?!\s*hoc)(?!-hoc)"),
    _w(P.ADVERTISING, 3, "mark", r"\bmarketing\b(?!\s+(?:e-?mails?|communications?|messages?|materials?|newsletters?))|\bmarketers?\b"),
    _w(P.ADVERTISING, 4, "rema reta re-m re-t", r"\bre-?(?:market|target)\w+"),
    _w(P.ADVERTISING, 3, "inte beha", r"\b(?:interest|behaviou?r\w*)[\s-]based\b|\bdart\b"),
    _w(P.ADVERTISING, 2, "camp conv", r"\b(?:marketing\s+|promotional\s+)?campaigns?\b|\bconversions?\b|\battribution\b"),
    _w(P.ADVERTISING, 2, "spon affi offe", r"\bsponsor(?:s|ed|ship)?\b|\baffiliate\s+(?:market\w+|links?|network|program\w*|partner\w*|commission)|\b(?:special|relevant|personali[sz]ed|targeted|promotional|commercial)\s+offers?\b"),
    _w(P.ADVERTISING, 2, "targ", r"\btarget(?:ed|ing)\s+(?:and\s+\w+\s+)?(?:cookies?|content|messages|market\w+|purposes|information)|\btargeting\b"),
    _label(P.ADVERTISING, 4, "mark werb publ pubb reti anzei rekl mainos", r"\bmarketing\w*|\bwerb(?:ung|e\w*)|\bpublici\w+|\bpubblicit\w+|\badvertentie\w*|\bpublicit\w+|\breklam\w*|\bmainon\w*|\bmarkkinoin\w*|\bmarknadsf\w+|\bmarkedsf\w+"),
    # Social networks and what is embedded.
    _w(P.SOCIAL, 4, "soci", r"\bsocial\s+(?:net\w*|media|plug|button|shar|featur|widget|platform|site|link|cookies?|bookmark)\w*(?!\s+(?:log-?ins?|log-?in|accounts?|sign))"),
    _w(P.SOCIAL, 3, "shar like twee", r"\bshar(?:e|es|ing)\s+(?:\w+\s+){0,3}?(?:pages?|content|articles?|buttons?|posts|tools?|plug-?ins?|icons?|widgets?|with\s+(?:your\s+)?friends)|\b(?:share|like|tweet|follow|pin\s+it|\+1|plus\s+one|recommend)\W{1,3}\s?(?:and\s+\W?\w+\W?\s+|or\s+\W?\w+\W?\s+|/\s*\w+\s+)?(?:buttons?|functions?|widgets?|icons?)|\bretweet"),
    _w(P.SOCIAL, 3, "embe", r"\bembed(?:s|ded|ding)?\b(?!\s+(?:in|within|on|into)\s+(?:e-?mail|an?\s+e-?mail|the\s+e-?mail|browser|web\s+browser))"),
    _w(P.SOCIAL, 2, "vide", r"\bvideos?\s+(?:content\s+)?(?:from|hosted|player|on\s+(?:youtube|vimeo))|\b(?:play|watch)\w*\s+(?:\w+\s+)?videos?\b"),
    _label(P.SOCIAL, 4, "sozi soci réseaux rése rede sosi", r"\bsoziale\w*|\bréseaux?\s+soci\w+|\bsocial\b|\bredes\s+soc\w+|\bsociale\b"),
)  # fmt: skip
_NECESSARY: Final = (
    Row(P.NECESSARY, "nece esse mand indi requ tech basi oper", r"\b(?:strictly\s+)?(?:necessary|essential|essentiel|mandatory|indispensable|required|technical|operational|technically\s+\w+|basic|core)\b"),
    Row(P.NECESSARY, "notw erfo néce tech nece neod nöd nødv niez wese strik essen impre obli välttämättömät", r"\bnotwendig\w*|\berforderlich\w*|\bnécessaires?|\btechni(?:sch|que|co)\w*|\bnecessari\w*|\bnoodzakelijk\w*|\bnödvändig\w*|\bnødvendig\w*|\bniezbędn\w*|\bwesentlich\w*|\btécnic\w*|\btecnic\w*|\bobligat\w+"),
)  # fmt: skip
# Where two purposes weigh the same: the narrower one tells more.
_PRECEDENCE: Final = (P.CART, P.SECURITY, P.AUTHENTICATION, P.SOCIAL, P.ADVERTISING, P.ANALYTICS, P.PREFERENCES)
_SHORT: Final = 60
_SURE: Final = 3


class PurposeHit(NamedTuple):
    """A purpose and the place in the text that states it."""

    purpose: P
    start: int
    end: int


@cache
def _book() -> PatternBook[_Word]:
    return PatternBook(_ROWS)


@cache
def _necessary() -> PatternBook[P]:
    return PatternBook(_NECESSARY)


def purposes_in(text: str, words: frozenset[str]) -> Iterator[PurposeHit]:
    """Yield every purpose that a plain sentence states, with its place."""
    for word, match in _book().matches(text, words):
        if not word.label:
            yield PurposeHit(word.purpose, match.start(), match.end())


def plain_purposes(text: str) -> tuple[P, ...]:
    """Return the purposes that a short description states by words that can mean little else."""
    lowered = plain(text[:_LONGEST_TEXT])
    found = [word.purpose for word, _ in _book().matches(lowered, stems(lowered)) if word.weight >= _SURE and not word.label]
    return tuple(dict.fromkeys(found))


def purpose_of(text: str) -> P | None:
    """Return the purpose that a cell, a heading or a short description states above all, in any of our languages.

    >>> purpose_of("Marketing cookies").value, purpose_of("Used to distinguish users").value
    ('advertising', 'analytics')
    """
    lowered = plain(text[:_LONGEST_TEXT])
    words = stems(lowered)
    scores: dict[P, float] = {}
    for word, match in _book().matches(lowered, words):
        early = 1.0 if match.start() < _SHORT else 0.5
        scores[word.purpose] = scores.get(word.purpose, 0.0) + word.weight * early
    if scores:
        return max(scores, key=lambda purpose: (scores[purpose], -_PRECEDENCE.index(purpose)))
    return P.NECESSARY if len(lowered) <= 4 * _SHORT and states_necessity(lowered, words) else None


def states_necessity(text: str, words: frozenset[str]) -> bool:
    """Whether a plain text calls something necessary, essential or technically required."""
    return _necessary().first(text, words) is not None
