# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The manual's pages, as docs/ has them, and as they are installed beside the resources."""
