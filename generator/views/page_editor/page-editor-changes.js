/* Changes that are written, taken back and made again; `tell` shows how that went. */
"use strict";

globalThis.guidebookEditorChanges = (() => {
  const { act } = guidebookEditorRequests;
  const { settle } = guidebookEditorConflicts;

  /** Have something written, which is then `said`; whether that was done. `refuse` shows what is in the way. */
  async function write(body, tell, refuse, said) {
    tell.say("Saving …");
    try {
      const done = await settle(await act("text" in body ? "rewrite" : "change", body));
      tell.showHistory(done.history);
      tell.say(said);
      return true;
    } catch (error) {
      tell.say("Not saved");
      refuse(error.message);
      return false;
    }
  }

  /** Take the last change back, or make it again; whether that was done. */
  async function go(way, tell) {
    try {
      const done = await settle(await act(way));
      tell.showHistory(done.history);
      tell.say(way === "undo" ? "Undone" : "Done again");
      return true;
    } catch (error) {
      tell.say(error.message);
      return false;
    }
  }

  return { go, write };
})();
