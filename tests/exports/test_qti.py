"""QTI 3: each question, answered in a real browser by the components of another project."""

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page

from generator.model.guidebook import Guidebook
from generator.views.exports import exercise
from generator.views.exports.chosen import Chosen
from generator.views.exports.exercise import Question
from generator.views.exports.export_words import ExportWords
from tests.browser.conftest import make_context
from tests.exports.readers import (
    READERS,
    export_file,
    make_guidebook,
    make_question,
    needs_readers,
)
from tests.serving import serve

SCRIPT = READERS / "node_modules/@citolab/qti-components/cdn/index.js"
PAGE = """<!doctype html><html lang="en"><title>q</title><main></main>
<link rel="icon" href="data:,">
<script>console.log = console.info = console.warn = () => {};</script>
<script type="module">import "./index.js"; window.ready = true;</script>"""

# Answers a question in each way; returns what it scores, and the feedback that shows.
ANSWER = """async (path) => {
  const find = (top, name) => {
    const found = top.querySelector(name);
    if (found) return found;
    for (const one of top.querySelectorAll("*")) {
      const inside = one.shadowRoot && find(one.shadowRoot, name);
      if (inside) return inside;
    }
    return null;
  };
  const item = document.createElement("qti-item");
  const container = document.createElement("item-container");
  container.setAttribute("item-url", path);
  item.append(container);
  document.querySelector("main").replaceChildren(item);
  const waits = performance.now() + 5000;
  while (!find(document, "qti-simple-choice") && performance.now() < waits) {
    await new Promise((resume) => setTimeout(resume, 5));
  }
  const shown = find(document, "qti-assessment-item");
  if (!shown) return null;
  await shown.updateComplete;
  const read = (name) => shown.variables.find((one) => one.identifier === name)?.value;
  const answers = [];
  for (const choice of shown.querySelectorAll("qti-simple-choice")) {
    choice.click();
    await choice.updateComplete;
    shown.processResponse();
    const feedback = [...shown.querySelectorAll("qti-modal-feedback")].find(
      (one) => one.getAttribute("identifier") === read("FEEDBACK"));
    answers.push([
      choice.textContent.trim(), Number(read("SCORE")) === 1, feedback?.textContent.trim() ?? ""]);
  }
  return { prompt: shown.querySelector("qti-prompt").textContent.trim(), answers };
}"""


def unpack(content: bytes, place: Path) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        packed.extractall(place)
        return packed.namelist()


def list_questions(guidebook: Guidebook, *ids: str) -> list[Question]:
    words = ExportWords(guidebook)
    return [
        one
        for playbook in Chosen.of(guidebook, ids).playbooks
        for one in exercise.list_questions(playbook, words)
    ]


@pytest.fixture(scope="module")
def place(guidebook: Guidebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the whole guidebook, unpacked beside its reader."""
    made = tmp_path_factory.mktemp("qti")
    unpack(export_file("qti3", guidebook), made)
    shutil.copy(SCRIPT, made)
    (made / "index.html").write_text(PAGE)
    return made


@pytest.fixture
def reader(place: Path, browser: Browser) -> Iterator[Page]:
    with serve(place) as address, make_context(browser) as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_function("window.ready")
        yield page


def read(reader: Page, question: Question) -> Any:
    return reader.evaluate(ANSWER, f"./items/{question.key}.xml")


@needs_readers
def test_only_the_right_answer_scores_and_each_has_its_feedback(
    guidebook: Guidebook, reader: Page
) -> None:
    for one in list_questions(guidebook)[::3]:
        answers = [[each.text, each.is_right, each.feedback] for each in one.answers]
        assert read(reader, one) == {"prompt": one.prompt, "answers": answers}


@needs_readers
def test_a_fault_is_refused(guidebook: Guidebook, place: Path, reader: Page) -> None:
    one = list_questions(guidebook, "shouting-customer")[0]
    item = place / "items" / f"{one.key}.xml"
    text = item.read_text("utf-8")
    item.write_text(text.replace(f"<qti-value>answer-{one.right.key}", "<qti-value>x"), "utf-8")
    assert not any(is_right for _, is_right, _ in read(reader, one)["answers"])
    item.write_text(text, "utf-8")


def test_the_package_lists_each_of_its_files_once(place: Path, guidebook: Guidebook) -> None:
    name = "{http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1}"
    manifest = ElementTree.parse(place / "imsmanifest.xml")
    listed = [one.attrib["href"] for one in manifest.iter(f"{name}file")]
    packed = [one.relative_to(place).as_posix() for one in place.rglob("*.xml")]
    assert sorted(listed) == sorted(set(packed) - {"imsmanifest.xml"})
    test = ElementTree.parse(place / "test.xml")
    item = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}qti-assessment-item-ref"
    questions = list_questions(guidebook)
    assert [one.attrib["href"] for one in test.iter(item)] == [
        f"items/{one.key}.xml" for one in questions
    ]
    resources = {one.attrib["identifier"] for one in manifest.iter(f"{name}resource")}
    assert {one.attrib["identifierref"] for one in manifest.iter(f"{name}dependency")} < resources
    for one in questions:
        own = ElementTree.parse(place / "items" / f"{one.key}.xml").getroot()
        assert own.attrib["identifier"] in resources


def test_a_title_that_is_cut_says_so() -> None:
    long = make_question("Yes.", "No.", prompt=f"{'word ' * 16}and one more?")
    short = make_question("Go.", "Stay.", prompt="Now?")
    content = export_file("qti3", make_guidebook({"quiz": [long["quiz"], short["quiz"]]}))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        items = [packed.read(one) for one in packed.namelist() if one.startswith("items/")]
    titles = {ElementTree.fromstring(one).attrib["title"] for one in items}
    assert titles == {f"{'word ' * 15}word…", "Now?"}


def test_identifiers_stay_when_questions_are_moved_and_reworded() -> None:
    first, second = make_question("Yes.", "No."), make_question("Go.", "Stay.", prompt="And then?")
    kept = {**first["quiz"], "id": "greeting"}
    before = make_guidebook({"quiz": [kept, second["quiz"]]})
    after = make_guidebook({"quiz": [second["quiz"], {**kept, "prompt": "Another way?"}]})
    keys = [one.key for one in list_questions(before)]
    assert keys == ["shouting.quiz.greeting", "shouting.quiz.and-then"]
    assert [one.key for one in list_questions(after)] == keys[::-1]
