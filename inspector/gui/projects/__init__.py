# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Projects in the window: what a person said, with undo; the file that keeps it; the dialogs about it."""
