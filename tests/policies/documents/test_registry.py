# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import time

import pytest
from make.policies import document, problems, reading

from inspector.core.problem import Severity
from inspector.policies.documents.api import Limits

KINDS = {
    "a page": ("<!DOCTYPE html><html><body><p>Hi there</p>", "x", "text/html"),
    "a page after a comment": ("<!-- saved -->\n<html><body><p>Hi there</p>", "x", "text/html"),
    "a fragment by its tags": ("<div><p>Hi</p><p>there</p></div>", "x", "text/html"),
    "markdown by its name": ("Hi there", "x.md", "text/markdown"),
    "markdown by its marks": ("# Title\n\n- one\n- two\n", "-", "text/markdown"),
    "text": ("Hi there, we use cookies.", "x", "text/plain"),
    "a page with a wrong name": ("<!doctype html><html><body><p>Hi</p>", "x.txt", "text/html"),
    "our declaration": ("version: 1\ncookies:\n  - name: _ga\n", "cookies.yml", "application/yaml"),
}


@pytest.mark.parametrize("case", KINDS, ids=list(KINDS))
def test_the_kind_is_told_by_content_and_name(case: str) -> None:
    source, name, media_type = KINDS[case]
    assert document(source, name).source.media_type == media_type


REFUSED = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t ", "empty"),
    "a ZIP": (b"PK\x03\x04....", "ZIP"),
    "a picture": (b"\x89PNG....", "picture"),
    "a database": (b"SQLite format 3\x00", "database"),
    "binary": (bytes(range(256)) * 20, "not a document"),
    "a page without text": (b"<html><script>x()</script></html>", "no text"),
}


@pytest.mark.parametrize("case", REFUSED, ids=list(REFUSED))
def test_what_is_no_document_is_refused_in_words(case: str) -> None:
    data, word = REFUSED[case]
    found = problems(data, "file")
    assert word in found[-1].what
    assert found[-1].severity is Severity.FAILED


LIMITS = Limits(max_bytes=300_000, max_text=20_000, max_blocks=500, max_tags=2_000)
HOSTILE = {
    "too large": (b"<p>a" * 100_000, "x.html"),
    "deep divs": (b"<div>" * 50_000 + b"text", "x.html"),
    "deep tables": (b"<table><tr><td>x" * 15_000, "x.html"),
    "deep lists": (b"<ul><li>a" * 30_000, "x.html"),
    "tags that never end": (b"<html><p>x" + b"<a " * 90_000, "x.html"),
    "quotes that never end": (b"<html><p>x" + b'<a x="y ' * 30_000, "x.html"),
    "comments that never end": (b"<html><p>x" + b"<!-- " * 50_000, "x.html"),
    "scripts that never end": (b"<html><p>x<script>" + b"<script " * 30_000, "x.html"),
    "spans": (b"<table>" + b"<tr><td colspan=9999 rowspan=9999>a</td></tr>" * 3_000, "x.html"),
    "numbers of characters": (b"<html><p>" + b"&#99999999999999999999;" * 10_000, "x.html"),
    "one sentence": (b"we use cookies and " * 15_000, "x.txt"),
    "one sentence in Markdown": (b"we *use* cookies and " * 14_000, "x.md"),
    "stars": (b"**a_b*c " * 30_000, "x.md"),
    "brackets": (b"[a](b" * 50_000, "x.md"),
    "open brackets": (b"x" + b"[" * 200_000, "x.md"),
    "backticks": (b"`a``b```c " * 25_000, "x.md"),
    "quotes in quotes": (b">" * 200_000 + b"a", "x.md"),
    "pipes": (b"|a|b|\n|-|-|\n" + b"|_ga\n" * 50_000, "x.md"),
    "deep JSON": (b"[" * 200_000, "x.json"),
    "long number": (b'{"a":' + b"9" * 100_000 + b"}", "x.json"),
    "deep YAML": (b"cookies: " + b"[" * 50_000, "x.yml"),
    "aliases": (b"cookies: &a [x, x]\nnotes: [*a, *a, *a]\n", "x.yml"),
}


@pytest.mark.parametrize("case", HOSTILE, ids=list(HOSTILE))
def test_hostile_documents_take_bounded_time(case: str) -> None:
    data, name = HOSTILE[case]
    started = time.perf_counter()
    read = reading(data, name, LIMITS)
    assert time.perf_counter() - started < 10
    if read.document is None:
        assert read.problems[-1].severity is Severity.FAILED
    else:
        assert len(read.document.text) <= LIMITS.max_text + 100
        assert len(read.document.blocks) <= LIMITS.max_blocks + 1


def test_entities_are_not_expanded() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><html><body><p>We use &b; cookies.</p>'
    assert document(laughs).text == "We use &b; cookies."


def test_what_was_left_out_is_said() -> None:
    read = reading(b"<html><p>" + b"We use cookies. " * 5_000, "x.html", LIMITS)
    assert [problem.code for problem in read.problems] == ["document-too-long"]
    assert read.problems[0].severity is Severity.PARTIAL
