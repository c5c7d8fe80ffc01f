# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Any text is lawful XML, and comes back as it is shown."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from inspector.core.visible import visible
from inspector.reports.xml_text import xml_attribute, xml_text


@given(st.text() | st.text("\x00\x0b\x1f\x7f\x85\ud800\ufffe\uffff<>&'\"]\t\r\n", max_size=20))
def test_any_text_is_lawful(text: str) -> None:
    element = ElementTree.fromstring(f"<a b={xml_attribute(text)}>{xml_text(text)}</a>")
    shown = visible(text).replace("\ufffe", "\\u{fffe}").replace("\uffff", "\\u{ffff}")
    assert (element.text or "") == shown
    assert element.get("b") == shown


def test_a_long_text_is_cut() -> None:
    assert xml_text("x" * 100, 10) == "x" * 9 + "…"
