# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.policies import check, document, reading, rows, shown

from inspector.core.policy import BlockKind as K

INLINE = {
    "bold and italic": ("**We** use *cookies* and __more__ _here_.", "We use cookies and more here."),
    "escapes": (r"The \_ga cookie, 1\. and \*.", "The _ga cookie, 1. and *."),
    "names stay": ("The _ga, _gid and __utma cookies.", "The _ga, _gid and __utma cookies."),
    "an escaped name in italics": (r"Name: _\_ga_", "Name: _ga"),
    "stars of patterns": (
        "wp-settings-*, wordpress_logged_in_* and more",
        "wp-settings-*, wordpress_logged_in_* and more",
    ),
    "placeholders after a name": (
        "We set _ga_* and _gid, _ga_<id> or _gat_[x].",
        "We set _ga_* and _gid, _ga_<id> or _gat_[x].",
    ),
    "code": ("Use `_ga` and ``a`b``.", "Use _ga and a`b."),
    "links": ('See [our **policy**](https://shop.example/p "title") now.', "See our policy now."),
    "images": ("![logo](a.png) Text ![](b.png)", "Text"),
    "a linked image": ("[![logo](a.png)](https://shop.example) Text", "Text"),
    "automatic links": (
        "At <https://shop.example/x> or <mailto:a@shop.example>.",
        "At https://shop.example/x or a@shop.example.",
    ),
    "entities and tags": ("Fish &amp; <b>chips</b><br>two", "Fish & chips\ntwo"),
    "hard breaks": ("One  \nTwo\\\nThree\nfour", "One\nTwo\nThree four"),
    "intraword": ("snake_case_word and 2*3*4", "snake_case_word and 234"),
    "unmatched": ("**We use _cookies", "**We use _cookies"),
    "quoted bold": ("Palantir (“**we**“, “**us**“)", "Palantir (“we“, “us“)"),
}


@pytest.mark.parametrize("case", INLINE, ids=list(INLINE))
def test_marks_are_not_shown(case: str) -> None:
    source, wanted = INLINE[case]
    assert document(source + "\n", "p.md").text == wanted


def test_structure_is_kept() -> None:
    held = document(
        "Policy\n======\n\n## Use ##\n\nWe use cookies to:\n\n*   remember\n    *   carts\n*   count\n\n"
        "    more of it\n\nOther\n-----\n\n> quoted\n\n**Bold line**\n\n1.  One\n2.  Two\n",
        "p.md",
    )
    assert [(block.kind, block.level, block.lead) for block in held.blocks] == [
        (K.HEADING, 1, None),
        (K.HEADING, 2, None),
        (K.PARAGRAPH, 0, None),
        (K.LIST_ITEM, 1, 2),
        (K.LIST_ITEM, 2, 3),
        (K.LIST_ITEM, 1, 2),
        (K.PARAGRAPH, 0, 2),
        (K.HEADING, 2, None),
        (K.PARAGRAPH, 0, None),
        (K.HEADING, 6, None),
        (K.LIST_ITEM, 1, 9),
        (K.LIST_ITEM, 1, 9),
    ]
    assert [held.line_at(block.start) for block in held.blocks][:4] == [1, 4, 6, 8]


def test_lines_inside_a_paragraph_are_known() -> None:
    held = document("One\ntwo\nthree\n", "p.md")
    assert [held.line_at(held.text.index(word)) for word in ("One", "two", "three")] == [1, 2, 3]


def test_the_archives_notice_and_omission_marks_are_not_the_policy() -> None:
    held = document(
        "> *The following text is extracted from the shop.example policy that was archived on 2014-12-20. Please check "
        "the [snapshot on the Wayback Machine](https://web.archive.org/web/20141220093839id_/http%3A//shop.example/p).*\n\n"
        "# Policy\n\n[...]\n\nWe use cookies.\n",
        "p.md",
    )
    assert shown(held) == ["Policy", "We use cookies."]
    assert (held.source.archived, held.source.original_url) == (date(2014, 12, 20), "http://shop.example/p")
    assert len(held.notices) == 1


def test_front_matter_gives_the_title_only() -> None:
    held = document("---\ntitle: Cookies\ntags: a\n---\n\nWe use cookies.\n", "p.md")
    assert (held.title, held.text, held.blocks[0].line) == ("Cookies", "We use cookies.", 6)


def test_links_keep_their_places_and_references_are_resolved() -> None:
    held = document("See [NAI](http://nai.example/(x)) and [DAA][daa].\n\n[daa]: https://daa.example/choices\n", "p.md")
    assert [(held.text[link.start : link.end], link.url) for link in held.links] == [
        ("NAI", "http://nai.example/(x)"),
        ("DAA", "https://daa.example/choices"),
    ]


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("|A|B|\n|---|---|\n|1|2|\n", [["A", "B"], ["1", "2"]]),
        ("A| B\n---|---\n1 | 2\n", [["A", "B"], ["1", "2"]]),
        ("|  |  |\n| --- | --- |\n| **A** | B |\n| 1<br><br>x | `a|b` \\| c |\n", [["A", "B"], ["1\nx", "a|b | c"]]),
        ("|A|B|\n|--- |--- |\n|1\n2\n3|x|\n|4|y|\n", [["A", "B"], ["1\n2\n3", "x"], ["4", "y"]]),
        ("|A|B|\n|-|-|\n|only|\n", [["A", "B"], ["only"]]),
    ],
)
def test_pipe_tables_of_every_make_are_read(table: str, wanted: list[list[str]]) -> None:
    assert rows(document("Text\n\n" + table, "p.md")) == wanted


def test_an_html_table_inside_is_read() -> None:
    held = document(
        "# Cookies\n\n<table>\n<tr><th>Name</th><th>Expiry</th></tr>\n<tr><td>_ga</td><td>1 year</td></tr>\n</table>\n",
        "p.md",
    )
    assert rows(held) == [["Name", "Expiry"], ["_ga", "1 year"]]
    assert held.blocks[-1].line == 5


@given(st.text(alphabet="ab_*`[]()<>|-#\n \\!~>1.&;=é\t", max_size=300))
def test_any_markdown_is_read(source: str) -> None:
    read = reading(source, "p.md")
    if read.document is not None:
        check(read.document)
