# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Tables of a made-up crawl, of any size: names as uneven, sites as many, values as different as in a real one."""

from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

COMMON: Final = (
    "_ga",
    "_gid",
    "_fbp",
    "IDE",
    "PHPSESSID",
    "CookieConsent",
    "lang",
    "_gcl_au",
    "test_cookie",
    "bcookie",
)
THIRD: Final = ("doubleclick.net", "www.linkedin.com", "adnxs.com", "youtube.com", "bing.com", "criteo.com")
WORDS: Final = ("visitor", "session", "user", "pref", "cart", "ad", "track", "seen", "popup", "token", "exp", "x", "q")
DAYS: Final = (None, 0.02, 1.0, 30.0, 90.0, 365.0, 730.0)
COOKIES_OF_A_SITE: Final = 11
_GROUP: Final = 500_000


def names_of(rows: int) -> int:
    """How many names there are, ids in them left out: 337 in 1,048 cookies of a labelled crawl, exponent 0.69."""
    return max(10, int(337 * (rows / 1048) ** 0.69))


def crawl_table(path: Path, rows: int, *, values: bool = False, seed: int = 7) -> Path:
    """Write a crawl as Parquet, a row for each cookie, site after site; the same for the same arguments."""
    dice = np.random.default_rng(seed)
    kinds = _kinds(np.random.default_rng(seed + 1), names_of(rows))
    shares = 1 / (np.arange(len(kinds["name"])) + 3) ** 1.2
    bounds = np.cumsum(shares / shares.sum())
    writer = None
    for start in range(0, rows, _GROUP):
        table = _group(dice, kinds, bounds, start, min(_GROUP, rows - start), values)
        writer = writer or pq.ParquetWriter(path, table.schema, compression="zstd")
        writer.write_table(table)
    if writer is not None:
        writer.close()
    return path


def _kinds(dice: np.random.Generator, number: int) -> dict[str, list[object]]:
    """What goes with a name, as it mostly does: where it lives, how long, its attributes."""
    words = [WORDS[place] for place in dice.integers(0, len(WORDS), number * 4)]
    sizes = dice.integers(1, 5, number)
    names: list[object] = []
    for rank in range(number):
        ending = "".join(chr(ord("a") + int(digit)) for digit in str(rank))
        text = "_".join(words[rank * 4 : rank * 4 + sizes[rank]])
        names.append(COMMON[rank] if rank < len(COMMON) else f"{text}_{ending}")
    return {
        "name": names,
        "third": [THIRD[place] if place < len(THIRD) else None for place in dice.integers(0, 18, number)],
        "session": [bool(one) for one in dice.random(number) < 0.2],
        "days": [DAYS[place] for place in dice.integers(0, len(DAYS), number)],
        "http_only": [bool(one) for one in dice.random(number) < 0.2],
    }


def _group(
    dice: np.random.Generator, kinds: dict[str, list[object]], bounds: "np.ndarray", start: int, rows: int, values: bool
) -> pa.Table:
    ranks = np.minimum(np.searchsorted(bounds, dice.random(rows)), len(bounds) - 1)
    places = pa.array(ranks)
    sites = pa.array(
        [f"site{number}.com" for number in range(start // COOKIES_OF_A_SITE, (start + rows) // COOKIES_OF_A_SITE + 1)]
    )
    site = sites.take(pa.array((np.arange(start, start + rows) // COOKIES_OF_A_SITE) - start // COOKIES_OF_A_SITE))
    ids = pa.array(dice.integers(0, 10**6, rows)).cast(pa.string())
    name = pa.array(kinds["name"], pa.string()).take(places)
    with_id = pa.array((ranks >= len(COMMON)) & (ranks % 9 == 0))  # as many names are
    own = pc.binary_join_element_wise("www.", site, "")
    columns = {
        "site": site,
        "host": pc.coalesce(pa.array(kinds["third"], pa.string()).take(places), own),
        "name": pc.if_else(with_id, pc.binary_join_element_wise(name, ids, ""), name),
        "session": pa.array(kinds["session"]).take(places),
        "lifetime_days": pa.array(kinds["days"], pa.float64()).take(places),
        "http_only": pa.array(kinds["http_only"]).take(places),
    }
    if values:
        shapes = dice.integers(0, 4, rows)
        digits = pa.array(dice.integers(0, 10**9, rows)).cast(pa.string())
        ga = pc.binary_join_element_wise("GA1.2.", digits, ".1613226783", "")
        long = pa.array([f"{number:032x}" for number in dice.integers(0, 2**62, rows).tolist()])
        columns["value"] = pc.choose(pa.array(shapes), ga, long, pa.scalar("1"), pa.scalar("true"))
    return pa.table(columns)
