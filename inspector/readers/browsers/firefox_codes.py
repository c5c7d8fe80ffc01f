# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the integers in Firefox's ``moz_cookies`` table and session files mean (``netwerk/cookie/nsICookie.idl``)."""

from collections.abc import Mapping
from typing import Any, Final

from inspector.core.cookie import SameSite, SourceScheme

UNSET_SAME_SITE: Final = 256

# NULL: no such column. Firefox 60 to 138 kept "the site said nothing" as 0 too while it treated such cookies as None.
SAME_SITE: Final[Mapping[Any, SameSite]] = {
    0: SameSite.NONE,
    1: SameSite.LAX,
    2: SameSite.STRICT,
    UNSET_SAME_SITE: SameSite.UNSPECIFIED,
    None: SameSite.UNKNOWN,
}

# A set of bits: 1 http, 2 https, 4 file. 5 and 6 name sets that no record of ours has a word for: unknown.
SCHEME: Final[Mapping[Any, SourceScheme]] = {
    0: SourceScheme.UNSET,
    1: SourceScheme.NON_SECURE,
    2: SourceScheme.SECURE,
    3: SourceScheme.MIXED,
    4: SourceScheme.FILE,
    7: SourceScheme.MIXED,
    None: SourceScheme.UNKNOWN,
}

FLAG: Final[Mapping[Any, bool | None]] = {0: False, 1: True, None: None}
