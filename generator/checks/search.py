"""The rule of the search. It is reported where the search is asked."""

from generator.problem import Group, Rule

NOT_FOUND = Rule(
    id="not-found",
    group=Group.SEARCH,
    summary="The search finds what queries.yml says, as high as it says.",
    why="Staff type what they hear, and open what comes first.",
    fault={"playbooks/queries.yml": "queries:\n  late-order: [it never came]"},
    fix={
        "playbooks/queries.yml": "queries:\n  late-order: [it never came]",
        "playbooks/counter/late-order.yml": "search: [it never came, where is my order, late,"
        " overdue, delay, waiting,\n"
        "  not here yet, still not there, how much longer, driver, delivery, on its way, hungry,\n"
        "  an hour, too slow]",
    },
)
