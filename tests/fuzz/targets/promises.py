# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What every reading promises, whatever was read."""

from pathlib import Path

from inspector.core.reading import Reading


def written(folder: Path, name: str, data: bytes) -> Path:
    """Return the file in a folder with these bytes."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def keeps(reading: Reading) -> Reading:
    """Nothing read and nothing said is forbidden; what is said has words; counts are the cookies'."""
    assert reading.cookies or reading.problems or any(count.cookies == 0 for count in reading.stores), "silent"
    assert all(problem.code and problem.what for problem in reading.problems)
    assert sum(count.cookies or 0 for count in reading.stores) == len(reading.cookies)
    assert len({cookie.key for cookie in reading.cookies}) <= len(reading.cookies)
    for cookie in reading.cookies:
        str(cookie), repr(cookie.key), cookie.problems
    return reading
