# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""BiDi's remote values as Python has them (w3c.github.io/webdriver-bidi, "script.RemoteValue")."""

from typing import Any, Final

_DEEPEST: Final = 6


def plain(value: Any, depth: int = 0) -> Any:
    """Return a remote value; what is no text, number, truth, list or object is ``None``."""
    kind, held = (value.get("type"), value.get("value")) if isinstance(value, dict) else (None, None)
    if depth > _DEEPEST:
        return None
    if kind in ("string", "boolean"):
        return held
    if kind == "number":
        return held if isinstance(held, (int, float)) and not isinstance(held, bool) else None
    if kind == "array" and isinstance(held, list):
        return [plain(one, depth + 1) for one in held]
    if kind == "object" and isinstance(held, list):
        pairs = (pair for pair in held if isinstance(pair, list) and len(pair) == 2)
        return {key: plain(one, depth + 1) for key, one in pairs if isinstance(key, str)}
    return None
