# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The demonstration: a made-up shop's policy and jar, audited like any other, at a fixed moment.

Nothing is prepared but the two files in ``resources/demo``; what the report says of them is what the audit finds.
"""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from inspector.core.evidence import Evidence
from inspector.core.policy import Policy
from inspector.core.problem import InspectorError, Problem
from inspector.core.report import Input, Report
from inspector.core.resources import resources_folder
from inspector.engine.audit import AuditRequest, audit
from inspector.engine.auditing import labels
from inspector.engine.lexicon import KnowledgeLexicon
from inspector.engine.policy import understand
from inspector.knowledge.book import Knowledge
from inspector.knowledge.loader import load
from inspector.policies.documents.api import RawDocument
from inspector.policies.documents.registry import read_document
from inspector.readers.files.api import OpenedFile
from inspector.readers.files.own_scan import OWN_SCAN

SITE: Final = "larkfield.example"
NOW: Final = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
POLICY: Final = "policy.md"
COOKIES: Final = "cookies.json"
NOTICE: Final = "A demonstration: the shop, its policy and its cookies are made up."


def audit_demo(program: str, knowledge: Knowledge | None = None) -> Report:
    """Return the report on the made-up shop; the same for every call."""
    book = knowledge if knowledge is not None else load()
    folder = resources_folder() / "demo"
    policy_data, cookie_data = _data(folder / POLICY), _data(folder / COOKIES)
    policy, problems = _policy(policy_data, book)
    reading = OWN_SCAN.read(OpenedFile(Path(COOKIES), cookie_data))
    inputs = (
        Input("policy", POLICY, sha256(policy_data).hexdigest()),
        Input("cookies", COOKIES, sha256(cookie_data).hexdigest(), len(reading.cookies), OWN_SCAN.id),
    )
    report = audit(
        AuditRequest(SITE, program=program),
        reading.cookies,
        policy,
        book,
        labels(book),
        NOW,
        evidence=Evidence(only_this_site=True),
        problems=(*problems, *reading.problems),
        inputs=inputs,
    )
    return replace(report, notices=(NOTICE, *report.notices))


def demo_files() -> dict[str, str]:
    """Return the two files of the demonstration, the policy and the cookies, by their names."""
    folder = resources_folder() / "demo"
    return {name: _data(folder / name).decode("utf-8") for name in (POLICY, COOKIES)}


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InspectorError(f"The demonstration's files cannot be read ({path})", "Reinstall the program") from error


def _policy(data: bytes, knowledge: Knowledge) -> tuple[Policy, tuple[Problem, ...]]:
    reading = read_document(RawDocument(data, POLICY, NOW))
    if reading.document is None:
        raise InspectorError("The demonstration's policy cannot be read", "Reinstall the program")
    policy, problems = understand(reading.document, KnowledgeLexicon(knowledge))
    return policy, (*reading.problems, *problems)
