"""One policy: in every page, in the site's own file of headers, and in the settings of servers."""

import re

import pytest

from generator.views import content_policy
from tests.caddy import HOSTING, read

_POLICY = re.compile(r"(?<=[ \"])default-src [^\"\n]*(?=\")")
SERVERS = ["Caddyfile", "nginx.conf"]


def test_on_a_disk_nothing_written_into_a_page_runs_either() -> None:
    found = dict(one.split(" ", 1) for one in content_policy.write(on_disk=True).split(";"))
    assert found["default-src"] == "'none'"
    assert found["script-src"] == "'self' file:"
    assert found["require-trusted-types-for"] == "'script'"
    assert not {"connect-src", "manifest-src"} & found.keys()
    assert "unsafe" not in content_policy.write(on_disk=True)
    opened = content_policy.write(opened=True, on_disk=True)
    assert "'self' file: 'unsafe-inline'" in opened


def test_nothing_is_allowed_but_files_of_the_site() -> None:
    found = dict(one.split(" ", 1) for one in content_policy.write().split(";"))
    assert found.pop("default-src") == "'none'"
    assert found.pop("img-src") == "'self' data:"
    assert found.pop("require-trusted-types-for") == "'script'"
    assert set(found.values()) == {"'self'", "'none'", "guidebook"}
    assert "'unsafe-inline'" in content_policy.write(opened=True)
    assert "trusted-types" not in content_policy.write(opened=True)


@pytest.mark.golden
@pytest.mark.parametrize("name", SERVERS)
def test_servers_send_the_same(name: str, refresh: bool) -> None:
    policy = content_policy.write_header()
    if refresh:
        written = _POLICY.sub(policy, read(name))
        (HOSTING / name).write_text(written, "utf-8")
    assert _POLICY.findall(read(name)) == [policy]


@pytest.mark.parametrize("name", SERVERS)
def test_servers_send_what_guards_every_file(name: str) -> None:
    text = read(name)
    for header, value in content_policy.GUARD.items():
        assert re.search(rf'{header} "?{re.escape(value)}"?( always;)?$', text, re.MULTILINE)


def test_the_sites_own_file_of_headers_needs_no_exception() -> None:
    """Papers are shown under it as well: what a page may do is in the page."""
    first, *lines = content_policy.make_headers().splitlines()
    assert first == "/*"
    headers = dict(line.strip().split(": ", 1) for line in lines)
    assert headers.items() >= content_policy.GUARD.items()
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
