# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``python packaging/screenshots [FOLDER]``: make pictures of every page of the window, without a screen.

Light and dark, 1280x800 and 2560x1440 at 200 %, an empty computer, a few made-up cookies and 100,000, English and
German. Nothing of this computer's browsers is read and nothing is asked of the network.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from gallery.looks import LOOKS, Look


def main(arguments: list[str]) -> int:
    """Make what is asked for; each look in a process of its own, for Qt takes its scale when it starts."""
    parser = argparse.ArgumentParser(prog="packaging/screenshots", description=__doc__.partition("\n\n")[0])
    parser.add_argument("folder", nargs="?", default="screenshots", type=Path, help="where the pictures go")
    parser.add_argument("--look", action="append", choices=[look.name for look in LOOKS], help="these looks only")
    parser.add_argument("--only", action="append", metavar="SCENE", help="scenes whose names begin so, only")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)  # one look, in this process
    asked = parser.parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    looks = [look for look in LOOKS if asked.look is None or look.name in asked.look]
    if asked.here:
        from gallery import scenes, studio  # needs Qt

        chosen = [scene for scene in scenes.SCENES if _is_asked(scene.name, asked.only)]
        studio.take_all(chosen, looks[0], asked.folder)
        return 0 if chosen else parser.exit(3, "No scene's name begins so\n")
    return max((_take_apart(look, asked.folder, asked.only or ()) for look in looks), default=0)


def _is_asked(name: str, only: list[str] | None) -> bool:
    return only is None or any(name.startswith(begin) for begin in only)


def _take_apart(look: Look, folder: Path, only: list[str] | tuple[str, ...]) -> int:
    again = [sys.executable, str(Path(__file__).parent), str(folder), "--here", "--look", look.name]
    again += [part for begin in only for part in ("--only", begin)]
    return subprocess.run(again, env=look.environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
