"""Processes that take in what their descendants leave behind."""
from __future__ import annotations

from . import raw

_int = raw._table.types['int']


class subreaper:
    """subreaper(): whether this process is the one that orphaned descendants get as their parent.

        with subreaper():
            ...

    The end of the with restores what it found.
    """

    __slots__ = ('_found',)

    def __init__(self) -> None:
        self._found: list[bool] = []

    @property
    def enabled(self) -> bool:
        """True if it is; assign True or False to change that."""
        value = _int()
        raw.prctl(raw.PR_GET_CHILD_SUBREAPER, value, 0, 0, 0)
        return bool(value.value)

    @enabled.setter
    def enabled(self, enabled: bool) -> None:
        raw.prctl(raw.PR_SET_CHILD_SUBREAPER, int(bool(enabled)), 0, 0, 0)

    @property
    def status(self) -> str:
        """"enabled", "disabled", or "unsupported" where the kernel does not know of it."""
        try:
            return 'enabled' if self.enabled else 'disabled'
        except OSError:
            return 'unsupported'

    def __enter__(self) -> subreaper:
        self._found.append(self.enabled)
        self.enabled = True
        return self

    def __exit__(self, *exception: object) -> None:
        self.enabled = self._found.pop()

    def __repr__(self) -> str:
        return f'<{type(self).__module__}.{type(self).__name__} {self.status}>'
