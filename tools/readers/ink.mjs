// Stories in ink, compiled and played by inkjs: a list of stories in. Of each comes out its tags, and
// every path to an end: the choices that were taken, and what was said, chosen and tagged on the way.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { Compiler, Story } = createRequire(import.meta.url)("inkjs/full");
const LONGEST = 40;

function run(story, seen) {
  while (story.canContinue) {
    seen.push({ text: story.Continue().trim(), tags: story.currentTags });
  }
}

/** Play on from a point that a story is in; `taken` are the choices that led there. */
function* play(story, taken, seen) {
  run(story, seen);
  if (!story.currentChoices.length || taken.length > LONGEST) {
    yield { taken, seen };
    return;
  }
  const kept = story.state.ToJson();
  for (const [place, choice] of story.currentChoices.entries()) {
    story.state.LoadJson(kept);
    story.ChooseChoiceIndex(place);
    yield* play(story, [...taken, place], [...seen, { chosen: choice.text }]);
  }
}

function read(text) {
  try {
    const story = new Story(new Compiler(text).Compile().ToJson());
    return { tags: story.globalTags, paths: [...play(story, [], [])] };
  } catch (error) {
    return { fault: String(error.message) };
  }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(read)));
