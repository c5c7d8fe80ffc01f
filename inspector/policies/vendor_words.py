# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The words by which third parties are found in a role on the site, and told from those that have none.

What each is for stands where it is used (:mod:`inspector.policies.vendors`).
"""

import re
from typing import Final

from inspector.policies.patterns import late, words

ROLE: Final = (
    r"\b(?:cookies?|beacons?|pixels?|analytics?|analytical|analy[sz]\w*|statistic\w*|advert\w+"
    r"|ads?\b|ad\s+(?:network|serv)\w*|adsense|doubleclick|dart\b|remarket\w*|retarget\w*"
    r"|plug-?ins?|widgets?|buttons?|embed\w*|share\b|sharing|social\s+(?:network|media|plug"
    r"|feature|share|sharing)\w*|captcha|recaptcha|tag\s+manager"
    r"|track(?:ing|ers?|s|ed)?\b|measur\w+|affiliate|audience|conversions?|a/b|testing"
    r"|session\s+(?:replay|record)\w*|heat\s?maps?|videos?|maps\b|fonts\b|chat\b|comments?\b"
    r"|personali[sz]\w+|targeting|interest-based|opt[\s-]?(?:out|ed)|content\s+delivery"
    r"|(?:web|traffic|visitor|site)\s+metrics|commissions?|tags?\b|usage|visitor|(?:count|log|record)\w*\s+(?:the\s+)?(?:visits|page\s?views|traffic))\b"
)
# Analysis of something else than visits is no part that a cookie plays: "AI analysis", "skin analysis".
OTHER_ANALYSIS: Final = (
    r"\b(?:ai|ai-powered|image|photo|skin|text|document|language|speech|voice|content|file|medical|credit|chemical"
    r"|sentiment|handwriting|food|nutrition)\s+analy[sz]\w+"
)
STRONG_ROLE: Final = (
    r"\b(?:cookies?|beacons?|pixels?|analytics|advert\w+|ads\b|remarket\w*|retarget\w*|plug-?ins?"
    r"|widgets?|embed\w*|track(?:ing|ers?)|measur\w+|captcha|recaptcha|social\s+(?:network|media"
    r"|plug|feature)\w*)\b"
)
NO_ROLE: Final = (
    r"\b(?:sign(?:ing)?[\s-]?(?:in|up)|log(?:ging)?[\s-]?in|register)\s+(?:\w+\s+){0,3}?(?:with"
    r"|using|via|through)\b|\bwhich\s+hosts\b|\bfollow\s+us\b|\bcontact\s+us\b|\bhosted?\s+(?:by|on)\b|\b(?:payment"
    r"|credit\s+card)\b[^.;]{0,40}\bprocess|\bsubprocessor|\bprivacy\s+shield\b|\bdata\s+cent"
    r"|\bpage\s+on\b|\bstandard\s+contractual|\bour\s+(?:\w+\s+)?(?:page|account|profile"
    r"|channel)s?\s+on\b|\bnewsletter|\bprovided\s+by\s+email|\binternet\s+explorer\b"
    r"|\bbrowser\s+(?:settings|help)"
    r"|\b(?:affiliates|subsidiaries|affiliated\s+companies|family\s+of\s+\w+|corporate\s+family),?\s+(?:including|such\s+as|like)\b"
)
# The site's pages elsewhere, and links to them: whoever runs those has no part in this site.
ELSEWHERE: Final = (
    r"\b(?:active|present|represented|found)\s+on\s+(?:\w+\s+){0,4}(?:social|platforms|networks|channels)"
    r"|\blinks?\s+(?:from|on)\s+our\s+(?:\w+\s+)?to\b|\bfollow\s+links\b|\bplain\s+links\b"
)
LISTS: Final = (
    r"\b(?:third[\s-]part(?:y|ies)|partners?|vendors?|providers?|companies|services|networks?"
    r"|cookies|tools|advertisers|following|processors|trackers|technologies)\b"
)
NAMES_PARTNERS: Final = (
    r"\b(?:partners|vendors|third\s+parties|providers|advertisers|companies|networks)\b[^.;:]{0,80}?"
    r"\b(?:include|are|such\s+as)\b"
)
LISTS_OTHERS: Final = (
    r"\b(?:subprocessors?|sub-processors|payment|hosting|e-?mail|browsers?|opt[\s-]?out\s+of"
    r"|manage\s+cookies\s+in|instructions|links?\s+below)\b"
)
ADS: Final = (
    r"\b(?:ads?\b|advert\w+|dart\b|doubleclick|adsense|adwords|remarket\w*|retarget\w*|marketing"
    r"|targeting|campaigns?)"
)
ANALYTICS: Final = r"\banalytics\b"
BARE_GOOGLE: Final = frozenset(("google", "google inc", "google llc", "google ireland", "google ireland limited"))
OTHER_GOOGLE: Final = (
    r"\b(?:re-?captcha|maps?\b|fonts?\b|tag\s+manager|sign[\s-]?in|google\s*\+|plus\b|\+1"
    r"|translate|custom\s+search|optimize|single\s+sign|play\s+services|firebase"
    r"|hosted\s+libraries|apis?\b|calendar|drive|pay\b)"
)
# "We use no ...", "there is no ... by", "not allow": what stands right before a name that is denied.
NOT_HERE: Final = (
    r"\b(?:there\s+(?:are|is)|use[sd]?|have|has|contains?|embeds?|loads?|includes?|runs?)\s+no\s+(?:[\w,-]+\s+){0,4}$"
    r"|(?:\b(?:not|never)|n't)\s+(?:\w+\s+){0,3}?(?:share|disclose|provide|give)\s+[^.;,]{0,70}\b(?:with|to)\s+(?:[\w,]+\s+){0,3}$"
    r"|(?:\b(?:not|never)|n't)\s+(?:\w+\s+){0,3}?(?:use|share|allow|using|let|permit|load|embed|include|run|integrate"
    r"|contain|employ|rely\s+on|work\s+with|install|deploy|connect\s+to)\b[^.;]{0,30}$"
    r"|\b(?:no|without|neither|nor|not\s+even)\s+(?:any\s+|the\s+)?$"
)
NOT_HERE_LONG: Final = (
    r"(?:^|[,;:.]\s+|\band\s+)no\s+(?:[\w-]+\s+){0,3}(?:cookies?|beacons?|pixels?|scripts?|trackers?|data)\b[^.;,]{0,50}"
    r"\b(?:by|from|of|to)\s+(?:\w+\s+){0,2}$"
    r"|\bno\s+(?:[\w-]+\s+){0,3}(?:services?|tools?|trackers?|scripts?|compan\w+|networks?|plug-?ins?|widgets?)"
    r"\s*\(?(?:such\s+as|like|e\.g\.,?|including|,)\s+[^.;:]{0,80}$"
)
# A sentence that is a list of what there is not: "No social embeds (Twitter widgets, YouTube)."
NOTHING_BUT: Final = r"^\W*(?:no|zero|without)\s+(?!longer|matter|doubt)"
# What could be used, or is used elsewhere: "enabling X would be easy", "an alternative to X", "typically X is used".
NOT_IN_USE: Final = (
    r"^\W*(?:enabling|using|adding|installing|adopting|choosing)\s[^.;]{1,80}?\bwould\b"
    r"|\b(?:when|if)\s+we\s+(?:ever\s+)?do\b[^.;]{0,20}\b(?:it|they|that)\s+(?:will|would)\b"
    r"|^\W*(?:typically|usually|normally|commonly|often),?\s+(?:an?|some|such|most|many|services|providers|tools|sites|websites)\b"
)
COMPARED: Final = (
    r"\b(?:device|advertising|mobile)\s+(?:ids?|identifiers?)\s+(?:assigned|provided|issued|created)\s+by\s+$|"
    r"\b(?:alternatives?\s+to|instead\s+of|rather\s+than|unlike|in\s+place\s+of|competitors?\s+(?:of|to)|compared\s+(?:to|with))"
    r"\s+(?:(?:the|using|services|tools|like|such|as|others?|invasive|big|commercial)\s+){0,4}$"
)
# Adobe as the maker of the Flash player, where its storage is managed.
FLASH_ONLY: Final = r"^(?!.*\b(?:analytics|omniture|audience|marketing|advert\w+|target)\b).*\bflash\b"
WHICH_SERVICE: Final = r"\b(?:services?|tools?|providers?|software|programs?)\b[^.;]{0,40}\bused\b"
TOOL_CALLED: Final = (
    r"\b(?:uses?|run|runs|using)\s+(?:an?|the)\s+(?:[\w-]+\s+)?"
    r"(?:tool|service|software|program|script|product)\s+called\b"
)
THEIR_POLICY: Final = r"^\W*(?:please\s+)?(?:see|read|review|refer\s+to|visit)\s+google|\bhave\s+google\s+collect\b"
LIST_OF_SERVICES: Final = (
    r"\bthird[\s-]part(?:y|ies)\b[^.;]{0,40}\b(?:services?|cookies|tools?|providers?|vendors?|partners?|compan\w+|networks?)"
    r"|\b(?:advertising|analytics|tracking)\s+(?:\w+\s+)?(?:partners|providers|services|vendors|tools|networks)\b"
    r"|\bfollowing\s+(?:\w+\s+){0,2}(?:third\s+part\w+|advertisers|ad\s+networks|vendors)\b"
)
NO_SERVICE: Final = (
    r"\b(?:hosting|payments?|e-?mail|database|authentication|infrastructure|processing\s+of\s+orders|delivery|shipping)\b"
    r"|\bcookies?\s*(?:\([^)]*\))?\s*[:–—-]"
)
MAY_NAME: Final = late(r"[a-z,(:]\s\(?[A-Z0-9][\w.]")  # a capital inside a sentence
ACTS_FIRST: Final = late(
    r"\S+(?:\s\S+){0,3}?\s(?:uses?|sets?|places?|drops?|is\san?|may|collects?|stores?)\b"
)  # or at its beginning
NAME: Final = r"(?:[A-Z0-9][\w&.’'+-]*(?:\.\w+)?(?:[ ](?:[A-Z0-9][\w&.’'+-]*|of|by|&)){0,3})"
HEAD_OF_LINE: Final = rf"^({NAME})(?:\s*\([^)]{{0,60}}\))?(?:\s+[–—-]\s+|:(?:\s+|(?=[A-Z]))|\s+/\s|$)"
# The ids of the record's guide; anybody else goes by the printed name.
RECORD_IDS: Final = words("""
    google-ads google-analytics google-other youtube facebook twitter linkedin pinterest instagram
    microsoft-ads xandr adobe amazon-ads criteo taboola outbrain quantcast comscore nielsen hotjar hubspot
    mixpanel optimizely newrelic segment addthis sharethis disqus stripe paypal cloudflare automattic intercom
    zendesk marketo salesforce yahoo aol kontera chitika infolinks tribal-fusion valueclick
    commission-junction clickbank linkshare amazon-associates matomo statcounter webtrends yandex baidu vimeo
    spotify tiktok snap reddit nai daa edaa daac
    """)
# What offers a choice or is one, and is no party on the site.
PROGRAMMES: Final = words("nai daa edaa daac gpc global-privacy-control")
# Companies that run opt-out pages for others: where one opts out there, they are no party on the site.
OFFER_CHOICES: Final = words("trustarc truste evidon ghostery crownpeak")
# Companies whose bare name is one thing beside advertisements and another elsewhere.
WITH_ADS: Final = {
    "microsoft": "microsoft-ads",
    "bing": "microsoft-ads",
    "amazon": "amazon-ads",
    "amazon-com": "amazon-ads",
    "meta": "facebook",
}
# Names that the record keeps as printed, although their owner has an id, and two spellings of one name.
PRINTED: Final = {
    **{
        name: name
        for name in words("""
            oath tumblr atlas brightroll epsilon dotomi mediaplex fastclick mediamind eyeblaster exelate zemanta ligatus
            hooklogic tubemogul bizographics convertro exacttarget braintree
            """)
    },
    "right media": "right-media",
    "ga4": "google-analytics",
    "advertising.com": "advertising-com",
    "parse.ly": "parse-ly",
    "parsely": "parse-ly",
}
UNKNOWN: Final = (
    (
        rf"\b(?:[Ww]e|I|[Ss]ite|[Ww]ebsite|[Cc]ompany)\s+(?:(?:also|currently|may|will|do|instead"
        rf"|additionally)\s+)*(?:uses?|works?\s+with|employs?|utili[sz]es?|engages?|partners?\s+with"
        rf"|relies\s+on|rely\s+on|implements?|contracts?\s+with"
        rf"|integrates?)\s+(?:the\s+)?(?:services?\s+(?:of|from|by|called|provided\s+by)\s+"
        rf"|tools?\s+(?:from|by|called)\s+|a\s+(?:service|tool|company|product)\s+called\s+"
        rf"|cookies\s+from\s+|software\s+(?:from|called)\s+)?(?:the\s+)?({NAME})(?=[\s,(;.])"
    ),
    (
        rf"\b[Cc]ookies?\s+(?:are\s+|is\s+|may\s+be\s+)?(?:set|placed|provided|served|used|issued"
        rf"|dropped|installed|supplied|owned|managed|created)\s+(?:by|from)\s+(?:the\s+)?({NAME})"
    ),
    (
        rf"(?:^|[.:;]\s+|\bthat\s+|\bwhile\s+)({NAME})\s+(?:may\s+|can\s+|will\s+|also\s+)?(?:uses?"
        rf"|sets?|places?|drops?|stores?|collects?)\s+(?:(?:a|an|its|their|own|third[\s-]party"
        rf"|persistent|session|various|certain|anonymous|unique|the|also)\s+){{0,4}}(?:cookies?|beacons"
        rf"|pixels?|tracking)"
    ),
    (
        rf"\b({NAME}),?\s+(?:\([^)]{{0,60}}\),?\s+)?(?:which\s+is\s+|is\s+|as\s+)?(?:an?|our"
        rf"|the)\s+(?:third[\s-]party\s+|web\s+|online\s+|leading\s+|popular\s+|independent\s+"
        rf"|\w+\s+)?(?:web\s+|site\s+|website\s+)?(?:analytics|advertising|ad|advertisement|tracking"
        rf"|statistics|measurement|remarketing|retargeting|affiliate|traffic\s+measurement"
        rf"|web\s+analysis)\s+(?:\w+\s+)?(?:service|provider|company|network|tool|platform|vendor"
        rf"|server|partner|program)"
    ),
    (
        rf"\b(?:[Tt]hird[\s-]part(?:y|ies)|[Pp]artners?|[Vv]endors?|[Aa]dvertisers?|(?:analytics|ad|advertising"
        rf"|tracking)\s+\w+|[Pp]roviders?|[Nn]etworks?|[Cc]ompanies)\b[^.;:]{{0,40}}?,?\s*\(?(?:such\s+as|like|including"
        rf"|e\.g\.,?|for\s+example,?|namely|called|i\.e\.,?)\s+({NAME}(?:(?:\s*,\s*(?:and\s+|or\s+)?"
        rf"|\s+and\s+|\s+or\s+|\s*/\s*){NAME}){{0,8}})"
    ),
    (
        rf"\b[Tt]hird[\s-]party\s+(?:integrations?|services?|tools?|providers?|cookies|partners?)\s+"
        rf"\(({NAME}(?:\s+for\s+[a-z\s]{{3,30}})?(?:,\s+(?:and\s+)?{NAME}(?:\s+for\s+[a-z\s]{{3,30}})?){{0,6}})\)"
    ),
    (
        rf"\b(?:[Aa]nalytics|[Ss]tatistics|[Tt]elemetry|[Mm]easurement|[Aa]ds|[Aa]dvertising|[Tt]racking)\s+(?:is\s+|are\s+)?"
        rf"(?:run|runs|powered|provided|handled|served|done|hosted)\s+(?:on|through|by|via|with)\s+({NAME})"
    ),
    (rf"(?:^|[.:;]\s+)({NAME}?)\s+(?:Web\s+)?Analytics\s+(?:is|are)\s+used\b"),
    (
        rf"\b(?:share\s+(?:this|buttons?)|plug-?ins?|widgets?|buttons?|pixels?"
        rf"|tags?)\s+(?:\w+\s+)?(?:of|from|by|provided\s+by)\s+({NAME})"
    ),
    (
        rf"\b(?:our|the|a)\s+(?:third[\s-]party\s+)?(?:analytics|advertising|ad\s+serving|affiliate"
        rf"|tracking|statistics)\s+(?:service\s+)?(?:provider|partner|network|vendor|company|service"
        rf"|platform)s?,?\s+(?:is\s+|are\s+|called\s+)?({NAME})"
    ),
)
GENERIC: Final = words("""
    we our the this these those some any all most many other others each such they it you your cookie cookies
    third party parties session persistent service services site sites website websites web company companies
    internet browser browsers user users visitor visitors information data personal privacy policy google
    analytics advertising ads marketing
    online behavioural behavioral interest-based targeted retargeting
    performance functional essential necessary strictly targeting social
    media network networks first i a an and or if when please note however also in on for to by third-party
    first-party from our’s its their certain various technical tracking pixel pixels beacon beacons html http
    https javascript flash ip url id gdpr ccpa eu uk us usa europe european california eea apple safari
    firefox mozilla chrome opera explorer edge windows android ios mac adobe flash player do not track dnt
    single-pixel gif gifs sdk sdks api css pii log files server servers e-mail email terms effective last
    updated no yes art article section as at is are january february march april may june july august
    september october november december monday name purpose provider domain type duration expiry expires
    description category more link local storage customer customers member members partner partners advertiser
    advertisers vendor vendors provider providers publisher publishers security authentication preferences
    statistics functionality analytical optional tier phase level wordpress drupal joomla magento phpbb vbulletin typo3
    trackers tracker does did has have global what when required social-media legitimate interest with without while
    what which who why how where there here then than that so but once only both either neither such-as
    page pages parts sections
    """)
PRODUCTS: Final = words("seal pixel tag tags sdk widget widgets button buttons cookie cookies plugin api ads analytics")
TRAILING: Final = words("of by & and or the in on for to cookies cookie a an with from as is are may uses we our")
LONG: Final = 500
# What a label in a list ends with that names no party: "Opt-out Tools: ...".
NO_PARTY: Final = words(
    "tools settings preferences controls options links platforms networks partners providers choices cookies"
)
PARTS_OF_LIST: Final = 3  # "A for this, B for that, C for a third thing"
LINE_OF_LIST: Final = 5  # words
FORM: Final = late(
    (
        r"[\s,]+(?:inc|incorporated|llc|ltd|limited|gmbh|ag|ab|as|bv|b\.v|sa|s\.a|sas|srl|plc|corp"
        r"|corporation|co|pvt|private|oy|pty|kg|technologies|software\s+pvt\s+ltd|ireland"
        r"|international)\.?$"
    ),
    re.I,
)
# "Vercel Web Analytics" is Vercel's; "Simple Analytics" has no other name.
PRODUCT: Final = late(r"(?<!^Simple)(?<!^Piano)(?<!^Heap)\s+(?:Web\s+)?Analytics$|\s+Speed\s+Insights$", re.I)
PUBLIC: Final = late(r"\.com$|\.io$", re.I)
