# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the program keeps and reads back, and what cookies and browsers' logs hold: all of it may be damaged."""

import json
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from fuzz.mutation import odd_json
from fuzz.target import Target
from fuzz.targets.promises import keeps, written
from make import history, records, visits

from inspector.capture.codec import encode
from inspector.capture.firefox.cookie_log import CookieLog
from inspector.capture.reading import read_visit
from inspector.capture.stacks import callers
from inspector.capture.telling import INDEX_NAME, LOG_NAME
from inspector.core.moments import from_datetime
from inspector.core.policy import Policy
from inspector.core.problem import InspectorError
from inspector.engine.audit import AuditRequest, audit
from inspector.engine.auditing import labels
from inspector.engine.comparing import CompareOptions, compare_places
from inspector.engine.demo import NOW, SITE, audit_demo
from inspector.engine.lexicon import KnowledgeLexicon
from inspector.engine.policy import understand
from inspector.history import archive
from inspector.knowledge.book import Knowledge
from inspector.knowledge.loader import load
from inspector.knowledge.site import registrable
from inspector.policies.documents.api import RawDocument
from inspector.policies.documents.registry import read_document
from inspector.readers.files.registry import read_file
from inspector.reports.api import Look
from inspector.reports.registry import AUDITS, READINGS
from inspector.rules.consent.api import UndecodableError
from inspector.rules.consent.registry import DECODERS

_LOOK: Final = Look(from_datetime(NOW), registrable, styled=False)
_STACK: Final = b"Error\n    at set (https://cdn.test/t.js:10:5)\n    at https://shop.test/:3:1\nf@https://x.test/a.js:1:2\n@moz-extension://x:1:1\n"
_FIREFOX_LOG: Final = b"""[Parent 29581: Main Thread]: D/cookie ===== COOKIE ACCEPTED =====
[Parent 29581: Main Thread]: D/cookie request URL: https://ads.test/pixel
[Parent 29581: Main Thread]: D/cookie cookie string: IDE=AHWq; Max-Age=2592000; Secure; SameSite=None
[Parent 29581: Main Thread]: D/cookie name: IDE
[Parent 29581: Main Thread]: D/cookie host: ads.test
[Parent 29581: Main Thread]: D/cookie expires: Thu Dec 24 23:19:29 2026 GMT
[Parent 29581: Main Thread]: D/cookie origin attributes: ^partitionKey=%28https%2Cshop.test%29
[Parent 29581: Main Thread]: D/cookie\x20
"""
_CONSENTS: Final = (
    b"OptanonConsent=isGpcEnabled=0&datestamp=Tue+Nov+24+2026&version=202405&groups=C0001%3A1%2CC0002%3A0&consentId=x",
    b"CookieConsent={stamp:'x=='%2Cnecessary:true%2Cpreferences:false%2Cstatistics:true%2Cmarketing:false%2Cver:1%2Cutc:1764000000000}",
    b"euconsent-v2=CQAAAAAQAAAAAAHABBENA5EsAP_gAEPgAAAAIkEAAAgAIAAAAA",
    b"didomi_token=eyJ1c2VyX2lkIjoiMSIsInB1cnBvc2VzIjp7ImVuYWJsZWQiOlsiY29va2llcyJdfX0=",
    b"usprivacy=1YNN",
    b"__gpp=DBABMA~CQAAAAAQAAAAAAHABBENA5EsAP_gAEPgAAAAIkEAAAgAIAAAAA",
    b"cookieyes-consent=consentid:x,consent:yes,action:yes,necessary:yes,analytics:no",
    b"borlabs-cookie={%22consents%22:{%22statistics%22:[%22a%22]}}",
)
_SPLIT: Final = b"\n--- policy ---\n"


@cache
def _log() -> bytes:
    return "".join(f"{encode(event)}\n" for event in (*visits.default_run(), *visits.refusing_run())).encode()


@cache
def _index() -> bytes:
    with TemporaryDirectory() as folder:
        return (visits.visit_folder(Path(folder) / "v", default=visits.default_run()) / INDEX_NAME).read_bytes()


def _visit(data: bytes, folder: Path) -> None:
    keeps(read_visit(written(folder, f"run/{LOG_NAME}", data), registrable).reading)


def _visit_index(data: bytes, folder: Path) -> None:
    written(folder, f"default/{LOG_NAME}", _log())
    keeps(read_visit(written(folder, INDEX_NAME, data).parent, registrable).reading)


def _cookie_log(data: bytes, folder: Path) -> None:
    log = CookieLog()
    for line in data.decode("utf-8", "replace").splitlines(keepends=True):
        log.feed(line)


def _stacks(data: bytes, folder: Path) -> None:
    for caller in callers(data.decode("utf-8", "surrogateescape"), lambda url: url[:200]):
        assert caller.line >= 0


@cache
def _history() -> bytes:
    with TemporaryDirectory() as folder:
        at = history.places(Path(folder))
        reading = records.reading(history.with_value("x", name="a"), history.with_value("y", name="b"))
        for day in (0, 1):
            history.kept(at, reading, day)
        return at.database.read_bytes()


def _kept(data: bytes, folder: Path) -> None:
    at = history.places(folder)
    at.folder.mkdir(parents=True, exist_ok=True)
    at.folder.chmod(0o700)
    for left in at.folder.iterdir():  # what was set aside as damaged, a log
        left.unlink()
    written(at.folder, at.database.name, data).chmod(0o600)
    for info in archive.snapshots(at).snapshots[:5]:
        archive.load(at, info.id)
    history.remember(at, records.reading(history.with_value("z", name="c")), 2)


@cache
def _report() -> bytes:
    out = StringIO()
    AUDITS["json"]()(audit_demo("fuzz"), _LOOK, out)
    return out.getvalue().encode()


def _saved(data: bytes, folder: Path) -> None:
    """A saved report, compared with the one it was."""
    before, after = written(folder, "before.json", _report()), written(folder, "after.json", data)
    done = compare_places(str(before), str(after), CompareOptions(NOW))
    assert done.comparison is not None or done.problems, "silent"


def _consents(data: bytes, folder: Path) -> None:
    name, _, value = data.decode("utf-8", "surrogateescape").partition("=")
    for decoder in [DECODERS[name]] if name in DECODERS else DECODERS.values():
        with suppress(UndecodableError):
            made = decoder.decode(value, {name: value})
            assert made is not None


@cache
def _book() -> Knowledge:
    return load()


def _whole() -> Sequence[bytes]:
    """The demonstration, shorter: a tenth of the cookies and the beginning of the policy."""
    from inspector.core.resources import resources_folder

    folder = resources_folder() / "demo"
    scan = json.loads((folder / "cookies.json").read_bytes())
    scan["cookies"] = scan["cookies"][:6]
    return [json.dumps(scan).encode() + _SPLIT + (folder / "policy.md").read_bytes()[:3000]]


def _audit(data: bytes, folder: Path) -> None:
    """From a file and a policy to every format of the report."""
    jar, _, text = data.partition(_SPLIT)
    reading = read_file(written(folder, "jar.json", jar)).reading
    document = read_document(RawDocument(text, "policy.md")).document
    policy: Policy | None = understand(document, KnowledgeLexicon(_book()))[0] if document is not None else None
    if policy is None:
        return
    report = audit(AuditRequest(SITE, program="fuzz"), reading.cookies, policy, _book(), labels(_book()), NOW)
    for name, form in AUDITS.items():
        out = StringIO()
        form()(report, _LOOK, out)
        out.getvalue().encode("utf-8")
        if name in ("json", "sarif", "gitlab", "wec"):
            json.loads(out.getvalue())


def _scan_reports(data: bytes, folder: Path) -> None:
    """From a file of any format to every format of a scan; JSON is read back to as many cookies."""
    reading = read_file(written(folder, "jar", data)).reading
    for form in READINGS.values():
        out = StringIO()
        form()(reading, _LOOK, out)
        out.getvalue().encode("utf-8")
    out = StringIO()
    READINGS["json"]()(reading, _LOOK, out)
    back = read_file(written(folder, "back.json", out.getvalue().encode())).reading
    assert len(back.cookies) == len(reading.cookies)


def _jars() -> Sequence[bytes]:
    from make import exports, recordings

    return [exports.storage_state(), exports.netscape(), recordings.har(), recordings.csv_table()]


RECORDS: Final = (
    Target(
        "visit-log",
        "the log of a visit",
        lambda: [_log()],
        _visit,
        (b'"at_us":', b'"kind":', b'"cookie":{'),
        lambda: odd_json([_log()], lines=True),
    ),
    Target(
        "visit-index",
        "the index of a visit's folder",
        lambda: [_index()],
        _visit_index,
        (b'"runs":', b'"sha256":', b".."),
        lambda: odd_json([_index()]),
    ),
    Target(
        "firefox-log",
        "Firefox's log of cookies",
        lambda: [_FIREFOX_LOG],
        _cookie_log,
        (b"D/cookie ", b"===== COOKIE NOT ACCEPTED =====", b"\n"),
    ),
    Target(
        "stacks", "stacks of scripts that set cookies", lambda: [_STACK], _stacks, (b" at ", b"(", b")", b":1:1", b"@")
    ),
    Target("history", "the history's database", lambda: [_history()], _kept, refusals=(InspectorError,), seconds=8.0),
    Target(
        "saved-audit",
        "saved reports that are compared",
        lambda: [_report()],
        _saved,
        (b'"findings":', b'"cookies":'),
        lambda: odd_json([_report()]),
        (InspectorError,),
        8.0,
        2_000_000,
    ),
    Target(
        "consents",
        "cookies that hold consent",
        lambda: list(_CONSENTS),
        _consents,
        (b"%2C", b"%22", b"~", b".", b"&", b"groups=", b"=="),
    ),
    Target(
        "audit",
        "a whole audit, to every format of report",
        _whole,
        _audit,
        (b'"name":', b" we do not use cookies ", b"| _ga | Google |"),
        seconds=12.0,
    ),
    Target(
        "scan-reports",
        "cookie files, to every format of a scan",
        _jars,
        _scan_reports,
        (b'"name":', b"\t", b'"expires":'),
        lambda: odd_json(_jars()[:1]),
    ),
)
