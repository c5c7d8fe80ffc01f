# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.pdfs import placed
from make.policies import document, facts, policy, problems, rows

from inspector.core.problem import Severity
from inspector.policies.documents.pdf_tables import Piece, find_tables

pytest.importorskip("pypdf", reason="PDF files are an extra")

HEADS = ((50, 700, "Name"), (150, 700, "Purpose"), (400, 700, "Expiry"))
BEFORE = ((45, 740, "We use cookies. The table below tells which, and what each of them is for."),)
AFTER = ((45, 500, "You can delete cookies in your browser whenever you want to."),)
# Cells in the middle of their rows, with space between rows.
SPACED = (
    (50, 665, "lamp_id"), (150, 672, "Counts how often"), (150, 658, "visitors come."), (400, 665, "2 years"),
    (50, 630, "lamp_cart"), (150, 630, "Holds your basket."), (400, 630, "Session"),
)  # fmt: skip
# Cells at the top of their rows, without more space between rows than between lines.
ON_TOP = (
    (50, 680, "lamp_id"), (150, 680, "Counts how often"), (400, 680, "2 years"), (150, 666, "visitors come."),
    (50, 652, "lamp_cart"), (150, 652, "Holds your basket."), (400, 652, "Session"),
)  # fmt: skip
# Cells in the middle, without space: whose line is whose cannot be told.
TORN = (
    (50, 673, "lamp_id"), (150, 680, "Counts how often"), (150, 666, "visitors come."), (400, 673, "2 years"),
    (50, 645, "lamp_cart"), (150, 652, "Holds your basket"), (150, 638, "for you."), (400, 645, "Session"),
)  # fmt: skip


@pytest.mark.parametrize("body", [SPACED, ON_TOP], ids=["spaced", "on top"])
def test_a_table_is_put_together_from_where_its_words_stand(body: tuple[tuple[int, int, str], ...]) -> None:
    data = placed((*BEFORE, *HEADS, *body, *AFTER))
    assert facts(data, "p.pdf") == {"lamp_id": 730, "lamp_cart": "session"}
    held = document(data, "p.pdf")
    assert rows(held)[1] == ["lamp_id", "Counts how often visitors come.", "2 years"]
    assert held.text.endswith(AFTER[0][2])
    assert policy(data, "p.pdf").record.controls.browser_settings


def test_a_table_goes_on_over_the_page() -> None:
    more = ((50, 730, "lamp_x"), (150, 730, "Remembers your language."), (400, 730, "1 day"))
    data = placed((*BEFORE, *HEADS, *SPACED), (*more, *AFTER))
    assert facts(data, "p.pdf") == {"lamp_id": 730, "lamp_cart": "session", "lamp_x": 1}


def test_rows_that_cannot_be_told_apart_are_no_table_and_this_is_said() -> None:
    data = placed((*BEFORE, *HEADS, *TORN, *AFTER))
    assert facts(data, "p.pdf") == {}
    (problem,) = problems(data, "p.pdf")
    assert problem.what == "a table of cookies on page 1 was read as running text"
    assert problem.severity is Severity.PARTIAL


def test_words_that_head_no_cookie_table_make_none() -> None:
    pieces = [Piece(x, y, text) for x, y, text in ((50, 700, "Right"), (150, 700, "What it means"), (50, 680, "a_b"))]
    assert list(find_tables(pieces)) == []


@given(
    st.lists(
        st.builds(
            Piece,
            st.sampled_from((50.0, 52.0, 150.0, 400.0, 404.0)),
            st.sampled_from((700.0, 690.0, 680.0, 679.0, 640.0, -1.0)),
            st.sampled_from(("Name", "Cookie", "Expiry", "Purpose", "lamp_id", "2 years", "", "\n", " ", "word word")),
        ),
        max_size=30,
    )
)
def test_any_words_anywhere_are_read(pieces: list[Piece]) -> None:
    last = None
    for table in find_tables(pieces):
        if table is not None:
            assert last is None or table.start >= last.end
            assert table.start < table.end <= len(pieces)
            assert table.rows
            assert all(len(row) == len(table.headers) == len(table.columns) for row in table.rows)
            last = table
    assert all(table is None or table.rows for table in find_tables(pieces, last))
