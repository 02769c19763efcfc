"""Everything that the check looks at, as the commands that depend on it ask for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.adapters import (
    edition_folder,
    kept_build,
    paper_cache,
    project,
    search_cache,
    site_files,
    work_file,
)
from generator.adapters.project import Project, ReadBefore
from generator.checks import paper_rules
from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.yaml_model import Locate
from generator.problem import Problem, Severity
from generator.reader.guidebook_reader import Reading
from generator.site import assembly
from generator.site.assembly import Sources
from generator.views import finder

OwnProblems = dict[str, list[Problem]]
"""Problems by the path of their playbook from the folder of the settings."""


@dataclass(frozen=True)
class WholeCheck:
    """What came of it: the reading, all problems by place, and what the search found."""

    reading: Reading
    problems: Sequence[Problem]
    trial: finder.Trial

    @property
    def errors(self) -> Sequence[Problem]:
        """The problems that stop publishing."""
        return [one for one in self.problems if one.severity is Severity.ERROR]


def run_for(found: Project, path: Path, *, anew: bool = False) -> WholeCheck | None:
    """Check what is wrong with one playbook, which takes a third of the time; None for other files.

    It finds in that file what a check of the whole finds there. Papers are looked at as in `run`,
    and `anew` is as there.
    """
    name = _find_name(found, path)
    if name is None:
        return None
    reading = project.read(found, before=_recall(found, anew=anew), above_all=name)
    problems, guidebook = list(reading.problems), reading.guidebook
    playbooks = guidebook.playbooks if guidebook else ()
    own = next((one for one in playbooks if one.path == name), None)
    if guidebook and own:
        problems += _check_site(found, guidebook, reading.locate)
        if not reading.errors:
            trial = finder.compare_words(guidebook, own)
            problems += finder.find_problems(
                guidebook, trial, reading.locate, is_below=reading.is_below
            )
        if found.papers:
            problems += paper_cache.find_missing_letters(
                found.playbooks, guidebook, reading.locate, ids=[own.id]
            )
    return WholeCheck(reading, reading.point_to_own(problems), finder.Trial())


def list_own(found: Project, reading: Reading, problems: Sequence[Problem]) -> OwnProblems | None:
    """What `run_for` would find in each playbook, if `problems` are all that there are.

    None where it would read other files than these.
    """
    names = [one for one in reading.layers[-1].files if _is_playbook(one)]
    if found.playbooks.absolute().parent != found.home or any(map(_is_top, names)):
        return None
    top = Path(found.playbooks.absolute().name)
    own: OwnProblems = {(top / one).as_posix(): [] for one in names}
    for one in problems:
        if one.place.path in own and one.rule is not paper_rules.TOO_FULL:
            own[one.place.path].append(one)
    return own


def _find_name(found: Project, path: Path) -> str | None:
    """The path of a playbook in the project's own folder; None for any other file."""
    top = found.playbooks.absolute()
    if not path.absolute().is_relative_to(top):
        return None
    name = path.absolute().relative_to(top).as_posix()
    return name if _is_playbook(name) else None


def _is_playbook(name: str) -> bool:
    return "/" in name and not files.is_country(name)


def _is_top(name: str) -> bool:
    """Whether a folder is taken for one of a project for having such a file."""
    return name.rpartition("/")[2] in (files.GUIDEBOOK, project.SETTINGS)


def run(
    found: Project,
    *,
    with_papers: bool = False,
    watch: paper_cache.Watch = iter,
    anew: bool = False,
) -> WholeCheck:
    """Check a project. `with_papers`, every paper is set, which takes time, and `watch` goes along.

    Without, of papers only what stops all of them is found: letters that no font has. What the last
    build found to be sound is not looked at again, but for `anew`.
    """
    reading = project.read(found, before=_recall(found, anew=anew))
    problems = [*reading.problems, *project.find_settings_problems(found)]
    shown = found.show(found.editions)
    problems += edition_folder.read(found.editions, shown=shown).problems
    trial = finder.Trial()
    if reading.guidebook:
        wait = search_cache.begin(reading.guidebook, home=found.home, keep=False)
        problems += _check_site(found, reading.guidebook, reading.locate)
        if found.papers:
            whole = watch if with_papers else None
            problems += _check_papers(found, reading.guidebook, reading.locate, whole)
        trial = wait()
        # Where words are missing, other playbooks come first, and that would be reported as well.
        if not reading.errors:
            problems += finder.find_problems(
                reading.guidebook, trial, reading.locate, is_below=reading.is_below
            )
    return WholeCheck(reading, reading.point_to_own(problems), trial)


def _recall(found: Project, *, anew: bool) -> ReadBefore:
    """What the last build has read and checked, but for `anew`; a check alone keeps nothing."""
    return (
        ReadBefore() if anew else ReadBefore.of(work_file.read(kept_build.find_reading(found.home)))
    )


def _check_site(found: Project, guidebook: Guidebook, locate: Locate) -> Sequence[Problem]:
    docs, links = site_files.list_docs(found)
    sources = Sources(docs=docs, theme=project.list_theme(), opened=found.opened)
    return [*links, *assembly.make(guidebook, sources, locate).problems]


def _check_papers(
    found: Project, guidebook: Guidebook, locate: Locate, watch: paper_cache.Watch | None
) -> Sequence[Problem]:
    if watch is None:
        return paper_cache.find_missing_letters(found.playbooks, guidebook, locate)
    return paper_cache.print_all(
        found.playbooks, guidebook, locate, home=found.home, watch=watch
    ).problems
