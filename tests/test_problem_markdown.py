"""Problems as a comment on a pull request."""

from markdown_it import MarkdownIt

from generator.problem import Group, Place, Problem, Rule, Severity
from generator.views.markdown_text import MOST
from generator.views.problem_markdown import write_markdown

RULES = {
    one: Rule(
        id=f"a-{one}", group=Group.WORDS, summary="S.", why="W.", fault="", fix="", severity=one
    )
    for one in Severity
}
PATH = "playbooks/a/b_c.yml"


def make(severity: Severity, message: str, *, line: int = 1, fix: str = "Fix it.") -> Problem:
    return Problem(Place(PATH, line), RULES[severity], message, fix)


def test_errors_are_in_sight_with_their_line_and_remedy() -> None:
    problems = [
        make(Severity.ERROR, "Worst.", line=2, fix="Do this.\nOr that."),
        make(Severity.WARNING, "Bad."),
        make(Severity.NOTE, "Meh."),
    ]
    told = write_markdown(problems, {PATH: "one: 1\n  two: 2\n"})
    assert told.startswith("## 1 error stops publishing\n")
    assert (
        "### playbooks/a/b\\_c.yml, line 2\n\n```yaml\ntwo: 2\n```\n\nWorst.\n\n> Do this.\n> Or"
        in told
    )
    assert told.index("Worst.") < told.index("<details><summary>1 warning") < told.index("Bad.")
    assert "Meh." not in told
    assert "1 note, " in told


def test_nothing_wrong_is_said_in_one_line() -> None:
    assert write_markdown([], {}) == "## Nothing stops publishing\n\n"


def test_words_of_files_make_no_markup_and_name_nobody() -> None:
    text = "a: ``` <b> @ana `````\tx\n"
    words = "Say <img src=x> *to* @ana, [x](http://y.example) ![z](http://z.example) # 1"
    told = write_markdown([make(Severity.ERROR, words, fix=words)], {PATH: text})
    html = MarkdownIt("commonmark", {"html": True}).render(told)
    for mark in ("<img", "<em", "<a ", "<b>"):
        assert mark not in html, html
    assert html.count("<pre>") == 1
    assert "@ana" not in html.replace("@ana `````", "")


def test_a_comment_is_never_too_long() -> None:
    problems = [make(Severity.ERROR, "x" * 300, line=one) for one in range(1, 400)]
    told = write_markdown(problems, {PATH: "x\n" * 400})
    assert len(told) <= MOST
    assert told.endswith("And more: `guidebook check` lists all of it.\n")
