# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.core.policy import Stance
from inspector.engine import policy as engine
from inspector.engine.policy import PolicyOptions, SourceState, read_policies
from inspector.policies.documents.api import RawDocument
from inspector.policies.fetch import Access, Fetched

NOW = datetime(2026, 11, 24, tzinfo=UTC)
OPTIONS = PolicyOptions(NOW)
PAGE = "<html lang=en><body><p>We use cookies to remember the items in your shopping cart.</p>"


def test_sources_are_read_in_order_and_none_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04")
    sources = (str(tmp_path / "a.html"), str(tmp_path / "none"), str(tmp_path / "b.zip"), "-", str(tmp_path))
    readings = read_policies(sources, OPTIONS, b"We use cookies.")
    assert [reading.state for reading in readings] == [
        SourceState.READ,
        SourceState.NOT_OPENED,
        SourceState.REFUSED,
        SourceState.READ,
        SourceState.NOT_OPENED,
    ]
    first = readings[0].policy
    assert first is not None
    assert first.record.stance("purposes.cart") is Stance.DECLARED
    assert first.document.source.retrieved == NOW
    assert all(reading.problems for reading in readings[1:3])


def test_the_same_source_gives_the_same_claims() -> None:
    one, two = read_policies(("-",), OPTIONS, PAGE.encode()), read_policies(("-",), OPTIONS, PAGE.encode())
    assert one == two


def test_another_language_is_said_and_its_tables_are_read() -> None:
    german = (
        "<html lang=de><body><h1>Cookies</h1><p>Wir verwenden Cookies, damit Sie Artikel in den Warenkorb legen "
        "können und damit wir wissen, wie unsere Seiten genutzt werden. Sie können das in Ihrem Browser abschalten.</p>"
        "<table><tr><th>Name</th><th>Zweck</th><th>Speicherdauer</th></tr>"
        "<tr><td>_ga</td><td>Statistik</td><td>2 Jahre</td></tr></table>"
    )
    reading = read_policies(("-",), OPTIONS, german.encode())[0]
    assert reading.state is SourceState.PARTLY
    assert "German" in reading.problems[0].what
    assert reading.policy is not None
    assert [(c.name, c.lifetime and c.lifetime.days) for c in reading.policy.record.named_cookies] == [("_ga", 730)]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A site without a network: what each address answers with."""
    pages: dict[str, str] = {}

    def answer(url: str, now: datetime, access: Access) -> Fetched:
        data = pages[url].encode()
        return Fetched(RawDocument(data, url, now, "text/html"), (url,))

    monkeypatch.setattr(engine, "fetch_document", answer)
    return pages


def test_the_policies_that_a_page_links_to_are_found_and_it_says_how(site: dict[str, str]) -> None:
    site["https://shop.example/"] = (
        '<html><body><h1>Shop</h1><footer><a href="/cookies">Cookie policy</a>'
        '<a href="/privacy">Privacy policy</a></footer>'
    )
    site["https://shop.example/cookies"] = PAGE
    site["https://shop.example/privacy"] = "<html lang=en><body><p>We do not sell your personal information.</p>"
    readings = read_policies(("https://shop.example/",), PolicyOptions(NOW, find=True))
    assert [reading.source for reading in readings] == ["https://shop.example/cookies", "https://shop.example/privacy"]
    assert "Cookie policy" in readings[0].via
    assert all(reading.policy for reading in readings)


def test_a_page_without_policy_links_says_so(site: dict[str, str]) -> None:
    site["https://shop.example/"] = "<html><body><p>Shop</p>"
    reading = read_policies(("https://shop.example/",), PolicyOptions(NOW, find=True))[0]
    assert reading.policy is None
    assert "no link" in reading.problems[0].what


def test_what_is_fetched_is_kept_and_can_be_read_again(site: dict[str, str], tmp_path: Path) -> None:
    site["https://shop.example/p"] = PAGE
    fetched = read_policies(("https://shop.example/p",), PolicyOptions(NOW, keep=tmp_path))[0]
    copy = next(path for path in tmp_path.iterdir() if path.suffix == ".html")
    again = read_policies((str(copy),), PolicyOptions(datetime(2030, 1, 1, tzinfo=UTC)))[0]
    assert fetched.policy is not None
    assert again.policy == fetched.policy
    assert fetched.state is SourceState.READ
