"""The frame around every page, drawn from the theme's own templates without a site generator."""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

from jinja2 import BytecodeCache, DictLoader, Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.model.kept_work import KeptWork
from generator.model.shown_values import digest
from generator.views.file import File
from generator.views.theme_context import ThemeContext

PAGE = "guidebook.html"
NOT_FOUND = "404.html"
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#]", re.IGNORECASE)
_TEMPLATES = (PAGE, NOT_FOUND, "guidebook/")
_CONTENT = "\ufdd2content\ufdd3"
"""Takes the place of a page's content: nobody types noncharacters, and no template changes them."""


@dataclass(frozen=True)
class Framed:
    """A page as the frame takes it. `content` is finished HTML, `meta` its front matter.

    `toc` are the headings of a hand-written page: each has a `title`, a `url` and `children`.
    """

    url: str
    title: str
    content: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    canonical_url: str | None = None
    toc: Iterable[Any] = ()


@dataclass(frozen=True)
class Frame:
    """Draws pages. `styles` and `scripts` are loaded by every page, after the theme's own.

    What templates are as `code` is taken from there, and what is `kept` of frames.
    """

    theme: Mapping[str, File]
    context: ThemeContext
    name: str
    description: str = ""
    styles: Sequence[str] = ()
    scripts: Sequence[str] = ()
    code: BytecodeCache | None = None
    kept: KeptWork | None = None

    def draw(self, page: Framed, *, template: str = PAGE, root: str | None = None) -> str:
        """A whole page. `root` leads to the top of the site, if the page's address does not say."""
        if self.kept is None:
            return self._draw(page, template, root)
        around = replace(page, content=_CONTENT)
        text = self.kept.take(
            digest("frame", template, root, around, self._shared),
            lambda: self._draw(around, template, root),
        )
        return text.replace(_CONTENT, page.content)

    def _draw(self, page: Framed, template: str, root: str | None) -> str:
        base = "../" * page.url.count("/") if root is None else root
        return self._templates.get_template(template).render(
            page=page,
            base_url=base.rstrip("/") or ("/" if base else "."),
            is_placed=root is None,
            config=self._config,
        )

    @cached_property
    def _shared(self) -> str:
        """A digest of what is in every frame."""
        return digest(self._texts, self._config)

    @cached_property
    def _texts(self) -> tuple[tuple[str, str], ...]:
        return tuple(
            (path, one.content.decode("utf-8"))
            for path, one in self.theme.items()
            if path.startswith(_TEMPLATES)
        )

    @cached_property
    def _templates(self) -> Environment:
        return _load(self._texts, self.code)

    @cached_property
    def _config(self) -> Mapping[str, Any]:
        return {
            "site_name": self.name,
            "site_description": self.description,
            "extra_css": self.styles,
            "extra_javascript": self.scripts,
            "extra": {"guidebook": self.context},
            "theme": {"name": None},
        }


@lru_cache(maxsize=2)
def _load(texts: tuple[tuple[str, str], ...], code: BytecodeCache | None) -> Environment:
    # Templates escape by themselves: other site generators, which draw them too, do not.
    environment = Environment(  # noqa: S701
        loader=DictLoader(dict(texts)), auto_reload=False, bytecode_cache=code
    )
    environment.filters["url"] = _write_url
    environment.filters["script_tag"] = _write_script
    return environment


@pass_context
def _write_url(context: Context, path: str) -> str:
    """An address from the top of the site, as seen from the page: the shortest way, as MkDocs."""
    if _ELSEWHERE.match(path):
        return path
    if context["is_placed"]:
        return find_way(path or ".", context["page"].url)
    base = str(context["base_url"])
    if path in ("", "."):
        return base
    return path if base == "." else posixpath.join(base, path)


@lru_cache(maxsize=4096)
def find_way(path: str, page: str) -> str:
    """The shortest way from a page to a path, both from the top of the site."""
    way = posixpath.relpath(f"/{path}", f"/{page}")
    return f"{way}/" if path.endswith("/") else way


@pass_context
def _write_script(context: Context, path: str) -> str:
    return str(Markup('<script src="{}" defer></script>').format(escape(_write_url(context, path))))
