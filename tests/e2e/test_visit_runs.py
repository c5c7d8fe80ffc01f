# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Runs through every scenario with Debian's Chromium: phases, choices, pictures, and what is not measured."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from make.browsers import needs_chromium
from make.recorders import left_behind
from make.runs import chromium_run
from make.site import Reply, Routes, Site, open_site

from inspector.capture.events import (
    Canary,
    ConsentAnswer,
    Declaration,
    HeaderWrite,
    Jar,
    PageOpened,
    PhaseStarted,
    PolicyLink,
    ProblemTold,
    Request,
    RunEnded,
    RunStarted,
    Screenshot,
    ScriptWrite,
)
from inspector.capture.parts import Choice, Ending, Fate, How, Mode, Outcome
from inspector.capture.recorder import Recorder
from inspector.capture.run import Mark
from inspector.capture.scenario import parse_scenario

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120), needs_chromium]

ID = "0b2f6a4e-1111-2222-3333-444455556666"
ONETRUST = """<!doctype html><title>Shop</title>
<div id="onetrust-banner-sdk" style="position:fixed;bottom:0">Cookies?
<button id="onetrust-accept-btn-handler" onclick="choose('accepted')">Accept</button>
<button id="onetrust-reject-all-handler" onclick="choose('refused')">Reject</button></div>
<a href="/privacy?lang=en">Privacy policy</a> <a href="/shoes">Shoes</a> <a href="/cookies">Cookies</a>
<script>
window.choose = (choice) => { if (event.isTrusted) { document.cookie = "choice=" + choice + "; path=/";
  fetch("/set-after-" + choice); document.querySelector("#onetrust-banner-sdk").remove(); } };
window.__tcfapi = (command, version, done) => done({tcString: "C-string", gdprApplies: true, cmpId: 28}, true);
window.OnetrustActiveGroups = ",C0001,";
fetch("/consent/ID/ID/en.json");
</script>""".replace("ID/", f"{ID}/")
FRAMED = """<!doctype html><div style="height:1500px"></div><p>Down here</p>
<iframe src="http://127.0.0.1:{port}/message" style="width:400px;height:200px;margin-left:77px"></iframe>"""
MESSAGE = """<div class="message-container"><div class="message-component" style="padding:30px">
<button class="sp_choice_type_13" onclick="document.cookie='said=no; SameSite=None; Secure; Partitioned'">No</button>
</div></div>"""
SHADOW = """<div id="usercentrics-root"></div><script>
const root = document.querySelector("#usercentrics-root").attachShadow({mode: "open"});
setTimeout(() => { root.innerHTML = "<button data-testid='uc-deny-all-button'>Deny</button>";
  root.firstChild.onclick = () => { document.cookie = "denied=1"; }; }, 700);
</script>"""
ROUTES: Routes = {
    "/": Reply(ONETRUST, cookies=("early=1; Path=/",)),
    f"/consent/{ID}/{ID}/en.json": Reply('{"DomainData": {}}', kind="application/json"),
    "/set-after-accepted": Reply(cookies=("ads=1; Path=/",)),
    "/set-after-refused": Reply(cookies=("still=1; Path=/",)),
    "/plain": Reply("<!doctype html><button>OK</button>"),
    "/framed": Reply(FRAMED),
    "/message": Reply(MESSAGE),
    "/shadow": Reply(SHADOW),
    "/gpc": Reply("<script>document.cookie = 'seen=' + navigator.globalPrivacyControl</script>"),
    "/only-accept": Reply('<div id="onetrust-banner-sdk"><button id="onetrust-accept-btn-handler">OK</button></div>'),
    "/teapot": Reply("short and stout", 418),
    "/challenge": Reply("<title>Just a moment...</title>", 403, headers=(("cf-mitigated", "challenge"),)),
    "/login": Reply("who are you", 401),
}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with open_site(ROUTES) as running:
        yield running


@pytest.fixture(autouse=True)
def nothing_stays(tmp_path: Path) -> Iterator[None]:
    yield
    assert left_behind(tmp_path) == []


def test_nothing_clicked(site: Site, tmp_path: Path) -> None:
    ended, events = chromium_run(tmp_path, site.url(), pages=(site.url("/plain"), site.url("/teapot")))
    assert (ended.outcome, ended.why) == (Ending.COMPLETE, "")
    assert isinstance(events[0], RunStarted)
    assert (events[0].mode, events[0].scenario, events[0].url) == (Mode.DEFAULT, "none", site.url())
    assert isinstance(events[-1], RunEnded)
    assert [canary.third_party_stored for canary in events.of(Canary)] == [False]
    assert [(phase.phase, phase.how) for phase in events.of(PhaseStarted)] == [(Choice.NONE, How.NOTHING)]
    assert [(page.page, page.outcome) for page in events.of(PageOpened)] == [
        ("p1", Outcome.OK),
        ("p2", Outcome.OK),
        ("p3", Outcome.HTTP_ERROR),
    ]
    assert [told.code for told in events.of(ProblemTold) if told.code != "no-sandbox"] == ["page-not-measured"]
    assert {write.cookie.name for write in events.of(HeaderWrite)} == {"early"}
    assert [cookie.name for jar in events.of(Jar) for cookie in jar.cookies] == ["early"]


def test_pictures_and_declarations_are_files_with_their_hashes(site: Site, tmp_path: Path) -> None:
    _, events = chromium_run(tmp_path, site.url())
    for told in (*events.of(Screenshot), *events.of(Declaration)):
        assert hashlib.sha256((tmp_path / "run" / told.file).read_bytes()).hexdigest() == told.sha256
    assert [shot.phase for shot in events.of(Screenshot)] == [Choice.NONE]
    [declaration] = events.of(Declaration)
    assert (declaration.platform, declaration.url) == ("OneTrust", site.url(f"/consent/{ID}/{ID}/en.json"))
    assert (tmp_path / "run" / declaration.file).read_text() == '{"DomainData": {}}'


def test_the_page_is_asked_for_consent_and_for_its_policy(site: Site, tmp_path: Path) -> None:
    _, events = chromium_run(tmp_path, site.url())
    answers = {answer.api: answer.answer for answer in events.of(ConsentAnswer)}
    assert answers["__tcfapi"] == '{"tcString":"C-string","gdprApplies":true,"cmpId":28}'
    assert answers["OnetrustActiveGroups"] == '",C0001,"'
    assert [(link.url, link.text) for link in events.of(PolicyLink)] == [
        (site.url("/privacy?lang=en"), "Privacy policy"),
        (site.url("/cookies"), "Cookies"),
    ]


def test_third_parties_are_allowed_where_asked(site: Site, tmp_path: Path) -> None:
    _, events = chromium_run(tmp_path, site.url("/plain"), mode=Mode.ALLOWED)
    [canary] = events.of(Canary)
    assert (canary.third_party_stored, canary.partitioned) == (True, False)
    assert events.of(ProblemTold, code="mode-not-set") == []


@pytest.mark.parametrize(
    ("scenario", "choice", "later"), [("accept", Choice.ACCEPTED, "ads"), ("reject", Choice.REFUSED, "still")]
)
def test_a_platforms_own_button_is_pressed(
    site: Site, tmp_path: Path, scenario: str, choice: Choice, later: str
) -> None:
    ended, events = chromium_run(tmp_path, site.url(), scenario)
    assert ended.outcome is Ending.COMPLETE
    phases = {phase.phase: phase for phase in events.of(PhaseStarted)}
    assert phases[choice].how is How.BUTTON
    assert "OneTrust" in phases[choice].evidence
    began_us = phases[choice].at_us
    moments = {write.cookie.name: write.at_us for write in (*events.of(HeaderWrite), *events.of(ScriptWrite))}
    assert moments["choice"] >= began_us
    assert [request.at_us >= began_us for request in events.of(Request, url=site.url(f"/set-after-{choice}"))] == [True]
    assert {cookie.name for cookie in events.of(Jar, phase=Choice.NONE)[0].cookies} == {"early"}
    assert {cookie.name for cookie in events.of(Jar, phase=choice)[0].cookies} == {"early", "choice", later}


def test_after_a_refusal_the_page_is_visited_again(site: Site, tmp_path: Path) -> None:
    _, events = chromium_run(tmp_path, site.url(), "reject")
    phases = [phase.phase for phase in events.of(PhaseStarted)]
    assert phases == [Choice.NONE, Choice.REFUSED, Choice.RETURN]
    assert [page.page for page in events.of(PageOpened, cause="asked")] == ["p1", "p2"]
    sent = events.of(Request, page="p2", type="Document")[0].cookie_names_sent
    assert sent is not None
    assert set(sent) == {"early", "choice", "still"}


def test_a_button_in_a_frame_of_another_site_below_the_fold(site: Site, tmp_path: Path) -> None:
    ended, events = chromium_run(tmp_path, site.url("/framed"), "reject")
    assert (ended.outcome, ended.why) == (Ending.COMPLETE, "")
    assert [write.fate for write in events.of(ScriptWrite) if write.cookie.name == "said"] == [Fate.STORED]


def test_a_button_in_a_shadow_root_that_comes_late(site: Site, tmp_path: Path) -> None:
    ended, events = chromium_run(tmp_path, site.url("/shadow"), "reject")
    assert (ended.outcome, ended.why) == (Ending.COMPLETE, "")
    assert [write.cookie.name for write in events.of(ScriptWrite)] == ["denied"]


@pytest.mark.parametrize(
    ("path", "scenario", "why"),
    [
        ("/plain", "reject", "no banner of a known consent platform was found"),
        ("/only-accept", "reject", "the banner of OneTrust shows no button that refuses"),
        ("/teapot", "none", "http error (the server answered 418)"),
        ("/challenge", "none", "challenge (the page is a challenge of Cloudflare, not the site's own)"),
        ("/login", "none", "wall (the server wants a name and a password)"),
    ],
)
def test_what_is_not_measured_says_so(site: Site, tmp_path: Path, path: str, scenario: str, why: str) -> None:
    ended, events = chromium_run(tmp_path, site.url(path), scenario)
    assert ended.outcome is Ending.NOT_MEASURED
    assert why in ended.why
    assert events.of(RunEnded)[0].why == ended.why
    assert [phase.phase for phase in events.of(PhaseStarted)] == [Choice.NONE]


def test_global_privacy_control_is_sent_and_shown(site: Site, tmp_path: Path) -> None:
    _, events = chromium_run(tmp_path, site.url("/gpc"), "gpc")
    assert {request.gpc_sent for request in events.of(Request) if request.cookie_names_sent is not None} == {True}
    assert site.headers[-2].get("Sec-GPC") == "1"
    [write] = events.of(ScriptWrite)
    assert write.cookie.value is not None
    assert write.cookie.value.length == len("true")


def test_it_is_not_sent_otherwise(site: Site, tmp_path: Path) -> None:
    _, events = chromium_run(tmp_path, site.url("/gpc"))
    assert {request.gpc_sent for request in events.of(Request) if request.cookie_names_sent is not None} == {False}
    [write] = events.of(ScriptWrite)
    assert write.cookie.value is not None
    assert write.cookie.value.length == len("undefined")


def test_a_persons_mark_begins_a_phase(site: Site, tmp_path: Path) -> None:
    marks = iter([None, None, Mark.REFUSED])
    ended, events = chromium_run(tmp_path, site.url(), "manual", mark=lambda: next(marks, None))
    assert ended.outcome is Ending.COMPLETE
    assert [(phase.phase, phase.how) for phase in events.of(PhaseStarted)] == [
        (Choice.NONE, How.NOTHING),
        (Choice.REFUSED, How.PERSON),
    ]
    assert [jar.phase for jar in events.of(Jar)] == [Choice.NONE, Choice.REFUSED]


def test_what_is_set_while_a_person_clicks_belongs_to_no_choice(site: Site, tmp_path: Path) -> None:
    """The click itself is made as a person's is; the mark comes later, as a person's does."""
    recorders: list[Recorder] = []

    def marks() -> Iterator[Mark | None]:
        yield None
        assert recorders[0].press("#onetrust-reject-all-handler")
        for _ in range(4):
            yield None
        yield Mark.REFUSED

    answers = marks()
    _, events = chromium_run(tmp_path, site.url(), "manual", mark=lambda: next(answers, None), seen=recorders.append)
    phases = {phase.phase: phase.at_us for phase in events.of(PhaseStarted)}
    assert list(phases) == [Choice.NONE, Choice.CHOOSING, Choice.REFUSED]
    moments = {write.cookie.name: write.at_us for write in (*events.of(HeaderWrite), *events.of(ScriptWrite))}
    assert moments["early"] < phases[Choice.CHOOSING] <= moments["choice"] <= moments["still"]
    assert moments["still"] < phases[Choice.REFUSED]


def test_a_scenario_of_the_users_own(site: Site, tmp_path: Path) -> None:
    text = b"""steps = [{do = "open"}, {do = "press", selector = "#onetrust-accept-btn-handler", choice = "accepted"},
        {do = "wait", seconds = 0.2}, {do = "return"}]"""
    ended, events = chromium_run(tmp_path, site.url(), parse_scenario(text, "mine"))
    assert ended.outcome is Ending.COMPLETE
    assert [(phase.phase, phase.how) for phase in events.of(PhaseStarted)] == [
        (Choice.NONE, How.NOTHING),
        (Choice.ACCEPTED, How.FILE),
        (Choice.RETURN, How.NOTHING),
    ]


def test_values_are_kept_only_where_asked(site: Site, tmp_path: Path) -> None:
    _, events = chromium_run(tmp_path, site.url())
    [write] = events.of(HeaderWrite)
    assert write.cookie.value is not None
    assert write.cookie.value.value is None
    (tmp_path / "kept").mkdir()
    _, events = chromium_run(tmp_path / "kept", site.url(), keep_values=True)
    [write] = events.of(HeaderWrite)
    assert write.cookie.value is not None
    assert write.cookie.value.value == "1"
    assert events.of(RunStarted)[0].values_kept
