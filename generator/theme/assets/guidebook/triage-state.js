/*
  Where someone is among the questions, as values. A tree is `{ first, steps }`: each step, by
  its mark, lists its answers as `{ say, go }`; an end has none. A path lists marks from the first.
  What was said is kept by step, for answers that lead to the same place.
*/
"use strict";

globalThis.guidebookTriage = (() => {
  const leads = (tree, from, to) => tree.steps[from].some((answer) => answer.go === to);

  /** The shortest path from the first question to a step. */
  function find(tree, mark) {
    const paths = [[tree.first]];
    const seen = new Set([tree.first]);
    for (const path of paths) {
      if (path.at(-1) === mark) {
        return path;
      }
      for (const { go } of tree.steps[path.at(-1)]) {
        if (go && !seen.has(go)) {
          seen.add(go);
          paths.push([...path, go]);
        }
      }
    }
    return [tree.first];
  }

  /** The path after going to a step: one further, back to where one was, or straight there. */
  function go(tree, path, mark) {
    if (!mark) {
      return [tree.first];
    }
    if (!Object.hasOwn(tree.steps, mark)) {
      return path;
    }
    if (path.includes(mark)) {
      return path.slice(0, path.indexOf(mark) + 1);
    }
    return leads(tree, path.at(-1), mark) ? [...path, mark] : find(tree, mark);
  }

  /** The answers that led here, each with its question; the last one is the heading of an end. */
  function list(tree, path, said) {
    const past = tree.steps[path.at(-1)].length ? path.slice(1) : path.slice(1, -1);
    return past.map((mark, index) => {
      const step = path[index];
      const fitting = tree.steps[step].filter((answer) => answer.go === mark);
      return { step, say: (fitting.find(({ say }) => say === said[step]) ?? fitting[0]).say };
    });
  }

  /** What a screen reader announces besides the question. */
  function describe(tree, path) {
    const count = tree.steps[path.at(-1)].length;
    return count ? `Question ${path.length}, ${count} answers` : "Here is what to open";
  }

  return { describe, go, list };
})();
