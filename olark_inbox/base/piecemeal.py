"""Packages of others of which a part is enough: their modules load as they are imported, no more.

Python runs the `__init__` of a package before any module in it, and some load everything there.
"""

import sys
from importlib.util import find_spec, module_from_spec
from threading import RLock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.abc import Loader
    from types import ModuleType


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
