"""Pages at the addresses that playbooks had under earlier names."""

from collections.abc import Iterator

from markupsafe import escape

from generator.model import paths
from generator.model.guidebook import Guidebook
from generator.model.yaml_model import Locate
from generator.views.file import File

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={address}">
<link rel="canonical" href="{address}">
</head>
<body>
<p>This page has another address now: <a href="{address}">{title}</a></p>
</body>
</html>
"""


def list_files(guidebook: Guidebook, locate: Locate) -> Iterator[File]:
    """A page for every earlier name, which leads to the playbook at once, without a script too."""
    for playbook in guidebook.playbooks:
        for number, old in enumerate(playbook.formerly):
            words = _PAGE.format(title=escape(playbook.title), address=f"../{playbook.id}/")
            yield File(
                f"{playbook.chapter}/{old}/{paths.INDEX}",
                words.encode,
                locate(playbook.path, ("formerly", number)),
            )
