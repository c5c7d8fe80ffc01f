# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which addresses a report may turn into a link: plain https to a named host. Everything else stays text."""

import re
from typing import Final

LONGEST: Final = 2048
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_TOP: Final = r"[a-z](?:[a-z0-9-]{0,61}[a-z0-9])"  # a last label that begins with a digit makes it an IPv4 address
# Neither user info nor a port; printable ASCII only, and of that nothing that browsers rewrite or that RFC 3986 lacks.
_PLAIN: Final = re.compile(rf"https://(?:{_LABEL}\.)+{_TOP}(?:[/?#](?:[!#-;=?-\[\]_a-z~])*)?", re.IGNORECASE)


def linkable(url: str) -> bool:
    """Whether an address is safe to link.

    Browsers follow the WHATWG URL standard, Python's parser does not (it takes ``https://evil.example\\@good.example/``
    for the second host), so what the two could read differently is refused rather than parsed.

    >>> linkable("https://adssettings.google.com/partnerads"), linkable("javascript:alert(1)")
    (True, False)
    """
    return len(url) <= LONGEST and _PLAIN.fullmatch(url) is not None
