"""Qt for Python without what it does for every program and this one has no use for.

At each start it compiles five modules, a fifth of the time in which it loads, to say what a
function of Qt takes; only a call with wrong arguments asks for them. And it reads the source of
every module that is imported after it, and keeps all of it in memory (13 MB), to find those that
want a Python dialect of its own.
"""

import builtins
import linecache
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import Any

_LATE = {
    "shibokensupport.signature": ("layout", "parser"),
    "shibokensupport.signature.lib": ("enum_sig", "pyi_generator", "tool"),
}
"""Where they have other names, they load as ever."""
_FROM = 2
"""The place of what is to be imported from a module, behind the module's name."""


@contextmanager
def lean_qt() -> Iterator[None]:
    """Import Qt within this; afterwards modules are imported as without Qt for Python."""
    plain = getattr(builtins, "__orig_import__", builtins.__import__)

    def lean(name: str, *how: Any, **named: Any) -> Any:
        wanted = named.get("fromlist", how[_FROM] if len(how) > _FROM else ()) or ()
        for part in _LATE.get(name, ()):
            if part in wanted:
                _begin_late(name, part)
        return plain(name, *how, **named)

    builtins.__import__ = lean
    try:
        yield
    finally:
        builtins.__import__ = plain
        linecache.clearcache()


def _begin_late(package: str, part: str) -> None:
    name = f"{package}.{part}"
    spec = None if name in sys.modules or package not in sys.modules else find_spec(name)
    if spec is not None:
        module = sys.modules[name] = module_from_spec(spec)
        module.__class__ = _Late
        vars(module)["_late"] = _Loading(module, name)


class _Loading:
    """What there is to do where such a module is asked for anything."""

    def __init__(self, module: ModuleType, name: str) -> None:
        self._module, self._name = module, name
        self._lock, self._begun = RLock(), False

    def ready(self) -> None:
        """Load it, once; whoever asks meanwhile on another thread waits."""
        with self._lock:
            spec = self._module.__spec__
            if self._begun or spec is None or spec.loader is None:
                return
            self._begun = True
            shown, spec.name = spec.name, self._name  # Qt for Python shows it elsewhere
            try:
                spec.loader.exec_module(self._module)
            finally:
                spec.name = shown


class _Late(ModuleType):
    def __getattr__(self, name: str) -> Any:
        """Load it when something is missing; what Python itself wonders about may be missing."""
        if not name.startswith("__"):
            vars(self)["_late"].ready()
            if name in vars(self):
                return vars(self)[name]
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
