# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest

from inspector.policies.header_lines import header_columns, header_run

LINES = [
    ("Cookie Name Used by Description Expiration", "name provider purpose lifetime"),
    ("Name Purpose Expires", "name purpose lifetime"),
    ("CookieDurationDescription", "cookie lifetime purpose"),
    ("Cookie name Expiration time Description", "name lifetime purpose"),
    ("Cookie name: lang", ""),
    ("Purpose and duration", ""),
    ("Cookies and how we use them", ""),
    ("Cookie settings", ""),
    ("Name, purpose.", ""),
]


@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_a_line_of_headers_names_its_columns(line: str, wanted: str) -> None:
    assert " ".join(header_columns(line)) == wanted


def test_headers_may_stand_one_to_a_line() -> None:
    assert " ".join(header_run(["Cookie", "Description", "Expiry", "lamp_id", "Keeps"])) == "cookie purpose lifetime"
    assert header_run(["Purpose", "Duration", "Text"]) == ()  # nothing says where a name would stand
    assert header_run(["Cookie", "Something else"]) == ()
