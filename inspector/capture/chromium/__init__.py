# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Chromium and its family, driven over the DevTools protocol (chromedevtools.github.io/devtools-protocol)."""
