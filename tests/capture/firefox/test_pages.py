# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Tabs, frames and the pages of a run."""

from inspector.capture.firefox.pages import ASKED, NAVIGATION, POPUP, Pages

TAB = "tab"


def pages() -> Pages:
    made = Pages()
    made.created({"context": TAB, "url": "about:blank", "parent": None})
    return made


def go(held: Pages, url: str, navigation: str, asked: bool = True, context: str = TAB) -> None:
    page = held.begin(context, url, ASKED, 1) if asked else None
    held.navigating({"context": context, "navigation": navigation, "url": url}, 2, page)
    held.committed({"context": context, "navigation": navigation, "url": url})


def test_a_page_that_was_asked_for() -> None:
    held = pages()
    go(held, "https://shop.test/", "n1")
    (page,) = held.all
    assert (page.number, page.cause, page.url, page.opener) == ("1", ASKED, "https://shop.test/", None)
    assert held.place(TAB)[:2] == ("1", "https://shop.test/")


def test_an_address_that_the_browser_writes_otherwise_is_still_the_one_asked_for() -> None:
    held = pages()
    page = held.begin(TAB, "http://Bücher.test#top", ASKED, 1)
    told = {"context": TAB, "navigation": "n1", "url": "https://xn--bcher-kva.test/"}
    assert held.navigating(told, 2, page) is page


def test_what_the_page_before_goes_to_meanwhile_is_not_what_was_asked_for() -> None:
    held = pages()
    go(held, "https://shop.test/wandering", "n1")
    asked = held.begin(TAB, "https://shop.test/hang", ASKED, 3)
    told = {"context": TAB, "navigation": "n2", "url": "https://shop.test/wandering?1"}
    assert held.navigating(told, 4, asked) is not asked
    told = {"context": TAB, "navigation": "n3", "url": "https://shop.test/hang"}
    assert held.navigating(told, 5, asked) is asked


def test_a_page_goes_on_by_itself() -> None:
    held = pages()
    go(held, "https://shop.test/", "n1")
    go(held, "https://shop.test/next", "n2", asked=False)
    assert [(page.number, page.cause, page.opener) for page in held.all] == [("1", ASKED, None), ("2", NAVIGATION, "1")]


def test_a_window_that_a_page_opens() -> None:
    held = pages()
    go(held, "https://shop.test/", "n1")
    held.created({"context": "window", "url": "about:blank", "parent": None, "originalOpener": TAB})
    go(held, "https://ads.test/", "n2", asked=False, context="window")
    assert (held.all[1].cause, held.all[1].opener) == (POPUP, "1")
    assert [page.number for page in held.open_pages()] == ["1", "2"]


def test_a_frame_belongs_to_the_page_of_its_tab() -> None:
    held = pages()
    go(held, "https://shop.test/", "n1")
    held.created({"context": "frame", "url": "about:blank", "parent": TAB})
    assert held.navigating({"context": "frame", "navigation": "n2", "url": "https://ads.test/"}, 2, None) is None
    place = held.place("frame", "n2", "https://ads.test/frame")
    assert place == ("1", "https://shop.test/", "frame", "https://ads.test/frame")


def test_a_frame_without_an_address_sees_the_cookies_of_what_holds_it() -> None:
    held = pages()
    go(held, "https://shop.test/", "n1")
    held.created({"context": "outer", "url": "about:srcdoc", "parent": TAB})
    held.created({"context": "inner", "url": "about:blank", "parent": "outer"})
    assert held.host_url("inner") == "https://shop.test/"


def test_the_browsers_own_error_page_is_no_address_of_the_page() -> None:
    held = pages()
    page = held.begin(TAB, "https://nowhere.test/", ASKED, 1)
    held.navigating({"context": TAB, "navigation": "n1", "url": "https://nowhere.test/"}, 2, page)
    held.committed({"context": TAB, "navigation": "n1", "url": "about:neterror?e=dnsNotFound"})
    assert page.url == "https://nowhere.test/"


def test_contexts_that_hold_each_other_end() -> None:
    held = Pages()
    held.created({"context": "a", "parent": "b", "url": "about:blank"})
    held.created({"context": "b", "parent": "a", "url": "about:blank"})
    assert held.top("a") is None
    assert held.place("a") == (None, None, None, None)


def test_beginning_anew_keeps_the_tabs() -> None:
    held = pages()
    go(held, "http://localhost/", "n1")
    held.begin_anew()
    go(held, "https://shop.test/", "n2")
    assert [page.number for page in held.all] == ["1"]
    assert held.all[0].opener is None
