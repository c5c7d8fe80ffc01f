# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookie files that other programs write, told by their content and never by their names; one format one file."""
