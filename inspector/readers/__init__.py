# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Readers: bytes of a store in, :class:`inspector.core.reading.Reading` out. Nothing is written, nobody is asked."""
