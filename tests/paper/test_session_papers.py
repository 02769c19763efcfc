"""The papers of a session of practice: its plan, its forms, and the version that goes wrong."""

from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from generator.cli.main import main
from generator.model.guidebook import Guidebook
from generator.model.session_plan import Length, find_most
from generator.views import papers
from generator.views.papers import PaperKind
from tests import samples
from tests.conftest import ROOT
from tests.paper.conftest import Print, print_all, read_text, squeeze

CHOSEN = ["saying-no-well", "shouting-customer", "personal-abuse"]
FORMS = [PaperKind.ATTENDANCE, PaperKind.OWN_CASE, PaperKind.CERTIFICATE]


def test_a_plan_holds_the_chosen_playbooks_in_their_order(guidebook: Guidebook) -> None:
    (printed,) = print_all(guidebook, kinds=[PaperKind.SESSION_30], ids=CHOSEN)
    assert printed.pdf, printed.problems
    assert len(pypdfium2.PdfDocument(printed.pdf)) == 1
    text = read_text(printed.pdf)
    places = [text.index(squeeze(guidebook.by_id[one].title)) for one in CHOSEN]
    assert places == sorted(places)
    assert "0–2Open" in text
    assert "26–30Onethingeach" in text
    assert printed.job.path == "papers/session-of-30-minutes-a4.pdf"


@pytest.mark.parametrize("kind", papers.SESSIONS)
def test_every_playbook_can_be_in_a_session(guidebook: Guidebook, kind: PaperKind) -> None:
    for playbook in guidebook.playbooks:
        jobs = papers.plan(guidebook, kinds=[kind], ids=[playbook.id])
        (job,) = jobs
        assert job.data["minutes"] == papers.SESSIONS[kind]  # type: ignore[typeddict-item]


def test_a_long_session_of_many(guidebook: Guidebook) -> None:
    ids = [one.id for one in guidebook.playbooks][:6]
    (printed,) = print_all(guidebook, kinds=[PaperKind.SESSION_60], ids=ids)
    assert printed.pdf, printed.problems
    assert not list(papers.plan(guidebook, kinds=[PaperKind.SESSION_10], ids=ids))


@pytest.mark.parametrize("kind", FORMS)
def test_forms_name_what_was_chosen_or_leave_lines(guidebook: Guidebook, kind: PaperKind) -> None:
    (chosen,) = print_all(guidebook, kinds=[kind], ids=CHOSEN)
    (blank,) = print_all(guidebook, kinds=[kind])
    titles = [squeeze(guidebook.by_id[one].title) for one in CHOSEN]
    for printed, is_named in ((chosen, True), (blank, False)):
        assert printed.pdf, printed.problems
        assert len(pypdfium2.PdfDocument(printed.pdf)) == 1
        text = read_text(printed.pdf)
        assert [one in text for one in titles] == [is_named] * len(titles)


def test_a_certificate_claims_no_skill(print_one: Print) -> None:
    (printed,) = print_one(PaperKind.CERTIFICATE)
    assert printed.pdf, printed.problems
    text = read_text(printed.pdf)
    assert squeeze("It is no test, and no proof that anybody can do it") in text
    for word in ("passed", "certified", "qualified", "competent"):
        assert word not in text.lower()


def test_a_poor_version_is_the_way_that_goes_wrong(print_one: Print) -> None:
    practice = samples.make_practice(roleplay=True)
    (printed,) = print_one(PaperKind.POOR_VERSION, practice=practice)
    assert printed.pdf, printed.problems
    text = read_text(printed.pdf)
    for words in (
        "Setting. You are at the desk.",
        "Customer Hello!",
        "Staff “No.” They shout.",
        "The end They leave.",
        "Debrief. You did not.",
        "Round 1 “Yes.”",
    ):
        assert squeeze(words) in text
    assert "Theythankyou." not in text


@pytest.mark.parametrize(
    ("ids", "words"),
    [([], "name them, at most 1 in 10 minutes"), (CHOSEN, "hold 1 playbook, and you named 3")],
)
def test_a_session_that_cannot_be_is_refused(
    ids: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(
        main, ["paper", "--kind", "session-10", *ids, "--out", str(tmp_path)]
    )
    assert result.exit_code == 2
    assert words in result.output
    assert not list(tmp_path.iterdir())


def test_the_longest_session_holds_the_most() -> None:
    assert [find_most(one) for one in Length] == [1, 3, 6]
