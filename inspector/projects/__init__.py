# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Project files (``.cookies-project``): read, written in one transaction, brought up from older forms."""
