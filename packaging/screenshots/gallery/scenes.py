# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every picture there is: a name, what is on the computer, the page, and what is done before."""

from typing import Final

from gallery import acts, made_policy
from gallery.studio import Scene
from gallery.worlds import BARE, CROWD, EMPTY, FEW, LEAVING

BIG: Final = made_policy.big(400_000)
NOT_TEXT: Final = "PK\x03\x04"

SCENES: Final = (
    # A computer without a browser: the example is shown
    Scene("empty-overview", EMPTY, "overview"),
    Scene("empty-cookies", EMPTY, "cookies", acts.choose_cookie(3)),
    Scene("empty-policy", EMPTY, "policy"),
    Scene("empty-audit", EMPTY, "audit"),
    Scene("empty-optouts", EMPTY, "optouts"),
    # Pages that have nothing to show
    Scene("bare-overview", BARE, "overview"),
    Scene("bare-cookies", BARE, "cookies"),
    Scene("bare-policy", BARE, "policy"),
    Scene("bare-audit", BARE, "audit"),
    Scene("bare-optouts", BARE, "optouts"),
    Scene("bare-visit", BARE, "visit"),
    Scene("bare-history", BARE, "cookies", acts.open_history),
    # A few cookies
    Scene("overview", FEW, "overview"),
    Scene("cookies", FEW, "cookies", acts.choose_cookie(3)),
    Scene("cookies-issues", FEW, "cookies", acts.show_issues),
    Scene("cookies-reading", FEW, "cookies", acts.show_reading),
    Scene(
        "cookies-filtered",
        FEW,
        "cookies",
        acts.filter_by("shop purpose:analytics,preferences lifetime:>1y !name:_gid"),
    ),
    Scene("cookies-mistyped", FEW, "cookies", acts.filter_by("shop purpose:advertizing lifetime:>30d")),
    Scene("cookies-corrected", FEW, "cookies", acts.correct_label),
    Scene("policy", FEW, "policy", acts.read_policy(made_policy.TEXT, "data_sale")),
    Scene("policy-opt-out", FEW, "policy", acts.read_policy(made_policy.TEXT, "opt_outs.")),
    Scene("policy-table", FEW, "policy", acts.read_policy(made_policy.TEXT, "named_cookies")),
    Scene("policy-filtered", FEW, "policy", acts.filter_claims),
    Scene("policy-failed", FEW, "policy", acts.read_policy(NOT_TEXT)),
    Scene("policy-big", FEW, "policy", acts.read_policy(BIG, "data_sale")),
    Scene("policy-address", FEW, "policy", acts.ask_address),
    Scene("audit", FEW, "audit", acts.audit_example()),
    Scene("audit-claim", FEW, "audit", acts.audit_example("claims", 1)),
    Scene("audit-finding", FEW, "audit", acts.audit_example("findings", 5)),
    Scene("audit-site", FEW, "audit", acts.audit_site),
    Scene("audit-changed", FEW, "audit", acts.audit_changed),
    Scene("audit-marks", FEW, "audit", acts.mark_findings),
    Scene("optouts", LEAVING, "optouts"),
    Scene("optouts-chosen", LEAVING, "optouts", acts.choose_opt_out),
    Scene("optouts-asks", LEAVING, "optouts", acts.ask_to_opt_out),
    Scene("visit", FEW, "visit", acts.open_visit),
    Scene("history", FEW, "cookies", acts.compare_history),
    Scene("settings", FEW, "cookies", acts.open_settings),
    Scene("about", FEW, "cookies", acts.open_about),
    Scene("keys", FEW, "cookies", acts.open_keys),
    Scene("recognised", FEW, "cookies", acts.drop_files),
    # Very many cookies
    Scene("many-overview", CROWD, "overview"),
    Scene("many-cookies", CROWD, "cookies", acts.choose_cookie(3)),
    Scene("many-filtered", CROWD, "cookies", acts.filter_by("name:_ga lifetime:>1y", 2)),
    Scene("many-audit", CROWD, "audit", acts.audit_crowd),
    Scene("many-optouts", CROWD, "optouts"),
)
