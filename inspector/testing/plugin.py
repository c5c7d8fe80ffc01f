# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The pytest plugin: one fixture, and nothing until a test asks for it. ``-p no:cookie_inspector`` turns it off."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from inspector.testing.checks import CookieInspector


@pytest.fixture(scope="session")
def cookie_inspector(pytestconfig: pytest.Config) -> "CookieInspector":
    """Compare cookies of a test's browser with the policy that the project's settings name."""
    from inspector.testing.checks import CookieInspector

    return CookieInspector(pytestconfig.rootpath)
