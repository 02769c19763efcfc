/* Speaking instead of typing, only where the browser writes down what it hears on this device. */
"use strict";

globalThis.guidebookSpeech = (() => {
  const { make, makeButton } = guidebookElements;
  const Recognition = globalThis.SpeechRecognition;
  const language = /^en\b/.test(navigator.language) ? navigator.language : "en-US";
  const LOCAL = { langs: [language], processLocally: true };
  const SILENT = "Nothing was heard. Please type, or let this site use the microphone.";
  const REFUSED = "This browser would send your voice away to write it down, so it does not listen. Please type.";

  /** Most browsers send what they hear to their maker; here it must not leave the device. */
  async function isLocal() {
    try {
      return (await Recognition.available(LOCAL)) === "available";
    } catch {
      return false;
    }
  }

  /** Write what is said into a field, until nothing more is said; `ended` is called with whether it failed. */
  function listen(area, ended) {
    let failed = false;
    const recognition = Object.assign(new Recognition(), { lang: language, processLocally: true });
    recognition.onresult = ({ results }) => {
      const heard = [...results].map(([{ transcript }]) => transcript.trim()).join(" ");
      area.value = [area.value.trim(), heard].filter(Boolean).join(" ");
    };
    recognition.onerror = () => {
      failed = true;
    };
    recognition.onend = () => ended(failed);
    recognition.start();
    return recognition;
  }

  /** A button to speak with instead of typing; nothing where the browser has no such thing. */
  function offer(area) {
    if (!Recognition?.available) {
      return [];
    }
    const button = makeButton("gb-button gb-speak", "Speak");
    const status = make("span", "gb-why");
    status.setAttribute("role", "status");
    button.setAttribute("aria-pressed", "false");
    let recognition;

    function end(failed) {
      recognition = undefined;
      status.textContent = failed ? SILENT : "";
      button.setAttribute("aria-pressed", "false");
      area.focus();
    }

    // A browser is asked only now: some have no answer, and fall over the question.
    button.addEventListener("click", async () => {
      if (recognition) {
        recognition.stop();
      } else if (await isLocal()) {
        recognition = listen(area, end);
        button.setAttribute("aria-pressed", "true");
      } else {
        status.textContent = REFUSED;
        button.hidden = true;
        area.focus();
      }
    });
    return [button, status];
  }

  return { offer };
})();
