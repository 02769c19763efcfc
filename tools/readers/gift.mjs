// Texts in GIFT, read by gift-pegjs: a list of texts in, the questions of each out, or its fault.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { parse } = createRequire(import.meta.url)("gift-pegjs");

function read(text) {
  try {
    return { questions: parse(text) };
  } catch (error) {
    return { fault: String(error.message) };
  }
}

const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map(read)));
