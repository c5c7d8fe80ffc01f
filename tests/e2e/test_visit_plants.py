# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every planted behaviour, in both engines and modes: found on the right page, by the right writer, with its fate."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from make.browsers import needs_chromium, needs_firefox
from make.planted import recorder_of
from make.plants import ACCEPTED, BEFORE, KEYS, REFUSED_ANYWAY, RUNS, VISITED
from make.plants.choices import COOKIEBOT, ONETRUST
from make.plants.record import HEADER, Fate, Plant
from make.plants.server import Site, open_site

from inspector.capture import parts
from inspector.capture.events import Event, HeaderWrite, Jar, PageOpened, PhaseStarted, ScriptWrite, Storage
from inspector.capture.parts import Choice, How, Mode

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

SETTINGS = [
    pytest.param(("chromium", Mode.DEFAULT), marks=needs_chromium, id="chromium"),
    pytest.param(("chromium", Mode.ALLOWED), marks=needs_chromium, id="chromium-allowed"),
    pytest.param(("firefox", Mode.DEFAULT), marks=needs_firefox, id="firefox"),
    pytest.param(("firefox", Mode.ALLOWED), marks=needs_firefox, id="firefox-allowed"),
]
Write = HeaderWrite | ScriptWrite


class Visit(NamedTuple):
    """Everything that one browser told of the whole planted site."""

    engine: str
    mode: Mode
    site: Site
    events: tuple[Event, ...]
    pages: dict[str, PageOpened]

    def fate_of(self, plant: Plant) -> Fate:
        allowed = self.mode is Mode.ALLOWED
        if self.engine == "chromium":
            return plant.fates.chromium_allowed if allowed else plant.fates.chromium
        return plant.fates.firefox_allowed if allowed else plant.fates.firefox


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with open_site(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture(scope="module", params=SETTINGS)
def visit(request: pytest.FixtureRequest, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """Open every page once, refuse on one banner and accept on the other, and come back to both."""
    engine, mode = request.param
    with recorder_of(engine, site, tmp_path_factory.mktemp(engine), mode) as (recorder, events):
        for banner, button, choice in (
            (ONETRUST, ONETRUST.reject, Choice.REFUSED),
            (COOKIEBOT, COOKIEBOT.accept, Choice.ACCEPTED),
        ):
            recorder.open_page(site.url(banner.page), 20)
            recorder.settle(0.3, 6)
            recorder.jar(Choice.NONE)
            events.append(PhaseStarted(0, choice, How.BUTTON, banner.platform))
            assert recorder.press(f"#{button}"), banner
            recorder.watch(0.5)  # until what it leads to begins
            recorder.settle(0.3, 6)
            recorder.open_page(site.url(banner.page), 20)
            recorder.settle(0.3, 6)
            recorder.jar(choice)
        for page, presses, quiet_s in RUNS:
            recorder.open_page(site.url(page), 20)
            recorder.settle(quiet_s, 6)
            for selector in presses:
                assert recorder.press(selector), selector
                recorder.watch(0.5)  # until a window that it opens begins
                recorder.settle(quiet_s, 6)
            if page in ("/frames", "/scripts"):
                recorder.storage(Choice.NONE)
        recorder.jar(Choice.NONE)
    pages = {event.page: event for event in events.of(PageOpened)}
    return Visit(engine, mode, site, tuple(events), pages)


def writes(visit: Visit, plant: Plant) -> list[Write]:
    """Every write that is this plant's: of its name, by its way, for its path."""
    kind = HeaderWrite if plant.api == HEADER else ScriptWrite
    found = [event for event in visit.events if isinstance(event, kind) and event.cookie.name == plant.cookie]
    path = next((part.strip()[5:] for part in plant.asked.split(";") if part.strip().lower().startswith("path=")), None)
    removal = plant.fates.chromium is Fate.GONE
    return [
        event
        for event in found
        if (plant.cookie != "a_twice" or event.cookie.path == path)
        and (not isinstance(event, ScriptWrite) or event.api in (plant.api, "script"))
        and (plant.cookie not in ("s_brief", "s_deleted") or (event.cookie.max_age_s == 0) is removal)
    ]


def page_of(visit: Visit, event: Write) -> set[str]:
    """The addresses of the page that an event belongs to: as asked for, on the way, and in the end."""
    opened = visit.pages.get(event.page or "")
    told = () if opened is None else (opened.asked_url, *opened.redirects, opened.url)
    return {visit.site.plain(url) for url in (*told, event.top_url) if url}


def writer_of(visit: Visit, event: Write) -> str:
    if isinstance(event, HeaderWrite):
        return visit.site.plain(event.url)
    return visit.site.plain(event.script.url if event.script is not None else event.frame_url)


def happened(visit: Visit, event: Write) -> Fate:
    """The fate in the words of the table."""
    if event.fate is not parts.Fate.STORED:
        told = {parts.Fate.REFUSED: Fate.REFUSED, parts.Fate.REMOVED: Fate.GONE, parts.Fate.NOT_KNOWN: Fate.UNPROVEN}
        return told[event.fate]
    return Fate.PARTITIONED if event.held is not None and event.held.partition is not None else Fate.STORED


@pytest.mark.parametrize("plant", VISITED, ids=lambda plant: f"{plant.cookie}, {plant.what}")
def test_each_plant_is_found_with_its_page_its_writer_and_its_fate(visit: Visit, plant: Plant) -> None:
    expected, found = visit.fate_of(plant), writes(visit, plant)
    if expected in (Fate.NOT_DONE, Fate.UNTOLD):
        assert not found
        return
    assert found, "never seen"
    assert {happened(visit, event) for event in found} == {expected}, found
    page = plant.page_url or f"shop.test{plant.page}"
    assert any(page in page_of(visit, event) for event in found), [page_of(visit, event) for event in found]
    assert plant.writer in {writer_of(visit, event) for event in found}, found


@pytest.mark.parametrize("plant", [plant for plant in VISITED if plant.frame], ids=lambda plant: plant.cookie)
def test_the_frame_is_told_where_one_wrote(visit: Visit, plant: Plant) -> None:
    frames = {visit.site.plain(event.frame_url) for event in writes(visit, plant)}
    assert any(frame.startswith(plant.frame) for frame in frames), frames


@pytest.mark.parametrize(
    "plant", [plant for plant in VISITED if plant.fates.chromium is Fate.REFUSED], ids=lambda plant: plant.cookie
)
def test_a_refusal_says_why(visit: Visit, plant: Plant) -> None:
    for event in writes(visit, plant):
        if event.fate is parts.Fate.REFUSED:
            assert event.reasons
            assert event.basis in (parts.Basis.BROWSER, parts.Basis.JAR)


def test_two_years_are_asked_and_the_limit_is_stored(visit: Visit) -> None:
    for name in ("a_two_years", "a_far_date"):
        (event,) = [one for one in visit.events if isinstance(one, HeaderWrite) and one.cookie.name == name]
        asked = event.cookie.max_age_s
        stored = next(cookie for cookie in last_jar(visit).cookies if cookie.name == name)
        assert asked in (730 * 86_400, None)
        assert stored.expires_us is not None
        assert (stored.expires_us - event.at_us) / 86_400_000_000 == pytest.approx(400, abs=0.1)


def last_jar(visit: Visit) -> Jar:
    return [event for event in visit.events if isinstance(event, Jar)][-1]


def after_choice(visit: Visit, choice: Choice) -> tuple[list[Event], list[Event]]:
    """The events before and after a choice, from the opening of its banner's page on."""
    at = next(n for n, event in enumerate(visit.events) if isinstance(event, PhaseStarted) and event.phase is choice)
    end = next(n for n, event in enumerate(visit.events) if isinstance(event, Jar) and event.phase is choice)
    return list(visit.events[:at]), list(visit.events[at : end + 1])


@pytest.mark.parametrize(
    ("choice", "plants", "banner"),
    [(Choice.REFUSED, REFUSED_ANYWAY, ONETRUST), (Choice.ACCEPTED, ACCEPTED, COOKIEBOT)],
    ids=["refused", "accepted"],
)
def test_what_comes_before_and_after_a_choice(visit: Visit, choice: Choice, plants: tuple[Plant, ...], banner) -> None:  # type: ignore[no-untyped-def]
    before, after = after_choice(visit, choice)
    page = f"shop.test{banner.page}"

    def seen(events: list[Event], name: str) -> list[Write]:
        found = [one for one in events if isinstance(one, HeaderWrite | ScriptWrite) and one.cookie.name == name]
        return [one for one in found if page in page_of(visit, one)]

    for plant in BEFORE:
        if plant.page == banner.page:
            (first,) = seen(before, plant.cookie)
            assert happened(visit, first) is visit.fate_of(plant)
    assert len(seen(after, "c_renewed")) == 1, "the page was opened again"
    for plant in plants:
        if plant.page == banner.page:
            assert not seen(before, plant.cookie)
            found = seen(after, plant.cookie)
            assert {happened(visit, one) for one in found} == {visit.fate_of(plant)}, plant.cookie
            assert plant.writer in {writer_of(visit, one) for one in found}


def test_keys_of_the_storages(visit: Visit) -> None:
    found = {
        (event.kind, event.origin, key.key)
        for event in visit.events
        if isinstance(event, Storage)
        for key in event.keys
    }
    for kind, _, host, key in KEYS:
        assert (kind, visit.site.url("", host), key) in found


def test_the_jar_holds_what_was_stored_and_nothing_that_was_refused(visit: Visit) -> None:
    held = {cookie.name for cookie in last_jar(visit).cookies}
    for plant in VISITED:
        same = [one for one in VISITED if one.cookie == plant.cookie]
        if all(visit.fate_of(one) in (Fate.STORED, Fate.PARTITIONED) for one in same):
            assert plant.cookie in held
        elif all(visit.fate_of(one) is Fate.REFUSED for one in same):
            assert plant.cookie not in held


def test_no_value_is_told(visit: Visit) -> None:
    told = [event for event in visit.events if isinstance(event, HeaderWrite | ScriptWrite)]
    assert all(event.cookie.value is None or event.cookie.value.value is None for event in told)
    assert "two words" not in repr(visit.events)
