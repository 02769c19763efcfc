"""How the program came onto this computer, so that others can have the same one."""

import json
from importlib.metadata import Distribution, distribution

_NAME = "guidebook"


def write_requirement(program: Distribution | None = None) -> str:
    """What `requirements.txt` of a guidebook asks for: the program that is running.

    pip notes where it had a program from if that was no index. From a repository or an address it
    can be had again; from a file of this computer, others need that file.
    """
    program = program or distribution(_NAME)
    version = program.version
    noted = json.loads(program.read_text("direct_url.json") or "{}")
    url, commit = str(noted.get("url", "")), noted.get("vcs_info")
    if commit:
        return f"{_NAME} @ {commit['vcs']}+{url}@{commit['commit_id']}\n"
    if url.startswith("file:"):
        return (
            "# The program was installed from a file. Where pip does not know it by its name,\n"
            "# put its wheel beside this file, and write here instead:\n"
            f"#   ./{_NAME}-{version}-py3-none-any.whl\n"
            f"{_NAME}=={version}\n"
        )
    return f"{_NAME} @ {url}\n" if url else f"{_NAME}=={version}\n"
