# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The signs by which the kind of a sentence is told: who acts, who is spoken of, what refusing costs."""

from typing import Final

from inspector.policies import cues
from inspector.policies.patterns import compiled, grammar_matches
from inspector.policies.statements import Section, Statement

_LOCAL_ONLY: Final = r"\b(?:local|session|web|browser)\s?storage\b"


def speaks_of_many(statement: Statement) -> bool:
    """Return whether it speaks of any: "many companies track you", "the law requires consent when a site sets any"."""
    plain = statement.plain
    many = compiled(cues.MANY_DO).search(plain) if statement.sentence.words & cues.MANY_WORDS else None
    return (
        many is not None
        and "ŋ" not in statement.coded
        and ("ŏ" not in statement.coded or bool(many["visited"] or many["taught"]))  # "the site you visit" is any
    )


def is_elsewhere(statement: Statement) -> bool:
    """Return whether a sentence is about another's site: "Plans are sold on Acme's site. Acme uses cookies there"."""
    before = statement.before
    return (
        before is not None
        and compiled(cues.THERE).search(statement.plain) is not None
        and compiled(cues.THEIR_OWN_SITE).search(before.plain) is not None
    )


def is_direct(statement: Statement) -> bool:
    """Return whether it names the site or a party on it; where cookies are explained, "the website" is any."""
    coded = statement.coded
    return "ŋ" in coded or "ŧ" in coded or ("ŏ" in coded and statement.section is not Section.EDUCATION)


def acts(text: str, coded: str) -> bool:
    """Return whether the site, or a party on it, does something with cookies here."""
    if next(grammar_matches(cues.ACTS, coded), None) is not None:
        return True
    return bool(compiled(cues.ON_SITE).search(coded) and compiled(cues.USED).search(coded)) and not compiled(
        cues.REFUSE
    ).search(text)


def benefits(coded: str) -> bool:
    """Return whether cookies do something for this site: "they help us", "allow our site to"."""
    return compiled(cues.BENEFITS).search(coded) is not None


def is_category(statement: Statement) -> bool:
    """Return whether a heading makes it this site's: under "Analytics cookies", "analytics cookies are"."""
    if statement.section is Section.PRACTICE:
        return compiled(cues.KINDS).search(statement.coded) is not None and not compiled(cues.MADE_OF).search(
            statement.plain
        )
    return statement.section is Section.CATEGORY and not compiled(cues.MADE_OF).search(statement.plain)


def is_consequence(text: str) -> bool:
    """Return whether a plain text says what refusing cookies costs, or that they are needed."""
    if compiled(cues.CONSEQUENCE).search(text) and compiled(cues.EFFECT).search(text):
        return True
    needed = compiled(cues.NEEDS).search(text)
    return (
        needed is not None
        and "consent" not in text
        and not compiled(cues.NOT_A_NEED).search(text)
        and not compiled(r"(?:\bnot|n't|never)\s*$").search(text[: needed.start()])
    )


def is_of_storage(statement: Statement) -> bool:
    """Return whether the sentence, its list or its heading speaks of the browser's storage, which is no cookie."""
    if compiled(_LOCAL_ONLY).search(statement.plain):
        return True
    lead = statement.leads
    return not statement.tech and (
        (lead is not None and not lead.cookie and compiled(_LOCAL_ONLY).search(lead.plain) is not None)
        or ("cookie" not in statement.heading and compiled(_LOCAL_ONLY).search(statement.heading) is not None)
    )
