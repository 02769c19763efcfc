"""The job for who, how much and which number: a sheet for the wall beside the phone."""

from generator.model import files
from generator.model.guidebook import ALARM, EMERGENCY_NUMBER
from generator.views import fact_plates
from generator.views.dates import write_day
from generator.views.fact_plates import Plate
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobBuilder, JobContext
from generator.views.papers.kinds import PaperKind
from generator.views.papers.template_data import FactData

_ALARMS = (EMERGENCY_NUMBER, ALARM)


def build_facts(context: JobContext) -> Job | None:
    """Every fact in its group. What nobody has filled in is a line to fill in by pen."""
    guidebook = context.guidebook
    plates = {plate.id: plate for plate in fact_plates.list_plates(guidebook)}
    if not plates:
        return None
    builder = JobBuilder(context, PaperKind.FACTS, guidebook.playbooks)
    groups = [
        (group.title, [_describe(builder, plates[one]) for one in group.values if one in plates])
        for group in fact_plates.list_groups(guidebook)
    ]
    reviewed = write_day(max(one.reviewed for one in guidebook.playbooks))
    return builder.finish(
        fact_plates.TITLE,
        {
            "title": fact_plates.TITLE,
            "purpose": fact_plates.PURPOSE,
            "groups": [
                {"title": builder.texts.plain(files.GUIDEBOOK, (), title), "facts": facts}
                for title, facts in groups
                if facts
            ],
            "reviewed": reviewed,
            **builder.address(fact_plates.URL),
        },
    )


def _describe(builder: JobBuilder, plate: Plate) -> FactData:
    texts = builder.texts
    return {
        "label": texts.plain(files.GUIDEBOOK, ("house_values", plate.id, "name"), plate.label),
        "value": texts.write_value(plate.id, plate.text) if plate.text else None,
        "is_common": plate.is_common,
        "is_alarm": plate.id in _ALARMS,
    }
