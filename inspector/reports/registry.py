# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every format, on one page. A format is imported when it is asked for: rich takes longer to load than most scans."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from inspector.reports.api import (
    WriteAudit,
    WriteLabels,
    WriteReading,
    WriteReceipt,
    WriteStory,
    WriteSurvey,
    WriteVisit,
)


class AuditFormat(NamedTuple):
    """A format of the audit's report. Called, it imports and returns what writes it.

    ``ending`` is what its files end with; ``title`` is what it is called where a person chooses, empty where it means
    nothing outside a terminal or a log.
    """

    name: str
    ending: str
    title: str
    load: Callable[[], WriteAudit]

    def __call__(self) -> WriteAudit:
        """Return the function that writes this format."""
        return self.load()


class VisitFormat(NamedTuple):
    """A format of the report on a visit, as :class:`AuditFormat` is one of the audit's."""

    name: str
    ending: str
    title: str
    load: Callable[[], WriteVisit]

    def __call__(self) -> WriteVisit:
        """Return the function that writes this format."""
        return self.load()


def _table() -> WriteReading:
    from inspector.reports.as_table import write_reading

    return write_reading


def _json() -> WriteReading:
    from inspector.reports.as_json import write_reading

    return write_reading


def _jsonl() -> WriteReading:
    from inspector.reports.as_jsonl import write_reading

    return write_reading


def _csv() -> WriteReading:
    from inspector.reports.as_csv import write_reading

    return write_reading


def _survey_table() -> WriteSurvey:
    from inspector.reports.survey_table import write_survey

    return write_survey


def _survey_json() -> WriteSurvey:
    from inspector.reports.survey_json import write_survey

    return write_survey


def _audit_table() -> WriteAudit:
    from inspector.reports.audit_table import write_audit

    return write_audit


def _audit_json() -> WriteAudit:
    from inspector.reports.audit_json import write_audit

    return write_audit


def _audit_html() -> WriteAudit:
    from inspector.reports.audit_html import write_audit

    return write_audit


def _audit_markdown() -> WriteAudit:
    from inspector.reports.audit_markdown import write_audit

    return write_audit


def _audit_sarif() -> WriteAudit:
    from inspector.reports.audit_sarif import write_audit

    return write_audit


def _audit_junit() -> WriteAudit:
    from inspector.reports.audit_junit import write_audit

    return write_audit


def _audit_github() -> WriteAudit:
    from inspector.reports.audit_github import write_audit

    return write_audit


def _audit_gitlab() -> WriteAudit:
    from inspector.reports.audit_gitlab import write_audit

    return write_audit


def _audit_wec() -> WriteAudit:
    from inspector.reports.audit_wec import write_audit

    return write_audit


def _audit_jsonl() -> WriteAudit:
    from inspector.reports.audit_jsonl import write_audit

    return write_audit


def _labels_table() -> WriteLabels:
    from inspector.reports.labels_table import write_labels

    return write_labels


def _labels_json() -> WriteLabels:
    from inspector.reports.labels_json import write_labels

    return write_labels


def _labels_jsonl() -> WriteLabels:
    from inspector.reports.labels_json import write_label_lines

    return write_label_lines


def _labels_csv() -> WriteLabels:
    from inspector.reports.labels_csv import write_labels

    return write_labels


def _story_text() -> WriteStory:
    from inspector.reports.story_text import write_story

    return write_story


def _story_json() -> WriteStory:
    from inspector.reports.labels_json import write_story

    return write_story


def _visit_table() -> WriteVisit:
    from inspector.reports.visit_table import write_visit

    return write_visit


def _visit_html() -> WriteVisit:
    from inspector.reports.visit_html import write_visit

    return write_visit


def _visit_markdown() -> WriteVisit:
    from inspector.reports.visit_markdown import write_visit

    return write_visit


def _visit_wec() -> WriteVisit:
    from inspector.reports.visit_wec import write_visit

    return write_visit


def _visit_json() -> WriteVisit:
    from inspector.reports.visit_json import write_visit

    return write_visit


def _receipt_html() -> WriteReceipt:
    from inspector.reports.receipt_html import write_receipt

    return write_receipt


def _receipt_markdown() -> WriteReceipt:
    from inspector.reports.receipt_markdown import write_receipt

    return write_receipt


READINGS: Final[Mapping[str, Callable[[], WriteReading]]] = MappingProxyType(
    {"table": _table, "json": _json, "jsonl": _jsonl, "csv": _csv}
)
SURVEYS: Final[Mapping[str, Callable[[], WriteSurvey]]] = MappingProxyType(
    {"table": _survey_table, "json": _survey_json}
)
AUDIT_FORMATS: Final = (
    AuditFormat("table", "txt", "", _audit_table),
    AuditFormat("html", "html", "Web page (&HTML)", _audit_html),
    AuditFormat("markdown", "md", "&Markdown", _audit_markdown),
    AuditFormat("json", "json", "&JSON", _audit_json),
    AuditFormat("jsonl", "jsonl", "Findings as JSON &Lines", _audit_jsonl),
    AuditFormat("sarif", "sarif", "&SARIF", _audit_sarif),
    AuditFormat("junit", "xml", "J&Unit XML", _audit_junit),
    AuditFormat("github", "txt", "", _audit_github),
    AuditFormat("gitlab", "json", "&GitLab code quality", _audit_gitlab),
    AuditFormat("wec", "json", "&website-evidence-collector", _audit_wec),
)
AUDITS: Final[Mapping[str, AuditFormat]] = MappingProxyType({held.name: held for held in AUDIT_FORMATS})
LABELS: Final[Mapping[str, Callable[[], WriteLabels]]] = MappingProxyType(
    {"table": _labels_table, "json": _labels_json, "jsonl": _labels_jsonl, "csv": _labels_csv}
)
STORIES: Final[Mapping[str, Callable[[], WriteStory]]] = MappingProxyType({"text": _story_text, "json": _story_json})
VISIT_FORMATS: Final = (
    VisitFormat("table", "txt", "", _visit_table),
    VisitFormat("html", "html", "Web page (&HTML)", _visit_html),
    VisitFormat("markdown", "md", "&Markdown", _visit_markdown),
    VisitFormat("json", "json", "&JSON", _visit_json),
    VisitFormat("wec", "json", "&website-evidence-collector", _visit_wec),
)
VISITS: Final[Mapping[str, VisitFormat]] = MappingProxyType({held.name: held for held in VISIT_FORMATS})
RECEIPTS: Final[Mapping[str, Callable[[], WriteReceipt]]] = MappingProxyType(
    {".html": _receipt_html, ".md": _receipt_markdown}
)
