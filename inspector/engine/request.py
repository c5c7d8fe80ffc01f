# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a scan is asked for."""

from pathlib import Path

from inspector.core.frozen import frozen
from inspector.core.reading import Values


@frozen
class ScanRequest:
    """Which stores, which site, values or not. Nothing named means every browser and profile that is found.

    ``browsers`` are ids or names (``chrome``, ``Chrome Beta``), ``profiles`` names or folders, both without regard to
    case. ``stores`` are paths to look into instead of looking for browsers; with ``browsers`` named as well, both.
    ``profiles`` narrow the browsers, or the stores where no browsers are looked for. ``site`` is a domain.
    """

    browsers: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    stores: tuple[Path, ...] = ()
    site: str | None = None
    values: Values = Values.NO

    @property
    def discovers(self) -> bool:
        """Whether browsers are looked for at all."""
        return bool(self.browsers) or not self.stores
