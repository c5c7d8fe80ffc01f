# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Qt's document against the policy's text: every quote stands where it is said to stand, marked and harmless."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make import quoted
from PySide6.QtGui import QFont, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication

from inspector.core.policy import Block, BlockKind, Cell, Document
from inspector.gui import hues, theme
from inspector.gui.hues import Look
from inspector.gui.policy import document as document_module
from inspector.gui.policy.document import PART, Composer, Part, parts
from inspector.gui.policy.marks import Marks
from inspector.gui.policy.places import Places, Span, shown

KINDS = st.sampled_from(
    [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TERM, BlockKind.DEFINITION]
)
WORDS = st.text(st.sampled_from("ab \n\x1b\u202e\ufffc\ufdd0🍪é\u2028"), min_size=1, max_size=12)
BLOCKS = st.lists(
    st.tuples(KINDS, WORDS)
    | st.tuples(st.just(BlockKind.TABLE_ROW), st.lists(WORDS, min_size=1, max_size=3).map(tuple)),
    max_size=6,
)


def composed(shown_document: Document, ranges: list[tuple[int, int]]) -> tuple[QTextDocument, Places]:
    marks = Marks(ranges)
    composer = Composer(shown_document, marks, lambda claims: Look.NO, theme.own_palette(dark=False), QFont())
    return composer.compose(parts(shown_document)[0])


def text_of(made: QTextDocument, span: Span) -> str:
    cursor = QTextCursor(made)
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def format_at(made: QTextDocument, position: int) -> tuple[object, object]:
    cursor = QTextCursor(made)
    cursor.setPosition(position + 1)  # the format of what stands before the cursor
    return cursor.charFormat().underlineStyle(), cursor.charFormat().background().color()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(blocks=BLOCKS)
def test_every_run_of_text_stands_where_it_is_said_to(qapp: QApplication, blocks: list[quoted.Given]) -> None:
    made_document = quoted.document(blocks)
    made, places = composed(made_document, [(0, 3)])
    for block in made_document.blocks:
        for start, end in [(cell.start, cell.end) for cell in block.cells] or [(block.start, block.end)]:
            assert [text_of(made, span) for span in places.spans(start, end)] == [shown(made_document.text[start:end])]


def test_quotes_are_marked_in_colour_and_with_a_line_and_nothing_else_is(qapp: QApplication) -> None:
    policy = quoted.example()
    start = policy.document.text.index(quoted.SALE)
    end = start + len(quoted.SALE)
    made, places = composed(policy.document, [(start, end)])
    (span,) = places.spans(start, end)
    tint = hues.ground(Look.NO, theme.own_palette(dark=False))
    assert text_of(made, span) == "We do not sell your \\u{202e}data."
    for position in (span.start, span.end - 1):
        assert format_at(made, position) == (hues.line(Look.NO), tint)
    for position in (span.start - 1, span.end):
        assert format_at(made, position) != (hues.line(Look.NO), tint)


def test_a_row_is_a_table_with_its_cells_marked(qapp: QApplication) -> None:
    policy = quoted.example()
    row = policy.document.blocks[-1]
    made, places = composed(policy.document, [(row.start, row.end)])
    spans = places.spans(row.start, row.end)
    assert [text_of(made, span) for span in spans] == ["_ga", "Google\u2028Analytics", "Counts 🍪 visits", "13 months"]
    table = QTextCursor(made.findBlock(spans[0].start)).currentTable()
    assert isinstance(table, QTextTable)
    assert (table.rows(), table.columns()) == (2, 4)
    assert {format_at(made, span.start)[0] for span in spans} == {hues.line(Look.NO)}


def test_a_cell_carried_down_is_shown_again_but_stands_once(qapp: QApplication) -> None:
    text = "Google\tIDE\nNID"
    rows = (
        Block(BlockKind.TABLE_ROW, 0, 10, 1, table=0, cells=(Cell(0, 6), Cell(7, 10))),
        Block(BlockKind.TABLE_ROW, 11, 14, 2, table=0, cells=(Cell(0, 6), Cell(11, 14))),
    )
    made, places = composed(Document(text, rows, quoted.document(()).source), [])
    assert made.toPlainText().count("Google") == 2
    assert len(places.spans(0, 6)) == 1


def test_a_long_table_goes_on_in_another_with_the_same_columns(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_module, "_TABLE_ROWS", 2)
    given_rows = [(BlockKind.TABLE_ROW, (f"cookie{number}", "x" * number)) for number in range(5)]
    long = quoted.document(given_rows)
    made, places = composed(long, [])
    tables = {
        QTextCursor(made.findBlock(places.spans(block.start, block.start + 6)[0].start)).currentTable()
        for block in long.blocks
    }
    widths = {tuple(length.rawValue() for length in table.format().columnWidthConstraints()) for table in tables}
    assert len(tables) == 3
    assert len(widths) == 1


def test_a_long_text_comes_in_parts_that_hold_all_of_it(qapp: QApplication) -> None:
    blocks = [(BlockKind.PARAGRAPH, "x" * 70_000)] * 5 + [(BlockKind.PARAGRAPH, "y" * (PART * 2 + 5))]
    long = quoted.document(blocks)
    found = parts(long)
    assert [part.start for part in found[1:]] == [part.end for part in found[:-1]]
    assert (found[0].start, found[-1].end) == (0, len(long.text))
    assert all(part.blocks[-1].end - part.blocks[0].start <= PART for part in found)
    covered = sum(block.end - block.start for part in found for block in part.blocks)
    assert covered == sum(block.end - block.start for block in long.blocks)


def test_a_document_without_text_has_one_part() -> None:
    assert parts(quoted.document(())) == (Part((), 0, 0),)


def test_a_paragraph_that_qt_would_lay_out_for_seconds_is_cut_where_words_end(qapp: QApplication) -> None:
    long = quoted.document([(BlockKind.LIST_ITEM, "a" * 30_000), (BlockKind.PARAGRAPH, "words " * 10_000)])
    blocks = [block for part in parts(long) for block in part.blocks]
    assert max(block.end - block.start for block in blocks) <= 20_000
    assert [block.kind for block in blocks[:2]] == [BlockKind.LIST_ITEM, BlockKind.PARAGRAPH]  # one bullet
    assert all(long.text[block.start : block.end].startswith("words") for block in blocks[2:])
    covered = sum(block.end - block.start for block in blocks)
    assert covered == sum(block.end - block.start for block in long.blocks)


def test_a_quote_across_a_cut_is_found_on_both_sides(qapp: QApplication) -> None:
    long = quoted.document([(BlockKind.PARAGRAPH, "x" * 40_000)])
    made, places = composed(long, [(19_990, 20_010)])
    assert [text_of(made, span) for span in places.spans(19_990, 20_010)] == ["x" * 10, "x" * 10]
