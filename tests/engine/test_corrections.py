# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A person's corrections: read with their reasons, applied, and shown wherever they act."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.audits import NOW, cookie
from make.verdicts import knowledge, policy

from inspector.core.finding import DeclaredBy, Verdict
from inspector.core.label import Purpose
from inspector.core.report import Report
from inspector.engine.audit import AuditRequest, audit
from inspector.engine.auditing import labels
from inspector.engine.corrections import read_corrections

POLICY = "We use cookies only to remember the items in your shopping cart. That is all we use cookies for."


def audited(path: Path, text: str, *names: str) -> tuple[Report, tuple[str, ...]]:
    path.write_text(text, encoding="utf-8")
    read = read_corrections(path)
    report = audit(
        AuditRequest("shop.example"),
        [cookie(name) for name in names],
        policy(POLICY),
        knowledge(),
        labels(knowledge()),
        NOW,
        corrections=read.corrections,
    )
    return report, tuple(str(problem) for problem in read.problems)


def test_a_label_is_corrected_and_the_correction_is_shown(tmp_path: Path) -> None:
    text = '[[label]]\nname = "qzx_*"\nhost = "shop.example"\npurpose = "cart"\nreason = "we wrote it"\nauthor = "J."\n'
    report, problems = audited(tmp_path / "c.toml", text, "qzx_1", "other")
    assert problems == ()
    judged = {held.cookie.name: held for held in report.cookies}
    assert judged["qzx_1"].label.purpose is Purpose.CART
    assert judged["qzx_1"].sure
    assert judged["qzx_1"].verdict is Verdict.DECLARED
    assert judged["qzx_1"].label.because[0] == "corrected by a person (J.): we wrote it"
    assert [held.reason for held in judged["qzx_1"].corrections] == ["we wrote it"]
    assert judged["other"].corrections == ()
    assert len(report.corrections) == 1


def test_a_match_is_given(tmp_path: Path) -> None:
    text = (
        '[[match]]\nname = "_ga"\ndeclared = true\nquote = "items in your shopping cart"\nreason = "it is the cart"\n'
    )
    report, _ = audited(tmp_path / "c.toml", text, "_ga")
    (judged,) = report.cookies
    assert judged.verdict is Verdict.DECLARED
    assert judged.declared_by[0].by is DeclaredBy.CORRECTION
    assert "it is the cart" in judged.declared_by[0].how


def test_a_match_is_taken_away(tmp_path: Path) -> None:
    text = '[[match]]\nname = "cart"\ndeclared = false\nreason = "another cart"\n'
    report, _ = audited(tmp_path / "c.toml", text, "cart")
    assert report.cookies[0].verdict is Verdict.UNDECLARED
    assert report.corrections[0].kind == "match"


def test_another_hosts_cookie_is_not_corrected(tmp_path: Path) -> None:
    text = '[[label]]\nname = "qzx"\nhost = "pay.shop.example"\npurpose = "cart"\nreason = "r"\n'
    report, _ = audited(tmp_path / "c.toml", text, "qzx")
    assert report.corrections == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[[label]]\nname = "a"\npurpose = "cart"\n', "no reason"),
        ('[[label]]\npurpose = "cart"\nreason = "r"\n', "no name"),
        ('[[label]]\nname = "abc"\npurpose = "fun"\nreason = "r"\n', "its purpose is none of"),
        ('[[label]]\nname = "abc"\npurpose = "cart"\ntracks = "maybe"\nreason = "r"\n', "tracks is none of"),
        ('[[label]]\nname = "*"\npurpose = "cart"\nreason = "r"\n', "could be any"),
        ('[[label]]\nname = "abc"\npurpose = "cart"\nreason = "r"\nmood = "x"\n', '"mood" is not known'),
        ('[[match]]\nname = "abc"\ndeclared = "yes"\nreason = "r"\n', "neither true nor false"),
        ('[[match]]\nname = "abc"\ndeclared = true\nreason = "r"\n', "does not quote"),
        ("label = 5\n", "not a list"),
        ("[other]\nx = 1\n", '"other" is not known'),
        ("not toml [", "cannot be read"),
        ('[[label]]\nname = "abc"\npurpose = "cart"\nreason = ["r"]\n', "not a text"),
    ],
)
def test_what_is_wrong_is_said_and_not_applied(tmp_path: Path, text: str, why: str) -> None:
    report, problems = audited(tmp_path / "c.toml", text, "abc")
    assert any(why in problem for problem in problems), problems
    assert report.corrections == ()


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "none").problems


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fall(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("c") / "c.toml"
    path.write_bytes(data)
    assert read_corrections(path).corrections is not None
