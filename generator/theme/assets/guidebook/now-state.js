/*
  Now mode, as values: a page one step at a time; what is not an emergency has one branch. Branches are `{ id, count }`, each with so
  many steps. A state is null for the page as it is, or `{ branch, step }`: at step 0 it is still
  asked what one sees, and the step after the last is the end. Its address is the part after the
  “#”: `now`, `now=adult/3` or `now=adult/end`.
*/
"use strict";

globalThis.guidebookNow = (() => {
  const ASKED = Object.freeze({ branch: "", step: 0 });

  const find = (branches, state) => branches.find(({ id }) => id === state?.branch);

  function start(branches) {
    return branches.length === 1 ? { branch: branches[0].id, step: 1 } : ASKED;
  }

  /** The state that stays within its branch, whichever step was asked for. */
  function jump(branches, state, step) {
    const branch = find(branches, state);
    if (!branch) {
      return state;
    }
    return { branch: branch.id, step: Math.min(Math.max(1, Math.trunc(step) || 1), branch.count + 1) };
  }

  const isEnd = (branches, state) => state?.step === find(branches, state)?.count + 1;

  const next = (branches, state) => jump(branches, state, (state?.step ?? 0) + 1);

  /** One step back; from the first one to the question, and from there to the page. */
  function back(branches, state) {
    if (state && state.step > 1) {
      return jump(branches, state, state.step - 1);
    }
    return state?.step === 1 && branches.length > 1 ? ASKED : null;
  }

  function write(branches, state) {
    if (!state) {
      return "";
    }
    const step = isEnd(branches, state) ? "end" : state.step;
    return state.branch ? `now=${state.branch}/${step}` : "now";
  }

  /** An address as it was written; on its way through a message it may have been escaped. */
  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /** What an address says; what it has wrong leads to the nearest that there is. */
  function read(branches, address) {
    const [, isOurs, id, step] = /^(now)(?:=([^/]*)(?:\/(.*))?)?$/.exec(decode(address)) ?? [];
    if (!isOurs) {
      return null;
    }
    if (!find(branches, { branch: id })) {
      return start(branches);
    }
    return jump(branches, { branch: id }, step === "end" ? Infinity : Number(step));
  }

  /** Where one is, in words. */
  function describePlace(branches, state) {
    if (!state?.step) {
      return state ? `${branches.length} answers` : "";
    }
    const { count } = find(branches, state);
    return isEnd(branches, state) ? `All ${count} steps` : `Step ${state.step} of ${count}`;
  }

  return { back, describePlace, isEnd, jump, next, read, write };
})();
