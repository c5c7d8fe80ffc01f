# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How Chromium is started: its socket has room in its path, wherever temporary files are."""

import sys
import tempfile
from pathlib import Path

import pytest

from inspector.capture.chromium.start import environment, socket_folder
from inspector.capture.recorder import Launch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Chromium has no such socket on Windows")
LAUNCH = Launch(("chromium",))
TAIL = "/org.chromium.Chromium.abc123/SingletonSocket"


def test_the_socket_is_within_our_folder_where_its_path_has_room() -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        assert environment(LAUNCH, Path(folder) / "profile")["TMPDIR"] == folder


def test_a_long_path_of_temporary_files_leaves_room_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    far = tmp_path / ("x" * 100)
    profile = far / "ours" / "profile"
    profile.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(far))
    found = environment(LAUNCH, profile)
    assert len(found["TMPDIR"] + TAIL) < 104
    assert found["BREAKPAD_DUMP_LOCATION"].startswith(str(far))


def test_its_folder_is_found_there_and_no_other_is(tmp_path: Path) -> None:
    profile = tmp_path / "ours" / "profile"
    profile.mkdir(parents=True)
    link = profile / "SingletonSocket"
    link.symlink_to(f"/tmp{TAIL}")
    assert socket_folder(profile) == Path(f"/tmp{TAIL}").parent
    link.unlink()
    link.symlink_to("/home/somebody" + TAIL)
    assert socket_folder(profile) is None
