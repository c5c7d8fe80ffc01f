# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A refusal's receipt: what each cookie's standing is, and what may be said in one line."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from make.events import asked, run_started
from make.visits import at, held, ide, opened, refusing_run, visit_folder

from inspector.capture.events import Event, Jar, PhaseStarted, RunEnded
from inspector.capture.parts import Basis, Choice, Ending, Fate, How
from inspector.capture.reading import read_visit
from inspector.core.label import Label, Purpose
from inspector.core.receipt import RunReceipt, Standing, receipt_headline, run_receipt
from inspector.core.visit import VisitRun

NEEDED = Label(purpose=Purpose.SESSION)
AD = Label(purpose=Purpose.ADVERTISING)
PURPOSES = {"sid": NEEDED, "IDE": AD, "_ga": Label(purpose=Purpose.ANALYTICS), "pref": Label()}


def run_of(folder: Path, events: tuple[Event, ...]) -> VisitRun:
    found = read_visit(visit_folder(folder, one=events), str).record
    assert found is not None
    return found.runs[0]


def receipt(folder: Path, events: tuple[Event, ...], purposes: Mapping[str, Label] = PURPOSES) -> RunReceipt:
    run = run_of(folder, events)
    labels = {story.id: purposes[story.name] for story in run.stories if story.name in purposes}
    made = run_receipt(run, labels)
    assert made is not None
    return made


def refusal(*after: Event) -> tuple[Event, ...]:
    start = (run_started(at_us=at(0)), PhaseStarted(at(0.01), Choice.NONE), opened())
    return (*start, Jar(at(2), Choice.NONE, ()), PhaseStarted(at(5), Choice.REFUSED, How.PERSON), *after)


def test_each_cookie_has_its_standing(tmp_path: Path) -> None:
    made = receipt(tmp_path, refusing_run())
    assert {held.story.name: held.standing for held in made.cookies} == {
        "sid": Standing.STILL,
        "IDE": Standing.STILL,
        "_ga": Standing.BACK,
        "pref": Standing.GONE,
    }
    (back,) = made.of(Standing.BACK)
    assert back.again is not None
    assert back.again.us == at(32)
    assert [host.host for host in made.hosts] == ["ad.doubleclick.net"]


def test_the_line_counts_what_is_not_necessary(tmp_path: Path) -> None:
    said = receipt_headline([receipt(tmp_path, refusing_run())])
    assert said == (
        "1 cookie that is not necessary was there after the refusal; "
        "1 cookie that is not necessary was there again on a later visit."
    )


def test_what_is_not_known_is_counted_apart(tmp_path: Path) -> None:
    said = receipt_headline([receipt(tmp_path, refusing_run(), {"sid": NEEDED, "IDE": AD})])
    assert said.endswith("; 1 cookie of unknown purpose was there again on a later visit.")


@pytest.mark.parametrize(
    ("jar", "said"),
    [
        (Jar(at(9), Choice.REFUSED, (held("sid", "shop.test"),)), "nothing was left but what is known to be necessary"),
        (None, "was not looked at everywhere"),
    ],
)
def test_nothing_left_is_said_only_where_somebody_looked(tmp_path: Path, jar: Jar | None, said: str) -> None:
    end = RunEnded(at(10), Ending.COMPLETE)
    made = receipt(tmp_path, refusal(*((end,) if jar is None else (jar, end))))
    assert said in receipt_headline([made])


def test_a_run_that_was_cut_short_is_never_clean(tmp_path: Path) -> None:
    made = receipt(tmp_path, refusal(Jar(at(9), Choice.REFUSED, ())))
    assert "was not looked at everywhere" in receipt_headline([made])


def test_new_late_and_tried_are_told_apart(tmp_path: Path) -> None:
    refused = ide(at_us=at(6), request="r9", fate=Fate.REFUSED, basis=Basis.BROWSER, reasons=("UserPreferences",))
    late = (held("new", "shop.test"), held("late", "shop.test"))
    events = refusal(
        refused._replace(cookie=asked("tried", domain="doubleclick.net")),
        Jar(at(8), Choice.REFUSED, late[:1]),
        PhaseStarted(at(10), Choice.RETURN),
        Jar(at(12), Choice.RETURN, late),
        RunEnded(at(13), Ending.COMPLETE),
    )
    made = receipt(tmp_path, events)
    assert {held.story.name: held.standing for held in made.cookies} == {
        "tried": Standing.TRIED,
        "new": Standing.NEW,
        "late": Standing.LATE,
    }


def test_without_a_refusal_there_is_no_receipt(tmp_path: Path) -> None:
    events = (run_started(at_us=at(0)), PhaseStarted(at(0.01), Choice.NONE), opened(), RunEnded(at(3), Ending.COMPLETE))
    assert run_receipt(run_of(tmp_path, events), {}) is None
