# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Purposes that serve the visitor: cart, log-in, safety, preferences; and necessity."""

from typing import Final

from inspector.core.policy import StatedPurpose as P
from inspector.policies.patterns import Row
from inspector.policies.purpose_words.rows import label, word

_KEEP: Final = (
    r"(?:remember|recall|retain|preserv|stor|sav|keep|record|hold|captur|recogni[sz]|memori[sz]|maintain"
    r"|not|sav|set|track)"
)
# "Even if you are not signed in", "not registered at or signed into our site": a state, no purpose.
_NOT_STATE: Final = r"(?<!\bnot )(?<!n't )(?<!registered at or )(?<!registered or )"
SERVICE: Final = (
    # A cart, an order, a payment.
    word(
        P.CART,
        5,
        "cart bask trol bag bags",
        r"\b(?:shopping|virtual|online|purchase)[\s-]+(?:cart|basket|bag|trolley)s?\b",
    ),
    word(P.CART, 4, "cart bask trol", r"\b(?:cart|basket|trolley)s?\b\"?(?!\s+abandon)"),
    word(P.CART, 3, "chec", r"\bcheck[\s-]?out\b(?!\s+(?:our|the\s+(?:link|follow)|this|how))"),
    word(
        P.CART,
        3,
        "item prod good",
        (
            r"\b(?:items?|products?|goods)\s+(?:that\s+|which\s+)?(?:you\s+(?:have\s+)?|you've\s+|are\s+"
            r"|were\s+|being\s+)?(?:add|order|purchas|select|buy|bought)\w*"
        ),
    ),
    word(
        P.CART,
        3,
        "orde purc tran paym buy",
        (
            r"(?<!\bsuch\sas\s)(?<!\be\.g\.,\s)(?<!\be\.g\.\s)\b(?:process|complet|fulfil+|plac|track|mak|handl|submit|execut|carry(?:ing)?\s+out"
            r"|facilitat|enabl)\w*\s+(?:(?:and|your|an?|the|of|any|online|payment|e-?commerce|card"
            r"|\w+ing)\s+){0,3}(?:orders?|purchases?|transactions?|payments?)\b"
        ),
    ),
    word(
        P.CART,
        3,
        "orde",
        r"\b(?:put|add|added|chosen|placed|have)\s+(?:in|to)\s+your\s+order\b|\borders?\s+(?:is|are)\s+(?:remembered|kept|stored)\b|\bremember\w*\s+(?:your|the)\s+orders?\b",
    ),
    word(
        P.CART,
        2,
        "orde purc",
        (
            r"\b(?:order(?:ing)?|purchas(?:e|ing)|booking)\s+(?:process|procedure|online|items|products"
            r"|form|from\s+(?:us|our))\b"
        ),
    ),
    word(P.CART, 2, "paym", r"\bpayment\s+(?:session|process|transaction|method|information|pages?)"),
    label(
        P.CART,
        3,
        "ware warr pani carr cest wink koru",
        (
            r"\bwarenkorb\w*|\bpanier\b|\bcarrito\b|\bcarrello\b|\bwinkelwagen\w*|\bcarrinho\b|\bkoszyk\w*"
            r"|\bcesta\b"
        ),
    ),
    word(P.CART, 2, "shop", r"\b(?:for|of|enabl\w*|provid\w*)\s+(?:the\s+)?(?:\w+\s+){0,2}?online\s+shopping\b"),
    # Who is it? Log-in, account, the user's session.
    word(P.AUTHENTICATION, 5, "auth", r"\bauthenticat\w+|\bauthentification"),
    word(
        P.AUTHENTICATION,
        4,
        "logg log logi logo logs",
        rf"{_NOT_STATE}\blog(?:ged|ging|s)?[\s-]?(?:in|on|into|out|off)\b(?!\s+to\s+(?:that|those|their|these)\b)"
        r"|\blogins?\b|\blog-?ons?\b|\blog-ins\b",
    ),
    word(P.AUTHENTICATION, 4, "need", r"\bneed(?:\s+not|n't)\s+(?:\w+\s+)?(?:sign|log)[\s-]?(?:in|on)\b"),
    word(P.AUTHENTICATION, 4, "sign", rf"{_NOT_STATE}\bsign(?:ed|ing|s)?[\s-]?(?:in|on|into|out)\b"),
    word(
        P.AUTHENTICATION,
        3,
        "sess",
        r"\b(?:stor|hold|keep|maintain|sav|pass|manag)\w*\s+(?:(?:the|your|our|user|php)\s+){0,2}session\s+(?:data|variables)\b",
    ),
    word(
        P.AUTHENTICATION,
        3,
        "pass user",
        r"\b(?:passwords?|(?<!unique\s)user[\s-]?ids?|log-?in\s+details|credentials)\b",
    ),
    word(
        P.AUTHENTICATION,
        3,
        "regi memb subs cust",
        (
            r"\b(?:identif|recogni[sz]|verif|know)\w*\s+(?:\w+\s+){0,4}?(?:registered|members?"
            r"|subscribers?|account|customer)\b"
        ),
    ),
    word(
        P.AUTHENTICATION,
        2,
        "regi",
        (
            r"\b(?:re-?)?(?:enter|typ|input)\w*\s+(?:in\s+)?(?:the|your)\s+(?:registration|account)\b"
            r"|\bregist(?:er|ration)\s+(?:process|and\s+(?:log|remain))"
        ),
    ),
    word(
        P.AUTHENTICATION,
        3,
        "sess",
        (
            r"\b(?!(?:identif|track)\w*\s+(?:\w+\s+)?browsing\b)"  # of a visit, which says nothing of who it is
            r"(?:manag|maintain|keep|track|preserv|identif|hold|handl|creat"
            r"|support)\w*\s+(?:(?:track\s+of|the|your|user|user's|a|an|unique|users?'?|php|server|visitor"
            r"|visitor's|their|secure|anonymous|authenticated|online|browsing|shopping|of|log-?in"
            r"|and)\s+){0,4}sessions?\b(?!\s+(?:cookies?|data|storage|count|replay|record|state\s+(?:for|of)\s+(?:\w+\s+)?analytics))"
        ),
    ),
    word(
        P.AUTHENTICATION,
        2,
        "sess",
        r"\buser\s+sessions?\b|\bsession\s+(?:management|integrity|identifier|information(?!,\s+such\s+as\b)|id)\b(?!\W{0,2}\s+cookies?\b)",
    ),
    word(
        P.AUTHENTICATION,
        2,
        "secu",
        r"\baccess(?:ing|es)?\s+(?:to\s+)?(?:the\s+)?secur\w+\s+(?:areas?|parts?|sections?|pages?)",
    ),
    word(P.AUTHENTICATION, 2, "memb", r"\bmembers?(?:'s?|-only)?\s+(?:area|section|status|account)s?\b"),
    word(
        P.AUTHENTICATION,
        2,
        "acco",
        (
            r"\b(?:access|manag|us|associat|link|connect)\w*\s+(?:to\s+|with\s+)?(?:your|their|the|user"
            r"|a)\s+(?:user\s+|online\s+|member\s+|customer\s+)?accounts?\b|\baccount[\s-]related\b"
        ),
    ),
    word(
        P.PREFERENCES,
        3,
        "seen",
        r"\bknows?\s+(?:that\s+|if\s+|whether\s+)?you(?:'ve|\s+have)\s+(?:already\s+)?seen\b(?!\s+(?:an?\s+|the\s+)?(?:ads?\b|advert))",
    ),
    word(
        P.PREFERENCES,
        3,
        "zip post town favo city near",
        rf"\b{_KEEP}\w*\s+your\s+(?:[\w'’-]+,?\s+){{0,4}}?(?:zip\s*code|post(?:al)?\s*code|home\s?town|town|city|nearest\s+\w+|favou?rites?"
        r"|favou?rite\s+\w+)\b",
    ),
    word(P.PREFERENCES, 3, "topi post thre mess", r"\bstor\w*\s+which\s+(?:topics|posts|threads|messages)\b"),
    label(
        P.AUTHENTICATION,
        3,
        "anme einl iden inic acce auto conn aute logi",
        (
            r"\banmeld\w+|\beinlogg\w+|\bidentifiant|\binici\w+\s+(?:de\s+)?sesi|\baccesso\b|\bautentic\w+"
            r"|\bconnexion\b|\bautenti\w+|\bzalog\w+"
        ),
    ),
    label(P.AUTHENTICATION, 2, "sess sitz sesi", r"^\W*(?:session|sitzung|sesión|sessione|sessie)\W*$"),
    word(P.ANALYTICS, 3, "pers", r"\bpersist\w*\s+(?:the\s+)?session\s+state"),
    word(
        P.ANALYTICS,
        3,
        "sess",
        r"\bmaintain\w*\s+(?:the\s+)?session\s+state\s+(?:for|of)\s+(?:\w+\s+)?(?:analytics|statistics)",
    ),
    # Safety of the site and its users.
    word(P.SECURITY, 5, "csrf xsrf forg", r"\b[cx]srf\b|\brequest\s+forger\w+"),
    word(P.SECURITY, 4, "frau", r"\bfraud\w*"),
    word(
        P.SECURITY,
        3,
        "secu",
        (
            r"\bsecurity\b(?!\s+(?:number|of\s+your\s+(?:personal|information)|policy))|\bsecur(?:e"
            r"|ing)\s+(?:and\s+\w+\s+)?(?:(?:our|the|your|this|its|use[rs]*'?|online|a)\s+){0,2}(?:site"
            r"|web\s?sites?|services?|accounts?|connections?|payments?|transactions?|platform|access"
            r"|experience|network|environment|data|information|browsing|user\s+(?:experience|data))\b"
        ),
    ),
    word(
        P.SECURITY,
        3,
        "abus mali susp mali unau",
        r"\b(?:abus(?:e|es|ive)|misuse|malicious|suspicious|unauthori[sz]ed|malware|phishing)\b",
    ),
    word(
        P.SECURITY,
        4,
        "bot bots robo huma capt reca auto",
        (
            r"\b(?:bots?|robots?)\b|\bre?captcha\b|\bcaptcha\b|\bhuman(?:s)?\b|\bautomated\s+(?:traffic"
            r"|requests?|attack|access)"
        ),
    ),
    word(
        P.SECURITY,
        3,
        "atta ddos spam thre brut cybe",
        r"\battacks?\b|\bd?dos\b|\bspam\b|\bthreats?\b|\bbrute\b|\bcyber",
    ),
    word(
        P.SECURITY,
        2,
        "prot safe safi secu",
        (
            r"\bprotect\w*\s+(?:(?:our|your|the|its|user|and|their)\s+){1,3}(?:data|accounts?|site"
            r"|web\s?site|users?|systems?|rights|information|services?|visitors?|platform)\b|\b(?:keep\w*"
            r"|ensur\w*)\s+(?:\w+\s+){0,5}(?:safe|secure)\b|\bfor\s+your\s+(?:safety|protection)"
        ),
    ),
    label(
        P.SECURITY,
        3,
        "sich secu sicu segu betr frau beve turv",
        (
            r"\bsicherheit\w*|\bsécurité|\bsicurezza|\bseguridad|\bsegurança|\bbetrug\w*|\bbeveiliging"
            r"|\bbezpiecze\w+"
        ),
    ),
    # The visitor's choices; content made to measure.
    word(
        P.PREFERENCES,
        2,
        "inte",
        r"\btrack\s+and\s+target\s+(?:the\s+)?interests\b[^.;]{0,60}\benhance\b|\btarget\s+the\s+interests\s+of\s+(?:our\s+)?users\s+to\s+enhance",
    ),
    word(
        P.PREFERENCES,
        3,
        "disp scre soun them boar layo",
        rf"\b{_KEEP}\w*\s+(?:[\w'’\"/-]+,?\s+){{0,6}}?(?:(?:screen|display)\s+(?:choices|options|settings)|layout|theme|sound\s+(?:on|settings))\b",
    ),
    word(P.PREFERENCES, 4, "pref", r"(?<!\bconsent\s)\bpreferen\w+\b(?!\s+(?:cent|manager|panel|tool))"),
    word(P.PREFERENCES, 3, "lang", r"\blanguages?\b"),
    word(
        P.PREFERENCES,
        3,
        "pers",
        (
            r"(?<!\bad[\s-])\b(?:hyper-?)?personali[sz]\w+\b(?!\s+(?:and\s+\w+\s+|or\s+\w+\s+)?"
            r"(?:(?:the|those|these|their|its|our|such)\s+)?(?:ads?\b|effectiveness|advert|market"
            r"|promot|commerc))"
        ),
    ),
    word(P.PREFERENCES, 3, "cust", r"\bcustomi[sz]\w+\b(?!\s+(?:ads?\b|advert|market|promot))"),
    word(
        P.PREFERENCES,
        3,
        "tail adap",
        (
            r"\b(?:tailor|adapt)\w*\s+(?:(?:and\s+\w+|both|our|the|your|this|to|you|content|site|or"
            r"|that)\s+){0,3}(?:site|web\s?sites?|content|contents|experience|pages?|services?|information"
            r"|visit|display|interface|browser)\b(?!\s+advert)"
        ),
    ),
    word(
        P.PREFERENCES,
        2,
        "rele inte suit",
        (
            r"\bcontents?\s+(?:\w+\s+){0,6}(?:relevant|interests?\b|suited|suits)|\brelevant\s+(?:content"
            r"|information|features|results)\b"
        ),
    ),
    word(
        P.PREFERENCES,
        3,
        "choi sele opti sett",
        (
            rf"\b{_KEEP}\w*\s+(?:[\w'’\"/-]+,?\s+){{0,6}}?(?:choices?|selections?|options?|settings?(?!\s+of)"
            rf"|selected)\b"
        ),
    ),
    word(
        P.PREFERENCES,
        2,
        "choi sett",
        (
            r"\bchoices\s+(?:that\s+)?you\s+(?:have\s+)?ma[dk]e"
            r"|\bsettings\s+(?:that\s+)?you\s+(?:have\s+)?\w+"
            r"|\byour\s+(?:\w+\s+)?settings\b(?!\s+(?:to\s+(?:refus|reject|block)|in\s+your))"
        ),
    ),
    word(
        P.PREFERENCES,
        3,
        "mobi chec valu reop comp wish",
        (
            r"\b(?:remember|stor|record|sav|keep|whether)\w*\s+[^.;]{0,40}\bmobile\s+version\b"
            r"|\b(?:state|value)s?\s+(?:entered\s+)?(?:of|into|in)\s+[^.;]{0,60}\b(?:checkbox|form|field)\w*"
            r"|\bcan\s+be\s+reopened\b|\brecently\s+compared\b|\bcompar(?:e|ison)\s+list\b|\bwish\s?lists?\b"
        ),
    ),
    word(
        P.PREFERENCES,
        3,
        "pers stor sav conf",
        r"\b(?:persist|stor|sav|keep)\w*\s+(?:a|the|your)\s+(?:user'?s?\s+)?(?:[\w-]+\s+){0,2}(?:configuration|settings)\b",
    ),
    word(
        P.SECURITY,
        3,
        "oaut orig toke same",
        (
            r"\b(?:started|begun)\s+the\s+(?:oauth|login|sign-in)\s+flow\b|\bsame\s+user\s+(?:that|who)\s+completes\b"
            r"|\bcheck\s+(?:to\s+see\s+)?(?:if|whether)\s+(?:a|the)\s+request\s+originates?\b"
        ),
    ),
    word(
        P.PREFERENCES,
        2,
        "reme reca",
        (
            r"\b(?:remember|recall)\w*\s+(?:\w+\s+)?(?:which\s+(?:\w+\s+)?you\b|you\b(?!r)|information\s+(?:about|you)|that\s+you"
            r"|who\s+you|your\s+(?:information|details|name|location|region|specific|visit|search|data"
            r"|device|previous|past|use)|things|certain\s+information|past|previous|specific\s+information"
            r"|user'?s?\b|recent|form)"
        ),
    ),
    word(
        P.PREFERENCES,
        2,
        "font text layo regi curr them colo time zone loca",
        (
            r"\b(?:font|text)\s+sizes?\b|\blayout\b|(?<!\bin\s)\byour\s+(?:region|currency|location)\b|\bcurrency\b"
            r"|\b(?:colou?r|theme)\s+(?:scheme|mode|preference)|\btheme\b|\btime\s?zone\b"
        ),
    ),
    word(
        P.PREFERENCES,
        2,
        "ente retype re re-e type fill form prov inpu ask popu",
        (
            r"\b(?:avoid|save|not\s+(?:have|need)|need\s+not|needn\'t|without|unnecessary|don't\s+(?:have"
            r"|need)|having|needing|so\s+you)\b[^.;]{0,40}\b(?:re-?enter|re-?typ|enter|fill|provid|input"
            r"|ask)\w*|\bpre-?fill|\bpre-?populat\w+|\bform\s+(?:fields?|data)"
        ),
    ),
    word(
        P.PREFERENCES,
        2,
        "visi",
        r"\b(?:requested|chosen|selected|entered|provided|used|made)\s+(?:in|on|during|at)\s+(?:an?\s+|your\s+|the\s+|their\s+)?"
        r"(?:previous|earlier|prior|last|past)\s+visits?\b",
    ),
    word(P.PREFERENCES, 2, "gree welc", r"\bgreet\w*\s+you|\bwelcome\s+(?:you|back)"),
    word(P.PREFERENCES, 2, "save time", r"\bsaves?\s+you\s+(?:the\s+)?(?:time|trouble)\b|\bconvenience\b"),
    word(
        P.PREFERENCES,
        1,
        "rece view hist",
        (
            r"\brecently\s+(?:viewed|visited|used|search\w*)|\b(?:viewed|visited)\s+(?:items|products"
            r"|pages)\s+(?:list|history)"
        ),
    ),
    label(
        P.PREFERENCES,
        2,
        "cook cons priv",
        (
            r"\b(?:cookie|consent|privacy)[\s-]+(?:consent|choices?|acceptance|banner|notice|message"
            r"|decision|status|selection|settings?|preferences?)\b|\bconsent\s+(?:settings?|selection"
            r"|choice|status|state|meta|decision|preference)"
        ),
    ),
    word(
        P.PREFERENCES,
        2,
        "acce cons agre reje dism seen",
        (
            r"\b(?:remember|stor|sav|record|keep|note|know)\w*\s+[^.;]{0,60}?\b(?:accept|consent|agree"
            r"|reject|dismiss|seen)\w*\s+(?:\w+\s+){0,4}(?:cookies?|the\s+banner)\b"
        ),
    ),
    word(
        P.PREFERENCES,
        2,
        "inte reco",
        (
            r"\b(?:content|articles|information|recommendations?|topics|stories"
            r"|news)\b[^.;]{0,40}\binterest(?:s|ed|ing)?\b|\brecommend\w*\s+(?:\w+\s+){0,3}(?:articles"
            r"|content|products|items|videos)"
        ),
    ),
    # "Required for basic website functionality": what the site cannot do without, and no comfort.
    label(P.NECESSARY, 3, "func", r"\b(?:basic|core|essential|necessary|minimum)\s+(?:[\w'-]+\s+){0,2}?function\w*"),
    word(P.PREFERENCES, 1, "func", r"\benhanced?\s+(?:\w+\s+){0,3}(?:functionality|features)\b"),
    label(
        P.PREFERENCES,
        2,
        "func funk fonc funz fung funk komf",
        (
            r"\bfunctional(?:ity)?\b|\bfunktional\w*|\bfunktionell\w*|\bfonctionn\w+|\bfunzional\w+"
            r"|\bfuncional\w*|\bfunctionele|\bkomfort\w*|\bfunksjonell\w*|\bfunktionel\w*"
        ),
    ),
    label(
        P.PREFERENCES,
        3,
        "präf eins pref préf spra lang ling idio voor pers",
        (
            r"\bpräferenz\w*|\beinstellung\w*|\bpréférence\w*|\bpreferenz\w+|\bpreferencia\w*"
            r"|\bvoorkeur\w*|\bsprache\w*|\blangue\b|\blingua\b|\bidioma\b|\bpersonnalis\w+"
            r"|\bpersonalizza\w+"
        ),
    ),
)
NECESSARY: Final = (
    Row(
        P.NECESSARY,
        "nece esse mand indi requ tech basi oper",
        (
            r"\b(?:strictly\s+)?(?:necessary|essential|essentiel|mandatory|indispensable|required"
            r"|technical|operational|technically\s+\w+|basic|core)\b"
        ),
    ),
    Row(
        P.NECESSARY,
        "notw erfo néce tech nece neod nöd nødv niez wese strik essen impre obli välttämättömät",
        (
            r"\bnotwendig\w*|\berforderlich\w*|\bnécessaires?|\btechni(?:sch|que|co)\w*|\bnecessari\w*"
            r"|\bnoodzakelijk\w*|\bnödvändig\w*|\bnødvendig\w*|\bniezbędn\w*|\bwesentlich\w*|\btécnic\w*"
            r"|\btecnic\w*|\bobligat\w+"
        ),
    ),
)
