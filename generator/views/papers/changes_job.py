"""The job for “Read and understood”: what staff must read again, and lines to sign."""

from generator.model import files
from generator.views.changes.items import Item, PlaybookChanges
from generator.views.changes.listings import name_readers
from generator.views.changes.report import EditionChanges, name_edition
from generator.views.dates import write_day
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobBuilder, JobContext
from generator.views.papers.kinds import PaperKind
from generator.views.papers.template_data import ChangeData, ChangedData

_TITLE = "Read and understood"
_PAGE = "what-changed/"


def has_paper(changes: EditionChanges) -> bool:
    """Whether there is something that staff have to read and sign."""
    return bool(changes.must_read or changes.values)


def build_changes(context: JobContext, changes: EditionChanges) -> Job:
    """What changed since the edition before, as far as it has to be read again."""
    known = context.guidebook.by_id
    playbooks = [known[one.id] for one in changes.must_read if one.id in known]
    builder = JobBuilder(context, PaperKind.CHANGES, playbooks or list(known.values()))
    before = f"{name_edition(changes.before)}, {write_day(changes.before.day)}"
    job = builder.finish(
        f"{context.guidebook.about.title}: read and understood",
        {
            "title": _TITLE,
            "edition": f"{changes.name}, {write_day(changes.day)}",
            "before": before,
            "values": [_describe(builder, files.GUIDEBOOK, one) for one in changes.values],
            "playbooks": [_describe_playbook(builder, one) for one in changes.must_read],
            "new": [builder.texts.plain(files.GUIDEBOOK, (), one.title) for one in changes.added],
            **builder.address(_PAGE),
        },
    )
    return job.dated(changes.day)


def _describe_playbook(builder: JobBuilder, one: PlaybookChanges) -> ChangedData:
    playbook = builder.context.guidebook.by_id.get(one.id)
    path = playbook.path if playbook else files.GUIDEBOOK
    return {
        "title": builder.texts.plain(path, ("title",), one.title),
        "readers": name_readers(one.readers) if one.readers else "",
        "items": [_describe(builder, path, item) for item in one.read_again],
    }


def _describe(builder: JobBuilder, path: str, item: Item) -> ChangeData:
    """What there is now; of what is gone, what it said."""
    return {
        "head": item.head,
        "where": builder.texts.plain(path, (), item.where),
        "words": builder.texts.plain(path, (), item.now or item.before),
        "gone": not item.now,
    }
