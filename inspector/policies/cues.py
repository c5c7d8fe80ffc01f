# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The patterns by which sentences and headings are told apart. Those with coded letters search coded text.

What each is for stands where it is used (:mod:`inspector.policies.frames`); here they can be read side by side.
"""

from typing import Final

from inspector.policies.patterns import late, words
from inspector.policies.statements import Section
from inspector.policies.terms import B, C, E, S, T, U

REFUSE: Final = (
    r"(?:refus\w+|reject\w*|block\w*|disabl\w+|delet\w+|declin\w+|remov\w+|deactivat\w+|turn(?:ed"
    r"|ing)?\s+(?:\w+\s+)?off|switch(?:ed|ing)?\s+(?:\w+\s+)?off|clear\w*"
    r"|opt(?:ed|ing)?[\s-]+out|object\w*|prevent\w*|restrict\w*|limit\w*|(?:do\s+not|don't"
    r"|not)\s+(?:to\s+)?(?:accept|allow|want|wish|enable|agree|consent|permit)\w*|withdraw\w*"
    r"|erase\w*|stop\w*|without\s+cookies|choose\s+not)"
)
HYPOTHETICAL: Final = (
    r"\bif\s+(?:\w+\s+){0,4}?(?:ever|someday|one\s+day|in\s+(?:the\s+)?future)\b|\b(?:if"
    r"|when)\s+we\s+(?:decide|begin|start|were\s+to|should|introduce|choose|change\s+our|do\s+so"
    r"|do\s+use|add|plan)"
    r"|\bshould\s+(?:we|the\s+(?:site|company))\s+\w+|\bin\s+the\s+event\s+(?:that\s+)?(?:we"
    r"|our)\b|\b(?:might|may)\s+(?:someday|one\s+day|eventually|at\s+some\s+(?:point|time))\b"
    r"|\b(?:in\s+(?:the\s+)?future|at\s+a\s+later\s+date),?\s+(?:we|our|this)\b[^.]{0,40}\b(?:may"
    r"|might|could)\b|\bwe\s+(?:may|might|could)\b[^.]{0,60}\bin\s+(?:the\s+)?future\b"
    r"|\bif\s+we\s+use\s+cookies\s+in\s+the\s+future"
    r"|\b(?:will|shall)\s+(?:remind|notify|inform|tell|warn)\s+(?:you|users|visitors)\s+before\s+(?:we\s+)?"
    r"(?:us|set|plac|introduc|start)\w*"
)
# What companies, sites and laws do in general; nobody on this site is spoken of.
MANY_DO: Final = (
    r"^\W*(?:(?:and|or)\s+)?(?P<taught>if\s+you\s+(?:\w+\s+){1,4}?(?:on|in|into|at|to)\s+an?\s+(?:web\s?)?site,)|"
    r"^\W*(?:(?:as\s+you\s+(?:may|might)\s+know|today|nowadays|unfortunately|sadly),?\s+)?"
    r"(?:(?P<visited>cookies?\s+(?:may|can|could)\s+be\s+(?:set|placed|stored)\s+by\s+the\s+(?:web\s?)?site\s+(?:that\s+)?you\b)"
    r"|(?:many|most|countless|numerous|nearly\s+all|almost\s+all|(?:a\s+lot|lots|plenty)\s+of)\s+(?:other\s+)?"
    r"(?:[\w-]+\s+){0,2}?(?:compan\w+|advertisers?|business\w*|organi[sz]ations|firms|networks|publishers|services"
    r"|apps|people|platforms|marketers)\b"
    r"|(?:[\w-]+\s+){0,5}?(?:laws?|regulations?|directives?|legislation|gdpr|ccpa)\b[^.;]{0,120}?"
    r"\b(?:requires?|tie|ties|exempts?|says?|states?|defines?|applies|obliges?|demands?)\b"
    r"|(?:[\w-]+\s+){1,4}?(?:are|is)\s+(?:only\s+)?required\s+(?:when|if|where)\s+an?\s+(?:web\s?)?site\b)"
)
MANY_WORDS: Final = words(
    "site webs visi many most coun nume near almo lot lots plen law laws regu dire legi gdpr ccpa requ"
)
DEFINITION: Final = (
    rf"^\W*(?:\(?\d+[.)]\s*)?(?:yes\W+)?(?:an?\s+|the\s+)?(?:\"?(?:http|web|browser|internet"
    rf"|so-called|first[\s-]party|third[\s-]party|session|persistent|permanent|temporary|tracking"
    rf"|flash)\"?[\s-]*(?:,|and|or)?\s*){{0,3}}(?:{C}|{B})"
    r"(?:\s*\([^)]{0,80}\))?,?\s+(?:(?:is|are)\s+(?:(?:essentially|basically|simply|just|typically"
    r"|usually|also|generally|very|commonly|often|merely|known|those|called|defined|like|any"
    r"|really|pieces?|one|referred)\b|(?:(?:an?|the|those|some)\s+)?(?:\w+[\s-]+){0,3}?(?:files?"
    r"|pieces?|bits?|strings?|text|data|amounts?|packets?|items?|identifiers?|technolog\w+|tokens?"
    r"|images?|graphics?|objects?|messages?|features?|mechanisms?|snippets?|information|code"
    r"|lines?|series|sequence|blocks?|tools?|ĸ++|ŵ++|small|unique|alphanumeric|tiny)\b)"
    r"|consists?\b|(?:can|could|may|might|ɲ++)\s+(?:also\s+|not\s+|only\s+|then\s+"
    r"|typically\s+)?(?:be\b|ʋ++|contain|allow|help|enable|store|make|remember|save|carry|have|tell"
    r"|track|do|damage|harm|read|run|infect|remain|last|come|originate|transfer|perform)"
    r"|ɲ++\s+(?:\w+\s+)?(?:harm|damage|spread|ʋ++\s+virus|ʋ++\s+any\s+virus|run|infect|cause|act"
    r"|carry\s+virus|pose|affect|themselves|give)|(?:typically|usually|often|generally|commonly"
    r"|normally)\b|(?:allow|help|enable|let|make|tell|permit)s?\s+(?:an?\s+|the\s+"
    r"|many\s+)?(?:web\s?)?(?:sites?|servers?|site\s+owners?|owners?|operators?|pages?|companies"
    r"|ø++|ŧ++|businesses)\b|works?\b|were\b|originat\w+|refers?\b|remains?\b|lasts?\b|expires?\b"
    r"|exists?\b|stays?\b|(?:do|perform|ʋ++|come|play)\s+\w+|ʋ++\s+(?:the\s+name|information\s+that"
    r"|a\s+unique|some|an?\s))"
    r"|^\W*the\s+(?:main\s+|primary\s+|sole\s+)?purpose\s+of\s+(?:an?\s+)?ĸ++|\bthe\s+term\s+\W?ĸ++"
    r"|\bone\s+of\s+the\s+(?:primary|main)\s+purposes\s+of\s+ĸ++|ĸ++\W{0,3}\s+(?:means?"
    r"|refers?\s+to)\b"
    r"|\b(?:processing|ʋ++|data)\W{0,3}\s+means\b|\bin\s+general,?\s+ĸ++"
    r"|(?<![ŋŏ]\s)(?<![ŋŏ]\s.)(?<!ĸ)ĸ++\s+(?:are\s+|have\s+become\s+)?(?:widely|commonly|often"
    r"|generally|typically|frequently|normally|usually)\b|ĸ++\s+are\s+ʋ++\s+(?:by|on)\s+(?:ø|most"
    r"|many|almost|nearly|virtually|web\s?site)"
)
BROWSER: Final = (
    r"\b(?:(?:web|internet)\s+)?browsers?\b|\binternet\s+explorer\b|\bfirefox\b|\bsafari\b"
    r"|\bgoogle\s+chrome\b|\bnetscape\b"
)
CONTROL: Final = (
    rf"\b(?:you|users?|visitors?|customers?|individuals|people|members|anyone|everyone)\b(?:'re"
    rf"|\s+\w+)?\s+(?:(?:also|always|usually|generally|still|therefore|then|however|further|either"
    rf"|of\s+course|at\s+any\s+time|who\s+do|do|does)\s+){{0,2}}(?:can|may|could|might"
    rf"|are\s+(?:able|free|not\s+required|under\s+no)|have\s+the|wish|want|prefer|would|choose"
    rf"|should|need\s+to|will\s+(?:need|have|be\s+able)|must|not\s+(?:wish"
    rf"|want))\b[^.]{{0,140}}?(?:{REFUSE}|accept|manag\w+|control\w*|chang\w+|adjust|modif\w+"
    rf"|set\s+your|configur\w+|warn|notif|alert|prompt|choice|decide|opt)"
    rf"|^\W*(?:most|many|all|some|modern|popular|the\s+majority\s+of|other|standard"
    rf"|certain)\s+(?:\w+\s+){{0,2}}browsers?\b|^\W*(?:your|the|a|an)\s+(?:\w+\s+)?browsers?\b"
    rf"|^\W*if\s+(?:you|a\s+user|users?|visitors?)\b|^\W*to\s+(?:{REFUSE}|manage|control|opt|learn"
    rf"|find|change|update|adjust)|^\W*(?:click|please|for(?!\s+(?:example|instance))|see|visit|read|view|learn|find|refer"
    rf"|go)\b"
    rf"|\b(?:by|through|via|in)\s+(?:(?:changing|adjusting|modifying|setting|using|configuring"
    rf"|editing|selecting|choosing|activating|altering"
    rf"|following)\s+)?(?:the\s+)?(?:appropriate\s+)?(?:\w+\s+)?(?:your\s+|its\s+"
    rf"|their\s+)?(?:(?:web|internet)\s+)?browsers?'?s?\b|\bsettings?\s+(?:of|in|on)\s+your\b"
    rf"|\bbrowser\s+settings\b|\bset\s+(?:your|their|the)\s+\w*\s?browsers?\b|^\W*(?:click|go"
    rf"|select|open|choose|under|from|check|uncheck)\b"
)
CONSEQUENCE: Final = (
    rf"(?:\b(?:users|visitors|customers|those|people|members)\s+who\s+(?:do\s+not|don't|refuse"
    rf"|reject|disable|block|choose)\b[^.]{{0,60}}?(?:accept|allow|enable|cookies)|\bturn\w*\s+off\b[^.;]{{0,80}}?\bthen\s+you\b|\bif\s+(?:you"
    rf"|cookies|a\s+user|users|visitors|your\s+browser|they|it\s+is)\b[^.]{{0,160}}?{REFUSE}"
    rf"|\b(?:by\s+)?(?:disabl|block|reject|refus|declin|delet|remov|turn|restrict|deactivat)ing\b"
    rf"|\bwithout\s+(?:(?:these|the|our|such|any|using|accepting|enabling|allowing|essential"
    rf"|necessary)\s+)*cookies?\b|\bunless\s+(?:you|cookies)\b[^.]{{0,80}}?(?:accept|enabl|allow)"
    rf"|\bdoing\s+so\b|\bso\s+(?:doing|rejecting)|\bselect\s+this\s+setting"
    rf"|\bcookies?\s+(?:\w+\s+)?disabled|\bif\s+(?:you\s+do|cookies\s+are\s+(?:not|disabled|blocked"
    rf"|turned))|\bto\s+do\s+so\s+will)"
)
# "You can refuse cookies, but ...": what stands behind it is what that costs.
COSTS: Final = rf"{REFUSE}[^.;]{{0,80}}?\b(?:but|although|though|however|in\s+which\s+case|and\s+then)\b"
EFFECT: Final = (
    r"\b(?:not\s+be\s+able|unable|cannot|can't|can\s+not|may\s+not|might\s+not|will\s+not|won't"
    r"|not\s+be\s+available|unavailable|inaccessible|inoperable|limited?|lose|lost|loss|affect\w*"
    r"|impair\w*|prevent\w*|"
    r"impact\w*|have\s+to|need\s+to|required\s+to|not\s+(?:function|work|operate|have)|less|difficult\w*"
    r"|impossible|hinder|interfere|reduce\w*|no\s+longer|more\s+cumbersome|diminish\w*"
    r"|disrupt\w*)\b"
)
NEEDS: Final = (
    r"\bcookies?\b[^.]{0,60}\b(?:(?:must|need\s+to|have\s+to|should)\s+be\s+(?:enabled|accepted"
    r"|turned\s+on|allowed)|(?:are|is)\s+(?:a\s+)?(?:required|requirement|needed|necessary"
    r"|essential)\b)|\b(?:need|require|must)\w*\s+(?:\w+\s+){0,5}(?:accept|enable|allow"
    r"|have)?\w*\s*cookies\b"
)
# "Ads that need no cookies"; "we only use cookies that are necessary" says which are used.
NOT_A_NEED: Final = (
    r"\b(?:need|requir)\w*\s+(?:\w+\s+)?no\s+cookies"
    r"|\b(?:use|set|place)s?\s+(?:only\s+)?(?:those\s+)?cookies\s+(?:that|which)\s+(?:are|is)\b"
)
REFERS: Final = (
    r"^\W*(?:\(?\w{1,3}[.)]\s+)?(?:(?:however|also|in\s+addition|additionally|moreover|furthermore"
    r"|specifically|typically|generally|usually|and|but|thus|therefore|as\s+such|as\s+a\s+result"
    r"|please\s+note(?:\s+that)?|note\s+that|in\s+particular|essentially|again|finally"
    r"|consequently|accordingly|in\s+turn|similarly|because|while|although|when|collectively"
    r"|to\s+do\s+(?:so|this|that)|in\s+some\s+cases|sometimes|from\s+time\s+to\s+time|together|once\s+collected),?\s+){0,2}"
    r"(?:(?:most|some|many|all|both|each|none|neither|one|any)\s+of\s+)?(?:(?:this|the"
    r"|these)\s+(?:web\s?)?(?:sites?|web\s?pages?|pages?|polic(?:y|ies)|notice|statement|company"
    r"|document)\b(?P<site>)|they|these|this|those|it|it's|such|that|its|their|them|doing\s+so"
    r"|the\s+(?:cookies?|(?:information|data)(?!\s+(?:that\s+|which\s+)?you\s+(?:\w+\s+)?(?:give|provide|submit|enter|supply|send))|technolog\w+|tools?|files?|services?|identifiers?|types?"
    r"|use|purposes?|companies|ads?|advertisements?|statistics|reports?|aggregate\w*|only|main"
    r"|network|vendor|log|results|same|latter|former|following))\b"
    r"|^\W*(?:for\s+(?:example|instance)|e\.g\.|i\.e\.|that\s+is|namely|such\s+as|including"
    r"|some\s+are|others\s+are|some\s+(?:cookies|of)|other\s+cookies)\b"
)
REFERS_INSIDE: Final = (
    r"\b(?:with|using|through|via|by|from|about|use|uses|used|combine|analy[sz]e"
    r"|link)\s+(?:\w+\s+){0,2}?(?:this|these|such|those|the)\s+(?:\w+\s+){0,2}?(?:technolog\w+"
    r"|tools?|techniques?|(?:information|data)(?!\s+(?:that\s+|which\s+)?you\s+(?:\w+\s+)?(?:give|provide|submit|enter|supply|send))"
    r"|files?|services?|identifiers?|statistics|means)\b"
    r"|^\W*(?:this|these|such|the)\s+(?:\w+\s+){0,3}(?:information|data|technolog\w+|tools)\b"
)
PASSIVE: Final = (
    rf"(?:{C}|\bthey\b)\W{{0,3}}(?:\([^)]*\)\s*)?\s*(?:(?:that|which)\s+)?(?:(?:are|is|will|may|can"
    rf"|might)\s+(?:also\s+|only\s+|not\s+|sometimes\s+|occasionally\s+|solely\s+|mainly\s+"
    rf"|primarily\s+|then\s+)?(?:be\s+)?(?:{U}|essential|necessary|required|needed|a\s+requirement"
    rf"|enabled|designed|strictly|help|allow|remember|make)|help|allow|enable|let|make|ensure|ʋ++"
    rf"|remember|support|improve|are)\b"
)
CONTROLS: Final = rf"{REFUSE}|{BROWSER}|\b(?:manag|control|learn|information|setting|choic|accept|prefer)"
ACTOR: Final = rf"(?:{S}|{T})"
THING: Final = rf"(?:{C}|{B})"
ACTS: Final = (
    rf"{S}\s+(?:(?:may|also|can|will|do)\s+){{0,2}}(?:link|combin|associat|tie|connect|match)\w*\b[^.;]{{0,80}}?{THING}"
    rf"|{ACTOR}[^.;]{{0,80}}?\b{U}\b[^.;]{{0,120}}?{THING}|{THING}[^.;]{{0,100}}?\b(?:by|from"
    rf"|for)\s+(?:\w+\s+){{0,2}}?{ACTOR}"
    rf"|{THING}[^.;]{{0,40}}?\b(?:that\s+|which\s+)?{ACTOR}\s+(?:\w+\s+){{0,2}}{U}\b"
    rf"|^\W*{THING}\s+(?:may\s+be|are)\s+{U}\s[^.;ø]{{0,160}}?\bŋ"
)
ON_SITE: Final = rf"\b(?:on|in|through|across|by|via|using|at|to|visit\w*|ʋ++|of)\s+{S}"
USED: Final = rf"{THING}[^.;]{{0,60}}\b{U}\b|\b{U}\b[^.;]{{0,60}}{THING}"
BENEFITS: Final = (
    rf"\b(?:help|helps|helping|allow|allows|allowing|enable|enables|enabling|assist|let|lets|tell"
    rf"|tells|give|gives|show|inform|permit|lead|ensure|make|makes|improve|for|on|to"
    rf"|ʋ++)\s+(?:\w+\s+){{0,2}}?{S}"
)
IN_GENERAL: Final = (
    r"^\W*(?:in\s+general|generally|generally\s+speaking|typically),?\s+ĸ"
    r"|^\W*ĸ++\s+(?:are|have\s+been)\s+(?:widely|commonly|often|frequently|regularly)\s+ʋ++\s+by\s+"
    r"(?![^.]*(?:[ŋŏ]|\b(?:our|these|those|such)\b))"
)
MADE_OF: Final = r"\b(?:is|are)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}(?:files?|pieces?|strings?|text)\b"
OTHERS_ACT: Final = (
    rf"(?:^|[,;(]\s*|\b(?:that|and|but|when|as)\s+)(?:\W*like\s+)?{E}\b[^.;]{{0,60}}?\b(?:{U}|have"
    rf"|(?:may|can|might|will)\s+\w+)\b"
    # "This site has links to other sites, which may place their own cookies."
    rf"|\blink(?:s|ed|ing)?\s[^.;]{{0,40}}?{E}\b[^.;ŋŏ]{{0,60}}?\b(?:that|which|who|whose|and\s+they)\s[^.;ŋŏ]{{0,40}}?\b{U}\b"
)
# "If you visit other sites, you may have to accept cookies."
ON_VISITING: Final = (
    r"^\W*(?:(?:additionally|also|please\s+note|however|be\s+aware|note|that),?\s+){0,3}(?:if|when(?:ever)?)\s+(?:you|users?|visitors?)"
    r"\s+(?:visit|go\s+to|browse|leave\s+[ŋŏ]++\s+for|use)\s+ø"
)
# Those who work for this site, whatever the heading: "our advertisers may place cookies on your browser".
OURS_ACT: Final = rf"ŋ++\s+(?:[a-z-]+\s+)?{T}[^.;]*{U}[^.;]*(?:{C}|{B})"
OTHERS_PASSIVE: Final = rf"{C}\s+(?:\w+\s+){{0,3}}?(?:by|from|of|on)\s+(?:\w+\s+){{0,2}}?{E}"
LIKE_OTHERS: Final = (
    r"^\W*(?:like|as\s+(?:with|on|do|is|ø)|in\s+common|similar\s+to)\b|\blike\s+ø"
    r"|\bas\s+(?:do\s+)?ø"
)
READER_ACTS: Final = (
    r"^\W*(?:(?:\w{1,3}[.)]|please\s+note\s+that|however|also|in\s+addition|alternatively"
    r"|of\s+course|first|second|finally),?\s+)*(?:you|users?|visitors?"
    r"|customers)\s+(?:\w+\s+){0,2}?(?:can|may|could|might|are\s+(?:able|free)|have\s+the|should"
    r"|need\s+to|must|will\s+be\s+able)\b"
    rf"[^.]{{0,120}}?(?:{REFUSE}|manag|control|chang|adjust|modif|set\s|configur|choose|choice"
    rf"|accept)"
)
# "Opt-out tools that help you manage cookies": what others offer the reader.
OFFERS_WAYS: Final = (
    r"\bopt[\s-]?out\b[^.;]{0,80}\b(?:help|allow|enable|let)s?\s+you\s+(?:to\s+)?(?:manage|control|choose|block|refuse|limit|stop)\b"
    r"|\b(?:provide|offer)s?\s+(?:\w+\s+){0,3}?opt[\s-]?out\s+(?:tools?|mechanisms?|pages?|programs?|services?|options?)\b"
)
FOOD: Final = (
    r"\b(?:recipes?|bak(?:e|ed|ing)|chocolate|oatmeal|delicious|tasty|dough|oven|snacks?|edible"
    r"|crumbs|butter|sugar)\b"
)
WEB: Final = r"\b(?:browser|web\s?sites?|sites?|computer|device|internet|online|visitors?)\b"
THEIR_USE: Final = r"\bhow\s+(?:ŧ++|they)(?:'s)?\s+(?:may\s+|will\s+)?ʋ"
USES_THEM: Final = (
    r"\b(?:we|our\s+\w+|this\s+(?:web\s?)?site|they|i)\s+(?:(?:may|also|will|do|can"
    r"|only)\s+){0,2}(?:use|set|place|store|employ|need|utili[sz]e|send)s?\s+(?:them|these|those"
    r"|it)\b"
)
# A heading that is a sentence: "This website does not use cookies".
SAYS: Final = (
    r"^\W*(?:we|i|(?:this|the|our)\s+(?:web\s?)?(?:site|page|shop|service|app))\s+(?:(?:do|does|will|may|also|only|never)"
    r"\s+)?(?:not\s+|n't\s+|never\s+)?(?:use|set|place|store|sell|share|track|collect|show|send)s?\b(?!.*\?)"
)
# The lead of a list of what is not done; its items go on with a verb.
DENIES_ITEMS: Final = (
    r"\b(?:we|i|(?:this|our|the)\s+(?:web\s?)?(?:site|app|service|shop))\s+(?:(?:do|does|will|would)\s*(?:not|n't)|never)"
    r"(?:\s+(?:ever|also|currently|knowingly))?\s*:\s*$"
)
ITEM_OF_DENIED: Final = (
    r"^\W*(?:use|set|place|store|share|sell|rent|trade|build|track|collect|show|serve|run|embed|load|profile|send|display"
    r"|disclose|transfer|allow|employ|install|combine|link|create|keep|record|monitor|target|give|pass|host|include)\b"
)
# A question that a paragraph opens with, or stands alone, is the heading of what answers it.
QUESTION: Final = late(r"\?\W*$")
TEACHES: Final = (
    r"^\W*(?:[\divx.)]+\W+)?(?:what|how|why)\s+(?:are|is|do|does)\s+(?:an?\s+|the\s+|browser\s+|internet\s+)?\W?cookies?\b"
    r"(?!.*\b(?:we|our|us|this)\b)"
)
# "You may opt in to saving your name in cookies"
AGREES_TO_STORE: Final = (
    r"\byou\s+(?:may|can)\s+(?:opt[\s-]in|choose|agree|consent)\s+to\s+(?:have\s+)?ʋ++\s[^.;]{1,80}?\bin\s+(?:an?\s+)?ĸ"
)
# "We use a cookie to test your browser. A cookie is then set ..."
THEN_SET: Final = r"^\W*(?:an?|another|the|this|that)\s+(?:\w+\s+)?ĸ++\s+is\s+(?:then|also|subsequently|next)\b"
# "Login cookies last two days", "the cookies are generally deleted at the end of the session"
THEY_LAST: Final = (
    r"^\W*(?:(?:the|these|those|such)\s+|(?:[\w-]+\s+){1,2})?ĸ++\s+(?:(?:will|are|is|can|may|be|generally|usually|typically|automatically)\s+){0,4}"
    r"(?:last|expire|remain|persist|deleted|removed|erased|ʋ++|kept|valid|active)\w*\s+(?:on\s+your\s+\w+\s+)?"
    r"(?:for\b|until\b|after\b|within\b|at\s+the\s+end|when\b|once\b|up\s+to|\d|one\b|two\b|three\b|a\s+(?:day|week|month|year))"
)
WHICH_WE_USE: Final = r"\b(?:categories|types|kinds|technologies|ones|what|which)\b.*\bwe\s+(?:use|set|place)\b"
KINDS: Final = (
    r"\b(?:session|persistent|permanent|temporary|analytic\w*|performance|functional\w*|function"
    r"|preference|targeting|advertising|marketing|statistic\w*|necessary|essential|required"
    r"|technical|security|social(?:\s+\w+)?|tracking|measurement|personali[sz]ation"
    r"|first[\s-]party|third[\s-]party|operational|process(?:es)?|authentication|customi[sz]ation"
    r"|optional|audience|own)"
    r"(?:\s*(?:,|and|or|/|&)\s*\w+){0,2}[\s-]+\"?ĸ++"
)
HEADINGS: Final = (
    (
        Section.OTHERS,
        (
            r"^\W*(?:external\s+)?links\W*$|\b(?:links?\s+to|other\s+(?:web\s?)?sites|third[\s-]party\s+(?:web\s?)?(?:sites|links)"
            r"|external\s+(?:sites|links)|linked\s+sites)\b"
        ),
    ),
    (
        Section.CONTROL,
        (
            r"\b(?:manag|control|disabl|delet|block|reject|refus|remov|opt[\s-]?(?:out|in)|opting|chang"
            r"|choic|set\s+(?:your|up)|turn|how\s+(?:can|do|to|could)\s+(?:you|i|users)|browser|withdraw"
            r"|your\s+(?:options|rights|preferences)|deactivat)\w*"
        ),
    ),
    (
        Section.EDUCATION,
        (
            r"^\W*(?:[\divx.]+\W+)?(?:what(?:'s|\s+is|\s+are|\s+exactly|\s+do)\s+(?:an?\s+"
            r"|the\s+)?(?:\W?cookies?|different|types|internet|web)|(?:about|more\s+about|understanding"
            r"|information\s+(?:about|on)|definition\s+of|defining"
            r"|background\s+on)\s+(?:\w+\s+)?cookies\W*$|how\s+(?:do\s+)?(?:these\s+)?cookies\s+work"
            r"|(?:different\s+)?(?:types|kinds|categories)\s+of\s+cookies?\W*$|are\s+there\s+different"
            r"|definitions?\b|why\s+(?:are|do)\s+(?:web\s?sites|cookies)|cookies?\s+(?:explained"
            r"|definition|in\s+general|types?)\W*$|the\s+(?:basics|facts))"
        ),
    ),
    (
        Section.PRACTICE,
        (
            r"\b(?:cookies?|tracking|technolog\w+|beacons?|analytics|information|data)\b.*\b(?:we|our|us"
            r"|used|in\s+use|this\s+(?:web\s?)?site|collect\w*)\b|\b(?:we|our|us)\b.*\b(?:cookies?"
            r"|technolog\w+|track\w*|beacons?)\b|\b(?:use|using|usage)\s+of\s+(?:\W?cookies"
            r"|\w+\s+technolog)|\bcookies?\s+(?:at|on|used|use|usage|and\s+how|list|table|details"
            r"|in\s+use)\b|\blist\s+of\s+cookies"
        ),
    ),
)
# A kind of cookies that needs no word for them under "Cookie policy": "Category 2: Performance".
KIND_HEADING: Final = (
    r"^\W*(?:(?:category|type|group)?\s*\d{1,2}\W+)?(?:strictly\s+)?(?:necessary|essential|performance|functional\w*|targeting|advertising"
    r"|marketing|analytic\w*|statistics|preferences?|social(?:\s+media)?)(?:\s*(?:/|and)\s*\w+)?(?:\s+(?:technologies|trackers))?\W*$"
)
COOKIELESS: Final = r"\bcookie-?\s?(?:free|less)\b"  # "Cookie-free statistics" announces no cookies
# "Our advertising partners include ....": the lines below are the list, though no colon says so.
LISTING: Final = (
    r"\b(?:partners|networks|vendors|providers|advertisers|companies|third\s+parties)\s+include\W*$"
    r"|\binclude\s*(?:\.{3,}|…)\W*$"
)
# "Our advertising partners include: Acme", and more lines below.
LISTING_BEGUN: Final = (
    r"\b(?:partners|networks|vendors|providers|advertisers|companies|third\s+parties)\s+(?:\w+\s+)?(?:include|are)\s*:"
    r"\s+[^.:;,]{2,60}$"
)
# "The catalogue remembers your language in a cookie": one thing of this site does, not cookies in general.
KEPT_IN: Final = (
    r"^\W*the\s+(?!(?:browser|server|web\s?server|computer|user|visitor)\b)(?:[\w-]+\s+){1,3}"
    r"(?:remembers?|keeps?|saves?|records?|ʋ++)\s[^.;]{1,60}?\bin\s+(?:an?|its|the)\s+(?:\w+\s+)?ĸ"
)
THERE: Final = r"\bthere\b(?=\W*$|[;,.])"
THEIR_OWN_SITE: Final = r"\b(?:its|their|\w+'s)\s+own\s+(?:web\s?)?(?:sites?|pages?|shop|store|platform|servers?)\b"
HEADING_NUMBER: Final = late(r"\W*(\d{1,2})\.?(\d{1,2})?[\s.)]")
COOKIE_WORDS: Final = words("cook supe beac pixe clear gif gifs bugs tag tags trac tech devi sdk sdks loca flas web")


FOOD_WORDS: Final = words("reci bake baki choc oatm deli tast doug oven snac edib crum butt suga")
