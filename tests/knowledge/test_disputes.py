# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Who says otherwise."""

from inspector.core.label import Purpose, Subtype
from inspector.knowledge.disputes import find_disputes
from inspector.knowledge.records import DomainClaim, KnownCookie, Match, Sure


def _entry(purpose: Purpose, origin: str = "bundled", disputed: tuple[str, ...] = ()) -> KnownCookie:
    sure = {"bundled": Sure.SOURCE_READ, "override": Sure.USER}.get(origin, Sure.PACK)
    return KnownCookie(
        "x", Match.EXACT, None, None, purpose, Subtype.NONE, None, None, None, origin, sure, None, "", disputed, origin
    )


def test_nothing_found_is_nothing_disputed() -> None:
    assert find_disputes(()) == ()


def test_own_known_disputes_come_first() -> None:
    found = (
        _entry(Purpose.AUTHENTICATION, disputed=("some lists say marketing",)),
        _entry(Purpose.ADVERTISING, "pack:a"),
    )
    assert find_disputes(found) == ("some lists say marketing", "pack:a says advertising")


def test_a_list_with_three_classes_does_not_dispute_finer_words() -> None:
    for purpose in (Purpose.CART, Purpose.SESSION, Purpose.PREFERENCES, Purpose.OPT_OUT):
        assert find_disputes((_entry(purpose), _entry(Purpose.FUNCTIONAL, "pack:a"))) == ()


def test_entries_of_the_same_tables_do_not_dispute_each_other() -> None:
    assert find_disputes((_entry(Purpose.SECURITY), _entry(Purpose.ADVERTISING))) == ()


def test_an_override_tells_what_it_overrides() -> None:
    found = (_entry(Purpose.PREFERENCES, "override"), _entry(Purpose.ANALYTICS))
    assert find_disputes(found) == ("The program's table (bundled) says analytics",)


def test_a_claim_about_the_domain_without_a_purpose_disputes_nothing() -> None:
    claim = DomainClaim("x.example", None, "tracking", Purpose.UNKNOWN, "easyprivacy")
    assert find_disputes((_entry(Purpose.SESSION),), (claim,)) == ()
