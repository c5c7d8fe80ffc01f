# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Escaped text comes out of a Markdown reader as it went in."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from inspector.reports.markdown_text import code, escaped

READER = MarkdownIt("commonmark").enable("table")
VISIBLE = st.text(
    st.characters(min_codepoint=33, max_codepoint=126) | st.sampled_from(" é“”…"), min_size=1, max_size=40
)


def shown(markdown: str) -> str:
    page = READER.render(markdown).strip()
    assert page.startswith("<p>"), page
    return html.unescape(re.sub(r"</?code>", "", page.removeprefix("<p>").removesuffix("</p>")))


@pytest.mark.parametrize(
    "text",
    [
        "1. one",
        "- item",
        "+ item",
        "# head",
        "> quote",
        "=====",
        "***",
        "![x](y)",
        "<b>",
        "&lt;",
        "a_b_c",
        "https://x.y",
    ],
)
def test_text_is_text(text: str) -> None:
    assert shown(escaped(text)) == text


@given(VISIBLE.map(str.strip).filter(bool))
def test_any_line_comes_out_as_it_went_in(text: str) -> None:
    assert shown(escaped(text)) == text
    assert shown(code(text)) == text


@given(VISIBLE.map(str.strip).filter(bool))
def test_any_name_stays_in_its_cell(text: str) -> None:
    page = READER.render(f"| a | b |\n| --- | --- |\n| {code(text)} | {escaped(text)} |\n")
    cells = re.findall(r"<td>(.*?)</td>", page)
    assert [html.unescape(re.sub("</?code>", "", cell)) for cell in cells] == [text, text]
