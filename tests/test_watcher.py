"""The bell rings when a file was saved, and not when one was read."""

import errno

import pytest
from watchdog.events import FileSystemEvent

from generator.adapters.watcher import Bell


@pytest.mark.parametrize(
    ("kind", "rings"), [("modified", True), ("opened", False), ("closed_no_write", False)]
)
def test_a_file_that_was_only_read_rings_no_bell(kind: str, *, rings: bool) -> None:
    bell, event = Bell(), FileSystemEvent("a.yml")
    event.event_type = kind
    bell.on_any_event(event)
    bell.stop()
    assert bell.is_rung is rings


def test_a_bell_stops_whatever_was_closed_before(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise OSError(errno.EBADF, "Bad file descriptor")

    bell = Bell()
    with monkeypatch.context() as patch:
        patch.setattr(type(bell._observer), "on_thread_stop", fail)
        bell.stop()
    bell.stop()
