/* A playbook's page: copy the words, count the ticks, keep the right column in sight. */
"use strict";

(() => {
  const progress = (done, all) => ({ share: all ? done / all : 0, text: `${done} of ${all} done` });

  async function copy(text) {
    if (navigator.clipboard) {
      return navigator.clipboard.writeText(text);
    }
    // Without https there is only the old way.
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    if (!copied) {
      throw new Error("the browser does not copy");
    }
  }

  for (const button of document.querySelectorAll(".gb-copy")) {
    const label = button.textContent;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await copy(button.dataset.copy);
        button.textContent = "Copied";
        button.dataset.done = "";
      } catch {
        button.textContent = "Select and copy";
      }
      setTimeout(() => {
        button.textContent = label;
        delete button.dataset.done;
      }, 2000);
    });
  }

  for (const form of document.querySelectorAll(".gb-check")) {
    const boxes = [...form.querySelectorAll("input[type=checkbox]")];
    const draw = () => {
      const { share, text } = progress(boxes.filter((box) => box.checked).length, boxes.length);
      form.style.setProperty("--gb-done", String(share));
      const count = form.querySelector(".gb-count");
      if (count.textContent !== text) {
        count.textContent = text;
      }
    };
    form.addEventListener("change", draw);
    form.addEventListener("reset", () => setTimeout(draw));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector(".gb-print").addEventListener("click", () => print());
    draw();
  }

  // The right column stays in sight; one that is higher than the window shows its end.
  const side = document.querySelector(".gb-side");
  if (side) {
    const place = () => {
      const room = innerHeight - side.offsetHeight - 16;
      const below = document.querySelector(".gb-header").offsetHeight;
      side.style.setProperty("--gb-side-top", `${Math.min(below, room)}px`);
    };
    new ResizeObserver(place).observe(side);
    addEventListener("resize", place);
  }
})();
