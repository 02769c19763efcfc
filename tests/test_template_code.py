"""Templates that are kept as code: nothing else comes of them, and what is broken counts for nothing."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import BytecodeCache, DictLoader, Environment
from jinja2.environment import Template

from generator.adapters import input_digest
from generator.adapters.template_code import TemplateCode, find_place

TEXT = "Hello {{ name }}"


def render(text: str, code: TemplateCode, kind: str = "pages", **options: bool) -> str:
    cache: BytecodeCache = code.open(kind)
    environment = Environment(loader=DictLoader({"a": text}), bytecode_cache=cache, **options)  # type: ignore[arg-type]
    template: Template = environment.get_template("a")
    return template.render(name="<you>")


@pytest.fixture(autouse=True)
def _may_keep_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    code = TemplateCode.read(tmp_path / "code")
    assert render(TEXT, code) == "Hello <you>"
    code.keep()
    return tmp_path / "code"


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def compile_anew(*_: object, **__: object) -> None:
        raise AssertionError("a template was read anew")

    monkeypatch.setattr(Environment, "compile", compile_anew)


def test_what_is_known_is_not_read_anew(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch)
    before = place.stat()
    code = TemplateCode.read(place)
    assert render(TEXT, code) == "Hello <you>"
    code.keep()
    assert place.stat() == before


def test_another_text_or_kind_is_read_anew(place: Path) -> None:
    code = TemplateCode.read(place)
    assert render("Bye {{ name }}", code) == "Bye <you>"
    assert render(TEXT, code, "other", autoescape=True) == "Hello &lt;you&gt;"
    assert render(TEXT, code) == "Hello <you>"


def test_another_program_knows_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input_digest, "find_program", lambda: "another")
    assert not TemplateCode.read(place).known


@given(data=st.data())
def test_what_is_broken_counts_for_nothing(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("kept") / "code"
    code = TemplateCode.read(place)
    render(TEXT, code)
    code.keep()
    content = place.read_bytes()
    at = data.draw(st.integers(0, len(content) - 1))
    place.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    assert not TemplateCode.read(place).known
    place.write_bytes(content[:at])
    assert not TemplateCode.read(place).known


def test_nothing_is_kept_where_python_may_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    for place, is_off in ((tmp_path / "code", True), (tmp_path / "file/code", False)):
        monkeypatch.setattr(sys, "dont_write_bytecode", is_off)
        code = TemplateCode.read(place)
        assert render(TEXT, code) == "Hello <you>"
        code.keep()
        assert not place.exists()


def test_it_is_kept_with_the_program_and_not_with_a_guidebook() -> None:
    assert find_place().parent == input_digest.PACKAGE / "__pycache__"
