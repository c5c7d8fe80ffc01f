# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The table for people: safe on any terminal, in a person's words, with a sentence at the end."""

import io
from dataclasses import replace

import pytest
from make.hostile import HOSTILE, is_safe
from make.records import NOW_US, cookie, lasting, problem, reading, store

from inspector.core.cookie import Cookie, RowProblem, SameSite, ValueState
from inspector.core.isolation import Container, Isolation, Partition
from inspector.core.moments import DAY_US
from inspector.core.reading import Reading, StoreCount
from inspector.core.secret import Secret
from inspector.core.store import Family, StoreRef
from inspector.core.survey import Sighting, Survey
from inspector.reports import as_table, survey_table
from inspector.reports.api import Look


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


def site_of(host: str) -> str:
    return ".".join(host.strip(".").split(".")[-2:])


def written(read: Reading, out: io.StringIO | None = None, with_values: bool = False) -> str:
    out = out or io.StringIO()
    as_table.write_reading(read, Look(NOW_US, site_of, with_values), out)
    return out.getvalue()


def row(one: Cookie, with_values: bool = False) -> str:
    return written(reading(one), with_values=with_values).splitlines()[1]


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLUMNS", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"session": True}, "session"),
        ({"session": False, "expires_us": NOW_US + 29 * DAY_US}, "in 29 days"),
        ({"session": False, "expires_us": NOW_US - 3 * DAY_US}, "ended 3 days ago"),
        ({}, "unknown"),
        ({"secure": True, "http_only": False}, "yes     no"),
        ({"same_site": SameSite.UNSPECIFIED}, "not set"),
        ({"isolation": Isolation(Partition("https://top.test"))}, "under top.test"),
        ({"isolation": Isolation(container=Container(1, "Work"), private=True)}, "container Work, private"),
        ({"value_state": ValueState.LOCKED, "encryption": "v20"}, "locked (v20)"),
        ({"problems": (RowProblem("expires", "is not a time"),)}, "expires is not a time"),
    ],
)
def test_facts_are_said_in_words(facts: dict[str, object], said: str) -> None:
    assert said in row(cookie(**facts))  # type: ignore[arg-type]


def test_what_the_store_does_not_tell_is_a_question_mark_not_a_no() -> None:
    assert row(cookie()).split()[-3:] == ["?", "?", "?"]


def test_rows_are_sorted_by_site() -> None:
    read = reading(cookie("z.shop.test"), cookie("a.zoo.test"), cookie(".shop.test", "b"), cookie("shop.test", "a"))
    hosts = [line.split()[0] for line in written(read).splitlines()[1:5]]
    assert hosts == ["shop.test", ".shop.test", "z.shop.test", "a.zoo.test"]


def test_whose_cookie_it_is_is_said_where_there_are_several_stores() -> None:
    assert "Browser" not in written(reading(cookie()))
    several = written(reading(cookie(), cookie(store=store("chrome", "Default"))))
    assert "Chrome (Default)" in several
    assert "Firefox (default)" in several


def test_the_last_line_counts() -> None:
    cookies = [lasting(1, host=f"{site}.test", name=str(number)) for site in "abc" for number in range(400)]
    other = store("chrome", "Default", family=Family.CHROMIUM)
    locked = cookie(store=other, value_state=ValueState.LOCKED)
    read = reading(*cookies, locked)
    read = Reading(read.cookies, (), (*read.stores, StoreCount(store("edge"), None)))
    last = written(read).splitlines()[-1]
    assert last == "1,201 cookies from 4 sites in 2 profiles; 1 value locked; 1 store not read."


def test_one_profile_is_called_by_its_name() -> None:
    assert written(reading(cookie())).splitlines()[-1] == "1 cookie from 1 site in Firefox (default)."


def test_the_same_browser_twice_is_two_profiles() -> None:
    snap = replace(store("chromium", "Default"), file="/snap/chromium/Default/Network/Cookies")
    plain = replace(snap, file="/config/chromium/Default/Cookies")
    assert "in 2 profiles" in written(reading(cookie(store=snap), cookie(store=plain)))


def test_a_profile_of_two_stores_is_one() -> None:
    table, session = (
        replace(store(), file=f"/made/default/{name}") for name in ("cookies.sqlite", "sessionstore-backups/recovery")
    )
    assert "in Firefox (default)." in written(reading(cookie(store=table), cookie(store=session)))


def test_lone_files_are_told_apart_by_their_paths() -> None:
    lone = [StoreRef("unknown", "", f"/a/rather/long/path/to/backup/{n}/Cookies", Family.CHROMIUM) for n in "12"]
    text = written(reading(*(cookie(store=each) for each in lone)))
    assert "/to/backup/1/Cookies" in text
    assert "/to/backup/2/Cookies" in text


def test_no_cookies_is_a_sentence_and_no_table() -> None:
    assert written(Reading()) == "No cookies.\n"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("out", [io.StringIO, Terminal], ids=["pipe", "terminal"])
def test_hostile_text_is_one_line_and_does_nothing(
    text: str, out: type[io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    hostile = cookie(
        text or "h", text, Isolation(Partition(text)), value=Secret(text), problems=(RowProblem(text, text),)
    )
    result = written(reading(hostile), out(), with_values=True)
    for sequence in ("\x1b[1m", "\x1b[2m", "\x1b[0m"):  # bold and dim are ours, and all that NO_COLOR leaves
        result = result.replace(sequence, "")
    assert is_safe(result)
    assert "\r" not in result
    assert len(result.splitlines()) == 4
    if 0 < len(text) < 20 and text.isprintable():
        assert text in result  # markup and emoji codes are text


def test_colours_are_for_terminals() -> None:
    assert "\x1b[" not in written(reading(cookie()))
    assert "\x1b[1m" in written(reading(cookie()), Terminal())


def test_no_color_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = reading(cookie(problems=(RowProblem("path", "is odd"),)))
    assert "\x1b[33m" in written(odd, Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[33m" not in written(odd, Terminal())


def test_values_are_shown_only_where_they_were_asked_for() -> None:
    opened = cookie(value_state=ValueState.DECRYPTED, value=Secret("s3cr3t\x1b[2J"))
    assert "s3cr3t" not in row(opened)
    assert "decrypted" in row(opened)
    assert "s3cr3t␛[2J" in row(opened, with_values=True)


def test_a_word_about_a_value_is_not_taken_for_one() -> None:
    assert "(locked)" in row(cookie(value_state=ValueState.LOCKED), with_values=True)


def test_a_narrow_terminal_gets_lines_that_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    long = lasting(400, host="very-long-host-name." * 5 + "test", name="n" * 200)
    lines = written(reading(long, lasting(1, host="猫" * 40)), Terminal()).replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert all(len(line) <= 80 for line in lines.splitlines()[:3])
    assert "…" in lines


def test_a_pipe_gets_whole_hosts() -> None:
    host = "a-rather-long-host-name.of.shop.test"
    assert host in written(reading(cookie(host)))


def test_a_survey_says_what_is_here_and_how_fresh_it_is() -> None:
    chrome = store("chrome", "Default", family=Family.CHROMIUM, schema_version=24, modified_us=NOW_US - 3600 * 10**6)
    sightings = (
        Sighting("chrome", "Chrome", "snap", "Default", "Me", chrome, 1234),
        Sighting("chrome", "Chrome", "snap", "Profile 1", None, store("chrome", "Profile 1"), None),
        Sighting("firefox", "Firefox", "", "default", None),
    )
    out = io.StringIO()
    survey_table.write_survey(Survey(sightings, ("/made",), (problem(),)), Look(NOW_US, site_of), out)
    head, first, second, third, _, counted, late = out.getvalue().splitlines()
    assert head.split() == ["Browser", "Id", "Packaging", "Profile", "Cookies", "Changed", "Schema", "Store"]
    assert first.split() == ["Chrome", "chrome", "snap", "Me", "1,234", "60", "min", "ago", "24", chrome.file]
    assert "not read" in second
    assert "no store yet" in third
    assert counted == "1,234 cookies in 3 profiles of 2 browsers; 1 store not read."
    assert "30 s" in late


def test_a_survey_that_found_nothing_says_where_it_looked() -> None:
    out = io.StringIO()
    survey_table.write_survey(Survey((), ("/made/\x1bplace",)), Look(NOW_US, site_of), out)
    assert out.getvalue() == "No browser was found. 1 place looked in:\n  /made/␛place\n"
