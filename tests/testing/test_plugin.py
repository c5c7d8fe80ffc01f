# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The plugin in a pytest of its own: off unless used, honours the settings, fails with a table that can be read."""

import subprocess
import sys
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest
from make.projects import CART, GA, entry, project

if TYPE_CHECKING:
    from tests.testing.conftest import Inner

PASSES = f"""
def test_cookies(cookie_inspector):
    report = cookie_inspector.assert_match([{entry(CART)!r}])
    assert report.site == "shop.example"
"""
FAILS = f"""
def test_cookies(cookie_inspector):
    cookie_inspector.assert_match([{entry(CART)!r}, {entry(GA)!r}])
"""
UNUSED = """
import sys

def test_nothing():
    loaded = {name for name in sys.modules if name == "inspector" or name.startswith("inspector.")}
    assert loaded <= {"inspector", "inspector.testing", "inspector.testing.plugin"}, loaded
"""
LIGHT = """
import sys
import pytest
before = set(sys.modules)
import inspector.testing.plugin
print(*sorted(set(sys.modules) - before))
"""


def test_the_entry_point_is_declared() -> None:
    named = [held for held in entry_points(group="pytest11") if held.name == "cookie_inspector"]
    if not named:
        pytest.skip("the program was installed before it had a plugin: pip install -e '.[dev]'")
    assert named[0].value == "inspector.testing.plugin"


def test_it_passes_by_the_settings_of_the_project(inner: "Inner") -> None:
    project(inner.folder)
    inner.run(PASSES).assert_outcomes(passed=1)


def test_it_fails_with_a_table_that_can_be_read(inner: "Inner") -> None:
    project(inner.folder)
    result = inner.run(FAILS)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "*CookiesDoNotMatchError: 1 of 2 cookies is not in the policy*",
            "*warning  CI101  _ga  Nothing in the policy declares*",
            "*We use cookies only to remember the items in your shopping cart.*(line 1)*",
            "*What to do: Declare it with its purpose and lifetime*",
            "*Evidence, not legal advice.*",
        ]
    )
    text = result.stdout.str()
    assert "s3cr3t" not in text.split("CookiesDoNotMatchError", 1)[1]
    assert "inspector/engine" not in text  # the trace ends in the test


def test_settings_set_aside_and_switch_off(inner: "Inner") -> None:
    project(inner.folder, settings='[[ignore]]\ncookie = "_ga"\nreason = "goes out in March"\n')
    inner.run(FAILS).assert_outcomes(passed=1)
    project(inner.folder, settings='fail_on = "error"\n')
    inner.run(FAILS).assert_outcomes(passed=1)


def test_settings_with_a_fault_are_an_error(inner: "Inner") -> None:
    project(inner.folder, settings="polcy = 1\n")
    result = inner.run(PASSES)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*InspectorError*settings cannot be used*", '*Did you mean "policy"?*'])


def test_it_is_nothing_where_it_is_not_used(inner: "Inner") -> None:
    inner.run(UNUSED).assert_outcomes(passed=1)


def test_importing_it_loads_nothing_else() -> None:
    done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["inspector", "inspector.testing", "inspector.testing.plugin"]


def test_it_can_be_turned_off(inner: "Inner") -> None:
    project(inner.folder)
    result = inner.run(PASSES, "-p", "no:cookie_inspector", plugin=False)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*fixture 'cookie_inspector' not found*"])


def test_the_function_needs_no_fixture(inner: "Inner") -> None:
    project(inner.folder)
    test = "from inspector.testing import assert_cookies_match_policy\n" + PASSES.replace(
        "cookie_inspector.assert_match(", "assert_cookies_match_policy("
    ).replace("cookie_inspector", "")
    inner.run(test, "-p", "no:cookie_inspector", plugin=False).assert_outcomes(passed=1)
