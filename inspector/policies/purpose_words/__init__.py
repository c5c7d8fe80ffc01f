# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The words by which purposes are stated, as tables: purposes that serve the visitor, and those that serve others."""
