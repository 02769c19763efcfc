/*
  Records a course on a platform that speaks SCORM, 1.2 or 2004. What the platform gives is looked for
  in the windows around this one. After the end nothing is written any more, and no text is longer than
  the standard allows: platforms that do not mind are not the rule.
*/
"use strict";

globalThis.guidebookScorm = (() => {
  const WINDOWS = 20;
  const KEPT = 4000; // characters: 1.2 allows 4,096, early 2004 platforms 4,000
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const clock = (seconds) => `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  const letter = (place) => "abcdefghij"[place];
  const findRight = (choices) => choices.findIndex(({ right }) => right);

  const SCORM12 = {
    name: "API",
    calls: { open: "LMSInitialize", read: "LMSGetValue", write: "LMSSetValue", save: "LMSCommit", close: "LMSFinish" },
    mode: "cmi.core.lesson_mode",
    mastery: (read) => Number(read("cmi.student_data.mastery_score")),
    describe: ({ id, choices, chosen, at, seconds }) => [
      ["id", id.slice(0, 255)],
      ["time", at.toTimeString().slice(0, 8)],
      ["type", "choice"],
      ["correct_responses.0.pattern", letter(findRight(choices))],
      ["student_response", letter(chosen)],
      ["result", choices[chosen].right ? "correct" : "wrong"],
      ["latency", `00${clock(seconds)}`],
    ],
    report: ({ score, completed, passed }) => [
      ["cmi.core.score.min", "0"],
      ["cmi.core.score.max", "100"],
      ["cmi.core.score.raw", String(score)],
      ["cmi.core.lesson_status", completed ? (passed ? "passed" : "failed") : "incomplete"],
    ],
    end: (seconds) => [["cmi.core.exit", "suspend"], ["cmi.core.session_time", `00${clock(seconds)}`]],
  };

  const SCORM2004 = {
    name: "API_1484_11",
    calls: { open: "Initialize", read: "GetValue", write: "SetValue", save: "Commit", close: "Terminate" },
    mode: "cmi.mode",
    mastery: (read) => Number(read("cmi.scaled_passing_score")) * 100,
    describe: ({ id, asked, choices, chosen, at, seconds }) => [
      ["id", id],
      ["type", "choice"],
      ["timestamp", `${at.toISOString().slice(0, 22)}Z`],
      ["correct_responses.0.pattern", choices[findRight(choices)].key],
      ["learner_response", choices[chosen].key],
      ["result", choices[chosen].right ? "correct" : "incorrect"],
      ["latency", `PT${seconds}S`],
      ["description", asked.slice(0, 250)],
    ],
    report: ({ score, completed, passed, count, done }) => [
      ["cmi.score.min", "0"],
      ["cmi.score.max", "100"],
      ["cmi.score.raw", String(score)],
      ["cmi.score.scaled", String(score / 100)],
      ["cmi.progress_measure", (done / count).toFixed(4)],
      ["cmi.completion_status", completed ? "completed" : "incomplete"],
      ["cmi.success_status", completed ? (passed ? "passed" : "failed") : "unknown"],
    ],
    end: (seconds) => [["cmi.exit", "suspend"], ["cmi.session_time", `PT${seconds}S`]],
  };

  /** What the platform gives, in a window around or behind; windows of another host are closed to us. */
  function findApi(name, start = globalThis) {
    for (const step of ["parent", "opener"]) {
      let around = step === "parent" ? start : start.opener;
      for (let count = 0; around && count < WINDOWS; count += 1) {
        try {
          if (around[name]) {
            return around[name];
          }
        } catch {
          break;
        }
        around = around.parent === around ? null : around.parent;
      }
    }
    return null;
  }

  /** A recorder; `showTrouble` is called with true while something could not be saved. */
  function make({ name, calls, mode, mastery, describe, report, end }, showTrouble) {
    let api = null;
    let count = 0;
    let isOpen = false;
    let isKept = false; // whether anything may be written at all

    const call = (what, ...values) => String(api[calls[what]](...values));
    const read = (field) => call("read", field);
    const writeAll = (fields) => fields.map(([field, value]) => call("write", field, value)).every((one) => one === "true");

    async function open() {
      api = findApi(name);
      isOpen = Boolean(api) && call("open", "") === "true";
      if (!isOpen) {
        return null;
      }
      isKept = !["browse", "review"].includes(read(mode));
      count = Number(read("cmi.interactions._count")) || 0;
      const asked = read("cmi.suspend_data");
      return { kept: asked, mastery: mastery(read) || null, isKept };
    }

    function record(choice) {
      if (isOpen && isKept) {
        const fields = describe(choice).map(([field, value]) => [`cmi.interactions.${count}.${field}`, value]);
        showTrouble(!writeAll(fields));
        count += 1;
      }
    }

    function save(progress, kept) {
      if (isOpen && isKept) {
        const isWhole = kept.length <= KEPT;
        const fields = [...report(progress), ...(isWhole ? [["cmi.suspend_data", kept]] : [])];
        const isWritten = writeAll(fields) && call("save", "") === "true";
        showTrouble(!(isWritten && isWhole));
      }
    }

    /** End; a platform takes nothing after that. */
    async function close(seconds) {
      if (isOpen) {
        if (isKept) {
          writeAll(end(seconds));
          call("save", "");
        }
        isOpen = false;
        call("close", "");
      }
      return "";
    }

    return { open, record, save, close };
  }

  return {
    makeScorm12: (showTrouble) => make(SCORM12, showTrouble),
    makeScorm2004: (showTrouble) => make(SCORM2004, showTrouble),
  };
})();
