# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Datasets that can be published: one schema, four encodings, and nothing that the reader of a paper needs not know."""
