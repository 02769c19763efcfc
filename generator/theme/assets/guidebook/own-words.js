/* A field to say something in one's own words first, by typing or by speaking. */
"use strict";

globalThis.guidebookOwnWords = (() => {
  const { isSecond, make, makeButton } = guidebookElements;

  /** `ask` is what is asked, `go` what the button says, `note` where the words stay; `take` gets them. */
  function draw({ ask, go, note, take }) {
    const area = make("textarea", "gb-play-own");
    area.rows = 2;
    area.maxLength = 500;
    const next = makeButton("gb-button gb-play-next", go);
    next.type = "submit";
    next.addEventListener("click", (event) => isSecond(event) && event.preventDefault());
    const form = make(
      "form",
      "gb-play-speak",
      make("label", "", make("span", "gb-play-ask", ask), area),
      make("p", "gb-play-tools", next, ...guidebookSpeech.offer(area)),
      make("p", "gb-why", note),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      take(area.value.trim());
    });
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        form.requestSubmit();
      }
    });
    return form;
  }

  return { draw };
})();
