# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The receipt of a refusal as one HTML page to keep, print or send: it loads nothing and runs nothing."""

from typing import Final, TextIO

from inspector.core.moments import from_datetime
from inspector.core.receipt import Receipt
from inspector.core.report import DISCLAIMER
from inspector.reports.pages import environment
from inspector.reports.receipt_view import arrange_receipt
from inspector.reports.visit_words import moment

TEMPLATE: Final = "receipt.html.j2"


def write_receipt(receipt: Receipt, out: TextIO) -> None:
    """Write the page."""
    context = {
        "receipt": receipt,
        "parts": arrange_receipt(receipt),
        "made": moment(from_datetime(receipt.now)),
        "disclaimer": DISCLAIMER,
    }
    for part in environment().get_template(TEMPLATE).generate(context):
        out.write(part)
