# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A project's settings: every key is read, every mistake is told with its line, and nothing half-read is used."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.core.finding import DeclaredBy, Level
from inspector.core.label import Purpose
from inspector.engine.settings import Settings, find_settings, read_settings
from inspector.rules.selectors import Selector

WHOLE = """
site = "Shop.example"
also = ["shop-cdn.example", "shop.test"]
policy = ["docs/policy.md", "https://shop.example/cookies"]
declaration = "cookies.yml"
cookies = ["state.json", "jar.txt"]
corrections = "corrections.toml"
baseline = "baseline.json"
only-this-site = true
in_force = false
declared_by = "vendor"
strict_lifetime = true
fail_on = ["error", "undeclared-cookie"]
max_new = 3

[levels]
CI303 = "off"
undeclared-cookie = "error"

[[ignore]]
rule = "CI101"
cookie = "_ga*"
host = "shop.example"
reason = "goes out with the next release"
until = 2027-03-31

[[ignore]]
rule = "outlives-declared-lifetime"
reason = "the policy is being written"
until = "2027-01-01"

[[cookie]]
name = "_shop_*"
purpose = "cart"
reason = "our developers say so"

[[lifetime]]
cookie = "_ga*"
at_most = "6 months"
reason = "we agreed so"

[[lifetime]]
host = "shop.example"
at-most = "session"
"""


def read(folder: Path, text: str, name: str = "cookie-inspector.toml") -> tuple[Settings | None, list[str]]:
    (folder / name).write_text(text, encoding="utf-8")
    reading = read_settings(folder / name, folder)
    return reading.settings, [str(problem) for problem in reading.problems]


def test_every_key_is_read(tmp_path: Path) -> None:
    found, problems = read(tmp_path, WHOLE)
    assert problems == []
    assert found is not None
    assert (found.site, found.also) == ("shop.example", ("shop-cdn.example", "shop.test"))
    assert found.policy == (str(Path("docs/policy.md")), "https://shop.example/cookies")
    assert (found.declaration, found.cookies) == (("cookies.yml",), (Path("state.json"), Path("jar.txt")))
    assert (found.corrections, found.baseline) == (Path("corrections.toml"), Path("baseline.json"))
    assert (found.only_this_site, found.in_force, found.strict_lifetime) == (True, False, True)
    assert (found.declared_by, found.fail_on, found.max_new) == (DeclaredBy.VENDOR, ("error", "CI101"), 3)
    assert found.levels == {"CI303": None, "CI101": Level.ERROR}
    first, second = found.ignore
    assert (first.rule, first.cookies, first.until) == ("CI101", Selector("_ga*", "shop.example"), date(2027, 3, 31))
    assert (second.rule, second.reason, second.until) == ("CI301", "the policy is being written", date(2027, 1, 1))
    assert first.where.endswith("cookie-inspector.toml, line 20")
    assert found.cookie[0][:3] == ("_shop_*", Purpose.CART, "our developers say so")
    assert [limit.at_most.value for limit in found.lifetime] == [180, "session"]
    assert found.sha256 is not None
    assert found.path == Path("cookie-inspector.toml")


def test_the_same_in_pyproject(tmp_path: Path) -> None:
    text = "[project]\nname = 'x'\n[tool.cookie-inspector]\nsite = 'shop.example'\n[tool.cookie-inspector.levels]\n"
    found, problems = read(
        tmp_path, text + "CI303 = 'off'\n[[tool.cookie-inspector.ignore]]\nrule='CI1'\n", "pyproject.toml"
    )
    assert found is None
    assert problems[0].startswith(f'{tmp_path}/pyproject.toml, line 8: ignore 1, "rule": There is no rule')
    assert "line 7: ignore 1 has no reason" in problems[1]
    found, problems = read(tmp_path, text, "pyproject.toml")
    assert (found and found.site, problems) == ("shop.example", [])


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('site = "shop.example"\npolcy = "x"', 2, 'Did you mean "policy"?'),
        ('\n\nstrict-lifetimes = true', 3, 'Did you mean "strict_lifetime"?'),
        ("quux = 1", 1, "Known here: site, also"),
        ("site = 5", 1, "it is to be a text"),
        ('site = "https://shop.example/x"', 1, "is not a domain"),
        ("max_new = -1", 1, "it is to be a number from 0"),
        ("max_new = true", 1, "it is to be a number from 0"),
        ('only_this_site = "yes"', 1, "it is to be true or false"),
        ('declared_by = "vendors"', 1, 'did you mean "vendor"?'),
        ('policy = ["a.md", 5]', 1, "it is to be a text"),
        ('policy = []', 1, "it is to be a text or a list of texts"),
        ('policy = "-"', 1, "standard input has no place in settings"),
        ('fail_on = "eror"', 1, 'There is no rule "eror"'),
        ('fail_on = "undeclared-cokie"', 1, "Did you mean undeclared-cookie?"),
        ('[levels]\nCI303 = "of"', 2, "a level is one of note, warning, error and off"),
        ('[levels]\nCI999 = "off"', 2, 'There is no rule "CI999"'),
        ('levels = "off"', 1, "is not a table such as [levels]"),
        ('[ignore]\nrule = "CI101"', 1, "is not a list of tables such as [[ignore]]"),
        ('[[ignore]]\nreason = "all"', 1, "would ignore everything"),
        ('[[ignore]]\nrule = "CI101"', 1, "ignore 1 has no reason"),
        ('[[ignore]]\nrule = "CI101"\nreason = " "', 3, "it is to be a text"),
        ('[[ignore]]\ncookie = "*"\nreason = "r"', 2, "it could be any cookie's name"),
        ('[[ignore]]\nrule = "CI101"\nreason = "r"\nuntill = 2027-01-01', 4, 'Did you mean "until"?'),
        ('[[ignore]]\nrule = "CI101"\nreason = "r"\nuntil = "next year"', 4, "it is to be a day such as 2027-03-31"),
        ('[[ignore]]\nrule = "CI101"\nreason = "r"\nuntil = 2027-01-01T00:00:00', 4, "it is to be a day"),
        ('[[cookie]]\nname = "x"\npurpose = "cart"', 1, "cookie 1 has no reason"),
        ('[[cookie]]\nname = "x"\npurpose = "carts"\nreason = "r"', 3, 'did you mean "cart"?'),
        ('[[lifetime]]\nat_most = "1 day"', 1, "it says neither cookie nor host"),
        ('[[lifetime]]\ncookie = "x"', 1, "lifetime 1 has no at_most"),
        ('[[lifetime]]\ncookie = "x"\nat_most = "soon"', 3, "it is to be a duration"),
        ("ignore = [5]", 1, "ignore 1 is not a table"),
        ('max-new = 1\nmax_new = 1', 1, "is there twice"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    found, problems = read(tmp_path, text)
    assert found is None
    assert any(said in problem and f"cookie-inspector.toml, line {line}:" in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("text", "said"),
    [("site = \n", "line 1"), ("\x00", "settings cannot be read"), ("[" * 20_000, "settings cannot be read")],
)
def test_what_is_no_toml_is_told(tmp_path: Path, text: str, said: str) -> None:
    found, (problem,) = read(tmp_path, text)
    assert found is None
    assert said in problem


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    _, problems = read(tmp_path, 'polcy = 1\nsit = 2\n[[ignore]]\nreasn = "x"\n')
    assert len(problems) == 4


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    reading = read_settings(tmp_path / "none.toml", tmp_path)
    assert reading.settings is None
    assert "does not exist" in str(reading.problems[0])


def test_they_are_found_up_to_the_root_of_the_repository(tmp_path: Path) -> None:
    deep = tmp_path / "repository" / "tests" / "e2e"
    deep.mkdir(parents=True)
    (tmp_path / "cookie-inspector.toml").write_text("")
    assert find_settings(deep) is None  # outside a repository only the folder itself counts
    (tmp_path / "repository" / ".git").mkdir()
    assert find_settings(deep) is None  # and never what lies above its root
    project = tmp_path / "repository" / "pyproject.toml"
    project.write_text("[project]\nname = 'cookie-inspector-user'\n")
    assert find_settings(deep) is None  # without our table it is not ours
    project.write_text("[tool.cookie-inspector]\nsite = 'shop.example'\n")
    assert find_settings(deep) == project
    (project.parent / "cookie-inspector.toml").write_text("")
    assert find_settings(deep) == project.parent / "cookie-inspector.toml"
    (deep / "cookie-inspector.toml").write_text("")
    assert find_settings(deep) == deep / "cookie-inspector.toml"


def test_a_broken_pyproject_that_has_our_table_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.cookie-inspector]\nsite = \n")
    assert find_settings(tmp_path) is not None


@pytest.mark.parametrize(
    ("header", "meant"),
    [
        ("[tool.cookie_inspector]", True),
        ("[tool.cookieinspector]", True),
        ("[tool.CookieInspector]", True),
        ("[tool.cookie-inspektor]", True),
        ("[tool.cookie-inspecter.levels]", True),
        ("[[tool.cookie_inspector.ignore]]", True),
        ("[cookie-inspector]", True),
        ("[tool.cookiecutter]", False),
        ("[tool.inspector]", False),
        ("[tool.cookie-inspector-plugins]", False),
        ("[project]", False),
    ],
)
def test_a_table_that_is_nearly_ours_is_told(tmp_path: Path, header: str, meant: bool) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text(f"{header}\nCI101 = 'off'\n")
    assert find_settings(tmp_path) == (project if meant else None)
    reading = read_settings(project, tmp_path)
    assert reading.settings is None
    assert ("no table that is read" in str(reading.problems[0])) is meant
    project.write_text(f"{header}\nCI101 = 'off'\n[tool.cookie-inspector]\nmax_new = 1\n")
    assert (read_settings(project, tmp_path).settings is None) is meant  # half of them would be left out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[[ignore]]\nrule = "CI101"\nreason = "r"\n' * 10_001,
            "10,001 entries of [[ignore]], and no more than 10,000",
        ),
        (f"policy = {['a.md'] * 10_001}", "it has 10,001 entries, and no more than 10,000 are taken"),
    ],
)
def test_too_many_entries_are_told_in_one_line(tmp_path: Path, text: str, said: str) -> None:
    found, (problem,) = read(tmp_path, text)
    assert found is None
    assert said in problem
    assert len(problem) < 400


def test_paths_are_told_from_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "settings.toml").write_text("policy = 'a.md'\ncookies = 'sub/b.json'\nbaseline = '/abs/c.json'\n")
    found = read_settings(tmp_path / "settings.toml", tmp_path / "sub").settings
    assert found is not None
    assert found.policy == (str(tmp_path / "a.md"),)
    assert found.cookies == (Path("b.json"),)
    assert found.baseline == Path("/abs/c.json")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(["site", "also", "policy", "levels", "ignore", "cookie", "lifetime", "fail_on", "x", "max-new"])


@settings(deadline=None, max_examples=150)
@given(st.dictionaries(NAMES, VALUES, max_size=4))
def test_no_table_makes_it_fall(table: dict[str, object]) -> None:
    from inspector.engine.settings_keys import read_table
    from inspector.engine.settings_lines import Lines

    values, problems = read_table(table, Lines(""), Path("x.toml"))
    assert set(values) <= {name.replace("-", "_") for name in table}
    assert problems or set(values) == {name.replace("-", "_") for name in table}


@pytest.mark.parametrize("text", ["-5 days", "\u22121 month"])
def test_a_limit_below_zero_is_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "cookie-inspector.toml"
    path.write_text(f'[[lifetime]]\ncookie = "_ga"\nat_most = "{text}"\n', encoding="utf-8")
    reading = read_settings(path, tmp_path)
    assert reading.settings is None
    assert "duration" in str(reading.problems[0])
