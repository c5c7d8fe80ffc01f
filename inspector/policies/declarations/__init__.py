# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Declarations as data: what consent platforms publish and what a team keeps itself, read as documents like any other.

Each format becomes the same readable text: a heading for each category and a table of its cookies. So it yields the
same claims as a policy's table, with quotes from that text and the line of the source file.
"""
