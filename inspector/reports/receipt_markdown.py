# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The receipt of a refusal as Markdown."""

from typing import TextIO

from inspector.core.moments import from_datetime
from inspector.core.receipt import Receipt
from inspector.core.report import DISCLAIMER
from inspector.reports.audit_parts import safe
from inspector.reports.markdown_text import escaped
from inspector.reports.receipt_view import arrange_receipt
from inspector.reports.visit_markdown import sheet_blocks
from inspector.reports.visit_words import moment


def write_receipt(receipt: Receipt, out: TextIO) -> None:
    """Write the document."""
    out.write(f"# Receipt of a refusal: {escaped(safe(receipt.record.url))}\n\n")
    out.write(f"**{escaped(safe(receipt.headline))}**\n\nMade {moment(from_datetime(receipt.now))}.\n\n")
    for part in arrange_receipt(receipt):
        out.write(f"## {escaped(part.title)}\n\n")
        out.write("".join(f"- {term}: {escaped(text)}\n" for term, text in part.facts) + "\n")
        for sheet in part.sheets:
            out.write("".join(f"{block}\n\n" for block in sheet_blocks(sheet, "###")))
    knowledge = f", knowledge {escaped(safe(receipt.knowledge))}" if receipt.knowledge else ""
    out.write(f"**{DISCLAIMER}** Made by {escaped(safe(receipt.program))}{knowledge}.\n")
