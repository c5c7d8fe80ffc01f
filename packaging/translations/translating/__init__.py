# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The translations of the window: found in its source, kept in files of Qt, compiled."""
