# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A person's word on what cookies are for, said in the window: laid over the labels, and handed to audits."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from inspector.core.cookie import Cookie
from inspector.core.label import Label
from inspector.core.project import LabelOverride
from inspector.engine.purposes import Labelled
from inspector.rules.corrections import LabelCorrection, corrected_label
from inspector.rules.names import parse_name
from inspector.rules.selectors import HEAD, Selector


def may_be_overridden(name: str) -> bool:
    """Whether a name means this cookie alone: one that reads like a pattern would speak of others, too."""
    return bool(name.strip()) and parse_name(name) == name


def corrections_of(overrides: Sequence[LabelOverride]) -> tuple[LabelCorrection, ...]:
    """Return overrides as corrections of an audit; those that name a host come first, for they say more."""
    ordered = sorted(overrides, key=lambda held: (held.host is None, held.key))
    return tuple(LabelCorrection(held.name, held.host, held.purpose, held.reason, held.author) for held in ordered)


def override_labels(cookies: Sequence[Cookie], told: Labelled, overrides: Sequence[LabelOverride]) -> Labelled:
    """Return labels with a person's word laid over them; the labels of the other cookies are the same objects."""
    if not overrides or len(told.labels) != len(cookies):
        return told
    corrections = corrections_of(overrides)
    heads = {Selector(held.name).head for held in corrections}

    @cache
    def of_kind(name: str, host: str) -> tuple[LabelCorrection, ...]:
        return tuple(held for held in corrections if Selector(held.name, held.host).fits(name, host))

    def label_of(cookie: Cookie, label: Label) -> Label:
        if None not in heads and cookie.name[:HEAD] not in heads:
            return label
        fitting = of_kind(cookie.name, cookie.host)
        return corrected_label(cookie, label, fitting)[0] if fitting else label

    return replace(told, labels=tuple(map(label_of, cookies, told.labels)))
