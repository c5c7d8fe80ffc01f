# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What stands in for an older package and its user's home, without a chroot."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from packager import chroot, upgrade

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Debian's packages are made on Linux")


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not installed")
def test_the_older_package_is_the_same_with_a_lower_version_and_a_file_more(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "DEBIAN").mkdir(parents=True, mode=0o755)
    (root / upgrade.GONE).parent.mkdir(parents=True)
    (root / "DEBIAN" / "control").write_text(
        "Package: cookie-inspector\nVersion: 0.1.0\nArchitecture: all\nMaintainer: a <a@a.example>\nDescription: a\n"
    )
    package = tmp_path / "cookie-inspector_0.1.0_all.deb"
    subprocess.run(["dpkg-deb", "-b", str(root), str(package)], check=True, capture_output=True)
    made = upgrade.older(package, tmp_path)
    version = subprocess.run(["dpkg-deb", "-f", str(made), "Version"], check=True, capture_output=True, text=True)
    listed = subprocess.run(["dpkg-deb", "-c", str(made)], check=True, capture_output=True, text=True)
    command = ["dpkg", "--compare-versions", version.stdout.strip(), "lt", "0.1.0"]
    assert subprocess.run(command, check=False).returncode == 0
    assert str(upgrade.GONE) in listed.stdout


def test_a_home_that_was_left_is_removed_whole(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    upgrade.leave(home, (os.getuid(), os.getgid()))
    assert (home / upgrade.DATA / "history" / "history.sqlite").is_file()
    assert (home / upgrade.PROJECT).is_file()
    upgrade.remove(home)
    assert list(home.iterdir()) == []


def test_leftovers_are_told_but_for_debian_s_own() -> None:
    after = {"usr/lib/cookie-inspector/gone.txt", "var/lib/dpkg/status", "home/tester/.config/cookie-inspector"}
    assert chroot.leftovers(set(), after) == [
        "home/tester/.config/cookie-inspector",
        "usr/lib/cookie-inspector/gone.txt",
    ]
