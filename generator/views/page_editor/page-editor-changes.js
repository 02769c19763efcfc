/* Changes that are written, taken back and made again; `tell` shows how that went. */
"use strict";

globalThis.guidebookEditorChanges = (() => {
  const { act } = guidebookEditorRequests;

  /** Where somebody else has changed the same, theirs stays unless this person wants it otherwise. */
  async function settle(name, { conflicts, digest }) {
    for (const conflict of conflicts) {
      if (await guidebookEditorConflicts.ask(conflict)) {
        const changes = [{ set: conflict.loc, value: conflict.mine }];
        await act("change", { name, digest, changes });
      }
    }
  }

  /** Have something written; whether that was done. `refuse` shows what is in the way. */
  async function write(body, tell, refuse = tell.say) {
    tell.say("Saving …");
    try {
      const done = await act("text" in body ? "rewrite" : "change", body);
      await settle(body.name, done);
      tell.showHistory(done.history);
      tell.say("Saved");
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
      const done = await act(way);
      await settle(null, done);
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
