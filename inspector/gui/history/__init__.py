# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The window's history: whether scans are remembered, which are, what has changed since."""
