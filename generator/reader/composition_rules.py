"""What a file that says only what differs has to keep to."""

from generator.problem import Group, Rule, Severity

UNKNOWN_ITEM = Rule(
    id="unknown-item",
    group=Group.COMPANY,
    summary="A file that says only what differs names items that are there.",
    why="A change that finds nothing to change would be lost without a word.",
    fault="only_changes: yes\nsteps:\n  - change: look-for-her\n    why: It is here.",
    fix="only_changes: yes\nsteps:\n  - change: look-for-it\n    why: It is here.",
)

MIXED_CHANGES = Rule(
    id="mixed-changes",
    group=Group.COMPANY,
    summary="A list holds changes of items, or items that take the place of all, not both.",
    why="Nobody could know whether an item without a change is meant to be added.",
    fault="only_changes: yes\nsteps:\n  - leave_out: give-them-a-seat\n  - Say sorry.",
    fix="only_changes: yes\nsteps:\n  - leave_out: give-them-a-seat\n  - at: end\n    do: Nod.",
)

UNCLEAR_CHANGE = Rule(
    id="unclear-change",
    group=Group.COMPANY,
    summary="A change says one thing: which item it is about, or where a new one goes.",
    why="Two answers would leave it open what is meant.",
    fault="only_changes: yes\nsteps:\n  - at: middle\n    do: Say sorry.",
    fix="only_changes: yes\nsteps:\n  - at: end\n    do: Say sorry.",
)

GONE_BELOW = Rule(
    id="gone-below",
    group=Group.COMPANY,
    severity=Severity.WARNING,
    summary="An item that a company changed is still in the guidebook below.",
    why="The company’s own words stay; but there may be a reason why the others are gone.",
    fault={
        "playbooks/counter/late-order.yml": "only_changes: yes\nsteps:\n"
        "  - change: call-the-driver\n    do: Call the depot.",
        "guidebook.lock": '{"form": 1, "changes": {"late-order": {"steps/call-the-driver/do":'
        ' {"was": "Call the driver.", "words": "Call the driver."}}}}',
    },
    fix={
        "playbooks/counter/late-order.yml": "only_changes: yes\nsteps:\n"
        "  - at: end\n    do: Call the depot.",
        "guidebook.lock": '{"form": 1, "changes": {}}',
    },
)
