"""All that the pages of `guidebook edit` may ask and have done, over one session of changes."""

from generator.adapters import edit_desk
from generator.adapters.conflict_desk import ConflictDesk
from generator.adapters.edit_desk import Desk
from generator.adapters.edit_session import EditSession
from generator.adapters.editing import Editing
from generator.adapters.form_desk import FormDesk
from generator.adapters.page_editing import PageEditing
from generator.adapters.playbook_desk import PlaybookDesk
from generator.model import files
from generator.problem import GuidebookError


def open_desk(editing: Editing) -> Desk:
    """The desk of a project that was found."""
    found = editing.project.found
    if found is None:
        raise GuidebookError("There is no guidebook here.")
    house = found.house or found.home / files.HOUSE
    session = EditSession(found.playbooks, house, found.docs, hold=editing.hold)
    conflicts = ConflictDesk(editing, session)
    forms = FormDesk(editing, session, conflicts)
    page = PageEditing(editing, session, conflicts)
    return edit_desk.join(page.desk, conflicts.desk, forms.desk, PlaybookDesk(forms).desk)
