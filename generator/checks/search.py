"""The rules of the search. They are reported where the search is asked."""

from generator.problem import Group, Rule, Severity

NOT_FOUND = Rule(
    id="not-found",
    group=Group.SEARCH,
    summary="The search finds what queries.yml says, as high as it says.",
    why="Staff type what they hear, and open what comes first.",
    fault={"playbooks/queries.yml": "queries:\n  late-order: [it never came]"},
    fix={
        "playbooks/queries.yml": "queries:\n  late-order: [it never came]",
        "playbooks/counter/late-order.yml": "search: [it never came, look, time, seat, six,\n"
        "  receipt, lost, sorry, called back, found it, gave a time, hold a receipt, ask where,\n"
        "  doubt them, my job]",
    },
)

TOO_SURE = Rule(
    id="too-sure",
    group=Group.SEARCH,
    summary="The search says that it does not know what queries.yml lists as unanswered.",
    why="Staff would follow a page that is about something else.",
    fault={"playbooks/queries.yml": "unanswered: [late 7]"},
    fix={"playbooks/queries.yml": "unanswered: [printer out of toner]"},
)

ASKED_BELOW = Rule(
    id="asked-below",
    group=Group.SEARCH,
    summary="The search answers as queries.yml of the guidebook that you build on says.",
    why="Who leaves out a playbook or adds one moves others by a place or two. That is worth a"
    " look, and no reason to publish nothing. What your own file asks has to come as high as it"
    " says.",
    fault={"below/queries.yml": "unanswered: [late 7]"},
    fix={"below/queries.yml": "unanswered: [printer out of toner]"},
    severity=Severity.WARNING,
)

UNBACKED = Rule(
    id="unbacked-search",
    group=Group.SEARCH,
    summary="Search words are taken up by the texts of their page.",
    why="Whoever types a word wants to read about it, and not only to land somewhere. Words of"
    " danger are free, because there the page that comes matters and not its wording.",
    fault="search: [gearbox, look, time, seat, six, receipt, lost, sorry, called back, found it,\n"
    "  gave a time, hold a receipt, ask where, doubt them, my job]",
    fix="search: [say when, look, time, seat, six, receipt, lost, sorry, called back, found it,\n"
    "  gave a time, hold a receipt, ask where, doubt them, my job]",
    severity=Severity.NOTE,
    switchable=True,
)
