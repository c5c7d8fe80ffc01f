# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Selling personal data and passing it on; visiting anonymously; children. None of it needs cookies in the sentence."""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import Scope, Stance
from inspector.policies.found import Found
from inspector.policies.patterns import compiled, words
from inspector.policies.statements import Frame, Statement
from inspector.policies.terms import PERSONAL

_SELL: Final = (
    r"(?:sell(?:s|ing)?|sold|rent(?:s|ed|ing|al)?|trad(?:e|es|ed|ing)|leas(?:e|es|ed|ing)"
    r"|barter(?:s|ed|ing)?|loan(?:s|ed|ing)?|lend(?:s|ing)?|lent|exchang(?:e|ed|ing)|market(?:ed)?|swap(?:ped)?)"
)
_HAND_ON: Final = (
    r"(?:shar(?:e|es|ed|ing)|disclos(?:e|es|ed|ing)|transfer(?:s|red|ring)?|giv(?:e|es|en"
    r"|ing)(?:\s+(?:out|away))?|pass(?:es|ed|ing)?(?:\s+(?:on|along))?|provid(?:e|es|ed|ing)"
    r"|releas(?:e|es|ed|ing)|distribut(?:e|es|ed|ing)|reveal(?:s|ed|ing)?|divulg(?:e|es|ed|ing)"
    r"|made\s+available|make\s+(?:\w+\s+){0,6}available|suppl(?:y|ied)|forward(?:ed)?"
    r"|communicat(?:e|ed)|transmit(?:ted)?|send|sent|distribute)"
)
_NOT: Final = (
    r"(?:\b(?:do|does|did|will|would|shall|can|could|may|has|have|had|is|are"
    r"|be)\s+(?:also\s+)?(?:not|never|n't)|n't\b|\bnever\b|\bnot\b|\bneither\b|\bnor\b"
    r"|\bno\s+longer\b|\bwon't\b|\bcannot\b|\bwithout\b|\bno\b|\bnone\b"
    r"|\bunder\s+no\s+circumstances?\b|\brefrains?\s+from\b)"
)
_DATA: Final = (
    rf"(?:{PERSONAL}|\b(?:your|this|that|the|any|such|these|those|all|user|customer|collected"
    rf"|visitor|member|our|their|personal|of)\s+(?:[\w,-]+\s+){{0,3}}?(?:information|data|details"
    rf"|address(?:es)?|profiles?|names?|e-?mails?|e-mail\s+address|records|number|lists?|identity|info)\b"
    rf"|\binformation\b|\bdata\b|\bdetails\b|\be-?mail\s+addresses\b|\bemail\s+lists?\b|\bit\b"
    rf"|\bnames\b|\bthem\b)"
)
_WHOM: Final = (
    r"(?:(?<!\bthese\s)(?<!\bthose\s)third[\s-]?part(?:y|ies)(?!\s+(?:web\s?)?sites?\b)|other\s+(?:companies|organi[sz]ations|part(?:y|ies)|people"
    r"|individuals|businesses|entities|compan(?:y|ies))|any\s*(?:one|body)(?:\s+else)?"
    r"|outside\s+(?:part(?:y|ies)|companies|organi[sz]ations|sources?|of\s+\w+)|outsiders|others\b"
    r"|outside\s+(?:the|our)\s+(?:[\w'’-]+\s+){0,3}?(?:family|group|company|organi[sz]ation|corporation)"
    r"|external\s+(?:part(?:y|ies)|companies|organi[sz]ations)|any\s+(?:other|outside"
    r"|external)\s+\w+|(?:any\s+)?(?:unaffiliated|non-affiliated|independent"
    r"|commercial)\s+(?:third\s+)?(?:part(?:y|ies)|companies|entities)|any\s+(?:company"
    r"|organi[sz]ation|person|party|entity)|someone\s+else|spammers)"
)
# On to the receiver, without a new clause between.
_RUN: Final = r"(?:(?!,\s+(?:the|we|because|but|so|they|it|our|you)\b)[^.;]){0,100}?"
_OWN_DATA: Final = (
    rf"{PERSONAL}|\b(?:your|you|their|users?'?|visitors?'?|customers?'?|members?'?|this|any"
    rf"|private)\s+(?:[\w,-]+\s+){{0,3}}?(?:information|data|details|addresses|names?|e-?mails?"
    rf"|address|info)\b|\b(?:names?|addresses|e-?mails?)\b"
    rf"|\b(?:share|sell|disclose|give|pass|hand)\s+(?:out\s+|on\s+)?(?:any\s+|the\s+|this\s+)?(?:data|information)\b"
    r"|^\W*no\s+(?:data|information)\s+(?:is|are|will\s+be)\b"
)
_DENIED: Final = (
    (
        rf"{_NOT}\s+(?:(?!\b(?:but|responsible|how|they|who|partners|permitted|allowed|allow"
        rf"|permit|we\s+(?:may|might|can))\b)[\w,'’\"/()-]+\s+){{0,9}}?\W?{_SELL}\b"
    ),
    (
        rf"\bno\s+{_DATA}[^.;]{{0,60}}?\b{_SELL}\b"
        rf"|{_DATA}\s+(?:is|are)\s+not\s+(?:\w+\s+)?for\s+(?:sale|rent)\b"
        rf"|\bprohibits?\s+the\s+(?:sale|rental|renting|selling)\b[^.;]{{0,40}}?{_DATA}"
    ),
    (
        rf"{_NOT}\s+(?:(?!\b(?:but|may|can|being"
        rf"|partners)\b)[\w,'’\"/()-]+\s+){{0,6}}?\W?{_HAND_ON}\b{_RUN}\b(?:(?:to|with"
        rf"|by)\s+(?:\w+\s+){{0,3}}?{_WHOM}"
        rf"|outside\s+(?:the|our)\s+(?:[\w'’-]+\s+){{0,3}}?(?:family|group|company|organi[sz]ation|corporation)\b)"
    ),
    (
        rf"{_NOT}\s+(?:(?!\b(?:but|may|can|being"
        rf"|partners)\b)[\w,'’\"/()-]+\s+){{0,6}}?\W?{_HAND_ON}\s+(?:\w+\s+)?{_WHOM}\b{_RUN}{_DATA}"
    ),
    (
        rf"{_NOT}\s+(?:(?!\b(?:but|may|can|being"
        rf"|partners)\b)[\w,'’\"/()-]+\s+){{0,6}}?\W?{_HAND_ON}\s+(?:any\s+|your\s+"
        rf"|our\s+users'\s+)?(?:personal|private)\w*\s+(?:\w+\s+)?(?:information|data"
        rf"|details)(?=\s*(?:$|[.,;]|(?:about|of|from)\s+(?:you|our\s+\w+|any\s+\w+|the\s+\w+|anyone(?:\s+\w+ing\s+[^.;,]{{1,40}})?)\s*(?:$|[.,;])))"
    ),
    (
        rf"\bno\s+(?:\w+\s+)?{_DATA}[^.;]{{0,60}}?\b(?:is|are|will\s+be"
        rf"|be)\s+(?:\w+\s+)?{_HAND_ON}\b[^.;]{{0,50}}?(?:to|with)\s+(?:\w+\s+){{0,2}}?{_WHOM}"
    ),
)
_OTHER_GOODS: Final = (
    r"\b(?:sell|sold|rent|trade)\w*\s+(?:\w+\s+){0,2}?(?:products?|goods|services|items"
    r"|advertis\w+|ads|ad\s+space|alcohol|anything|merchandise|tickets|assets|on\s+[ŋŏ]++"
    r"|through)\b"
)
_NOT_PERSONAL: Final = (
    r"\b(?:query|aggregate\w*|statistic\w*|non-?personal\w*|technical|log|usage|location"
    r"|anonymous)\s+(?:\w+\s+)?(?:information|data|details)"
)
_AS_DESCRIBED: Final = (
    r"\b(?:unless|except|other(?:wise)?\s+than)\s+(?:\w+\s+){0,4}?(?:in\s+accordance(?!\s+with\s+(?:the\s+)?law)|permitted(?!\s+(?:\w+\s+){0,2}?by\s+(?:\w+\s+)?laws?\b)|described|set\s+(?:forth|out)|disclosed"
    r"|provided|stated|specified|outlined)\b"
)
_ONE_CASE: Final = (
    r"\W*in\s+(?:this|these|such|that|those)\s+(?:\w+\s+)?(?:cases?|instances?|events?|circumstances?|situations?)\b"
    r"|.*\bin\s+(?:this|these|such|that|those)\s+(?:cases?|instances?|circumstances?)\W*$"
)
# A promise to those who ask for it tells what happens to everybody else.
_COOKIES_DO: Final = (
    r"\b(?:cookies?|beacons?|pixels?|gifs?|log\s+files?)\s+(?:on|of|from|in|that|which)\s+"
    r"[^.;,]{1,30}\s(?:do(?:es)?|will|can|did)?\s*$"
)
_ASKS_US: Final = (
    r"\b(?:ask|tell|request|instruct|direct|prefer|elect|choose|want|wish|like)\w*\s+(?:that\s+)?(?:us|we)?\s*(?:to\s+)?$"
    r"|\b(?:cannot|can't|not|unable\s+to)\s+(?:\w+\s+)?(?:promise|guarantee|ensure|warrant|assure)\b[^.;]*$"
)
# Some people's data, or some data: a promise about them is none about all.
_SOME_DATA: Final = (
    r"\b(?:child|children|children's|minors?|students?)\b|\bunder\s+(?:the\s+age\s+of\s+)?(?:13|thirteen|16|18)\b"
    r"|^\W*(?:your\s+|our\s+|any\s+)?(?:prescription|medical|health|financial|payment|credit\s+card|survey|location)\s+(?:\w+\s+)?(?:records?|information|data|details)\b"
)
_IF_ASKED: Final = (
    r"\W*(?:if|when|where|once|after)\s+you\s+(?:\w+\s+)?"
    r"(?:(?:do\s+not|don't|did\s+not)\s+(?:elect|want|wish|choose|opt|agree|consent)|opt(?:ed)?[\s-]out|decline|object|request|ask|tell|inform)\b"
)
_PURPOSE_LIMITED: Final = (
    r"\bfor\s+(?:\w+\s+){0,4}?(?:marketing|promotional|advertising|commercial|solicitation"
    r"|purposes\s+(?:other|unrelated))\b|\bto\s+(?:market|promote|advertise|send\s+you)\b"
    r"|\bthat\s+(?:would|could|will)\s+(?:use|contact)|\bfor\s+use\s+in"
)
_CONSENT: Final = (
    r"\b(?:without|unless)\b[^.;]{0,60}?\b(?:consent|permission|authori[sz]ation|approval|agree\w*"
    r"|express|opt)"
)
_WITHIN: Final = r"\bour\s+(?:affiliates|partners|advertisers|service\s+providers)\b"
_DECLARED: Final = (
    rf"\b(?:we|us|our\s+\w+|company|site)\b[^.;]{{0,40}}?\b(?:may|might|will|can|do|also|sometimes"
    rf"|reserve\s+the\s+right\s+to|occasionally)\s+(?:\w+\s+){{0,4}}?(?:sell|rent|trade|lease"
    rf"|exchange)\b[^.;]{{0,80}}?{_DATA}|\bwe\s+(?:\w+\s+)?(?:sell|rent|trade)(?:\s+(?:and|or)\s+share)?\s+(?:[\w'’]+\s+){{0,5}}?(?:{_DATA}|identifiers\b|internet\s+activity\b)"
    rf"|\b(?:your|user|customer|personal)\s+(?:\w+\s+)?(?:information|data)\s+(?:may|might|will|can"
    rf"|could)\s+be\s+(?:\w+,?\s+){{0,4}}?(?:sold|rented|traded|leased)\b"
    rf"|\b(?:rents|sells|trades)\s+(?:its|their|our)\s+(?:[\w'’]+\s+){{0,3}}?(?:lists?\b|{_DATA})|\bby\s+(?:selling|renting)\s+(?:\w+\s+)?{_DATA}"
    rf"|{_DATA}[^.;]{{0,40}}\bavailable\s+for\s+(?:rental|rent|sale)\b|\bmailing\s+lists?\b[^.;]{{0,20}}\bavailable\s+for\s+(?:rental|rent|sale)\b"
    rf"|\bsale\s+of\s+(?:your\s+)?personal\s+(?:information|data)\s+(?:as\s+defined|under)"
)
_BUSINESS: Final = (
    r"\b(?:merg|acqui|bankrupt|asset|reorgani|business\s+(?:transfer|unit|sale)"
    r"|sale\s+of\s+(?:the\s+|our\s+|all)|sell\s+(?:the\s+company|our\s+business|some|all"
    r"|or\s+(?:buy|transfer)|assets)|buy\s+or\s+sell|successor|in\s+the\s+event\s+(?:of|that)"
    r"|change\s+of\s+control|insolvenc)\w*"
)
_TRANSFER_DENIED: Final = (
    rf"{_NOT}\s+(?:(?!\bbut\b)[\w,'’\"/()-]+\s+){{0,9}}?\W?{_HAND_ON}\b[^.;]{{0,120}}?\b(?:to"
    rf"|with)\s+(?:\w+\s+){{0,2}}?{_WHOM}"
)
_TRANSFER_EXCEPT: Final = (
    rf"^\W*this\s+does\s+not\s+(?:include|apply|cover|extend)\b[^.;]{{0,120}}(?:part(?:y|ies)"
    rf"|providers|companies|partners)|\b(?:we"
    rf"|company)\s+may\s+(?:also\s+)?(?:{_HAND_ON})\s+(?:\w+\s+){{0,3}}?(?:information"
    rf"|data)\b[^.;]{{0,40}}\bwhen\b|\bwe\s+may\s+(?:also\s+)?(?:share|disclose|transfer|provide"
    rf"|pass)\b[^.;]{{0,80}}{_DATA}[^.;]{{0,60}}?\b(?:to|with)\s+(?:\w+\s+){{0,3}}?(?:{_WHOM}"
    rf"|service\s+providers|partners|affiliates)"
)
_ANONYMOUS: Final = (
    r"\b(?:visit|use|browse|access|surf|enter|view|navigate)\w*\s+(?:\w+\s+){0,5}?(?:site"
    r"|web\s?site|pages?|it|service)?\s*\b(?:anonymously|without\s+(?:\w+\s+){0,2}?(?:giving"
    r"|disclosing|revealing|providing|telling|identifying|submitting|registering"
    r"|having\s+to)\b[^.;]{0,60}?(?:personal|yourself|who\s+you|identif|information|name|data"
    r"|any))|\banonymous(?:ly)?\s+(?:visit|access|brows)\w*"
)
_CHILDREN: Final = (
    r"\b(?:coppa|children'?s?\s+online\s+privacy\s+protection)\b|\b(?:under|below|younger\s+than"
    r"|at\s+least|over|minimum\s+age\s+of|age\s+of|aged?"
    r"|attained)\s+(?:the\s+age\s+of\s+)?(?:1[0-9]|2[01]|thirteen|fourteen|fifteen|sixteen"
    r"|eighteen)\b|\b(?:1[0-9]|2[01]|thirteen|sixteen|eighteen)\s+years\s+(?:of\s+age|old)"
)
# What the reader has not said is no promise: "Unless you told us not to, we may rent your name".
_UNLESS_SAID: Final = (
    r"^(?:[^.;:]{1,40}:\s)?\W*(?:unless|if|except\s+where)\s+you\b[^.;]*?,\s+(?=we\s+(?:may|might|will|can|do)\b)"
    r"|\bunless\s+you\s+(?:\w+\s+){0,4}?not(?:\s+to)?\W*$"
)
_SELL_GATE: Final = words("sell sold rent trad leas bart loan exch lend lent sale")
_PASS_GATE: Final = words("shar disc give givi pass prov rele dist reve divu made make tran supp forw comm send sent")
_WHOM_GATE: Final = words("thir othe anyo any outs comp exte adve mark some unaf")
_CHILD_GATE: Final = words("copp chil age aged year youn mino pare unde")


def find_sharing(statement: Statement) -> Iterator[Found]:
    """Yield what a sentence says of sale and transfer, of anonymous visits and of children."""
    sentence = statement.sentence
    words, plain = sentence.words, sentence.plain
    if (
        ("incl" in words and plain.startswith("this does not"))
        or words & _SELL_GATE
        or (words & _PASS_GATE and (words & _WHOM_GATE or "pers" in words))
    ):
        yield from _sale(statement)
        yield from _transfer(statement)
    if ("anon" in words or "with" in words) and compiled(_ANONYMOUS).search(plain):
        yield Found("anonymous_visit", Stance.DECLARED, sentence.start, sentence.end)
    if words & _CHILD_GATE and compiled(_CHILDREN).search(plain):
        yield Found("children", Stance.DECLARED, sentence.start, sentence.end, names=ages(plain))


def ages(plain: str) -> tuple[str, ...]:
    """The law and the ages that a plain sentence names: ``("coppa", "13")``."""
    found = ["coppa"] if compiled(r"\bcoppa\b|\bchildren'?s?\s+online\s+privacy\s+protection").search(plain) else []
    words = {"thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "eighteen": "18"}
    for match in compiled(r"\b(1[0-9]|2[01]|thirteen|fourteen|fifteen|sixteen|eighteen)\b").finditer(plain):
        near = plain[max(0, match.start() - 40) : match.end() + 25]
        if compiled(r"\b(?:age|aged|years?|under|below|younger|older|over|least|minor)").search(near):
            found.append(words.get(match[1], match[1]))
    return tuple(dict.fromkeys(found))


def _sale(statement: Statement) -> Iterator[Found]:
    sentence = statement.sentence
    plain = sentence.plain.replace("e.g.", "e-g-").replace("i.e.", "i-e-")  # no clause ends there
    if statement.frame in (Frame.OTHERS, Frame.HYPOTHETICAL, Frame.CONTROL):
        return
    turned = any(
        word in plain
        for word in ("not", "n't", "never", "no ", "nor", "none", "neither", "without", "refrain", "prohibit")
    )
    for at, source in enumerate(_DENIED if turned else ()):
        match = compiled(source).search(plain)
        if (
            match is None
            or not compiled(_DATA).search(plain)
            or _excused(plain, match.start(), match.end(), sells=at < 2)
        ):
            continue
        yield Found(
            "data_sale",
            Stance.DENIED,
            sentence.start,
            sentence.end,
            scope=Scope.CONDITION if compiled(_CONSENT).search(plain) else Scope.ALL,
        )
        return
    if (
        compiled(_DECLARED).search(plain)
        and not compiled(_NOT).search(compiled(_UNLESS_SAID).sub("", plain))
        and not compiled(_BUSINESS).search(plain)
        and not compiled(
            r"\b(?:whether|if|how|what|which)\s+(?:\w+\s+)?(?:we|us)\s+(?:\w+\s+)?(?:sell|rent|trade)"
        ).search(plain)
        and not compiled(r"\b(?:do\s+not\s+sell|right\s+to\s+opt|opt[\s-]?out\s+of)\b").search(plain)
    ):
        yield Found("data_sale", Stance.DECLARED, sentence.start, sentence.end)


def _excused(plain: str, start: int, end: int, *, sells: bool) -> bool:
    """Whether a ban is none: it is about goods, about the reader, about one use, or about the company's own sale."""
    around = plain[start : end + 80]
    if not sells and compiled(r"\b(?:giv|provid|send|suppl|transmit)\w*\s+us\b").search(plain[start:end]):
        return True  # what we are not given is no promise of what we give
    if compiled(_OTHER_GOODS).search(around[:120]) and not compiled(
        r"personal|information|data|details|address"
    ).search(around):
        return True
    before = plain[max(0, start - 40) : start]
    if compiled(
        r"\b(?:cookies?|beacons?|pixels?|gifs?|log\s+files?|you|your\s+right\s+to|users|they|third\s+parties|our\s+\w+\s+partners|partners"
        r"|providers|service|who|which|companies|if|whether)\s*(?:\w+\s*)?$|\b(?:that|which|who)\s+\([^)]{0,40}\)\s*$"
    ).search(before):
        return True
    if compiled(r"(?<!\bwe\s)\b(?:agree[sd]?|obliged|obligated|required|bound|undertakes?)\s*$").search(before):
        return True  # what others have promised us
    if compiled(_ONE_CASE).match(plain) or compiled(_IF_ASKED).match(plain):
        return True
    if compiled(_COOKIES_DO).search(plain[:start]):
        return True
    if compiled(_ASKS_US).search(plain[:start]) or (not sells and compiled(_SOME_DATA).search(plain)):
        return True
    if compiled(r"\bmay\s+not\b(?!\s+(?:\w+\s+)?be\b)").match(plain, start) and not compiled(r"\bwe\s*$").search(
        before
    ):
        return True  # what somebody else is allowed: "It may not share your data with anyone"
    if not sells and plain.startswith("without", start):
        return True  # "browse our site without disclosing your name"
    near = plain[max(0, start - 110) : end + 60]
    if plain.startswith("(") or (
        not sells and (not compiled(_OWN_DATA).search(near) or compiled(_NOT_PERSONAL).search(near))
    ):
        return True
    if not sells and compiled(_AS_DESCRIBED).search(plain):
        return True
    if sells:
        return bool(compiled(_BUSINESS).search(plain[start:end]))
    return bool(compiled(_PURPOSE_LIMITED).search(plain[start : end + 90])) or bool(
        compiled(r"\b(?:responsible|liable|control\w*|endorse|cover)\b").search(plain[start:end])
    )


def _transfer(statement: Statement) -> Iterator[Found]:
    sentence = statement.sentence
    plain = sentence.plain
    turned = any(word in plain for word in ("not", "n't", "never", "no ", "nor"))
    denied = compiled(_TRANSFER_DENIED).search(plain) if turned else None
    if denied is not None and not compiled(_PURPOSE_LIMITED).search(plain, denied.start()):
        yield Found("data_transfer", Stance.DENIED, sentence.start, sentence.end)
    elif compiled(_TRANSFER_EXCEPT).search(plain):
        yield Found("data_transfer", Stance.DECLARED, sentence.start, sentence.end, scope=Scope.CONDITION)
