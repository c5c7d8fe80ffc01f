# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.policy import LifetimeFrom as F
from inspector.policies.lifetimes import find_lifetime, parse_lifetime, parse_lifetimes

HOUR, MINUTE = 1 / 24, 1 / 1440

CASES = [
    ("two years", 730, F.SET),
    ("13 months", 390, F.SET),
    ("24 h", 1, F.SET),
    ("24h", 1, F.SET),
    ("2 minutes duration, extended every 30 seconds", 2 * MINUTE, F.SET),
    ("1 hr", HOUR, F.SET),
    ("30 min", 30 * MINUTE, F.SET),
    ("30m", 30 * MINUTE, F.SET),
    ("Sessional", "session", F.SESSION),
    ("five minutes", 5 * MINUTE, F.SET),
    ("an hour", HOUR, F.SET),
    ("half an hour", 0.5 * HOUR, F.SET),
    ("one (1) year", 365, F.SET),
    ("1.5 years", 547.5, F.SET),
    ("1,000 days", 1000, F.SET),
    ("0 days", 0, F.SET),
    ("2-year", 730, F.SET),
    ("1 year 1 month 4 days", 399, F.SET),
    ("29 days 23 hours 59 minutes", 29 + 23 * HOUR + 59 * MINUTE, F.SET),
    ("1 year (365 days)", 365, F.SET),
    ("365 days (1 year)", 365, F.SET),
    ("Persistent (2 years)", 730, F.SET),
    ("Session (30 minutes)", 30 * MINUTE, F.SET),
    ("30 minutes after the session ends", 30 * MINUTE, F.SET),
    ("up to 13 months", 390, F.AT_MOST),
    ("max. 6 months", 180, F.AT_MOST),
    ("30-60 days", 60, F.AT_MOST),
    ("no more than 30 days", 30, F.AT_MOST),
    ("90 days after your last visit", 90, F.LAST_VISIT),
    ("6 Monate nach dem letzten Besuch", 180, F.LAST_VISIT),
    ("after twenty minutes of inactivity", 20 * MINUTE, F.INACTIVITY),
    ("1 Jahr", 365, F.SET),
    ("13 Monate", 390, F.SET),
    ("6 Stunden", 0.25, F.SET),
    ("1 Tag", 1, F.SET),
    ("2 ans", 730, F.SET),
    ("13 mois", 390, F.SET),
    ("1 an", 365, F.SET),
    ("24 heures", 1, F.SET),
    ("2 años", 730, F.SET),
    ("1 año", 365, F.SET),
    ("3 días", 3, F.SET),
    ("12 mesi", 360, F.SET),
    ("24 ore", 1, F.SET),
    ("1 minuto", MINUTE, F.SET),
    ("2 anni", 730, F.SET),
    ("12 maanden", 360, F.SET),
    ("2 jaar", 730, F.SET),
    ("1 dag", 1, F.SET),
    ("2 anos", 730, F.SET),
    ("1 mês", 30, F.SET),
    ("6 miesięcy", 180, F.SET),
    ("1 rok", 365, F.SET),
    ("2 lata", 730, F.SET),
    ("2 år", 730, F.SET),
    ("13 månader", 390, F.SET),
    ("24 timer", 1, F.SET),
    ("5 dage", 5, F.SET),
    ("1 vuosi", 365, F.SET),
    ("13 ay", 390, F.SET),
    ("2 roky", 730, F.SET),
    ("session", "session", F.SESSION),
    ("Session cookie", "session", F.SESSION),
    ("End of session", "session", F.SESSION),
    ("until you close your browser", "session", F.SESSION),
    ("when the browser is closed", "session", F.SESSION),
    ("Sitzung", "session", F.SESSION),
    ("Ende der Browsersitzung", "session", F.SESSION),
    ("Sitzungsende", "session", F.SESSION),
    ("fin de session", "session", F.SESSION),
    ("Sesión", "session", F.SESSION),
    ("al cerrar el navegador", "session", F.SESSION),
    ("Sessione", "session", F.SESSION),
    ("Sessie", "session", F.SESSION),
    ("Sessão", "session", F.SESSION),
    ("sesja", "session", F.SESSION),
    ("persistent", None, F.PERSISTENT),
    ("Permanent", None, F.PERSISTENT),
    ("Never expires", None, F.PERSISTENT),
    ("dauerhaft", None, F.PERSISTENT),
    ("until you log out", None, F.EVENT),
    ("deleted when the sign-in is complete", None, F.EVENT),
    ("until user closes browser or completes the request", None, F.EVENT),
    ("12 mesi / Sessione", None, F.CHOICES),
    ("12 months / 24 months", None, F.CHOICES),
]


@pytest.mark.parametrize(("text", "value", "basis"), CASES, ids=[case[0] for case in CASES])
def test_a_lifetime_is_read_with_its_basis(text: str, value: float | str | None, basis: F) -> None:
    found = parse_lifetime(text)
    assert found is not None
    assert found.basis is basis
    assert found.value == (pytest.approx(value, abs=1e-6) if isinstance(value, int | float) else value)
    assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize("text", ["", "undefined", "N/A", "-", "1 January 2030", "730", "Google Analytics", "v1.2"])
def test_what_is_no_lifetime_gives_none(text: str) -> None:
    assert parse_lifetime(text) is None


def test_a_bare_number_counts_only_under_a_header_with_a_unit() -> None:
    found = parse_lifetime("364", 1.0)
    assert found is not None
    assert found.days == 364


def test_several_lifetimes_keep_their_order() -> None:
    assert [found.value for found in parse_lifetimes("12 mesi / Sessione")] == [360, "session"]


SENTENCES = [
    ("Set on page load and retained for 6 hours to remember the country.", 0.25),
    ("This cookie expires after 2 years.", 730),
    ("(storage period of two years)", 730),
    ("It is valid for 1 year and then renewed.", 365),
    ("It has a duration of 13 months.", 390),
    ("They expire when the browser window is closed.", "session"),
    ("It expires after not visiting the shop for 90 days.", 90),
    ("Counts the visits of the last 30 days.", None),
    ("We offer refunds for two weeks.", None),
    ("Remembers your language.", None),
]


@pytest.mark.parametrize(("text", "value"), SENTENCES)
def test_a_sentence_states_the_cookies_own_lifetime_only(text: str, value: float | str | None) -> None:
    found = find_lifetime(text)
    assert (found.value if found else None) == value
    if found:
        assert text[found.start : found.end]


@given(st.text(max_size=300))
def test_any_text_is_read_without_failing(text: str) -> None:
    for found in (parse_lifetime(text), find_lifetime(text)):
        if found is not None:
            assert 0 <= found.start <= found.end <= len(text)


@given(st.integers(0, 999), st.sampled_from([("days", 1), ("months", 30), ("years", 365), ("weeks", 7)]))
def test_a_number_of_units_is_that_many_days(count: int, unit: tuple[str, int]) -> None:
    found = parse_lifetime(f"{count} {unit[0]}")
    assert found is not None
    assert found.days == count * unit[1]


@pytest.mark.parametrize(
    "text", ["1 " * 50_000, "until " * 50_000, "(" * 50_000, "expires for " * 20_000, "9" * 100_000]
)
def test_long_texts_take_bounded_time(text: str) -> None:
    started = time.perf_counter()
    parse_lifetime(text)
    find_lifetime(text)
    assert time.perf_counter() - started < 5
