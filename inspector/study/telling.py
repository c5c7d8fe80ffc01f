# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a study tells of a report: the rows of a dataset, reduced as every dataset is by default."""

from inspector.classify.classifier import load_classifier
from inspector.core.disclosure import Disclosure
from inspector.core.report import Report
from inspector.core.resources import resources_folder
from inspector.datasets.cookie_rows import ValuesTold
from inspector.datasets.dataset import Rows
from inspector.datasets.rows import rows_of, tell_run
from inspector.engine.auditing import Outcome
from inspector.engine.dataset_facts import look_with, rules_version, telling_of
from inspector.engine.exporting import material_of_report
from inspector.knowledge.book import Knowledge


class Teller:
    """Makes the rows of a report."""

    def __init__(self, book: Knowledge) -> None:
        self._look = look_with(load_classifier(resources_folder(), book))
        self._rules = rules_version()

    def rows(self, report: Report, outcome: Outcome) -> Rows:
        """Return the rows of every table of a dataset. No marks of values: a study is of sites, not of a browser."""
        telling = telling_of(Disclosure.REDUCED, report.policy)
        material = material_of_report(report, outcome.evidence, self._rules)
        return rows_of(tell_run(material, telling, ValuesTold(self._look)))
