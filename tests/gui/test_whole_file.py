# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A file is written whole or not at all."""

from pathlib import Path

import pytest

from inspector.core.problem import InspectorError
from inspector.gui.whole_file import write_whole


def test_what_was_there_stays_where_writing_breaks(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("old")

    def half(out: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(InspectorError, match=r"The report could not be written \(no space left on device\)"):
        write_whole(target, half, "The report")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_a_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("old")
    assert write_whole(target, lambda out: out.write("new"), "The report") == target
    assert target.read_text() == "new"
