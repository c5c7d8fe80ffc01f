# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Documents in: every kind of file a policy comes in becomes readable text with its structure and offsets."""
