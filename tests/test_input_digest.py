"""What counts among the files that a build reads: nothing hidden, and of a link only where it leads."""

from pathlib import Path

from generator.adapters.input_digest import Inputs


def test_hidden_files_at_the_top_do_not_count(tmp_path: Path) -> None:
    top = Inputs(tops=(str(tmp_path),), besides=("guidebook.lock",))
    before = top.digest()
    for name in (".draft", "guidebook.lock"):
        (tmp_path / name).write_text("x")
    assert top.digest() == before
    (tmp_path / "logo.svg").write_text("x")
    assert top.digest() != before


def test_of_a_link_counts_where_it_leads(tmp_path: Path) -> None:
    tree, place = Inputs(trees=(str(tmp_path / "docs"),)), tmp_path / "docs/a.md"
    place.parent.mkdir()
    found = set()
    for target in ("nowhere", "else", "docs"):  # the last one is a folder
        place.unlink(missing_ok=True)
        place.symlink_to(tmp_path / target)
        found.add(tree.digest())
        (tmp_path / "else").write_text(f"{target} was read")
        assert tree.digest() in found
    assert len(found) == 3
