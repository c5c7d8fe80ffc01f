# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501
"""What kind of sentence each sentence is, and what it speaks of, told by its words and by what it stands under.

Only a sentence about this site, or about parties on it, can declare or deny anything. Education ("cookies are small
files"), other people's cookies, hypotheticals and instructions for the browser are told apart here, once, so that no
finder of claims has to.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Final

from inspector.core.policy import BlockKind, Document
from inspector.core.policy import StatedPurpose as P
from inspector.policies.lexicon import Mention
from inspector.policies.operators import operator_names
from inspector.policies.patterns import plain
from inspector.policies.purposes import purpose_of
from inspector.policies.sentences import Sentence, split_sentences
from inspector.policies.terms import B, C, E, S, T, U, code


class Frame(Enum):
    """The kinds of sentences that are told apart."""

    PRACTICE = auto()  # what this site, or a party on it, does
    DEFINITION = auto()  # what cookies are and can do in general
    OTHERS = auto()  # what other sites do
    HYPOTHETICAL = auto()  # "if we ever", "should we decide to"
    CONTROL = auto()  # what the reader can do
    CONSEQUENCE = auto()  # what refusing cookies costs
    NONE = auto()  # nothing about cookies


class Section(Enum):
    """What a heading announces."""

    PRACTICE = auto()  # "How we use cookies"
    CATEGORY = auto()  # "Analytics cookies"
    EDUCATION = auto()  # "What are cookies?"
    CONTROL = auto()  # "Managing cookies"
    COOKIES = auto()  # "Cookies", nothing more
    OTHERS = auto()  # "Links to other sites"
    NONE = auto()


@dataclass(slots=True)
class Statement:
    """A sentence with its frame.

    ``topic`` says that it speaks of cookies or a like technology, itself or through what it refers to; ``direct`` that
    it names the site or a party on it. ``leads`` is the statement that introduces the list it stands in, ``refers`` the
    one that "they" and "this information" speak of, ``category`` the purpose that its heading or label announces.
    """

    sentence: Sentence
    section: Section
    frame: Frame = Frame.NONE
    topic: bool = False
    cookie: bool = False
    tech: bool = False
    direct: bool = False
    leads: "Statement | None" = None
    refers: "Statement | None" = None
    category: P | None = None
    heading: str = ""
    coder: Callable[[Sentence], str] | None = None
    held: str = ""

    @property
    def coded(self) -> str:
        """The sentence with its words coded; made when first asked for, since most sentences are never asked."""
        if not self.held and self.coder is not None:
            self.held = self.coder(self.sentence)
        return self.held

    @property
    def plain(self) -> str:
        """The sentence as patterns see it."""
        return self.sentence.plain


@dataclass(frozen=True, slots=True)
class Passages:
    """A document's statements and the patterns that know its operator's names."""

    document: Document
    statements: tuple[Statement, ...]
    operator: tuple[str, ...]
    about_cookies: bool  # the document is a cookie policy


_REFUSE: Final = (
    r"(?:refus\w+|reject\w*|block\w*|disabl\w+|delet\w+|declin\w+|remov\w+|deactivat\w+|turn(?:ed|ing)?\s+(?:\w+\s+)?off|switch(?:ed|ing)?\s+(?:\w+\s+)?off|clear\w*"
    r"|opt(?:ed|ing)?[\s-]+out|object\w*|prevent\w*|restrict\w*|limit\w*|(?:do\s+not|don't|not)\s+(?:to\s+)?(?:accept|allow|want|wish|enable|agree|consent|permit)\w*|withdraw\w*|erase\w*|stop\w*|without\s+cookies|choose\s+not)"
)
_HYPOTHETICAL: Final = (
    r"\bif\s+(?:\w+\s+){0,4}?(?:ever|someday|one\s+day|in\s+(?:the\s+)?future)\b|\b(?:if|when)\s+we\s+(?:decide|begin|start|were\s+to|should|introduce|choose|change\s+our|do\s+so|do\s+use|add|plan)"
    r"|\bshould\s+(?:we|the\s+(?:site|company))\s+\w+|\bin\s+the\s+event\s+(?:that\s+)?(?:we|our)\b|\b(?:might|may)\s+(?:someday|one\s+day|eventually|at\s+some\s+(?:point|time))\b"
    r"|\b(?:in\s+(?:the\s+)?future|at\s+a\s+later\s+date),?\s+(?:we|our|this)\b[^.]{0,40}\b(?:may|might|could)\b|\bwe\s+(?:may|might|could)\b[^.]{0,60}\bin\s+(?:the\s+)?future\b|\bif\s+we\s+use\s+cookies\s+in\s+the\s+future"
)
_DEFINITION: Final = (
    rf"^\W*(?:\(?\d+[.)]\s*)?(?:yes\W+)?(?:an?\s+|the\s+)?(?:\"?(?:http|web|browser|internet|so-called|first[\s-]party|third[\s-]party|session|persistent|permanent|temporary|tracking|flash)\"?[\s-]*(?:,|and|or)?\s*){{0,3}}(?:{C}|{B})"
    r"(?:\s*\([^)]{0,80}\))?,?\s+(?:(?:is|are)\s+(?:(?:essentially|basically|simply|just|typically|usually|also|generally|very|commonly|often|merely|known|those|called|defined|like|any|really|pieces?|one|referred)\b|(?:(?:an?|the|those|some)\s+)?(?:\w+[\s-]+){0,3}?(?:files?|pieces?|bits?|strings?|text|data|amounts?|packets?|items?|identifiers?|technolog\w+|tokens?|images?|graphics?|objects?|messages?|features?|mechanisms?|snippets?|information|code|lines?|series|sequence|blocks?|tools?|ĸ+|ŵ+|small|unique|alphanumeric|tiny))"
    r"|consists?\b|(?:can|could|may|might|ɲ+)\s+(?:also\s+|not\s+|only\s+|then\s+|typically\s+)?(?:be\b|ʋ+|contain|allow|help|enable|store|make|remember|save|carry|have|tell|track|do|damage|harm|read|run|infect|remain|last|come|originate|transfer|perform)"
    r"|ɲ+\s+(?:\w+\s+)?(?:harm|damage|spread|ʋ+\s+virus|ʋ+\s+any\s+virus|run|infect|cause|act|carry\s+virus|pose|affect|themselves|give)|(?:typically|usually|often|generally|commonly|normally)\b|works?\b|were\b|originat\w+|refers?\b|remains?\b|lasts?\b|expires?\b|exists?\b|stays?\b|(?:do|perform|ʋ+|come|play)\s+\w+|ʋ+\s+(?:the\s+name|information\s+that|a\s+unique|some|an?\s))"
    r"|^\W*the\s+(?:main\s+|primary\s+|sole\s+)?purpose\s+of\s+(?:an?\s+)?ĸ+|\bthe\s+term\s+\W?ĸ+|\bone\s+of\s+the\s+(?:primary|main)\s+purposes\s+of\s+ĸ+|ĸ+\W{0,3}\s+(?:means?|refers?\s+to)\b"
    r"|\b(?:processing|ʋ+|data)\W{0,3}\s+means\b|\bin\s+general,?\s+ĸ+|ĸ+\s+(?:are\s+|have\s+become\s+)?(?:widely|commonly|often|generally|typically|frequently|normally|usually)\b|ĸ+\s+are\s+ʋ+\s+(?:by|on)\s+(?:ø|most|many|almost|nearly|virtually|web\s?site)"
)
_BROWSER: Final = r"\b(?:(?:web|internet)\s+)?browsers?\b|\binternet\s+explorer\b|\bfirefox\b|\bsafari\b|\bgoogle\s+chrome\b|\bnetscape\b"
_CONTROL: Final = (
    rf"\b(?:you|users?|visitors?|customers?|individuals|people|members|anyone|everyone)\b(?:'re|\s+\w+)?\s+(?:(?:also|always|usually|generally|still|therefore|then|however|further|either|of\s+course|at\s+any\s+time|who\s+do|do|does)\s+){{0,2}}(?:can|may|could|might|are\s+(?:able|free|not\s+required|under\s+no)|have\s+the|wish|want|prefer|would|choose|should|need\s+to|will\s+(?:need|have|be\s+able)|must|not\s+(?:wish|want))\b[^.]{{0,140}}?(?:{_REFUSE}|accept|manag\w+|control\w*|chang\w+|adjust|modif\w+|set\s+your|configur\w+|warn|notif|alert|prompt|choice|decide|opt)"
    rf"|^\W*(?:most|many|all|some|modern|popular|the\s+majority\s+of|other|standard|certain)\s+(?:\w+\s+){{0,2}}browsers?\b|^\W*(?:your|the|a|an)\s+(?:\w+\s+)?browsers?\b|^\W*if\s+(?:you|a\s+user|users?|visitors?)\b|^\W*to\s+(?:{_REFUSE}|manage|control|opt|learn|find|change|update|adjust)|^\W*(?:click|please|for|see|visit|read|view|learn|find|refer|go)\b"
    rf"|\b(?:by|through|via|in)\s+(?:(?:changing|adjusting|modifying|setting|using|configuring|editing|selecting|choosing|activating|altering|following)\s+)?(?:the\s+)?(?:appropriate\s+)?(?:\w+\s+)?(?:your\s+|its\s+|their\s+)?(?:(?:web|internet)\s+)?browsers?'?s?\b|\bsettings?\s+(?:of|in|on)\s+your\b|\bbrowser\s+settings\b|\bset\s+(?:your|their|the)\s+\w*\s?browsers?\b|^\W*(?:click|go|select|open|choose|under|from|check|uncheck)\b"
)
_CONSEQUENCE: Final = rf"(?:\bif\s+(?:you|cookies|a\s+user|users|visitors|your\s+browser|they|it\s+is)\b[^.]{{0,160}}?{_REFUSE}|\b(?:by\s+)?(?:disabl|block|reject|refus|declin|delet|remov|turn|restrict|deactivat)ing\b|\bwithout\s+(?:(?:these|the|our|such|any|using|accepting|enabling|allowing|essential|necessary)\s+)*cookies?\b|\bunless\s+(?:you|cookies)\b[^.]{{0,80}}?(?:accept|enabl|allow)|\bdoing\s+so\b|\bso\s+(?:doing|rejecting)|\bselect\s+this\s+setting|\bcookies?\s+(?:\w+\s+)?disabled|\bif\s+(?:you\s+do|cookies\s+are\s+(?:not|disabled|blocked|turned))|\bto\s+do\s+so\s+will)"
_EFFECT: Final = (
    r"\b(?:not\s+be\s+able|unable|cannot|can't|can\s+not|may\s+not|might\s+not|will\s+not|won't|not\s+be\s+available|unavailable|inaccessible|inoperable|limited?|lose|lost|loss|affect\w*|impair\w*|prevent\w*|"
    r"have\s+to|need\s+to|required\s+to|not\s+(?:function|work|operate|have)|less|difficult\w*|impossible|hinder|interfere|reduce\w*|no\s+longer|more\s+cumbersome|diminish\w*|disrupt\w*)\b"
)
_NEEDS: Final = r"\bcookies?\b[^.]{0,60}\b(?:(?:must|need\s+to|have\s+to|should)\s+be\s+(?:enabled|accepted|turned\s+on|allowed)|(?:are|is)\s+(?:a\s+)?(?:required|requirement|needed|necessary|essential)\b)|\b(?:need|require|must)\w*\s+(?:\w+\s+){0,5}(?:accept|enable|allow|have)?\w*\s*cookies\b"
_REFERS: Final = (
    r"^\W*(?:\(?\w{1,3}[.)]\s+)?(?:(?:however|also|in\s+addition|additionally|moreover|furthermore|specifically|typically|generally|usually|and|but|thus|therefore|as\s+such|as\s+a\s+result|please\s+note(?:\s+that)?|note\s+that|in\s+particular|essentially|again|finally|consequently|accordingly|in\s+turn|similarly|because|while|although|when|collectively|in\s+some\s+cases|sometimes|from\s+time\s+to\s+time|together|once\s+collected),?\s+){0,2}"
    r"(?:(?:most|some|many|all|both|each|none|neither|one|any)\s+of\s+)?(?:(?:this|the|these)\s+(?:web\s?)?(?:sites?|web\s?pages?|pages?|polic(?:y|ies)|notice|statement|company|document)\b(?P<site>)|they|these|this|those|it|it's|such|that|its|their|them|doing\s+so|the\s+(?:cookies?|information|data|technolog\w+|tools?|files?|services?|identifiers?|types?|use|purposes?|companies|ads?|advertisements?|statistics|reports?|aggregate\w*|only|main|network|vendor|log|results|same|latter|former|following))\b"
    r"|^\W*(?:for\s+(?:example|instance)|e\.g\.|i\.e\.|that\s+is|namely|such\s+as|including|some\s+are|others\s+are|some\s+(?:cookies|of)|other\s+cookies)\b"
)
_REFERS_INSIDE: Final = r"\b(?:with|using|through|via|by|from|about|use|uses|used|combine|analy[sz]e|link)\s+(?:\w+\s+){0,2}?(?:this|these|such|those|the)\s+(?:\w+\s+){0,2}?(?:technolog\w+|tools?|techniques?|information|data|files?|services?|identifiers?|statistics|means)\b|^\W*(?:this|these|such|the)\s+(?:\w+\s+){0,3}(?:information|data|technolog\w+|tools)\b"
_PASSIVE: Final = rf"(?:{C}|\bthey\b)\W{{0,3}}(?:\([^)]*\)\s*)?\s*(?:(?:that|which)\s+)?(?:(?:are|is|will|may|can|might)\s+(?:also\s+|only\s+|not\s+|sometimes\s+|occasionally\s+|solely\s+|mainly\s+|primarily\s+|then\s+)?(?:be\s+)?(?:{U}|essential|necessary|required|needed|a\s+requirement|enabled|designed|strictly|help|allow|remember|make)|help|allow|enable|let|make|ensure|ʋ+|remember|support|improve|are)\b"
_CONTROLS: Final = rf"{_REFUSE}|{_BROWSER}|\b(?:manag|control|learn|information|setting|choic|accept|prefer)"
_ACTOR: Final = rf"(?:{S}|{T})"
_THING: Final = rf"(?:{C}|{B})"
_ACTS: Final = (
    rf"{_ACTOR}[^.;]{{0,80}}?\b{U}\b[^.;]{{0,120}}?{_THING}|{_THING}[^.;]{{0,100}}?\b(?:by|from|for)\s+(?:\w+\s+){{0,2}}?{_ACTOR}"
    rf"|{_THING}[^.;]{{0,40}}?\b(?:that\s+|which\s+)?{_ACTOR}\s+(?:\w+\s+){{0,2}}{U}\b"
)
_ON_SITE: Final = rf"\b(?:on|in|through|across|by|via|using|at|to|visit\w*|ʋ+|of)\s+{S}"
_USED: Final = rf"{_THING}[^.;]{{0,60}}\b{U}\b|\b{U}\b[^.;]{{0,60}}{_THING}"
_BENEFITS: Final = rf"\b(?:help|helps|helping|allow|allows|allowing|enable|enables|enabling|assist|let|lets|tell|tells|give|gives|show|inform|permit|lead|ensure|make|makes|improve|for|on|to|ʋ+)\s+(?:\w+\s+){{0,2}}?{S}"
_IN_GENERAL: Final = r"^\W*(?:in\s+general|generally|generally\s+speaking|typically),?\s+ĸ"
_MADE_OF: Final = r"\b(?:is|are)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}(?:files?|pieces?|strings?|text)\b"
_OTHERS_ACT: Final = rf"(?:^|[,;(]\s*|\b(?:that|and|but|when|as)\s+)(?:\W*like\s+)?{E}\b[^.;]{{0,60}}?\b(?:{U}|have|(?:may|can|might|will)\s+\w+)\b"
_OTHERS_PASSIVE: Final = rf"{C}\s+(?:\w+\s+){{0,3}}?(?:by|from|of|on)\s+(?:\w+\s+){{0,2}}?{E}"
_LIKE_OTHERS: Final = r"^\W*(?:like|as\s+(?:with|on|do|is|ø)|in\s+common|similar\s+to)\b|\blike\s+ø|\bas\s+(?:do\s+)?ø"
_READER_ACTS: Final = (
    r"^\W*(?:(?:\w{1,3}[.)]|please\s+note\s+that|however|also|in\s+addition|alternatively|of\s+course|first|second|finally),?\s+)*(?:you|users?|visitors?|customers)\s+(?:\w+\s+){0,2}?(?:can|may|could|might|are\s+(?:able|free)|have\s+the|should|need\s+to|must|will\s+be\s+able)\b"
    rf"[^.]{{0,120}}?(?:{_REFUSE}|manag|control|chang|adjust|modif|set\s|configur|choose|choice|accept)"
)
_QUESTION: Final = re.compile(r"\?\W*$")
_KINDS: Final = (
    r"\b(?:session|persistent|permanent|temporary|analytic\w*|performance|functional\w*|function|preference|targeting|advertising|marketing|statistic\w*|necessary|essential|required|technical|security|social(?:\s+\w+)?|tracking|measurement|personali[sz]ation|first[\s-]party|third[\s-]party|operational|process(?:es)?|authentication|customi[sz]ation|optional|audience|own)"
    r"(?:\s*(?:,|and|or|/|&)\s*\w+){0,2}[\s-]+\"?ĸ+"
)
_HEADINGS: Final = (
    (Section.OTHERS, r"\b(?:links?\s+to|other\s+(?:web\s?)?sites|third[\s-]party\s+(?:web\s?)?(?:sites|links)|external\s+(?:sites|links)|linked\s+sites)\b"),
    (Section.CONTROL, r"\b(?:manag|control|disabl|delet|block|reject|refus|remov|opt[\s-]?(?:out|in)|opting|chang|choic|set\s+(?:your|up)|turn|how\s+(?:can|do|to|could)\s+(?:you|i|users)|browser|withdraw|your\s+(?:options|rights|preferences)|deactivat)\w*"),
    (Section.EDUCATION, r"^\W*(?:[\divx.]+\W+)?(?:what(?:'s|\s+is|\s+are|\s+exactly|\s+do)\s+(?:an?\s+|the\s+)?(?:\W?cookies?|different|types|internet|web)|(?:about|more\s+about|understanding|information\s+(?:about|on)|definition\s+of|defining|background\s+on)\s+(?:\w+\s+)?cookies\W*$|how\s+(?:do\s+)?(?:these\s+)?cookies\s+work|(?:different\s+)?(?:types|kinds|categories)\s+of\s+cookies?\W*$|are\s+there\s+different|definitions?\b|why\s+(?:are|do)\s+(?:web\s?sites|cookies)|cookies?\s+(?:explained|definition|in\s+general|types?)\W*$|the\s+(?:basics|facts))"),
    (Section.PRACTICE, r"\b(?:cookies?|tracking|technolog\w+|beacons?|analytics|information|data)\b.*\b(?:we|our|us|used|in\s+use|this\s+(?:web\s?)?site|collect\w*)\b|\b(?:we|our|us)\b.*\b(?:cookies?|technolog\w+|track\w*|beacons?)\b|\b(?:use|using|usage)\s+of\s+(?:\W?cookies|\w+\s+technolog)|\bcookies?\s+(?:at|on|used|use|usage|and\s+how|list|table|details|in\s+use)\b|\blist\s+of\s+cookies"),
)  # fmt: skip
_COOKIE_WORDS: Final = frozenset(
    [
        "cook",
        "supe",
        "beac",
        "pixe",
        "clear",
        "gif",
        "gifs",
        "bugs",
        "tag",
        "tags",
        "trac",
        "tech",
        "devi",
        "sdk",
        "sdks",
        "loca",
        "flas",
        "web",
    ]
)


@cache
def compiled(source: str) -> re.Pattern[str]:
    """Return a pattern, compiled once, when the first sentence needs it."""
    return re.compile(source)


def read_passages(document: Document, mentions: Sequence[Mention] = ()) -> Passages:
    """Return what every sentence of a document is and speaks of. ``mentions`` are the known third parties in it."""
    names = operator_names(document, frozenset(plain(mention.name) for mention in mentions))
    others = tuple(mention for mention in mentions if plain(mention.name).removesuffix("'s") not in names)
    reader = _Reader(document, names, others)
    statements = tuple(reader.read(sentence) for sentence in split_sentences(document))
    return Passages(document, statements, names, reader.about_cookies)


class _Reader:
    """Walks through the sentences in order, keeping what later ones refer to."""

    def __init__(self, document: Document, names: tuple[str, ...], mentions: Sequence[Mention]) -> None:
        self._document = document
        self._operator = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?:'s)?(?![\w-])") if names else None
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._sections: dict[tuple[int, ...], tuple[Section, P | None, str]] = {}
        self._last: Statement | None = None
        self._last_of_block: dict[int, Statement] = {}
        self._colon: Statement | None = None
        title = (
            document.title
            + " "
            + " ".join(
                document.block_text(at)
                for at, block in enumerate(document.blocks[:6])
                if block.kind is BlockKind.HEADING
            )
        )
        self.about_cookies = "cookie" in title.lower()

    def read(self, sentence: Sentence) -> Statement:
        """Return the statement that a sentence makes where it stands."""
        block = self._document.blocks[sentence.block]
        section, category, heading = self._section(block.headings)
        statement = Statement(sentence, section, category=category, heading=heading, coder=self._code)
        if sentence.kind is not BlockKind.HEADING:
            self._link(statement)
            self._see(statement)
            statement.frame = self._frame(statement)
            if statement.frame is not Frame.NONE and not statement.topic:
                statement.topic = True
        self._last = statement
        self._last_of_block[sentence.block] = statement
        if sentence.plain.rstrip(" \"'").endswith(":"):
            self._colon = statement
        return statement

    def _section(self, headings: tuple[int, ...]) -> tuple[Section, P | None, str]:
        if headings not in self._sections:
            self._sections[headings] = self._read_headings(headings)
        return self._sections[headings]

    def _read_headings(self, headings: tuple[int, ...]) -> tuple[Section, P | None, str]:
        if not headings:
            return Section.NONE, None, ""
        outer = self._section(headings[:-1])
        text = self._document.block_text(headings[-1])[:200]
        sentence = Sentence(text, self._document.blocks[headings[-1]].start, 0, BlockKind.HEADING)
        coded = self._code(sentence)
        speaks = "cook" in sentence.words or "ŵ" in coded
        for section, pattern in _HEADINGS:
            if (speaks or section in {Section.OTHERS, Section.CONTROL}) and compiled(pattern).search(sentence.plain):
                return section, None, sentence.plain
        category = purpose_of(text) if len(text) < 80 else None
        if speaks and (category or compiled(_KINDS).search(coded)):
            return (Section.EDUCATION if outer[0] is Section.EDUCATION else Section.CATEGORY), category, sentence.plain
        if speaks:
            return Section.COOKIES, None, sentence.plain
        if category and len(text) < 60 and outer[0] in {Section.PRACTICE, Section.CATEGORY}:
            return Section.CATEGORY, category, sentence.plain
        if (
            outer[0] in {Section.PRACTICE, Section.CATEGORY}
            and len(headings) > 1
            and len(text) < 60
            and len(text.split()) <= 4
        ):
            return outer[0], None, sentence.plain
        return Section.NONE, None, sentence.plain

    def _link(self, statement: Statement) -> None:
        """Find what introduces the sentence, and what its pronouns speak of."""
        sentence = statement.sentence
        block = self._document.blocks[sentence.block]
        if block.lead is not None and block.lead in self._last_of_block:
            statement.leads = self._last_of_block[block.lead]
            if statement.leads.sentence.kind is BlockKind.HEADING:
                statement.leads = None
            elif (
                block.kind is BlockKind.LIST_ITEM
                and statement.leads.leads
                and statement.leads.sentence.kind is BlockKind.LIST_ITEM
            ):
                if not statement.leads.topic:
                    statement.leads = statement.leads.leads
        elif self._colon is not None and self._colon.sentence.block == sentence.block:
            statement.leads = self._colon
        previous = self._last
        if previous is None or self._document.blocks[previous.sentence.block].headings != block.headings:
            return
        found = compiled(_REFERS).search(sentence.plain)
        if (previous.sentence.kind is not BlockKind.HEADING and found and found.groupdict().get("site") is None) or (
            previous.topic and previous.frame is Frame.PRACTICE and compiled(_REFERS_INSIDE).search(sentence.plain)
        ):
            statement.refers = previous

    def _see(self, statement: Statement) -> None:
        sentence = statement.sentence
        if sentence.words & _COOKIE_WORDS:
            coded = statement.coded
            statement.cookie, statement.tech = "ĸ" in coded, "ŵ" in coded
            statement.direct = "ŋ" in coded or "ŧ" in coded
        statement.topic = statement.cookie or statement.tech

    def _code(self, sentence: Sentence) -> str:
        """The sentence with its words coded; known third parties are coded by their places."""
        text = sentence.plain
        at = bisect_left(self._starts, sentence.start)
        while at < len(self._mentions) and (mention := self._mentions[at]).start < sentence.end:
            start, end = mention.start - sentence.start, min(mention.end, sentence.end) - sentence.start
            text = text[:start] + "ŧ" * (end - start) + text[end:]
            at += 1
        return code(text, self._operator)

    def _frame(self, statement: Statement) -> Frame:
        if _QUESTION.search(statement.plain):
            return Frame.NONE
        if statement.topic:
            return self._explicit(statement)
        frame = self._referring(statement)
        if frame is not Frame.NONE:
            statement.direct = "ŋ" in statement.coded or "ŧ" in statement.coded
        return frame

    def _explicit(self, statement: Statement) -> Frame:
        text, coded = statement.plain, statement.coded
        if compiled(_HYPOTHETICAL).search(text):
            return Frame.HYPOTHETICAL
        if self._speaks_of_others(statement):
            return Frame.OTHERS
        if _is_consequence(text):
            return Frame.CONSEQUENCE
        if compiled(_IN_GENERAL).search(coded) or (compiled(_MADE_OF).search(text) and "ŋ" not in coded and compiled(_DEFINITION).search(coded)):
            return Frame.DEFINITION
        if compiled(_READER_ACTS).search(text) and compiled(_CONTROLS).search(text):
            return Frame.CONTROL
        acts = _acts(text, coded) or (_benefits(coded) and not compiled(_REFUSE).search(text))
        if not acts and compiled(_CONTROL).search(text) and compiled(_CONTROLS).search(text):
            return Frame.CONTROL
        if not acts and compiled(_DEFINITION).search(coded) and not _is_category(statement):
            return Frame.DEFINITION
        return Frame.PRACTICE if acts or statement.direct else self._undirected(statement)

    def _undirected(self, statement: Statement) -> Frame:
        """A sentence about cookies that names nobody: what it stands under decides whose they are."""
        led, referred = statement.leads, statement.refers
        if led is not None and led.frame in {Frame.PRACTICE, Frame.CONTROL, Frame.OTHERS, Frame.HYPOTHETICAL}:
            return led.frame
        if statement.section in {Section.PRACTICE, Section.CATEGORY}:
            return Frame.PRACTICE
        if statement.section is Section.EDUCATION:
            return Frame.DEFINITION
        if referred is not None and referred.frame in {Frame.PRACTICE, Frame.OTHERS}:
            return referred.frame
        if statement.sentence.row is not None or compiled(_PASSIVE).search(statement.coded):
            return Frame.PRACTICE
        return Frame.PRACTICE if compiled(_KINDS).search(statement.coded) else Frame.DEFINITION

    def _referring(self, statement: Statement) -> Frame:
        """A sentence without the word: what it refers to, or the list it stands in, may be about cookies."""
        led, referred = statement.leads, statement.refers
        if led is not None and led.topic and led.frame is not Frame.CONSEQUENCE:
            return led.frame
        if referred is not None and referred.topic:
            if _is_consequence(statement.plain) and referred.frame in {Frame.CONTROL, Frame.CONSEQUENCE}:
                return Frame.CONSEQUENCE
            frame = self._from_reference(statement, referred)
            if frame is not Frame.NONE:
                return frame
        return Frame.PRACTICE if statement.section is Section.CATEGORY else Frame.NONE

    def _from_reference(self, statement: Statement, referred: Statement) -> Frame:
        if referred.frame in {Frame.OTHERS, Frame.HYPOTHETICAL}:
            return referred.frame
        if referred.frame is Frame.PRACTICE or (
            referred.frame is Frame.DEFINITION and _benefits(self._code(statement.sentence))
        ):
            if compiled(_CONTROL).search(statement.plain) and compiled(_REFUSE).search(statement.plain):
                return Frame.CONTROL
            return Frame.PRACTICE
        return Frame.DEFINITION if referred.frame is Frame.DEFINITION else Frame.NONE

    def _speaks_of_others(self, statement: Statement) -> bool:
        coded = statement.coded
        found = compiled(_OTHERS_ACT).search(coded)
        if found is None:
            if statement.section is Section.OTHERS and not compiled(rf"{S}\s+(?:\w+\s+)?{U}").search(coded):
                return bool(compiled(r"ø|ŧ|\b(?:sites?|they|their|links?)\b").search(coded))
            return bool(compiled(_OTHERS_PASSIVE).search(coded)) and not _acts(statement.plain, coded)
        if compiled(_LIKE_OTHERS).search(coded):
            return False
        return (
            compiled(rf"{S}\s+(?:(?:also|may|will|and|do|does|can|currently|,)\s+){{0,3}}(?:{U}|are)\b").search(coded)
            is None
        )


def _acts(text: str, coded: str) -> bool:
    """Whether the site, or a party on it, does something with cookies here."""
    if compiled(_ACTS).search(coded):
        return True
    return bool(compiled(_ON_SITE).search(coded) and compiled(_USED).search(coded)) and not compiled(_REFUSE).search(
        text
    )


def _benefits(coded: str) -> bool:
    """ "They help us", "allow our site to": what cookies do for this site is what it uses them for."""
    return compiled(_BENEFITS).search(coded) is not None


def _is_category(statement: Statement) -> bool:
    """Under "Analytics cookies" even "Analytics cookies are ..." says what this site uses."""
    if statement.section is Section.PRACTICE:
        return compiled(_KINDS).search(statement.coded) is not None and not compiled(_MADE_OF).search(statement.plain)
    return statement.section is Section.CATEGORY and not compiled(_MADE_OF).search(statement.plain)


def _is_consequence(text: str) -> bool:
    if compiled(_CONSEQUENCE).search(text) and compiled(_EFFECT).search(text):
        return True
    return compiled(_NEEDS).search(text) is not None and "consent" not in text
