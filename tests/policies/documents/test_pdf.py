# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import sys

import pytest
from make.pdfs import made
from make.policies import document, problems, reading

from inspector.core.problem import Severity

pypdf = pytest.importorskip("pypdf", reason="PDF files are an extra")


def test_the_text_of_a_pdf_is_read() -> None:
    held = document(made("Privacy policy", "", "We use cookies to remember your shopping cart."), "p.pdf")
    assert "We use cookies to remember your shopping cart." in held.text
    assert held.source.media_type == "application/pdf"


def test_it_is_told_by_its_content() -> None:
    assert document(made("We use cookies."), "policy").source.media_type == "application/pdf"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"hello", "not a PDF, in spite of its name"),
        (b"%PDF-1.7\nnothing more", "the PDF is damaged"),
        (b"%PDF-1.7\n" + b"1 0 obj << /Kids [1 0 R] >>" * 50, "the PDF is damaged"),
        (made(), "the PDF holds no text, only pictures"),
    ],
)
def test_what_is_no_readable_pdf_is_said(data: bytes, said: str) -> None:
    found = problems(data, "p.pdf")
    assert [problem.what for problem in found] == [said]
    assert found[0].severity is Severity.FAILED


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    read = reading(made("We use cookies."), "p.pdf")
    assert read.document is None
    assert "cookie-inspector[pdf]" in read.problems[0].what_to_do


@pytest.mark.parametrize("cut", [20, 100, 300, 450])
def test_a_cut_pdf_fails_in_words(cut: int) -> None:
    read = reading(made("We use cookies to remember your shopping cart.")[:cut], "p.pdf")
    assert read.document is not None or read.problems
