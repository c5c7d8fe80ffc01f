# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Audits the libraries that an installation brings: ``python3 packaging/audit``.

Looked at are the ranges of pyproject.toml, versions that were withdrawn, licences, and known vulnerabilities. It leaves
with 0 where all is well, 1 where something is wrong, 2 where something could not be asked.
"""

import argparse
import json
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging" / "build"))


def main() -> int:
    """Make the audit's own Python, and audit in it."""
    parser = argparse.ArgumentParser(prog="packaging/audit", description=__doc__, epilog="See docs/packages.md")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="where its Python is made (default: build)")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.inside:
        return _audit(told.work)
    home = told.work.resolve() / "audit"
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    home.parent.mkdir(parents=True, exist_ok=True)
    venv.create(home, with_pip=True, clear=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--upgrade", "pip", "pip-audit", "packaging"]
    if subprocess.run(pip, check=False).returncode:
        print("Not asked: pip-audit cannot be installed, so nothing was audited", file=sys.stderr)
        return 2
    return subprocess.run([str(python), __file__, "--work", str(home), "--inside"], check=False).returncode


def _audit(work: Path) -> int:
    from packager import auditing, licences

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *(text for texts in extras.values() for text in texts)]
    report = _resolved(work)
    if report is None:
        print("Not asked: pip cannot resolve the libraries (see above), so nothing was audited", file=sys.stderr)
        return 2
    held = auditing.libraries(report)
    told = auditing.unbounded(asked) + auditing.withdrawn(held) + auditing.licensed(held, licences.table())
    told += auditing.unsafe(*_pip_audit(work, held))
    for line in told.wrong:
        print(f"Wrong: {line}")
    for line in told.unasked:
        print(f"Not asked: {line}")
    print(f"{len(held)} libraries, {len(told.wrong)} wrong, {len(told.unasked)} not asked")
    return told.code


def _resolved(work: Path) -> dict[str, Any] | None:
    """Return pip's report of what it would install with all extras of a user, nothing where it cannot say."""
    target = work / "report.json"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--dry-run",
        "--ignore-installed",
        "--quiet",
        "--report",
        str(target),
    ]
    done = subprocess.run([*pip, f"{ROOT}[gui,pdf,research,spark]"], check=False)
    return json.loads(target.read_text(encoding="utf-8")) if done.returncode == 0 else None


def _pip_audit(work: Path, held: Any) -> tuple[dict[str, Any] | None, Any, str]:
    """Return pip-audit's answer for these versions, and why there is none."""
    listed = work / "versions.txt"
    listed.write_text("".join(f"{one.name}=={one.version}\n" for one in held), encoding="utf-8")
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(listed), "--no-deps", "--disable-pip"]
    try:
        done = subprocess.run(
            [*command, "--format", "json", "--progress-spinner", "off"],
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        return json.loads(done.stdout), held, ""
    except subprocess.TimeoutExpired:
        return None, held, "the database did not answer within 5 minutes"
    except json.JSONDecodeError:
        return None, held, (done.stderr.strip().splitlines() or ["pip-audit said nothing"])[-1]


if __name__ == "__main__":
    sys.exit(main())
