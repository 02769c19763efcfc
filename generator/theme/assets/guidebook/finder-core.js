/*
  What the finder finds, and in which order. `build` (or `prepare`, with pauses) takes the index
  once, `find` answers a query.

  A playbook is as good as the words it holds (`amount`) and, above all, as its best passages
  (`together`): a query that one line answers as a whole beats a query whose words are apart.
*/
"use strict";

globalThis.guidebookFinderCore = (() => {
  const { build } = guidebookFinderLookup;
  const { readQuery } = guidebookFinderQuery;
  const { isUrgent, learn, listAlarms, measureUrgency } = guidebookFinderDanger;
  const { readLearned } = guidebookFinderLearned;
  const { measureNearness } = guidebookFinderNearest;
  const { split } = guidebookFinderWords;
  const { FILLED, HELD, estimate, measureOrder, weighOrder } = guidebookFinderWeights;
  const { make: makeBest, findLeast: findLeastKept, offer, list } = guidebookFinderBest;
  const { describe } = guidebookFinderAnswer;
  const { NEAR, UNANSWERED, findPage, isNoAnswer, none, putGuessFirst, putNearestFirst, showBranches } = guidebookFinderOrder;

  const LIMIT = 7;
  // How the parts of a score weigh. Found by trying each higher and lower on queries of our own.
  const AMOUNT = 2.5;
  const TOGETHER = 1.6;
  const SECOND = 0.5;
  const ORDER = 0.4;
  const ENOUGH = 1;
  // A page seldom answers; of two that are nearly as good, the one about danger comes first.
  const PAGE = 0.8;
  const SAFETY = 1.05;
  const URGENT = 0.2; // the more, the more the words of a query are those of emergencies
  // Somebody with a customer in front of them comes before somebody who writes the rules.
  const MANAGERS = 0.65;
  // How likely an answer is what was meant: how much of what was typed it holds, and whether a line
  // of it says just that. From LIKELY on it is; below, the box says that nothing fits. Found on
  // queries of our own, with and without an answer.
  const EXACT = 2.4;
  const LIKELY = 1.75;
  const GRAVEST = 6; // pages of danger that come in the order of their list, before all others
  const LONG = 4; // words of danger that make what they name count twice
  const KEPT = 3; // of the passages of a document
  const LOOKED_AT = 150; // of the documents

  const WARM_UP = ["refund", "recieptt for a refnd", "shouting at the counter please help me"];

  /** How much of the query each document holds, and each of its passages. */
  function collect(lookup, units) {
    const amounts = new Float64Array(lookup.documents.length);
    const passages = new Float64Array(lookup.passages.length);
    const seen = new Uint8Array(lookup.passages.length);
    const touched = [];
    units.forEach(({ forms, groups, weight }, place) => {
      if (!weight) {
        return;
      }
      const held = new Float64Array(amounts.length);
      const lists = [
        ...[...forms].map(([number, share]) => [lookup.places[number] ?? [], share]),
        ...[...groups].map(([group, share]) => [lookup.groups[group], share]),
      ].sort((one, other) => other[1] - one[1]);
      for (const [list, share] of lists) {
        for (let at = 0; at < list.length; at += 1) {
          const passage = list[at];
          if (seen[passage] !== place + 1) {
            if (!seen[passage]) {
              touched.push(passage);
            }
            seen[passage] = place + 1;
            passages[passage] += weight * share;
            held[lookup.owners[passage]] += lookup.worths[passage] * share;
          }
        }
      }
      for (let at = 0; at < held.length; at += 1) {
        amounts[at] += held[at] && (weight * held[at]) / (held[at] + ENOUGH);
      }
    });
    return { amounts, passages, touched };
  }

  /** What a document must hold of the query to be looked at closely, where there are very many. */
  function findLeast(amounts) {
    return amounts.length > LOOKED_AT ? Float64Array.from(amounts).sort().at(-LOOKED_AT) : 0;
  }

  const WHOLE = 4; // words that a title for managers has at least, to be asked for by name

  /**
   * Whether a page that is no playbook is called so: its title begins with the words; or is all of
   * them, if it is not for staff.
   */
  const isCalled = (document, words) =>
    document.kind === "page" &&
    words.join("").length > 3 &&
    (document.readers
      ? words.length >= WHOLE && split(document.title).join(" ") === words.join(" ")
      : split(document.title).join(" ").startsWith(words.join(" ")));

  /** The documents that hold any of the query's words, `asked` in all, and how good each is. */
  function rank(lookup, units, asked) {
    const total = units.reduce((sum, unit) => sum + unit.weight, 0) || 1e-9;
    const { amounts, passages, touched } = collect(lookup, units);
    const least = findLeast(amounts);
    const urgency = measureUrgency(lookup, units);
    const best = makeBest(amounts.length, KEPT);
    const exacts = new Float64Array(amounts.length);
    const nearness = measureNearness(lookup, units, touched);
    const isOwner = new Uint8Array(amounts.length);
    const owners = [];
    for (const place of touched) {
      const owner = lookup.owners[place];
      if (amounts[owner] < least) {
        continue;
      }
      if (!isOwner[owner]) {
        isOwner[owner] = 1;
        owners.push(owner);
      }
      const ofPassage = Math.min(1, passages[place] / (lookup.masses[place] || 1e-9));
      const ofQuery = passages[place] / total;
      const worth = lookup.worths[place];
      exacts[owner] = Math.max(exacts[owner], ofQuery * ofPassage * Math.sqrt(worth));
      // Powers take long, and a tangent is never below them; most passages are not even that good.
      const most = worth * estimate(HELD, ofQuery) * estimate(FILLED, ofPassage);
      if (most > findLeastKept(best, owner)) {
        offer(best, owner, worth * ofQuery ** HELD.power * ofPassage ** FILLED.power, place);
      }
    }
    const order = weighOrder(units, lookup.numbers.size);
    return owners.map((place) => {
      const own = list(best, place).map(({ name, score }) => {
        const passage = lookup.passages[name];
        return { passage, score: score * (1 + ORDER * measureOrder(passage.words, order)) };
      });
      own.sort((one, other) => other.score - one.score);
      const together = own[0].score + SECOND * (own[1]?.score ?? 0);
      const score = (AMOUNT * amounts[place]) / total + TOGETHER * together;
      const document = lookup.documents[place];
      const isPage = document.kind === "page" && !document.answer && !document.readers;
      const lowest = isUrgent(document) ? 0 : 1; // a calm page with words of danger loses nothing
      const safety = lookup.safety.has(place) ? Math.max(lowest, SAFETY + URGENT * urgency) : 1;
      const share = isPage ? PAGE : safety;
      const rank = score * share * (document.readers ? MANAGERS : 1);
      const likeness = amounts[place] + EXACT * exacts[place];
      return {
        document,
        place,
        own,
        score: score * share,
        rank,
        likeness,
        exact: exacts[place],
        nearness: nearness[place] ?? 0,
        called: isCalled(document, asked),
      };
    });
  }

  /** Whether it is no document that holds what no page answers. */
  const isAnswer = (one) => one?.document.kind !== UNANSWERED;
  const findGraveness = (lookup, one) => Math.min(lookup.graveness.get(findPage(one)), GRAVEST);
  /** What so many words of danger count. */
  const measureAlarm = ({ length }) => 1 + length / LONG;

  /**
   * What was found, the best first; what words of danger lead to is above all else. `sure` says
   * whether the first is likely to be what was meant.
   */
  function ask(lookup, query, limit = LIMIT) {
    const alarms = listAlarms(lookup, query);
    const units = readQuery(lookup, query);
    const ranked = rank(lookup, units, split(query));
    ranked.sort(
      (one, other) =>
        other.called - one.called || other.rank - one.rank || one.place - other.place,
    );
    const isOne = units.length === 1; // word: many lines with it say no more than one
    const found = (isOne ? ranked : putNearestFirst(ranked)).filter(isAnswer);
    const first = alarms
      .map((alarm) => {
        const one = found.find(({ place }) => place === alarm.document);
        return { ...(one ?? none(lookup, alarm.document)), alarm };
      })
      .sort(
        (one, other) =>
          findGraveness(lookup, one) - findGraveness(lookup, other) ||
          other.rank * measureAlarm(other.alarm) - one.rank * measureAlarm(one.alarm),
      );
    const places = new Set(first.map(({ place }) => place));
    const others = found.filter(({ place }) => !places.has(place));
    const pages = new Set(first.map(findPage));
    const isLikely = (one) => one.called || one.likeness >= LIKELY;
    // One word cannot say more; who types "refund" may mean any page that speaks of it.
    const isOneWord = isOne && [...units[0].forms.values()].includes(1);
    const isHeld = (isOneWord && found.length > 0) || found.slice(0, NEAR).some(isLikely);
    // An emergency is guessed sooner where the words alone answer little, whatever is near to them.
    const isGood = first.length > 0 || (isHeld && isAnswer(ranked[0]));
    const sure = first.length > 0 || (isHeld && !isNoAnswer(ranked, found));
    const all = [...first, ...others];
    const shown = showBranches(all, first);
    const ordered = putGuessFirst(lookup, query, { found: all, shown, alarmed: pages, sure: isGood });
    const answers = (ordered === all ? shown : showBranches(ordered, first))
      .slice(0, sure ? limit : Math.min(limit, NEAR))
      .map((one) => describe(one, pages.has(findPage(one))));
    return { sure, answers };
  }

  /** The answers alone. */
  const find = (lookup, query, limit) => ask(lookup, query, limit).answers;

  function* ready(index, take) {
    const lookup = yield* take(index);
    yield;
    if (take === build) {
      learn(lookup);
    }
    lookup.learned = readLearned(index.words?.learned, index.documents);
    return lookup;
  }

  /**
   * Take the index, and let the engine compile what a first keystroke would have to wait for. A
   * generator: whoever has something else to do may pause it between two steps.
   */
  function* prepare(index, take = build) {
    const lookup = yield* ready(index, take);
    yield* guidebookFinderNearest.learn(lookup);
    for (const query of WARM_UP) {
      yield;
      find(lookup, query);
    }
    return lookup;
  }

  /** Take the index without a pause, where nobody waits for a first keystroke. */
  function start(index) {
    const steps = ready(index, build);
    let step = steps.next();
    while (!step.done) {
      step = steps.next();
    }
    return step.value;
  }

  return { build: start, prepare, ask, find };
})();
