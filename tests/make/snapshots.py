# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Compare a report with the one that was looked at last: ``UPDATE_SNAPSHOTS=1`` writes it anew, to be looked at."""

import difflib
import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "snapshots"


def check(name: str, text: str) -> None:
    """Fail with a diff where ``text`` is not the snapshot ``name``."""
    path = FOLDER / name
    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return
    assert path.is_file(), f"there is no snapshot {name}: make it with UPDATE_SNAPSHOTS=1, and look at it"
    expected = path.read_bytes().decode("utf-8")
    if text != expected:
        lines = difflib.unified_diff(expected.splitlines(), text.splitlines(), "snapshot", "now", lineterm="", n=1)
        raise AssertionError(f"{name} changed; if that is meant: UPDATE_SNAPSHOTS=1\n" + "\n".join(list(lines)[:80]))
