"""The hand-written pages of a site, and what belongs to them."""

from generator.adapters import folder
from generator.adapters.project import SHIPPED, Project
from generator.problem import Problem
from generator.reader.layers import SHIPPED as SHIPPED_NAME
from generator.views.file import File


def list_docs(project: Project) -> tuple[list[File], list[Problem]]:
    """The hand-written pages and what belongs to them; links to elsewhere are problems.

    Those of the guidebook that comes with the program are among them if the project builds on it,
    but for those that it has its own version of.
    """
    found, problems = list_own_docs(project)
    return [*found, *list_shipped_docs(project)], problems


def list_own_docs(project: Project) -> tuple[list[File], list[Problem]]:
    """What is in the project's own folder of pages."""
    if not project.docs.is_dir():
        return [], []
    return folder.list_files(project.docs, root=project.show(project.docs))


def list_shipped_docs(project: Project) -> list[File]:
    """The pages that come with the program, but for those that the project has a version of."""
    docs = SHIPPED / "docs"
    if SHIPPED / "playbooks" not in project.below or not docs.is_dir():
        return []
    listed, _ = folder.list_files(docs, root=f"{SHIPPED_NAME}/docs")
    return [one for one in listed if not (project.docs / one.path).exists()]
