# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Immutable records with names: what ``dataclass(frozen=True, slots=True)`` gives, made only when it is needed.

The standard library compiles six functions for each class while its module is imported, which takes 1.4 ms a class; an
audit loads ninety of them and makes instances of half. Here a class costs a tenth of that: its ``__init__`` is compiled
when the first instance is made, and the other methods are the same few functions for all. ``replace``, ``fields`` and
``asdict`` of :mod:`dataclasses` work on records. Records of records do not inherit: a record's fields are its own.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, field, make_dataclass
from inspect import get_annotations
from operator import attrgetter
from typing import Any, Final, TypeVar, dataclass_transform

T = TypeVar("T")
_FIELDS: Final = "__record_fields__"
_LEFT_OUT: Final = frozenset({"__dict__", "__weakref__"})


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a class with annotated fields an immutable record; defaults may be values or :func:`dataclasses.field`."""
    given = {name: _field(cls, name, kind) for name, kind in get_annotations(cls).items()}
    space = {name: held for name, held in cls.__dict__.items() if name not in given and name not in _LEFT_OUT}
    ordered = tuple(name for name, held in given.items() if held.kw_only is not True)
    compared = [name for name, held in given.items() if held.compare]
    space |= {
        "__slots__": tuple(given),
        "__match_args__": ordered,
        _FIELDS: given,
        "__record_key__": staticmethod(attrgetter(*compared) if compared else _nothing),
        "__dataclass_fields__": _LateFields(),
    }
    for name, method in _METHODS.items():
        space.setdefault(name, method)
    kind: Any = type(cls)
    made: Any = kind(cls.__name__, cls.__bases__, space)

    def __init__(self: object, *args: Any, **kwargs: Any) -> None:  # noqa: N807 - it stands in for the method
        made.__init__ = _initialiser(made, given)
        made.__init__(self, *args, **kwargs)

    made.__init__ = __init__
    result: type[T] = made
    return result


def _field(cls: type, name: str, kind: Any) -> "Field[Any]":
    default = cls.__dict__.get(name, MISSING)
    held = default if isinstance(default, Field) else field(default=default) if default is not MISSING else field()
    held.name, held.type = name, kind
    return held


def _initialiser(cls: type, given: "dict[str, Field[Any]]") -> Callable[..., None]:
    """Compile the ``__init__`` of a record: each argument goes into its slot."""
    names: dict[str, Any] = {"_MISSING": MISSING}
    places: list[str] = []
    named: list[str] = []
    lines: list[str] = []
    for name, held in given.items():
        names[f"_set_{name}"] = getattr(cls, name).__set__
        text, value = name, name
        if held.default_factory is not MISSING:
            names[f"_make_{name}"] = held.default_factory
            text, value = f"{name}=_MISSING", f"_make_{name}() if {name} is _MISSING else {name}"
        elif held.default is not MISSING:
            names[f"_default_{name}"] = held.default
            text = f"{name}=_default_{name}"
        (named if held.kw_only is True else places).append(text)
        lines.append(f"    _set_{name}(self, {value})")
    arguments = ", ".join(["self", *places, *(["*", *named] if named else [])])
    exec(f"def __init__({arguments}):\n" + "\n".join(lines or ["    pass"]), names)  # noqa: S102 - of our own class
    made: Callable[..., None] = names["__init__"]
    return made


class _LateFields:
    """The fields as :mod:`dataclasses` wants them, made for the classes that it is asked about."""

    def __get__(self, instance: object, cls: Any) -> "dict[str, Field[Any]]":
        given: dict[str, Field[Any]] = getattr(cls, _FIELDS)
        fields = [(name, held.type, _copied(held)) for name, held in given.items()]
        twin: Any = make_dataclass(cls.__name__, fields, init=False, repr=False, eq=False, namespace={"__doc__": "-"})
        found: dict[str, Field[Any]] = twin.__dataclass_fields__
        cls.__dataclass_fields__ = found
        return found


def _copied(held: "Field[Any]") -> Any:
    given: dict[str, Any] = {"repr": held.repr, "compare": held.compare, "kw_only": held.kw_only is True}
    if held.default_factory is not MISSING:
        return field(default_factory=held.default_factory, **given)
    return field(default=held.default, **given)


def _nothing(instance: object) -> tuple[()]:
    return ()


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    key = self.__record_key__
    return key(self) == key(other)


def _hash(self: Any) -> int:
    return hash(self.__record_key__(self))


def _repr(self: Any) -> str:
    shown = [f"{name}={getattr(self, name)!r}" for name, held in self.__record_fields__.items() if held.repr]
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse_set(self: Any, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _get_state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__record_fields__]


def _set_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__record_fields__, state, strict=True):
        object.__setattr__(self, name, value)


_METHODS: Final[dict[str, Any]] = {
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse_set,
    "__delattr__": _refuse_delete,
    "__getstate__": _get_state,
    "__setstate__": _set_state,
}
