# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The judgement: what a record proves, what a policy declares, and one file for each rule. Compares, never fetches."""
