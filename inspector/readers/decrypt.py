# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Open encrypted cookie values in memory, all of one key in one call, and check each.

Chromium's os_crypt: on Linux and macOS AES-128-CBC with an IV of 16 spaces, on Windows AES-256-GCM
(``components/os_crypt/sync/os_crypt_{linux,mac,win}``). Since schema 24 the SHA-256 of ``host_key`` stands before the
value. App-bound (``v20``) and portal (``v12``) values are locked and stay so.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from inspector.core.cookie import Cookie, ValueState
from inspector.core.problem import Problem, Severity
from inspector.core.revealed import WHY_LOCKED as WHY_LOCKED
from inspector.core.secret import Secret
from inspector.readers.api import FoundStore, Keys, KeySource
from inspector.readers.rows import Row

# A value as opened: state, length in bytes of the plain value, scheme tag, the value.
Opened = tuple[ValueState, int | None, str, Secret | None]

NOT_ENCRYPTED: Final[dict[object, Opened]] = {0: (ValueState.EMPTY, 0, "", None), None: (ValueState.EMPTY, 0, "", None)}
_WITH_KEY: Final = {b"v10": "v10", b"v11": "v11"}
_WITHOUT: Final = {b"v12": "v12", b"v20": "v20", b"\x01\x00\x00": "dpapi"}
_IV: Final = b" " * 16
_DIGEST: Final = 32
_SAMPLE: Final = 20
_GCM_NONCE: Final = 12
_GCM_TAG: Final = 16


def open_values(
    rows: Sequence[Row], found: FoundStore, keys: KeySource, digest: bool
) -> tuple[list[Opened], tuple[Problem, ...]]:
    """Return the opened value of each row (its last cells are ``value`` and ``encrypted_value``), in order.

    Keys are asked for only where a row needs one, so that a store without such rows never prompts.
    """
    opened: list[Opened | None] = [_without_key(row[-2], row[-1]) for row in rows]
    waiting: dict[bytes, list[int]] = {}
    for index, value in enumerate(opened):
        if value is None:
            waiting.setdefault(bytes(rows[index][-1][:3]), []).append(index)
    if not waiting:
        return [value for value in opened if value is not None], ()
    had = keys.keys_for(found)
    digests: dict[str, bytes] = {}
    for tag, indices in waiting.items():
        _open_tag(_WITH_KEY[tag], indices, rows, opened, had, digests if digest else None)
    done = [value for value in opened if value is not None]
    missed = any(done[index][0] is ValueState.LOCKED for indices in waiting.values() for index in indices)
    return done, had.problems if missed else ()  # a keyring that was not needed after all is not worth a word


def _without_key(plain: object, cipher: object) -> Opened | None:
    """Return what needs no key, ``None`` for what does. Chromium prefers the encrypted value where both are there."""
    if cipher:
        tag = cipher[:3] if isinstance(cipher, bytes) else b""  # SQLite keeps any type in any column
        return None if tag in _WITH_KEY else (ValueState.LOCKED, None, _WITHOUT.get(tag, "unknown"), None)
    if plain is None:
        return ValueState.EMPTY, 0, "", None
    octets = plain if isinstance(plain, bytes) else str(plain).encode("utf-8", "surrogateescape")
    return (ValueState.PLAINTEXT if octets else ValueState.EMPTY), len(octets), "", _escaped(octets)


def _open_tag(
    tag: str,
    indices: list[int],
    rows: Sequence[Row],
    opened: list[Opened | None],
    keys: Keys,
    digests: dict[str, bytes] | None,
) -> None:
    """Try each candidate key on what is still closed; afterwards say why the rest stays closed."""
    left = indices
    mismatched: set[int] = set()
    fitted = False
    for key in _likeliest_first(tag, keys, [rows[index] for index in indices[:_SAMPLE]], digests):
        if not left:
            break
        ciphers = [rows[index][-1] for index in left]
        plains = _gcm(ciphers, key) if keys.gcm else _cbc(ciphers, key)
        still: list[int] = []
        for index, plain in zip(left, plains, strict=True):
            result = _checked(plain, rows[index][0], tag, digests)
            if result is None:
                still.append(index)
            elif result[0] is ValueState.DIGEST_MISMATCH:
                mismatched.add(index)
                still.append(index)
            else:
                opened[index] = result
        fitted = fitted or len(still) < len(left)
        left = still
    for index in left:
        state = (
            ValueState.DIGEST_MISMATCH if index in mismatched else ValueState.CORRUPT if fitted else ValueState.LOCKED
        )
        opened[index] = (state, None, tag, None)


def _likeliest_first(tag: str, keys: Keys, sample: Sequence[Row], digests: dict[str, bytes] | None) -> Sequence[bytes]:
    """Order the candidates by how many of a few rows they open, so that most rows are decrypted once only."""
    candidates = keys.by_tag.get(tag, ())
    ciphers = [row[-1] for row in sample]

    def opens(key: bytes) -> int:
        plains = _gcm(ciphers, key) if keys.gcm else _cbc(ciphers, key)
        results = (_checked(plain, row[0], tag, digests) for plain, row in zip(plains, sample, strict=True))
        return sum(result is not None and result[0] is not ValueState.DIGEST_MISMATCH for result in results)

    return sorted(candidates, key=opens, reverse=True) if len(candidates) > 1 else candidates


def _checked(plain: bytes | None, host: object, tag: str, digests: dict[str, bytes] | None) -> Opened | None:
    """Return the opened value where the plaintext proves right, ``None`` where the key or the bytes are wrong."""
    if plain is None:
        return None
    if digests is not None:
        text = host if isinstance(host, str) else ""
        digest = digests.get(text)
        if digest is None:
            digest = digests[text] = hashlib.sha256(text.encode("utf-8", "surrogateescape")).digest()
        if not plain.startswith(digest):
            return (ValueState.DIGEST_MISMATCH, None, tag, None) if len(plain) >= _DIGEST else None
        plain = plain[_DIGEST:]
    if not plain:
        return ValueState.EMPTY, 0, tag, Secret("")
    try:
        return ValueState.DECRYPTED, len(plain), tag, Secret(plain.decode())
    except UnicodeDecodeError:
        # With the digest right the bytes are the cookie's own; without it they are what a wrong key gives.
        return None if digests is None else (ValueState.DECRYPTED, len(plain), tag, _escaped(plain))


def _escaped(plain: bytes) -> Secret:
    return Secret(plain.decode("utf-8", "surrogateescape"))


def _cbc(ciphers: Sequence[bytes], key: bytes) -> Iterable[bytes | None]:
    """Decrypt all in one call: the IV before each message makes the next block come out as if it were alone."""
    from Cryptodome.Cipher import AES  # 0.1 s to import: only where values were asked for

    whole = [len(cipher) % 16 == 3 and len(cipher) > 3 for cipher in ciphers]
    parts: list[bytes] = []
    for cipher, good in zip(ciphers, whole, strict=True):
        if good:
            parts += (_IV, cipher[3:])
    buffer = AES.new(key, AES.MODE_CBC, _IV).decrypt(b"".join(parts))
    at = 0
    for cipher, good in zip(ciphers, whole, strict=True):
        if not good:
            yield None
            continue
        start, at = at + 16, at + 16 + len(cipher) - 3
        pad = buffer[at - 1]
        good_padding = 1 <= pad <= 16 and buffer.endswith(bytes((pad,)) * pad, start, at)
        yield buffer[start : at - pad] if good_padding else None


def _gcm(ciphers: Sequence[bytes], key: bytes) -> Iterable[bytes | None]:
    from Cryptodome.Cipher import AES  # 0.1 s to import: only where values were asked for

    for cipher in ciphers:
        nonce, body = cipher[3 : 3 + _GCM_NONCE], cipher[3 + _GCM_NONCE :]
        if len(nonce) < _GCM_NONCE or len(body) < _GCM_TAG:
            yield None
            continue
        try:
            yield AES.new(key, AES.MODE_GCM, nonce=nonce).decrypt_and_verify(body[:-_GCM_TAG], body[-_GCM_TAG:])
        except ValueError:  # the tag does not fit: another key, or damage
            yield None


def describe_locked(cookies: Sequence[Cookie], found: FoundStore) -> tuple[Problem, ...]:
    """Return one note for each kind of locked value and one for damaged ones, with their counts."""
    counts = Counter(
        (cookie.value_state, cookie.encryption) for cookie in cookies if cookie.value_state in _WORTH_SAYING
    )
    return tuple(_told(state, tag, count, found) for (state, tag), count in sorted(counts.items()))


_WORTH_SAYING: Final = frozenset((ValueState.LOCKED, ValueState.CORRUPT, ValueState.DIGEST_MISMATCH))


def _told(state: ValueState, tag: str, count: int, found: FoundStore) -> Problem:
    where = str(found.path)
    values = "1 value" if count == 1 else f"{count} values"
    if state is ValueState.LOCKED:
        advice = "All else about these cookies was read. To judge by value, import an export made in that browser"
        return Problem("values-locked", f"{values} locked", where, WHY_LOCKED[tag], advice, Severity.NOTE, count)
    if state is ValueState.CORRUPT:
        why = "the encrypted bytes are damaged"
        return Problem("values-corrupt", f"{values} could not be decrypted", where, why, "", Severity.PARTIAL, count)
    why = "the value was encrypted for another host, so it is not this cookie's"
    return Problem("values-mismatch", f"{values} not given", where, why, "", Severity.PARTIAL, count)
