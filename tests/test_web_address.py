"""Which addresses may be used, and why the others may not."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import web_address

HOSTILE = 'https://x.example/"><script>alert(1)</script>'


@pytest.mark.parametrize(
    "address",
    [
        "https://service.example/guide/",
        "http://127.0.0.1:8000",
        "https://[::1]:8443/a/",
        "https://bücher.example/führer/",
        "https://x.example/a%20b/~c;d=e,f(g)",
        "HTTPS://X.example",
    ],
)
def test_a_plain_one_is_right(address: str) -> None:
    assert web_address.find_place_fault(address) is None


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (HOSTILE, 'the character  "'),
        ("https://x.example/'onload='alert(1)", "the character  '"),
        ("https://x.example/<b>", "the character  <"),
        ("https://x.example\\@y.example/", "the character  \\"),
        ("http://[::1", "a host or a port"),
        ("https://x.example:99999/", "a host or a port"),
        ("https://x example/", "a blank"),
        ("https://a..%00.example/", "a host or a port"),
        ("https://me:secret@x.example/", "a user name"),
        ("https://@x.example/", "a user name"),
        ("https:x.example", "does not start"),
        ("https:///x.example", "does not start"),
        ("//x.example", "does not start"),
        ("x.example", "does not start"),
        ("javascript:alert(1)", "does not start"),
        ("javascript://x.example/%0aalert(1)", "does not start"),
        ("data:text/html,x", "does not start"),
        ("ftp://x.example/", "does not start"),
        ("java\nscript:alert(1)", "nobody can see"),
        ("https://x.example/\u202egpj.exe", "nobody can see"),
        ("https://x.example/\x00", "nobody can see"),
        ("https://x.example/?a=b", "? or #"),
        ("https://x.example/#a", "? or #"),
        ("", "does not start"),
    ],
)
def test_why_another_is_not(address: str, words: str) -> None:
    assert words in (web_address.find_place_fault(address) or "")


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/?a=b&c#d",
        "mailto:help@x.example",
        "mailto:help@x.example?subject=Order%20late",
        "tel:112",
        "tel:+44%2020%207946%200000",
        "tel:*#06#",
    ],
)
def test_what_a_link_may_lead_to(address: str) -> None:
    assert web_address.find_link_fault(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "mailto:",
        "mailto:nobody",
        "mailto:a@b.example,c@d.example%0abcc:e@f.example",
        "tel:",
        "tel:help",
        "javascript:alert(1)",
        "../hot/",
        "#top",
        "https://me@x.example/",
    ],
)
def test_what_a_link_may_not_lead_to(address: str) -> None:
    assert web_address.find_link_fault(address)


@given(st.text(max_size=40).map(lambda rest: f"https://{rest}") | st.text(max_size=40))
def test_what_is_right_can_stand_anywhere(address: str) -> None:
    if web_address.find_place_fault(address) is None:
        assert not set(address) & set("\"'`<>\\ \t\r\n")
        read = urlsplit(address)
        assert read.scheme in ("http", "https")
        assert read.hostname
        assert read.username is None
