/* Changes that are written, taken back and made again; `bar` shows how that went. */
"use strict";

globalThis.guidebookEditorChanges = (() => {
  const { act } = guidebookEditorRequests;
  const { settle } = guidebookEditorConflicts;

  /** Have something written, which is then `said`; whether that was done. `refuse` shows what is in the way. */
  async function write(body, bar, refuse, said) {
    bar.say("Saving …");
    try {
      const done = await settle(await act("text" in body ? "rewrite" : "change", body));
      bar.showHistory(done.history);
      bar.say(said);
      return true;
    } catch (error) {
      bar.say("Not saved");
      refuse(error.message);
      return false;
    }
  }

  /** Take the last change back, or make it again; whether that was done. */
  async function go(way, bar) {
    try {
      const done = await settle(await act(way));
      bar.showHistory(done.history);
      bar.say(way === "undo" ? "Undone" : "Done again");
      return true;
    } catch (error) {
      bar.say(error.message);
      return false;
    }
  }

  return { go, write };
})();
