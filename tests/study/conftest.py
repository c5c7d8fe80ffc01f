# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A small study, made once; no test rests on the facts of whoever runs it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from make.studies import NOW, small_study

from inspector.cli.main import main


@pytest.fixture(scope="package", autouse=True)
def no_facts_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home without overrides or lists, which workers get, too."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            patch.delenv(name, raising=False)
        patch.setenv("HOME", str(folder))
        yield folder


@pytest.fixture(scope="package")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The list of the small study, with its files beside it."""
    return small_study(tmp_path_factory.mktemp("study"))


@pytest.fixture(scope="package")
def finished(listed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small study's result; one row of it cannot be read."""
    out = tmp_path_factory.mktemp("out") / "result"
    assert main(["study", str(listed), "--out", str(out), "--now", NOW, "--workers", "2"]) == 2
    return out
