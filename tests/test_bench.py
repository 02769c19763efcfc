"""What the benchmark of builds says of its figures, and when it fails."""

from argparse import Namespace

import pytest

from tests.bench.build import Cost, judge

CHOSEN = Namespace(peer_size=1000, limit=0.75)
BEST = {
    "Hugo": 2.0,
    "stock Material": 9.0,
    "cold": 5.4,
    "unchanged": 0.1,
    "one edit": 6.0,
    "check": 2.4,
    "check after a build": 1.0,
    "check one file": 2.0,
    "check one edit": 2.0,
}


def judge_with(**other: float) -> bool:
    costs = {(name, 1000): Cost(cpu, cpu) for name, cpu in (BEST | other).items()}
    return judge(costs, CHOSEN, [1000])


def test_a_goal_that_is_not_reached_is_told_and_no_failure(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert not judge_with()
    told = " ".join(capsys.readouterr().out.split())
    assert "share of Hugo’s time 2.70 goal 1.0: not reached" in told
    assert "share of Material’s 0.60 limit 0.75 " in told
    assert "Material’s, without check 0.33 goal 0.4" in told


@pytest.mark.parametrize("other", [{"cold": 7.0}, {"unchanged": 0.6}])
def test_a_limit_that_is_passed_is_a_failure(
    other: dict[str, float], capsys: pytest.CaptureFixture[str]
) -> None:
    assert judge_with(**other)
    assert ": passed" in capsys.readouterr().out
