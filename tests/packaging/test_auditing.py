# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The audit of libraries: what is wrong is told, and what could not be asked is never taken for well."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from packager import auditing, licences
from packager.auditing import Library, Told
from packager.environment import ROOT

GOOD = Library("click", "8.5.1", "BSD-3-Clause", yanked=False)


def item(name: str, **more: Any) -> dict[str, Any]:
    return {"metadata": {"name": name, "version": "1.0", **more.pop("metadata", {})}, **more}


def test_a_report_of_pips_becomes_libraries() -> None:
    report = {
        "install": [
            item("PySide6_Essentials", metadata={"license": "of three"}, is_yanked=True),
            item("cookie-inspector"),
            item("Click", metadata={"license_expression": "BSD-3-Clause", "license": "long text"}, is_yanked=False),
            item("bare"),
        ]
    }
    assert auditing.libraries(report) == (
        Library("bare", "1.0", "", None),
        Library("click", "1.0", "BSD-3-Clause", yanked=False),
        Library("pyside6-essentials", "1.0", "of three", yanked=True),
    )


@pytest.mark.parametrize(("told", "code"), [(Told(), 0), (Told(unasked=("x",)), 2), (Told(("x",), ("y",)), 1)])
def test_what_could_not_be_asked_is_no_success(told: Told, code: int) -> None:
    assert told.code == code


def test_a_withdrawn_version_is_wrong_and_a_silent_pip_is_not_asked() -> None:
    told = auditing.withdrawn([GOOD, GOOD._replace(yanked=True), GOOD._replace(name="old", yanked=None)])
    assert told.wrong == ("click 8.5.1 was withdrawn by its maker",)
    assert told.unasked == ("whether old 8.5.1 was withdrawn: pip does not say",)


@pytest.mark.parametrize("licence", ["", "AGPL-3.0-only", "MIT AND Nobody-Knows"])
def test_a_licence_that_is_not_allowed_is_wrong(licence: str) -> None:
    known = licences.table()
    assert auditing.licensed([GOOD], known) == Told()
    assert auditing.licensed([GOOD._replace(licence=licence)], known).code == 1


def test_requirements_without_a_lowest_version_are_told() -> None:
    told = auditing.unbounded(["click>=8.1,<9", "rich", "lz4<5", "cookie-inspector[gui]", "idna==3.6"])
    assert [line.partition(":")[0] for line in told.wrong] == ["rich", "lz4"]


def test_ours_have_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [text for texts in project["optional-dependencies"].values() for text in texts]
    assert auditing.unbounded([*project["dependencies"], *extras]) == Told()


def test_known_vulnerabilities_are_wrong() -> None:
    answer = {
        "dependencies": [{"name": "Click", "version": "8.5.1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["9"]}]}]
    }
    assert auditing.unsafe(answer, [GOOD]) == Told(("Click 8.5.1: PYSEC-1, mended in 9",))
    assert auditing.unsafe({"dependencies": [{"name": "click", "version": "8.5.1", "vulns": []}]}, [GOOD]) == Told()


@pytest.mark.parametrize(
    "answer", [None, {"dependencies": []}, {"dependencies": [{"name": "click", "skip_reason": "not found"}]}]
)
def test_a_database_that_does_not_answer_is_not_asked(answer: dict[str, Any] | None) -> None:
    assert auditing.unsafe(answer, [GOOD]).code == 2


def test_where_the_network_does_not_answer_nothing_is_called_well(tmp_path: Path) -> None:
    """The whole command, with an index where nobody listens: it leaves with 2 and says so, and not with 0."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    env |= {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0"}
    command = [sys.executable, str(ROOT / "packaging" / "audit"), "--work", str(tmp_path)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=110)
    assert done.returncode == 2
    assert "Not asked: pip-audit cannot be installed, so nothing was audited" in done.stderr
    assert "Traceback" not in done.stderr
