# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Crawls of any size: the classifier and the audit over Arrow record batches, out of core, on one machine or many."""
