# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""For every test: Qt paints without a screen, and where Qt does not load its tests are skipped, not broken."""

import os
import signal
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from make.network import stand_guard
from make.qt import QT_MISSING

# How long an example takes is never asserted: on a machine that does much else the generator alone may be slow.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

# The program heeds these; where the tests themselves run in such a job, they are about made-up ones all the same.
for _name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
    os.environ.pop(_name, None)

# A shell ignores these for what it starts in the background, and processes that tests start would inherit that.
for _signal, _handler in (
    (signal.SIGINT, signal.default_int_handler),
    (getattr(signal, "SIGHUP", None), signal.SIG_DFL),
):
    if _signal is not None and signal.getsignal(_signal) is signal.SIG_IGN:
        signal.signal(_signal, _handler)


# Nothing in these tests asks the network; a test run in parallel has a guard, and a file, for each of its processes.
_handle, _attempts = tempfile.mkstemp(prefix="cookie-inspector-tests-network-")
os.close(_handle)
ATTEMPTS = Path(_attempts)
stand_guard(ATTEMPTS)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """Fail the test in which anything wanted to leave this computer, also where the refusal was swallowed."""
    yield
    if ATTEMPTS.stat().st_size:
        told = ATTEMPTS.read_text("utf-8")
        ATTEMPTS.write_text("", "utf-8")
        pytest.fail(f"The network was asked:\n{told}", pytrace=False)


def pytest_sessionfinish() -> None:
    """Leave nothing behind."""
    ATTEMPTS.unlink(missing_ok=True)


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Take pytest-qt out where Qt does not load: it would end the whole run before the first test."""
    if QT_MISSING:
        pluginmanager.unregister(name="pytest-qt")


class Skipped(pytest.Module):
    """A test file that is skipped before it is imported."""

    def collect(self) -> list[pytest.Item | pytest.Collector]:
        """Say why."""
        pytest.skip(QT_MISSING)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Skip what lies in a folder ``gui`` where Qt does not load."""
    if QT_MISSING and "gui" in module_path.parts:
        return Skipped.from_parent(parent, path=module_path)
    return None
