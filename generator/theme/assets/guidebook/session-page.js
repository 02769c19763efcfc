/* The page for trainers: playbooks are chosen, and the session is drawn; its address keeps it. */
"use strict";

(async () => {
  const { choose, findMost, listSlides, plan, read, settle, write } = guidebookSession;
  const { make } = guidebookElements;
  const { readMark } = guidebookFrame; // on its way through a message an address may have been escaped
  const { top } = guidebookLoader;
  const form = document.querySelector(".gb-session-form");
  const find = (name) => document.querySelector(`.gb-session-${name}`);
  const [status, none, tools, table] = ["told", "none", "tools", "plan"].map(find);

  try {
    await guidebookLoader.load("../../trainers/sessions.js");
  } catch {
    // What is there instead says so below.
  }
  const data = globalThis.guidebookSessions;
  if (!data) {
    none.textContent = "The sessions could not be loaded. Open this page again, please.";
    return;
  }
  const boxes = [...form.querySelectorAll("input[name=playbook]")];
  let chosen = read(data, readMark());

  const count = (number) => `${number || "No"} playbook${number === 1 ? "" : "s"}`;

  /** The papers of a part on every size of sheet; the page shows those on the reader's own. */
  function linkPapers({ part, id }) {
    const own = (data.playbooks[id]?.papers ?? []).filter((one) => one.part === part);
    const links = own.map(({ name, path, size }) => {
      const link = make("a", "", name);
      link.href = new URL(path, top);
      if (size) { // otherwise there is but one
        link.dataset.paper = size;
      }
      return link;
    });
    return links.length ? [make("p", "gb-session-papers", ...links)] : [];
  }

  function makeRow(block) {
    const { name, how } = data.parts[block.part];
    const head = make("th", "", name);
    head.scope = "row";
    return make("tr", "", make("td", "gb-session-minutes", `${block.start}–${block.end}`), head,
      make("td", "", how, ...linkPapers(block)));
  }

  function makeGroup(blocks) {
    const playbook = data.playbooks[blocks[0].id];
    const rows = blocks.map(makeRow);
    if (playbook) {
      const link = make("a", "", playbook.title);
      link.href = new URL(playbook.url, top);
      const cell = make("th", "", link);
      cell.colSpan = 3;
      cell.scope = "rowgroup";
      rows.unshift(make("tr", "gb-session-topic", cell));
    }
    return make("tbody", "", ...rows);
  }

  function makeTable(blocks) {
    const groups = [];
    for (const block of blocks) {
      if (groups.at(-1)?.[0].id === block.id) {
        groups.at(-1).push(block);
      } else {
        groups.push([block]);
      }
    }
    const heads = ["Minutes", "What", "How"].map((words) => {
      const cell = make("th", "", words);
      cell.scope = "col";
      return cell;
    });
    return make("table", "", make("thead", "", make("tr", "", ...heads)), ...groups.map(makeGroup));
  }

  function draw() {
    const blocks = plan(data, chosen);
    const most = findMost(data, chosen.minutes);
    form.minutes.value = String(chosen.minutes);
    for (const box of boxes) {
      box.checked = chosen.ids.includes(box.value);
    }
    for (const fold of form.querySelectorAll("details")) {
      const own = fold.querySelectorAll("input:checked").length;
      fold.querySelector(".gb-aside").textContent = own ? `${own} chosen` : "";
    }
    status.textContent = `${count(chosen.ids.length)} chosen; ${chosen.minutes} minutes hold ${most}.`;
    none.textContent = "Choose a playbook, and its plan appears here.";
    none.hidden = blocks.length > 0;
    tools.hidden = !blocks.length;
    table.replaceChildren(...(blocks.length ? [makeTable(blocks)] : []));
  }

  function set(next) {
    chosen = next;
    history.replaceState(null, "", chosen.ids.length ? write(chosen) : location.pathname);
    draw();
  }

  form.addEventListener("change", ({ target }) => {
    if (target.name === "minutes") {
      set(settle(data, { ...chosen, minutes: target.value }));
      return;
    }
    const asked = target.checked;
    set(choose(data, chosen, target.value, asked));
    if (asked && !target.checked) {
      status.textContent = `${chosen.minutes} minutes hold ${count(chosen.ids.length)}. Take one out, or take more minutes.`;
    }
  });

  const ACTS = {
    show: () => guidebookSlides.open(listSlides(data, chosen)),
    print: () => print(),
  };
  tools.addEventListener("click", ({ target }) => ACTS[target.dataset.act]?.());
  guidebookClipboard.copyBy(tools.querySelector("[data-act=copy]"), () => location.href);
  addEventListener("hashchange", () => {
    chosen = read(data, readMark());
    draw();
  });
  draw();
  // What is chosen is seen at once: above the chapters, or else in its own.
  const above = new Set([...form.querySelectorAll(".gb-session-most input")].map(({ value }) => value));
  for (const fold of form.querySelectorAll("details")) {
    fold.open = [...fold.querySelectorAll("input:checked")].some(({ value }) => !above.has(value));
  }
})();
