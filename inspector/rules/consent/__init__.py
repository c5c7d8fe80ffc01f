# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Choices that consent cookies record, one format one file; what cannot be decoded is said, never guessed."""
