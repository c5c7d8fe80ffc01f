# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The numbers of the overview."""

from make import labels

from inspector.core.label import Group, Label
from inspector.gui.models.figures import Figures, figures_of
from inspector.gui.models.labels import LabelRows


def test_companies_are_counted_once_and_what_is_not_known_is_told() -> None:
    named = Label(vendor="small", vendor_name="Small Ltd")
    rows = LabelRows.of(labels.told(labels.DART, labels.ANALYTICS, labels.CART, labels.CART, named))
    assert figures_of(rows) == Figures(
        cookies=5,
        companies=2,  # Google by two of its vendors, and one that no table knows
        nameless=2,
        tracking=1,
        unclear=1,
        groups=(
            (Group.MARKETING, 1),
            (Group.ANALYTICS, 1),
            (Group.PREFERENCES, 0),
            (Group.NECESSARY, 2),
            (Group.UNKNOWN, 1),
        ),
    )


def test_nothing_is_nothing() -> None:
    figures = figures_of(LabelRows())
    assert (figures.cookies, figures.companies, figures.nameless, figures.tracking) == (0, 0, 0, 0)
