"""The workflows of a new guidebook: sound for their forge, and their commands run as they stand."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import pytest
import yaml

from generator.adapters import project
from generator.site import new_project
from generator.site.new_project import Forge
from tests.conftest import ROOT
from tests.repositories import commit_all, git, make

PLAYBOOK = "playbooks/counter/late-order.yml"
PATHS = {"github": ".github/workflows/guidebook.yml", "gitlab": ".gitlab-ci.yml"}
SCHEMAS = {
    "github": ["vendor.github-workflows"],
    "gitlab": ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
}
# What a forge has and this machine need not: it fetches, installs and talks to the forge.
STUBS = {
    name: f'#!/bin/sh\necho {name} "$@" >> "$CALLED"\n' for name in ("pip", "playwright", "gh")
}
STUBS["apt-get"] = STUBS["curl"] = '#!/bin/sh\necho "${0##*/}" "$@" >> "$CALLED"\n'


def write(forge: Forge) -> str:
    guidebook = project.read_shipped()
    made = new_project.make_files(
        guidebook, title="Ours", requirement="guidebook==1\n", forge=forge
    )
    return made[PATHS[forge]].decode()


@pytest.fixture(scope="module")
def workflows() -> Mapping[Forge, str]:
    return {forge: write(forge) for forge in new_project.FORGES}


def check_schema(path: Path, forge: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *SCHEMAS[forge], str(path)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("forge", new_project.FORGES)
def test_a_workflow_is_what_its_forge_reads(
    forge: Forge, workflows: Mapping[Forge, str], tmp_path: Path
) -> None:
    path = tmp_path / "workflow.yml"
    path.write_text(workflows[forge])
    assert "{%" not in workflows[forge]
    done = check_schema(path, forge)
    assert done.returncode == 0, done.stdout + done.stderr
    path.write_text(
        workflows[forge].replace("    runs-on:", "    run-on:").replace("script:", "skript:")
    )
    assert check_schema(path, forge).returncode != 0, "the schema refuses nothing"


@pytest.mark.parametrize("path", ["github-pages.yml", "gitlab-pages.yml"])
def test_the_examples_are_what_their_forge_reads(path: str) -> None:
    done = check_schema(ROOT / "examples/hosting" / path, path.partition("-")[0])
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_night_run_of_this_project_is_what_its_forge_reads() -> None:
    path = ROOT / ".github/workflows/nightly.yml"
    done = check_schema(path, "github")
    assert done.returncode == 0, done.stdout + done.stderr
    assert yaml.safe_load(path.read_text("utf-8"))["permissions"] == {"contents": "read"}
    assert os.access(ROOT / ".ci/nightly", os.X_OK)


def test_what_is_proposed_runs_without_the_right_to_write(workflows: Mapping[Forge, str]) -> None:
    """A proposal may hold any code; only what runs none of it may comment."""
    read = yaml.safe_load(workflows["github"])
    assert "pull_request_target" not in workflows["github"]
    assert read["permissions"] == {"contents": "read"}
    jobs = read["jobs"]
    assert "permissions" not in jobs["check"]
    assert "secrets" not in workflows["github"]
    used = [one.get("uses", "") for one in jobs["comment"]["steps"]]
    assert not any("checkout" in one for one in used)
    ran = "".join(one.get("run", "") for one in jobs["comment"]["steps"])
    assert "guidebook " not in ran
    assert "${{" not in ran, "what somebody types must not become a command"


@pytest.fixture
def forge_run(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A copy of a repository as a forge checks it out, with its programs."""
    programs = tmp_path / "bin"
    programs.mkdir()
    code = "from generator.cli.main import main; main()"
    STUBS["guidebook"] = f"#!/bin/sh\nexec {sys.executable} -c '{code}' \"$@\"\n"
    for name, text in STUBS.items():
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    place = make(tmp_path / "guide")
    (place / ".gitignore").write_text("site/\ntold/\npictures/\n.cache/\n")
    commit_all(place)
    environment = {
        **os.environ,
        "PATH": f"{programs}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "CALLED": str(tmp_path / "called"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(place, "rev-parse", "HEAD"),
        "GH_TOKEN": "t",
        "GH_REPO": "us/guide",
        "NUMBER": "7",
        "RUN": "https://forge.example/runs/1",
    }
    (tmp_path / "called").touch()
    return place, environment


def propose(place: Path, old: str, new: str) -> None:
    """Commit a change, and check out what would become of it, as forges do."""
    path = place / PLAYBOOK
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    git(place, "-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qam", "Proposed")
    git(place, "checkout", "-q", "--detach")


def run_steps(scripts: list[str], place: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    """Run commands one after the other, as a forge's runner does, until one fails."""
    said = ""
    for script in scripts:
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=place,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        said += done.stdout + done.stderr
        if done.returncode:
            return done.returncode, said
    return 0, said


def list_steps(workflow: str, job: str) -> list[str]:
    steps: list[dict[str, Any]] = yaml.safe_load(workflow)["jobs"][job]["steps"]
    return [one["run"] for one in steps if "run" in one]


def list_script(workflow: str, job: str) -> list[str]:
    read = yaml.safe_load(workflow)
    return ["\n".join([*read[".guidebook"]["before_script"], *read[job]["script"]])]


@pytest.mark.parametrize("forge", new_project.FORGES)
def test_a_proposal_is_told_in_words_and_pictures(
    forge: Forge, workflows: Mapping[Forge, str], forge_run: tuple[Path, dict[str, str]]
) -> None:
    place, environment = forge_run
    propose(place, "Look for it.", "Look for it twice.")
    steps = (list_steps if forge == "github" else list_script)(workflows[forge], "check")
    status, said = run_steps(steps, place, environment)
    assert status == 0, said
    comment = (place / "told/comment.md").read_text()
    assert comment.startswith("## Nothing stops publishing")
    assert "now: Look for it twice." in comment
    pictures = {one.name for one in (place / "pictures").iterdir()}
    assert pictures == {
        "counter--late-order-phone.png",
        "counter--late-order-screen.png",
        "index.html",
    }
    assert (place / "site/index.html").is_file()
    if forge == "github":
        assert "Look for it twice." in Path(environment["GITHUB_STEP_SUMMARY"]).read_text()
        status, said = run_steps(
            list_steps(workflows[forge], "comment"), place / "told", environment
        )
        assert status == 0, said
        assert "https://forge.example/runs/1#artifacts" in (place / "told/comment.md").read_text()
        called = Path(environment["CALLED"]).read_text().splitlines()
        assert called[-1].startswith("gh pr comment 7 --body-file comment.md")


@pytest.mark.parametrize("forge", new_project.FORGES)
def test_a_mistake_stops_it_and_is_told(
    forge: Forge, workflows: Mapping[Forge, str], forge_run: tuple[Path, dict[str, str]]
) -> None:
    place, environment = forge_run
    propose(place, "owner: Service training", "owner: Nobody")
    steps = (list_steps if forge == "github" else list_script)(workflows[forge], "check")
    status, said = run_steps(steps, place, environment)
    assert status == 1, said
    comment = (place / "told/comment.md").read_text()
    assert "## 1 error stops publishing" in comment
    assert f"### {PLAYBOOK}, line " in comment
    assert not (place / "site").exists() or not any((place / "site").iterdir())
    if forge == "github":
        assert "::error file=playbooks/counter/late-order.yml" in said


def list_keeping(forge: Forge, workflow: str) -> list[str]:
    if forge == "github":
        return list_steps(workflow, "keep")
    return ["\n".join(yaml.safe_load(workflow)["keep"]["script"])]


def name_repository(environment: dict[str, str], place: Path, branch: str) -> None:
    """Have git take a folder for the repository at GitLab's address, as GitLab tells its jobs."""
    environment |= {
        "CI_SERVER_PROTOCOL": "https",
        "CI_REPOSITORY_URL": "https://gitlab-ci-token:job@forge.example:8443/us/guide.git",
        "CI_COMMIT_BRANCH": branch,
        "GUIDEBOOK_KEEP_TOKEN": "may-write",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{place}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://guidebook:may-write@forge.example:8443/us/guide.git",
    }


@pytest.mark.parametrize("forge", new_project.FORGES)
def test_what_was_published_is_kept_in_the_repository(
    forge: Forge,
    workflows: Mapping[Forge, str],
    forge_run: tuple[Path, dict[str, str]],
    tmp_path: Path,
) -> None:
    """Else the next edition has nothing to be compared with."""
    place, environment = forge_run
    git(place, "clone", "-q", "--bare", ".", str(tmp_path / "forge.git"))
    git(tmp_path / "forge.git", "config", "receive.advertisePushOptions", "true")
    git(tmp_path, "clone", "-q", "forge.git", "checked-out")
    copy = tmp_path / "checked-out"
    (copy / "editions").mkdir()
    (copy / "editions/1.json").write_text("{}")
    before = git(place, "rev-parse", "HEAD")
    branch = git(copy, "branch", "--show-current")
    name_repository(environment, tmp_path / "forge.git", branch)
    steps = list_keeping(forge, workflows[forge])
    assert "guidebook " not in "".join(steps)
    for _ in range(2):  # the second time, nothing is new
        assert run_steps(steps, copy, environment) == (0, ANY)
    kept = git(tmp_path / "forge.git", "log", "--format=%s", "--name-only", f"{before}..{branch}")
    assert kept.split("\n\n") == ["Keep what was published", "editions/1.json"]


def test_only_what_is_published_may_be_kept(workflows: Mapping[Forge, str]) -> None:
    keep = yaml.safe_load(workflows["github"])["jobs"]["keep"]
    assert keep["permissions"] == {"contents": "write"}
    assert "refs/heads/main" in keep["if"]
    jobs = yaml.safe_load(workflows["gitlab"])
    assert jobs["keep"]["needs"] == ["pages"]
    assert "editions" in jobs["pages"]["artifacts"]["paths"]
    assert [one["if"] for one in jobs["keep"]["rules"]] == [
        "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $GUIDEBOOK_KEEP_TOKEN"
    ]


@pytest.mark.parametrize("forge", new_project.FORGES)
def test_a_branch_that_keeps_nothing_is_told(
    forge: Forge,
    workflows: Mapping[Forge, str],
    forge_run: tuple[Path, dict[str, str]],
    tmp_path: Path,
) -> None:
    place, environment = forge_run  # it has nowhere to push to
    name_repository(environment, tmp_path / "nowhere.git", "main")
    (place / "editions").mkdir()
    (place / "editions/1.json").write_text("{}")
    status, said = run_steps(list_keeping(forge, workflows[forge]), place, environment)
    # A job of GitLab that fails and may do so is shown with a warning; GitHub has words for one.
    assert status == (0 if forge == "github" else 1)
    assert "What was published is not in the repository" in said
    assert ("::warning::" in said) is (forge == "github")
    assert yaml.safe_load(workflows["gitlab"])["keep"]["allow_failure"] is True
