# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Pictures are well-formed for any site's name, the same for the same numbers, and tell what was not measured."""

from xml.etree import ElementTree

from hypothesis import example, given
from hypothesis import strategies as st

from inspector.study.numbers import METHODS, Table
from inspector.study.plots import MOST_SITES, methods_plot, sites_plot, spread_plot

_TEXT = "{http://www.w3.org/2000/svg}text"


def by_site(*sites: str, measured: bool = True, found: int = 0) -> Table:
    return [(site, word, measured, found, found, 0, "") for site in sites for word, _, _ in METHODS]


def texts(svg: str) -> list[str]:
    return [held.text or "" for held in ElementTree.fromstring(svg).iter(_TEXT)]


@example(["\ufffe"])
@given(st.lists(st.text(max_size=80), max_size=5, unique=True))
def test_any_name_of_a_site_gives_a_picture(sites: list[str]) -> None:
    table = by_site(*sites, found=1)
    assert sites_plot(table) == sites_plot(table)
    assert len(ElementTree.fromstring(sites_plot(table))) > 2


def test_sites_that_do_not_fit_are_counted() -> None:
    told = texts(sites_plot(by_site(*(f"s{number:03}.example" for number in range(MOST_SITES + 7)))))
    assert "and 7 more sites: tables/by_site.csv has all" in told
    assert "s059.example" in told
    assert "s060.example" not in told


def test_a_method_that_was_measured_nowhere_says_so() -> None:
    totals: Table = [("wrong_label", "1", "A title", 3, 0, 0, 0, "", "", 0, 0, 0)]
    totals += [("undeclared", "5", "Another", 3, 2, 1, 0, "", "", 4, 1, 0)]
    told = texts(methods_plot(totals))
    assert "not measured on any site" in told
    assert "1 of 2 measured" in told


def test_sites_without_any_measurement_are_in_no_bar() -> None:
    told = texts(spread_plot([*by_site("a.example", measured=False), *by_site("b.example", found=1)]))
    assert "Sites on which nothing could be measured: 1" in told
    assert told[told.index("8 methods") + 1] == "1 site"
    assert told[told.index("0 methods") + 1] == "0 sites"
