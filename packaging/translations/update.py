# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Bring the window's translations up to date with its source, and compile them: ``update.py``."""

from translating.languages import COMPLETE, PLURALS, update

if __name__ == "__main__":
    for language in (*PLURALS, *COMPLETE):
        print(f"{language}: {update(language)} texts are not translated yet")  # noqa: T201 - a command
