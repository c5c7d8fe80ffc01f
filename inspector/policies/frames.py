# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What kind of sentence each sentence is, and what it speaks of, told by its words and by what it stands under.

Only a sentence about this site, or about parties on it, can declare or deny anything. Education ("cookies are small
files"), other people's cookies, hypotheticals and instructions for the browser are told apart here, once, so that no
finder of claims has to.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from inspector.core.frozen import frozen
from inspector.core.policy import BlockKind, Document
from inspector.core.policy import StatedPurpose as P
from inspector.policies import cues
from inspector.policies.answers import THEM, asks_for_cookies
from inspector.policies.former import is_former
from inspector.policies.headers import NAMES_TOOL, Column, column_of
from inspector.policies.lexicon import Mention
from inspector.policies.operators import operator_names
from inspector.policies.patterns import compiled, plain
from inspector.policies.purposes import purpose_of_words
from inspector.policies.sentences import Sentence, denied, split_sentences
from inspector.policies.signs import (
    acts,
    benefits,
    is_category,
    is_consequence,
    is_direct,
    is_elsewhere,
    speaks_of_many,
)
from inspector.policies.statements import Frame, Section, Statement
from inspector.policies.terms import TECH, S, T, U, code
from inspector.policies.under_heading import is_described, stands_behind_label

_SITE_USES: Final = rf"{S}\s+{U}"
_SITE_ALSO_USES: Final = rf"{S}\s+(?:\w+\s+)?{U}"
# "These companies may use cookies to learn about your visits to this and other websites": they act here.
_THIRD_MAY_USE: Final = (
    rf"^\W*{T}(?:\s+(?:and|or)\s+{T})?\s+(?:(?:also|may|can|will|might)\s+){{0,3}}{U}\s+[^.;ø]{{0,60}}?ĸ"
)
# "This website contains links" says nothing of what it uses.
_SITE_MAY_USE: Final = (
    rf"{S}\s+(?:(?:also|may|will|and|do|does|can|currently|,)\s+){{0,3}}"
    rf"(?:{U}(?!\s+(?:[\w-]+\s+){{0,3}}?(?:hyper)?links?\b)|are)\b"
)
# "Our own copy of Piwik", "Matomo, hosted on our servers".
_OWN_COPY: Final = (
    r"\b(?:own|self-?hosted|local)\s+(?:\w+\s+){0,3}?(?:matomo|piwik)\b"
    r"|\b(?:matomo|piwik)\b[^.;]{0,80}?\b(?:(?:on|from)\s+(?:our|its|the\s+same)\s+(?:own\s+)?(?:web\s?)?servers?|self-?hosted"
    r"|ourselves|in-house)\b"
)
# "Google, Inc. and others": no sentence ends there, and the name goes on so far.
_LEGAL_FORM: Final = r"[^\s.]*,?\s(?:inc|llc|ltd|corp)\b(?:\.(?=\s))?"
_LONGEST_QUESTION: Final = 60
_NEAR: Final = 16  # sentences


@frozen
class Passages:
    """A document's statements and the patterns that know its operator's names."""

    document: Document
    statements: tuple[Statement, ...]
    operator: tuple[str, ...]
    about_cookies: bool  # the document is a cookie policy


def read_passages(document: Document, mentions: Sequence[Mention] = ()) -> Passages:
    """Return what every sentence of a document is and speaks of. ``mentions`` are the known third parties in it."""
    names = operator_names(document, frozenset(plain(mention.name) for mention in mentions))
    others = tuple(mention for mention in mentions if plain(mention.name).removesuffix("'s") not in names)
    counted = any(mention.id == "matomo" for mention in others)
    if counted and compiled(_OWN_COPY).search(plain(document.text)):  # the site runs it itself
        others = tuple(mention for mention in others if mention.id != "matomo")
    reader = _Reader(document, names, others)
    statements = tuple(reader.read(sentence) for sentence in split_sentences(document))
    return Passages(document, statements, names, reader.about_cookies)


class _Reader:
    """Walks through the sentences in order, keeping what later ones refer to."""

    def __init__(self, document: Document, names: tuple[str, ...], mentions: Sequence[Mention]) -> None:
        self._document = document
        self._operator = (
            re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?:'s)?(?![\w-])") if names else None
        )
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._sections: dict[tuple[int, ...], tuple[Section, P | None, str]] = {}
        self._last: Statement | None = None
        self._since_cookies = _NEAR + 1  # sentences since the last that named cookies
        self._row_held = (-1, "")
        self._numbered: dict[str, tuple[int, ...]] = {}
        self._last_of_block: dict[int, Statement] = {}
        self._colon: Statement | None = None
        self._question: tuple[int, ...] | None = None  # the headings of what a question after cookies in general opened
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
        section = self._asked_section(sentence, section)
        statement = Statement(sentence, section, category=category, heading=heading, coder=self._code)
        if sentence.row is not None and sentence.row < len(block.cells):
            statement.header = plain(block.cells[sentence.row].header or "")
            statement.row = self._row(sentence.block)
        if sentence.kind is BlockKind.HEADING:
            self._section((*block.headings, sentence.block))  # a heading with nothing under it still numbers others
        if sentence.kind is not BlockKind.HEADING or compiled(cues.SAYS).match(sentence.plain):
            self._link(statement)
            self._read_as_denied(statement)
            self._see(statement)
            statement.frame = self._frame(statement)
            if statement.frame not in (Frame.NONE, Frame.FORMER) and not statement.topic:
                statement.topic = True
        self._since_cookies = 0 if statement.cookie else self._since_cookies + 1
        self._last = statement
        self._last_of_block[sentence.block] = statement
        announces = compiled(cues.LISTING).search(sentence.plain) or compiled(cues.LISTING_BEGUN).search(sentence.plain)
        if announces or sentence.plain.rstrip(" \"'").endswith(":"):
            self._colon = statement
        return statement

    def _asked_section(self, sentence: Sentence, section: Section) -> Section:
        """The section that a question opens where no heading does: "What are cookies? Cookies are small files"."""
        headings = self._document.blocks[sentence.block].headings
        opens = sentence.block not in self._last_of_block and len(sentence.text) <= _LONGEST_QUESTION
        if opens and cues.QUESTION.search(sentence.plain) and sentence.row is None:
            teaches = "cook" in sentence.words and compiled(cues.TEACHES).match(sentence.plain) is not None
            self._question = headings if teaches else None
        elif opens and self._last is not None and sentence.kind is not self._last.sentence.kind:
            self._question = None
        asked = self._question is not None and self._question == headings
        return Section.EDUCATION if asked and section in (Section.NONE, Section.COOKIES) else section

    def _row(self, block: int) -> str:
        """The whole row that a cell stands in, once for its cells."""
        if self._row_held[0] != block:
            self._row_held = (block, plain(self._document.block_text(block)[:800]))
        return self._row_held[1]

    def _section(self, headings: tuple[int, ...]) -> tuple[Section, P | None, str]:
        if headings not in self._sections:
            self._sections[headings] = self._read_headings(headings)
        return self._sections[headings]

    def _read_headings(self, headings: tuple[int, ...]) -> tuple[Section, P | None, str]:
        if not headings:
            return Section.NONE, None, ""
        outer = self._outer(headings)
        text = self._document.block_text(headings[-1])[:200]
        sentence = Sentence(text, self._document.blocks[headings[-1]].start, 0, BlockKind.HEADING)
        coded = self._code(sentence) if "cook" in sentence.words or compiled(TECH).may_match(sentence.plain) else ""
        speaks = ("cook" in sentence.words and not compiled(cues.COOKIELESS).search(sentence.plain)) or "ŵ" in coded
        for section, pattern in cues.HEADINGS:
            if section is Section.OTHERS and "embed" in sentence.plain:
                continue  # others' content, but on this site
            if (speaks or section in (Section.OTHERS, Section.CONTROL)) and compiled(pattern).search(sentence.plain):
                return section, None, sentence.plain
        tells = len(text) < 80 and compiled(NAMES_TOOL).search(sentence.plain) is None
        category = purpose_of_words(sentence.plain, sentence.words) if tells else None
        if speaks and (category or compiled(cues.KINDS).search(coded)):
            return (Section.EDUCATION if outer[0] is Section.EDUCATION else Section.CATEGORY), category, sentence.plain
        if speaks:
            return Section.COOKIES, None, sentence.plain
        if outer[0] is Section.EDUCATION and not speaks:
            return Section.EDUCATION, None, sentence.plain
        if outer[0] in (Section.COOKIES, Section.PRACTICE) and compiled(cues.KIND_HEADING).match(sentence.plain):
            return Section.CATEGORY, category, sentence.plain
        ours = compiled(cues.WHICH_WE_USE).search(sentence.plain) and not compiled(r"n't\b|\bnot\b").search(
            sentence.plain
        )
        if ours and outer[0] in (Section.COOKIES, Section.PRACTICE, Section.CATEGORY):
            return Section.CATEGORY, None, sentence.plain
        if self.about_cookies and compiled(cues.WHICH_WE_USE).search(sentence.plain):
            return Section.PRACTICE, None, sentence.plain
        if category and len(text) < 60 and outer[0] in (Section.PRACTICE, Section.CATEGORY):
            return Section.CATEGORY, category, sentence.plain
        if (
            outer[0] in (Section.PRACTICE, Section.CATEGORY)
            and len(headings) > 1
            and len(text) < 60
            and len(text.split()) <= 4
        ):
            return outer[0], None, sentence.plain
        return Section.NONE, None, sentence.plain

    def _outer(self, headings: tuple[int, ...]) -> tuple[Section, P | None, str]:
        """What the heading stands under: by its level, or "2.1" under "2" where all have one level."""
        outer = self._section(headings[:-1])
        number = cues.HEADING_NUMBER.match(self._document.block_text(headings[-1])[:20])
        if number is None:
            return outer
        if number[2] is None:
            self._numbered[number[1]] = headings
            return outer
        parent = self._numbered.get(number[1])
        return self._section(parent) if parent is not None and outer[0] is Section.NONE else outer

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
                and not statement.leads.topic
            ):
                statement.leads = statement.leads.leads
        elif self._colon is not None and (
            self._colon.sentence.block == sentence.block or self._continues_list(statement)
        ):
            statement.leads = self._colon
        previous = self._last
        if previous is not None and asks_for_cookies(previous):
            statement.asked = previous
            if compiled(THEM).match(sentence.plain):
                statement.refers, statement.pronoun = previous, True
                return
        if previous is None or self._document.blocks[previous.sentence.block].headings != block.headings:
            return
        statement.before = previous
        previous = self._labelled(previous)
        found = compiled(cues.REFERS).search(sentence.plain)
        if (previous.sentence.kind is not BlockKind.HEADING and found and found.groupdict().get("site") is None) or (
            previous.topic and previous.frame is Frame.PRACTICE and compiled(cues.REFERS_INSIDE).search(sentence.plain)
        ):
            statement.refers = previous
        if previous.cookie and compiled(cues.USES_THEM).search(sentence.plain):
            statement.refers = previous
            statement.pronoun = True

    def _labelled(self, previous: Statement) -> Statement:
        """What "we use these" speaks of behind a bare label ("Analytics."): the cookies that a colon announced."""
        colon, blocks = self._colon, self._document.blocks
        if colon is None or not colon.cookie or previous.topic:
            return previous
        same = blocks[colon.sentence.block].headings == blocks[previous.sentence.block].headings
        return colon if same and compiled(cues.KIND_HEADING).match(previous.plain) else previous

    def _continues_list(self, statement: Statement) -> bool:
        """Whether a paragraph goes on with what a colon announced: "We use cookies:", and below "To remember ..."."""
        previous, colon = self._last, self._colon
        if statement.sentence.kind is not BlockKind.PARAGRAPH or not statement.plain.startswith("to "):
            return False
        headings = self._document.blocks[statement.sentence.block].headings
        return (
            colon is not None
            and previous is not None
            and colon.plain.rstrip().endswith(":")
            and (previous is colon or previous.leads is colon)
            and self._document.blocks[colon.sentence.block].headings == headings
        )

    def _read_as_denied(self, statement: Statement) -> None:
        """ "We do not:" and a list: each item is read as the whole sentence that it stands for."""
        lead, sentence = statement.leads, statement.sentence
        if (
            lead is None
            or sentence.kind is not BlockKind.LIST_ITEM
            or not compiled(cues.DENIES_ITEMS).search(lead.plain)
            or not compiled(cues.ITEM_OF_DENIED).match(sentence.plain)
        ):
            return
        statement.sentence, statement.hidden = denied(sentence)
        statement.leads = None

    def _see(self, statement: Statement) -> None:
        sentence = statement.sentence
        if (
            sentence.words & cues.FOOD_WORDS
            and compiled(cues.FOOD).search(sentence.plain)
            and not compiled(cues.WEB).search(sentence.plain)
        ):
            return
        if sentence.words & cues.COOKIE_WORDS or statement.pronoun:
            coded = statement.coded
            statement.cookie, statement.tech = "ĸ" in coded, "ŵ" in coded
            statement.direct = is_direct(statement)
        statement.topic = statement.cookie or statement.tech

    def _code(self, sentence: Sentence) -> str:
        """The sentence with its words coded; known third parties are coded by their places."""
        text = sentence.plain
        at = bisect_left(self._starts, sentence.start)
        while at < len(self._mentions) and (mention := self._mentions[at]).start < sentence.end:
            start, end = mention.start - sentence.start, min(mention.end, sentence.end) - sentence.start
            if (form := compiled(_LEGAL_FORM).match(text, max(start, end - 5))) is not None:
                end = max(end, form.end())
            text = text[:start] + "ŧ" * (end - start) + text[end:]
            at += 1
        return code(text, self._operator)

    def _frame(self, statement: Statement) -> Frame:
        if cues.QUESTION.search(statement.plain):
            return Frame.NONE
        if is_former(statement):
            return Frame.FORMER
        if speaks_of_many(statement):
            return Frame.OTHERS
        if statement.topic:
            return self._explicit(statement)
        frame = self._referring(statement)
        if frame is not Frame.NONE:
            statement.direct = is_direct(statement)
        return frame

    def _explicit(self, statement: Statement) -> Frame:
        text, coded = statement.plain, statement.coded
        if compiled(cues.HYPOTHETICAL).search(text):
            return Frame.HYPOTHETICAL
        if self._speaks_of_others(statement) or compiled(cues.ON_VISITING).match(coded) or is_elsewhere(statement):
            return Frame.OTHERS
        if is_consequence(text):
            return Frame.CONSEQUENCE
        if (
            "how" in statement.sentence.words
            and compiled(cues.THEIR_USE).search(coded)
            and not compiled(_SITE_USES).search(coded)
        ):
            return Frame.CONTROL
        if compiled(cues.IN_GENERAL).search(coded) or (
            compiled(cues.MADE_OF).search(text) and "ŋ" not in coded and compiled(cues.DEFINITION).search(coded)
        ):
            return Frame.DEFINITION
        if compiled(cues.READER_ACTS).search(text) and compiled(cues.CONTROLS).search(text):
            return Frame.CONTROL
        if "opt" in statement.sentence.words and "ŋ" not in coded and compiled(cues.OFFERS_WAYS).search(text):
            return Frame.CONTROL
        active = acts(text, coded) or (statement.direct and benefits(coded) and not compiled(cues.REFUSE).search(text))
        if not active and compiled(cues.CONTROL).search(text) and compiled(cues.CONTROLS).search(text):
            return Frame.CONTROL
        if not active and self._goes_on(statement):
            return Frame.PRACTICE
        if not active and compiled(cues.DEFINITION).search(coded) and not is_category(statement):
            return Frame.DEFINITION
        return Frame.PRACTICE if active or statement.direct else self._undirected(statement)

    def _goes_on(self, statement: Statement) -> bool:
        """Whether the sentence says how long the cookies last that were just said to be set, or to which one agrees."""
        if statement.section is Section.EDUCATION:
            return False
        if compiled(cues.AGREES_TO_STORE).search(statement.coded):
            return True
        before = statement.before
        return (
            before is not None
            and before.cookie
            and before.frame is Frame.PRACTICE
            and (compiled(cues.THEY_LAST).match(statement.coded) or compiled(cues.THEN_SET).match(statement.coded))
            is not None
        )

    def _undirected(self, statement: Statement) -> Frame:
        """A sentence about cookies that names nobody: what it stands under decides whose they are."""
        led, referred = statement.leads, statement.refers
        if referred is not None and "ŧ" in referred.coded and compiled(r"^\W*they\s").match(statement.plain):
            return referred.frame if referred.frame in (Frame.OTHERS, Frame.HYPOTHETICAL) else Frame.PRACTICE
        if led is not None and (
            led.frame in (Frame.PRACTICE, Frame.OTHERS, Frame.HYPOTHETICAL)
            or (led.frame is Frame.CONTROL and led.plain.rstrip(" \"'").endswith(":"))
        ):
            return led.frame
        if statement.section in (Section.PRACTICE, Section.CATEGORY):
            return Frame.PRACTICE
        if statement.section is Section.EDUCATION:
            return Frame.DEFINITION
        if compiled(cues.KEPT_IN).match(statement.coded):
            return Frame.PRACTICE
        if referred is not None and referred.frame in (Frame.PRACTICE, Frame.OTHERS):
            return referred.frame
        if statement.sentence.row is not None or compiled(cues.PASSIVE).search(statement.coded):
            return Frame.PRACTICE
        return Frame.PRACTICE if compiled(cues.KINDS).search(statement.coded) else Frame.DEFINITION

    def _referring(self, statement: Statement) -> Frame:
        """A sentence without the word: what it refers to, or the list it stands in, may be about cookies."""
        led, referred = statement.leads, statement.refers
        if led is not None and led.topic and led.frame is not Frame.CONSEQUENCE:
            return led.frame
        if referred is not None and referred.topic:
            if is_consequence(statement.plain) and referred.frame in (Frame.CONTROL, Frame.CONSEQUENCE):
                return Frame.CONSEQUENCE
            frame = self._from_reference(statement, referred)
            if frame is not Frame.NONE:
                return frame
        if statement.section is Section.CATEGORY:
            return Frame.PRACTICE
        if is_described(statement) or (self._since_cookies <= _NEAR and stands_behind_label(statement)):
            return Frame.PRACTICE
        described = statement.section is Section.PRACTICE and self.about_cookies and statement.sentence.row is not None
        return Frame.PRACTICE if described and column_of(statement.header) is Column.PURPOSE else Frame.NONE

    def _from_reference(self, statement: Statement, referred: Statement) -> Frame:
        if referred.frame in (Frame.OTHERS, Frame.HYPOTHETICAL):
            return referred.frame
        if referred.frame is Frame.PRACTICE or (referred.frame is Frame.DEFINITION and self._helps_us(statement)):
            if compiled(cues.CONTROL).search(statement.plain) and compiled(cues.REFUSE).search(statement.plain):
                return Frame.CONTROL
            return Frame.PRACTICE
        return Frame.DEFINITION if referred.frame is Frame.DEFINITION else Frame.NONE

    def _helps_us(self, statement: Statement) -> bool:
        """Whether what cookies do is done for this site; where cookies are explained, "the website" is any."""
        coded = self._code(statement.sentence)
        return benefits(coded) and ("ŋ" in coded or statement.section is not Section.EDUCATION)

    def _speaks_of_others(self, statement: Statement) -> bool:
        coded = statement.coded
        found = compiled(cues.OTHERS_ACT).search(coded) if "ø" in coded else None
        if found is None:
            if (
                statement.section is Section.OTHERS
                and not compiled(_SITE_ALSO_USES).search(coded)
                and not compiled(cues.OURS_ACT).search(coded)
            ):
                return bool(compiled(r"ø|ŧ|\b(?:sites?|they|their|links?)\b").search(coded))
            return (
                "ø" in coded and bool(compiled(cues.OTHERS_PASSIVE).search(coded)) and not acts(statement.plain, coded)
            )
        if compiled(cues.LIKE_OTHERS).search(coded):
            return False
        return compiled(_SITE_MAY_USE).search(coded) is None and compiled(_THIRD_MAY_USE).match(coded) is None
