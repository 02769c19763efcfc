"""The command, as a trainer types it."""

import json
import re
from pathlib import Path

import pytest

from generator.problem import Group
from generator.reader.rules import list_rules
from tests import samples
from tests.commands import run
from tests.conftest import ROOT
from tests.projects import make_project, write_settings


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project that is the working folder."""
    files = samples.make_folder(
        {
            "fair/one": samples.make_minimal(title="One", search=["zwiebelkuchen"]),
            "fair/other": samples.make_minimal(title="Other", related=["one"]),
        }
    )
    docs = {"about.md": b"# About\n\n[One](fair/one.md#do)\n"}
    make_project(tmp_path, files, docs=docs, papers=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def break_one(project: Path) -> None:
    path = project / "playbooks" / "fair" / "one.yml"
    path.write_text(path.read_text().replace("purpose:", "purpse:"))


def test_check_clean(project: Path) -> None:
    result = run("check")
    assert result.exit_code == 0
    assert "2 playbooks checked." in result.output


def test_check_tells_problems(project: Path) -> None:
    break_one(project)
    for arguments in (["check"], ["check", "."], ["check", "playbooks"]):
        result = run(*arguments)
        assert result.exit_code == 1
        assert "playbooks/fair/one.yml:4:1: “purpse” is not a name" in result.output
        assert "Did you mean “purpose”?" in result.output


def test_the_last_line_of_a_check_says_what_stops_publishing(project: Path) -> None:
    assert run("check").output.endswith("\nNothing stops publishing.\n")
    break_one(project)
    last = "\n1 error stops publishing: playbooks/fair/one.yml:4:1 [unknown-name].\n"
    assert run("check").output.endswith(last)


def test_an_error_is_not_buried_among_notes(project: Path) -> None:
    break_one(project)
    unsigned = samples.dump(samples.make_minimal(sign_off="legal"))
    for number in range(20):
        (project / f"playbooks/fair/unsigned-{number}.yml").write_bytes(unsigned)
    short, long = (run("check", *more).output for more in ((), ("--notes",)))
    assert all("[unknown-name]" in one for one in (short, long))
    assert "guidebook check --notes lists them." in short
    assert short.count("[not-signed-off]") == 0 < long.count("[not-signed-off]")
    assert "--notes lists" not in long


def test_check_for_programs(project: Path) -> None:
    break_one(project)
    told = json.loads(run("check", "--format", "json").output)
    assert [
        (one["path"], one["line"], one["column"]) for one in told if one["severity"] == "error"
    ] == [("playbooks/fair/one.yml", 4, 1)]
    assert run("check", "--format", "github").output.startswith(
        "::error file=playbooks/fair/one.yml,line=4,col=1"
    )


def test_usage_errors_end_with_2(project: Path) -> None:
    assert run("check", "nowhere").exit_code == 2
    assert run("check", "--format", "xml").exit_code == 2
    assert run("build", "-f", "nowhere.yml").exit_code == 2
    assert run("schema", "nothing").exit_code == 2


def test_strict_counts_warnings(project: Path) -> None:
    (project / "playbooks" / "stray.docx").write_text("")
    assert run("check").exit_code == 0
    assert run("check", "--strict").exit_code == 1


@pytest.mark.parametrize(
    "command", [(), ("check",), ("explain",), ("build",), ("write",), ("schema",)]
)
def test_help_has_an_example(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Example:\n  guidebook " in result.output.replace("    guidebook", "  guidebook")


def test_build(project: Path) -> None:
    result = run("build")
    assert result.exit_code == 0, result.output
    assert "\nNothing stops publishing.\n" in result.output
    assert "site/index.html" in result.output
    site = project / "site"
    assert (site / "fair" / "one" / "index.html").is_file()
    assert (site / "about" / "index.html").is_file()
    edition = json.loads((site / "guidebook.json").read_text())
    assert edition["schema_version"]
    assert [one["url"] for one in edition["playbooks"]] == ["fair/one/", "fair/other/"]
    index = (site / "finder" / "first.js").read_text()
    assert "zwiebelkuchen" in index
    assert "zwiebelkuchen" not in (site / "fair" / "one" / "index.html").read_text()


def test_nothing_is_published_while_a_problem_stands(project: Path) -> None:
    assert run("build").exit_code == 0
    before = {path: path.read_bytes() for path in (project / "site").rglob("*.html")}
    break_one(project)
    result = run("build")
    assert result.exit_code == 1
    assert "1 error stops publishing: playbooks/fair/one.yml:4:1" in result.output
    assert "Traceback" not in result.output
    assert {path: path.read_bytes() for path in (project / "site").rglob("*.html")} == before
    assert not list(project.glob(".site*"))


def test_a_paper_that_is_too_full_is_left_out(project: Path) -> None:
    one = project / "playbooks" / "fair" / "one.yml"
    long = "Do it slowly and well, and look at them while you do it. " * 30
    one.write_text(one.read_text().replace("- Listen.", f"- {long}\n- {long}\n- {long}"))
    result = run("build")
    assert result.exit_code == 0, result.output
    assert "one.yml:8:3: warning: A pocket card holds" in result.output
    assert "Until then there is no such paper." in result.output
    made = {path.name for path in (project / "site").rglob("*.pdf")}
    assert "one-card-a4.pdf" not in made
    assert {"other-card-a4.pdf", "one-checklist-a4.pdf"} <= made
    page = (project / "site" / "fair" / "one" / "index.html").read_text()
    assert "one-checklist-a4.pdf" in page
    assert "one-card" not in page
    printed = run("paper", "one", "other", "--kind", "card", "--out", "papers")
    assert printed.exit_code == 0, printed.output
    assert "warning: A pocket card holds" in printed.output
    assert "1 paper in papers" in printed.output


def test_broken_link_in_a_hand_written_page_stops_the_build(project: Path) -> None:
    (project / "docs" / "about.md").write_text("# About\n\n[One](fair/one.md#nothing)\n")
    result = run("build")
    assert result.exit_code == 1
    assert "nothing" in result.output
    (project / "docs" / "about.md").write_text('# About\n\n<a href="../nowhere/">x</a>\n')
    result = run("build")
    assert result.exit_code == 1
    assert "nowhere" in result.output
    assert not (project / "site").exists()


def test_broken_settings(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: [\n")
    result = run("build")
    assert result.exit_code == 1
    assert "mkdocs.yml" in result.output
    assert "Traceback" not in result.output


def test_write(project: Path) -> None:
    assert run("write", "out").exit_code == 0
    assert (project / "out" / "docs" / "fair" / "one.md").is_file()
    assert (project / "out" / "docs" / "about.md").is_file()
    assert (project / "out" / "mkdocs.yml").is_file()
    assert "0 of them new or changed" in run("write", "out").output
    (project / "playbooks" / "fair" / "other.yml").unlink()
    assert run("write", "out").exit_code == 0
    assert not (project / "out" / "docs" / "fair" / "other.md").exists()
    break_one(project)
    assert run("write", "out").exit_code == 1


def test_one_file_is_checked(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_one(project)
    assert run("check", "playbooks/fair/other.yml").exit_code == 0
    assert "1 error" in run("check", "playbooks/fair/one.yml").output
    monkeypatch.chdir(project / "playbooks/fair")
    assert "1 error" in run("check", "one.yml").output
    monkeypatch.chdir(project)
    (project.parent / "alone.yml").write_text("title: x")
    assert run("check", "../alone.yml").exit_code == 2
    assert "No problems" in run("check", "mkdocs.yml").output


def test_schemas_of_this_guidebook(project: Path) -> None:
    (project / ".vscode").mkdir()
    (project / ".vscode/settings.json").write_text("{}", "utf-8")
    output = run("schema", "--here").output
    assert "is yours and stays" in output
    schema = (project / ".guidebook/playbook.schema.json").read_text("utf-8")
    assert '"enum": [\n' in schema
    assert '"other"' in schema
    assert (project / ".vscode/settings.json").read_text("utf-8") == "{}"


def test_schema(project: Path) -> None:
    schema = json.loads(run("schema").output)
    assert {"title", "kind", "practice"} <= set(schema["properties"])
    assert json.loads(run("schema", "guidebook").output)["properties"]["chapters"]


def test_house_values_from_a_file(project: Path) -> None:
    (project / "ours.yml").write_text("title: Ours\nvalues:\n  spend-limit: 50 each\n")
    assert "not-set" in run("check").output
    assert "not-set" not in run("check", "--house", "ours.yml").output
    write_settings(project, papers=True, house="ours.yml")
    one = project / "playbooks" / "fair" / "one.yml"
    one.write_text(one.read_text() + "signals: [Stay within ((spend-limit))]\n")
    result = run("build")
    assert result.exit_code == 0, result.output
    page = (project / "site" / "fair" / "one" / "index.html").read_text()
    assert "50 each" in page
    assert "<title>One - Ours</title>" in page
    (project / "ours.yml").write_text("values:\n  spendlimit: 50 each\n")
    result = run("check", "--house", "ours.yml")
    assert result.exit_code == 1
    assert "ours.yml:2:3:" in result.output
    assert "Did you mean “spend-limit”?" in result.output


def test_the_filled_in_example_has_nothing_left_to_fill_in() -> None:
    house = ROOT / "examples" / "harbour-cafe" / "house.yml"
    result = run("check", str(ROOT / "playbooks"), "--house", str(house), "--strict")
    assert result.exit_code == 0, result.output
    assert "playbooks checked" in result.output
    assert set(re.findall(r"\[([a-z-]+)\]", result.output)) <= {
        "fact-not-signed-off",
        "not-signed-off",
        "unbacked-search",
    }


def test_explain() -> None:
    result = run("explain", "title-length")
    assert result.exit_code == 0
    assert result.output.startswith("title-length (warning)\nA title has 2 to 9 words.\nWhy: ")
    assert "Wrong:\n    title: Lateness\n" in result.output
    assert "Right:\n    title: An order comes late\n" in result.output
    assert "allow:\n      title-length: " in result.output
    assert run("explain", "[title-length]").output == result.output
    for rule in list_rules().values():
        assert rule.summary in run("explain", rule.id).output


def test_explain_lists_every_rule() -> None:
    lines = run("explain").output.split("\n")
    named = {line.split()[0] for line in lines if line.startswith("  ")}
    assert named == list_rules().keys()
    assert {line for line in lines if line and not line.startswith(" ")} == {*Group}


def test_explain_guesses_what_was_meant() -> None:
    result = run("explain", "title-lenght")
    assert result.exit_code == 2
    assert "There is no rule called “title-lenght”. Did you mean “title-length”?" in result.output
    assert "“guidebook explain” lists them all." in run("explain", "xyz").output


def test_a_check_says_where_there_is_more(project: Path) -> None:
    break_one(project)
    assert "More about a rule: guidebook explain " in run("check").output
    assert "More about" not in run("check", "--format", "json").output


def test_grades(project: Path) -> None:
    result = run("check", "--grades")
    assert "Reading grade: " in result.output
    assert "fair/one" in result.output


def test_a_zip_for_a_stick(project: Path) -> None:
    result = run("build", "--offline", "dist/stick.zip")
    assert result.exit_code == 0, result.output
    assert "For a stick: dist/stick.zip (" in result.output
    before = (project / "dist" / "stick.zip").read_bytes()
    assert run("build", "--offline", "dist/stick.zip").exit_code == 0
    assert (project / "dist" / "stick.zip").read_bytes() == before
    assert [path.name for path in (project / "dist").iterdir()] == ["stick.zip"]
    for more in ((), ("--no-cache",)):
        refused = run("build", "--offline", "site/stick.zip", *more)
        assert refused.exit_code == 2
        assert "would be lost" in refused.output
    break_one(project)
    assert run("build", "--offline", "dist/stick.zip").exit_code == 1
    assert (project / "dist" / "stick.zip").read_bytes() == before
