"""What the removal of a playbook would touch is told in words, each file once."""

from generator.adapters import folder
from generator.model.guidebook import Guidebook
from generator.reader import deletion
from generator.views.editor import naming_list
from tests.conftest import ROOT


def test_pages_are_named_by_their_titles_and_files_by_what_they_are(guidebook: Guidebook) -> None:
    files = folder.read(ROOT / "playbooks").files
    namings = deletion.list_namings(files, "shouting-customer")
    namers = list(naming_list.list_namers(guidebook, namings))
    titles = [one.title for one in namers]
    assert len(titles) == len(set(titles))
    assert {"Help me now", "What the search has to find"} <= set(titles)
    pages = [one for one in namers if one.url]
    assert pages
    assert all(one.title in guidebook.titles.values() for one in pages)
    assert not [one for one in namers if one.title.endswith(".yml")]
    places = {place for one in namers for place in one.places}
    assert {"an answer that leads here", "what staff type who need it", "related"} <= places
