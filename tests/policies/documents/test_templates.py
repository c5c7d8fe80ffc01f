# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.policies import document, facts, rows

from inspector.policies.documents.templates import render_templates

PAGE = """---
title: Cookies
---
{% from "govuk/components/table/macro.njk" import govukTable %}
<h1>Cookies</h1>
<p>{{ name }} uses cookies.</p>
{{ govukTable({
  firstCellIsHeader: true,
  caption: "Ours",
  head: [ { text: "Name" }, { text: 'Purpose' }, { text: "Expires" } ],
  rows: [
    [ { text: "_ga" }, { html: "Counts <b>visitors</b>" }, { text: "2 years" } ],
    [
      {text: "seen_message"},
      {text: "It\\'s a <banner>"},
      {text: "28 days"}
    ]
  ]
}) }}
<p>End.</p>
"""


def test_a_table_macro_is_the_table_that_it_makes() -> None:
    held = document(PAGE)
    assert rows(held) == [
        ["Name", "Purpose", "Expires"],
        ["_ga", "Counts visitors", "2 years"],
        ["seen_message", "It's a <banner>", "28 days"],
    ]
    assert facts(PAGE) == {"_ga": 730, "seen_message": 28}


def test_lines_are_those_of_the_template() -> None:
    held = document(PAGE)
    assert held.line_at(held.text.index("seen_message")) == 14
    assert held.line_at(held.text.index("End.")) == 20


def test_other_marks_are_not_shown() -> None:
    text = document(PAGE).text
    assert "govukTable" not in text
    assert "{%" not in text
    assert "title:" not in text


@pytest.mark.parametrize(
    "source", ["{{ govukTable({ " * 3_000, "{{ govukTable({ rows: [" + "[" * 20_000, "{% " * 20_000, "{{ " * 20_000]
)
def test_templates_that_never_end_take_bounded_time(source: str) -> None:
    started = time.perf_counter()
    render_templates(source + "{% x %}")
    assert time.perf_counter() - started < 10


@given(st.text(alphabet="{}%#[]()'\"\\ \ntexrowshad:,", max_size=200))
def test_any_template_keeps_its_lines(source: str) -> None:
    page = "{{ govukTable({ rows: [" + source
    assert render_templates(page).count("\n") >= page.count("\n")
