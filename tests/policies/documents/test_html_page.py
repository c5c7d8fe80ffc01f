# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.policies import check, document, reading, rows, shown

from inspector.core.policy import BlockKind as K

LONG = "<p>" + "We use cookies to remember your cart. " * 12 + "</p>"

SHOWN = {
    "entities and white space": (
        "<p>Fish &amp; chips,\n   2&nbsp;years &#8211; \n ok</p>",
        ["Fish & chips, 2 years – ok"],
    ),
    "breaks": ("<p>1. One<br>2. Two<br><br>Three</p>", ["1. One\n2. Two", "Three"]),
    "text without a paragraph": ("<div>One <b>two</b> three<p>Four</div>Five", ["One two three", "Four", "Five"]),
    "an item's own paragraph": ("<ul><li><p>One</p><p>Two</p></li><li>Three</ul>", ["One", "Two", "Three"]),
    "unclosed everything": ("<ul><li>One<li>Two</ul><p>Three<p>Four", ["One", "Two", "Three", "Four"]),
    "inline code and links": ("<p>The <code>_ga</code> of <a href=x>this</a>.</p>", ["The _ga of this."]),
    "CDATA": ("<p>Keep <![CDATA[this & that]]></p>", ["Keep this & that"]),
    "stray less-than": ("<p>1 < 2 and 3 > 2</p>", ["1 < 2 and 3 > 2"]),
    "attributes with brackets": ("<p title=\"a > b\" data-x='<i>'>Text</p>", ["Text"]),
    "misnested": ("<p><b>Bold</p><p>Next</b> one</p>", ["Bold", "Next one"]),
    "upper case": ("<P>One</P><UL><LI>Two</LI></UL>", ["One", "Two"]),
    "button and label": (
        "<p>Press</p><button>Cookie settings</button><label>Accept</label>",
        ["Press", "Cookie settings", "Accept"],
    ),
}


@pytest.mark.parametrize("case", SHOWN, ids=list(SHOWN))
def test_what_a_reader_sees_is_shown(case: str) -> None:
    source, wanted = SHOWN[case]
    assert shown(document("<body>" + source)) == wanted


HIDDEN = [
    "<script>var a = 'we use cookies';</script>",
    "<style>p{}</style>",
    "<noscript>Enable JavaScript</noscript>",
    "<template><p>Template</p></template>",
    '<p style="color:red; display: none">Hidden</p>',
    "<p hidden>Hidden</p>",
    '<div aria-hidden="true">Hidden</div>',
    '<span class="sr-only">Opens in a new tab</span>',
    "<nav><a href=/>Home</a></nav>",
    "<header><p>Shop</p></header>",
    "<footer><p>Imprint</p></footer>",
    '<div role="navigation">Menu</div>',
    '<div role="dialog"><p>Accept cookies?</p></div>',
    '<div id="onetrust-banner-sdk"><p>We value your privacy</p></div>',
    '<div class="cookie-banner">We use cookies. OK?</div>',
    '<div id="CybotCookiebotDialog">This website uses cookies</div>',
    '<div class="main-menu"><a href=/a>One</a> <a href=/b>Two</a></div>',
    '<ul class="breadcrumb"><li><a href=/>Home</a></li></ul>',
    '<div id="wm-ipp-base"><a href="https://web.archive.org/web/2014/http://shop.example/">x</a> captures</div>',
    "<!-- a comment -->",
    "<select><option>Deutsch</option></select>",
    "<svg><text>icon</text></svg>",
    "<iframe>old</iframe>",
]


@pytest.mark.parametrize("part", HIDDEN)
def test_what_is_no_part_of_the_policy_is_left_out(part: str) -> None:
    text = document(f"<html><body>{part}{LONG}</body></html>").text
    assert text.startswith("We use cookies to remember your cart.")
    assert len(text) < len(LONG)


KEPT = {
    "a header inside an article": "<article><header><h1>Policy</h1></header>" + LONG + "</article>",
    "a footer that is the page": "<footer>" + LONG + "</footer>",
    "an accordion's closed panel": '<a href="#p1">More</a><div id="p1" style="display:none">' + LONG + "</div>",
    "a panel that a button controls": '<button aria-controls="p1">More</button><div id="p1" hidden>' + LONG + "</div>",
    "found on search": '<div hidden="until-found">' + LONG + "</div>",
    "a closed detail": "<details><summary>More</summary>" + LONG + "</details>",
    "a menu class on the text": '<div class="menu">' + LONG + "</div>",
}


@pytest.mark.parametrize("case", KEPT, ids=list(KEPT))
def test_what_can_be_unfolded_or_holds_the_policy_is_kept(case: str) -> None:
    assert "We use cookies to remember your cart." in document("<html><body>" + KEPT[case]).text


def test_the_pages_main_part_is_the_policy() -> None:
    held = document(f"<html><body><div>Shop now</div><main><h1>Policy</h1>{LONG}</main><div>Newsletter</div>")
    assert shown(held)[0] == "Policy"
    assert "Newsletter" not in held.text


def test_structure_is_kept_with_headings_levels_and_leads() -> None:
    held = document(
        "<html><body><h1>Policy</h1><h2>Use</h2><p>We use cookies to:</p>"
        "<ul><li>remember<ul><li>carts</li></ul></li></ul><h2>More</h2><dl><dt>_ga</dt><dd>Statistics</dd></dl>"
    )
    kinds = [(block.kind, block.level, block.headings, block.lead) for block in held.blocks]
    assert kinds == [
        (K.HEADING, 1, (), None),
        (K.HEADING, 2, (0,), None),
        (K.PARAGRAPH, 0, (0, 1), None),
        (K.LIST_ITEM, 1, (0, 1), 2),
        (K.LIST_ITEM, 2, (0, 1), 3),
        (K.HEADING, 2, (0,), None),
        (K.TERM, 1, (0, 5), 5),
        (K.DEFINITION, 1, (0, 5), 6),
    ]


def test_a_bold_line_is_a_heading_but_a_bold_sentence_is_not() -> None:
    held = document("<html><body><p><b>Our cookies</b></p><p><strong>We use no cookies.</strong></p>")
    assert [block.kind for block in held.blocks] == [K.HEADING, K.PARAGRAPH]


def test_every_line_is_known_also_inside_a_paragraph() -> None:
    held = document("<html>\n<body>\n<p>One\n  two</p>\n\n<p>\nThree</p>")
    assert [block.line for block in held.blocks] == [3, 7]
    assert held.line_at(held.text.index("two")) == 4


def test_links_are_absolute_and_lead_out_of_the_archive() -> None:
    held = document(
        '<html><head><base href="https://web.archive.org/web/20141220093839/http://shop.example/legal/"></head><body><p>'
        'See <a href="privacy">here</a> and <a href="/web/20141220093839/http://ads.example/optout">there</a>.</p>'
    )
    assert [(held.text[link.start : link.end], link.url) for link in held.links] == [
        ("here", "http://shop.example/legal/privacy"),
        ("there", "http://ads.example/optout"),
    ]


def test_an_archived_page_knows_its_day() -> None:
    bar = '<div id="wm-ipp-base"><a href="https://web.archive.org/web/20141220093839/http://shop.example/p">x</a></div>'
    held = document(f"<html lang=EN-GB><head><title> Privacy\n policy </title></head><body>{bar}{LONG}")
    assert (held.source.archived, held.source.original_url) == (date(2014, 12, 20), "http://shop.example/p")
    assert (held.title, held.language) == ("Privacy policy", "en-gb")


def test_tables_keep_cells_headers_and_spans() -> None:
    held = document(
        "<html><body><table><caption>Ours</caption><thead><tr><th>Name</th><th>Who</th></tr></thead>"
        "<tr><td>a<br>b</td><td rowspan=2>Google</td></tr><tr><td>c<p>d</p></td></tr></table>"
    )
    assert rows(held) == [["Name", "Who"], ["a\nb", "Google"], ["c\nd", "Google"]]
    assert [cell.header for cell in held.blocks[-1].cells] == ["Name", "Who"]
    assert shown(held)[0] == "Ours"


def test_a_layout_table_is_read_as_blocks() -> None:
    held = document(f"<html><body><table><tr><td><h2>Menu</h2></td><td><h1>Policy</h1>{LONG}</td></tr></table>")
    assert all(block.table is None for block in held.blocks)
    assert [block.kind for block in held.blocks] == [K.HEADING, K.HEADING, K.PARAGRAPH]


def test_control_and_turning_characters_are_not_shown() -> None:
    assert document("<html><body><p>We use \u202eseikooc\u202c\x07\u200b.</p>").text == "We use seikooc."


@given(st.text(alphabet=string.ascii_letters + "<>/=\"' \n&;#!-[]" + "é\x00", max_size=400))
def test_any_page_is_read(source: str) -> None:
    read = reading("<html><body>" + source)
    if read.document is not None:
        check(read.document)


PIECES = (
    *(
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</table>",
        "<th>",
    ),
    *(
        "<b>",
        "</b>",
        "<a href=x>",
        "</a>",
        "x",
        "<br>",
        "<h2>",
        "</h2>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<script>",
        "</script>",
    ),
    *("<main>", "<caption>", "</tr>", "<span>", "</li>"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_nesting_is_read(parts: list[str]) -> None:
    read = reading("<html><body>" + " ".join(parts))
    if read.document is not None:
        check(read.document)
