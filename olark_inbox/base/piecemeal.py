"""What loads when it is asked for, not where it is named.

Modules of ours, what is made of them, and packages of others of which a part is enough: Python runs
the `__init__` of a package before any module in it, and some load everything there.
"""

import sys
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.abc import Loader
    from types import ModuleType

T = TypeVar("T")


def late_modules(package: str, *names: str) -> dict[str, Any]:
    """Return stand-ins for modules of a package, by name; each loads when it is first asked."""

    def stand_in(name: str) -> Any:
        return late(lambda: import_module(f"{package}.{name}"))

    return {name: stand_in(name) for name in names}


def late(make: "Callable[[], T]") -> T:
    """Return a stand-in for what is made when it is first asked for anything.

    Where two threads are first at once it may be made twice: nothing may hang on which.
    """
    return cast("T", _Late(make))


class _Late:
    def __init__(self, make: "Callable[[], Any]") -> None:
        self._make = make

    @cached_property
    def _made(self) -> Any:
        try:
            return self._make()
        except AttributeError as error:  # which Python would take for a name it has not
            raise RuntimeError(f"it could not be made: {error}") from error

    def __getattr__(self, name: str) -> Any:
        return getattr(self._made, name)


def begin_empty(name: str, **known: object) -> None:
    """Let this package begin empty, but for what is known of it, unless it is loaded.

    It fills itself when somebody first asks it for more than one of its modules: from then on it is
    as if it had been imported plainly.
    """
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    package = module_from_spec(spec)
    vars(package).update(known, __getattr__=_Rest(package, spec.loader).get)
    sys.modules[name] = package


class _Rest:
    """What a package holds beside its modules."""

    def __init__(self, package: "ModuleType", loader: "Loader") -> None:
        self._package, self._loader = package, loader
        self._lock, self._begun = RLock(), False

    def get(self, name: str) -> Any:
        """Return what has this name; Python calls it where the package has nothing of this name."""
        if name.startswith("__") and name != "__all__":
            raise AttributeError(name)  # what Python itself wonders about any module
        if find_spec(f"{self._package.__name__}.{name}") is not None:
            raise AttributeError(name)  # Python goes on, and imports the module of this name
        with self._lock:
            if not self._begun:
                self._begun = True
                self._loader.exec_module(self._package)
        try:
            return vars(self._package)[name]
        except KeyError:
            raise AttributeError(name) from None
