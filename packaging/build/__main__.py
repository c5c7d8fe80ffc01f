# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Builds the packages: ``python3 packaging/build [STEP...]``; without a step, all of them.

Any Python 3.11 or newer starts it. It makes a Python of its own with pinned packages (the one time that it uses the
network, but for the chroot), and goes on in that.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from packager import environment

_INSIDE = "COOKIE_INSPECTOR_BUILD"


def main() -> int:
    """Parse the line, prepare the build's own Python, and take the steps in it."""
    parser = argparse.ArgumentParser(prog="packaging/build", description=__doc__, epilog="Steps: docs/packages.md")
    parser.add_argument(
        "steps", nargs="*", metavar="STEP", help="python folder prove archive deb chroot walk sums; none: all but walk"
    )
    parser.add_argument("--out", type=Path, default=environment.ROOT / "dist", help="where packages go (default: dist)")
    parser.add_argument(
        "--work", type=Path, default=environment.ROOT / "build", help="where they are made (default: build)"
    )
    parser.add_argument("--twice", action="store_true", help="build twice and fail where the bytes differ")
    parser.add_argument("--quick", action="store_true", help="compress little: to try packages, not to hand them out")
    parser.add_argument(
        "--all", action="store_true", help="walk: every test, not a choice (takes ten minutes and more)"
    )
    told = parser.parse_args()
    place = environment.Place(told.work.resolve(), told.out.resolve(), quick=told.quick, whole=told.all)
    moment = environment.epoch()
    if not os.environ.get(_INSIDE):
        environment.prepare(place)
        again = [str(place.python), __file__, *sys.argv[1:]]
        return subprocess.run(again, env=environment.variables(moment) | {_INSIDE: "1"}, check=False).returncode
    return _build(parser, told.steps, place, moment, twice=told.twice)


def _build(
    parser: argparse.ArgumentParser, names: list[str], place: environment.Place, moment: int, *, twice: bool
) -> int:
    sys.path.insert(1, str(environment.ROOT))  # the commands that the man page is written from
    from packager import steps

    known = [step.name for step in steps.STEPS]
    unknown = [name for name in names if name not in known]
    if unknown:
        parser.error(f"there is no step {', '.join(unknown)}; there are: {', '.join(known)}")
    wanted = names or [name for name in known if name not in steps.UNASKED]
    if not twice:
        steps.take(wanted, place, moment)
        return 0
    differ = steps.compare([name for name in wanted if name not in ("chroot", "walk")], place, moment)
    print("\n".join(["The same bytes twice."] if not differ else ["Not the same bytes:", *differ]))
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
