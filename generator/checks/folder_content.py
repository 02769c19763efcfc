"""Which files there are. Most rules here are reported by what reads a folder."""

from collections.abc import Iterator

from generator.checks.check import Finding, files_check
from generator.checks.context import FilesContext
from generator.model import files
from generator.problem import FileState, Group, Rule, Severity


@files_check(
    Rule(
        id="no-guidebook",
        group=Group.FILES,
        summary=f"A folder of playbooks has a file {files.GUIDEBOOK}.",
        why="It holds the chapters, the owners and the questions to the company.",
        fault={"playbooks/guidebook.yml": FileState.MISSING},
        fix={
            "playbooks/guidebook.yml": "title: Service guidebook\n"
            "owners: [Service training]\n"
            "chapters:\n"
            "  - id: counter\n"
            "    title: At the counter\n"
            "    audience: front line\n"
            "  - id: hot\n"
            "    title: When it gets hot\n"
            "    audience: everyone"
        },
    )
)
def find_missing_guidebook(context: FilesContext) -> Iterator[Finding]:
    """Report a folder without the file that says what is in it."""
    if files.GUIDEBOOK not in context.paths:
        yield Finding(
            context.place(files.GUIDEBOOK),
            f"There is no file “{files.GUIDEBOOK}” in this folder.",
            "Check that this is the folder with the playbooks, or bring the file back from a copy"
            " or from git.",
        )


LINK = Rule(
    id="link",
    group=Group.FILES,
    summary="No file or folder of a guidebook is a link to another place.",
    why="What it leads to may be private, and is not there on another computer.",
    fault={"playbooks/counter/parcel-lost.yml": FileState.LINK},
    fix={"playbooks/counter/parcel-lost.yml": FileState.PLAYBOOK},
)

UNREADABLE = Rule(
    id="unreadable",
    group=Group.FILES,
    summary="Every file of a guidebook can be opened.",
    why="A page would be missing, and nobody would know.",
    fault={"playbooks/counter/parcel-lost.yml": FileState.LOCKED},
    fix={"playbooks/counter/parcel-lost.yml": FileState.PLAYBOOK},
)

FILE_ENDING = Rule(
    id="file-ending",
    group=Group.FILES,
    summary="The name of a playbook’s file ends in “.yml”.",
    why="Without the ending it is the playbook’s id, and by the ending programs know what it is.",
    fault={
        "playbooks/counter/parcel-lost.yml": FileState.MISSING,
        "playbooks/counter/parcel-lost.yaml": FileState.PLAYBOOK,
    },
    fix={"playbooks/counter/parcel-lost.yml": FileState.PLAYBOOK},
)

COPY = Rule(
    id="copy",
    group=Group.FILES,
    summary="No file is a copy of another one that a program made and called so.",
    why="There would be two pages for one thing, and nobody would know which of them is right.",
    fault={"playbooks/counter/parcel-lost - Copy.yml": FileState.PLAYBOOK},
    fix={"playbooks/counter/parcel-lost - Copy.yml": FileState.MISSING},
)

UNREAD_FILE = Rule(
    id="unread-file",
    group=Group.FILES,
    summary="A file for the guidebook has the name, and is in the folder, by which it is found.",
    why="Under another name nothing reads it, and pages lack what it says.",
    fault={"house.yaml": "values: {}"},
    fix={"house.yaml": FileState.MISSING},
    severity=Severity.WARNING,
)

STRAY_FILE = Rule(
    id="stray-file",
    group=Group.FILES,
    summary="Beside the playbooks there are only files that something here reads.",
    why="A playbook under a wrong name would not be read, and nobody would know.",
    fault={"playbooks/counter/notes.docx": FileState.PRESENT},
    fix={"playbooks/counter/notes.docx": FileState.MISSING},
    severity=Severity.WARNING,
)
