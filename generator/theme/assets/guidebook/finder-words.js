/*
  Words as the finder reads them: cut out of a text, brought to one form, compared.
  Pure, like all of the finder but its box: runs in any JavaScript engine, no page, no network.
*/
"use strict";

globalThis.guidebookFinderWords = (() => {
  // Taken apart, so that "not" counts however it is written.
  const APART = new Map(
    ("ca do does did is are was were have has had could would should must wo ai").split(" ").map((word) => [
      `${word}nt`,
      [{ ca: "can", wo: "will", ai: "is" }[word] ?? word, "not"],
    ]),
  ).set("cannot", ["can", "not"]);

  // So that "he's" is a word that says little, like "he". Not "we'll", "I'll" and the like, which
  // are other words without their apostrophe.
  for (const word of "he she it that there what where who how someone somebody everyone nobody".split(" ")) {
    APART.set(`${word}s`, [word, "is"]);
  }

  // What people write short or as they say it. Each means one thing only.
  const SHORT = {
    im: "i am",
    ive: "i have",
    youre: "you are",
    youve: "you have",
    theyre: "they are",
    theyve: "they have",
    weve: "we have",
    gonna: "going to",
    wanna: "want to",
    gotta: "got to",
    gimme: "give me",
    lemme: "let me",
    dunno: "do not know",
    outta: "out of",
    u: "you",
    ur: "your",
    r: "are",
    wiv: "with",
    cuz: "because",
    coz: "because",
    plz: "please",
    pls: "please",
    thru: "through",
    wat: "what",
    wot: "what",
    sum1: "someone",
    some1: "someone",
    sumone: "someone",
    sumthin: "something",
    sumthing: "something",
    summat: "something",
    somethin: "something",
    nothin: "nothing",
    ppl: "people",
    msg: "message",
    txt: "text",
    tonite: "tonight",
    "2nite": "tonight",
    b4: "before",
    hisself: "himself",
    theirself: "themselves",
    blud: "blood",
    yous: "you",
    evry1: "everyone",
    every1: "everyone",
    ne1: "anyone",
    no1: "no one",
    gona: "going to",
    gunna: "going to",
    tryna: "trying to",
    sed: "said",
    hlp: "help",
    cnt: "can not",
    dnt: "do not",
    dwn: "down",
    bk: "back",
    wher: "where",
    woz: "was",
    hav: "have",
    kno: "know",
    nd: "and",
    w: "with",
    outa: "out of",
    sumfin: "something",
    nuffin: "nothing",
    "2day": "today",
    rn: "right now",
    yr: "year",
    yrs: "years",
    mins: "minutes",
    hr: "hour",
    hrs: "hours",
    youse: "you",
    mgr: "manager",
    mngr: "manager",
    cust: "customer",
    custmer: "customer",
    appt: "appointment",
    tix: "tickets",
    abt: "about",
    fone: "phone",
    bday: "birthday",
    tmrw: "tomorrow",
    tmw: "tomorrow",
    xtra: "extra",
    recpt: "receipt",
  };
  for (const [short, long] of Object.entries(SHORT)) {
    APART.set(short, long.split(" "));
  }

  // One spelling for both sides of the ocean. Only the key changes, and it changes alike in what is
  // typed and in what is searched, so a word that is cut oddly is still found.
  const SPELLINGS = [
    [/^(behavi|fav|col|hon|hum|neighb|rum|lab|harb|flav|od|endeav|sav)our/, "$1or"],
    [/^practis/, "practic"],
    [/^(.{3,})is(?=(?:e[drs]?|ing|ations?|able)$)/, "$1iz"],
    [/lys(?=(?:e[drs]?|ing)$)/, "lyz"],
    [/ogue(?=s?$)/, "og"],
    [/^(cent|theat|lit|met|fib)re(?=s?$)/, "$1er"],
    [/^(licen|defen|offen|preten)ce(?=s?$)/, "$1se"],
    [/^enquir/, "inquir"],
    [/^programme/, "program"],
    [/^judgement/, "judgment"],
    [/^mum(?=s?$|m)/, "mom"],
    [/^grey/, "gray"],
    [/^diarrhoe/, "diarrhe"],
  ];

  const isPlain = (text) => /^[\x20-\x7e]*$/.test(text);

  const fold = (text) =>
    (isPlain(text) ? text : text.normalize("NFKD").replace(/\p{M}+/gu, ""))
      .replace(/['’‘ʼ]/g, "")
      .toLowerCase();

  /** The words of a text, without accents and apostrophes; a hyphen parts two words. */
  function split(text) {
    const folded = fold(text);
    return folded.match(isPlain(folded) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
  }

  const isAnd = (words, place) => words[place] === "n" && words[place + 1] !== "word";

  // An age as it is typed: "4yo", "8mo".
  const AGE = /^(\d+)(?:(yo|yr|yrs)|mo|mth|mths)$/;

  /** What a word says in full; "n" is "and" only between two words. */
  function sayInFull(word, place, words) {
    const [, age, years] = AGE.exec(word) ?? [];
    return age
      ? [age, years ? "year" : "month", "old"]
      : isAnd(words, place)
        ? "and"
        : (APART.get(word) ?? word);
  }

  const whole = new Set();

  /** Whether a word is always read as it is written; nearly all are, so they are remembered. */
  const isWhole = (word) =>
    whole.has(word) || (word !== "n" && !APART.has(word) && !AGE.test(word) && Boolean(whole.add(word)));

  /** The same with "can't", "he's", "gonna" and the like taken apart. */
  function read(text) {
    const words = split(text);
    return words.every(isWhole) ? words : words.flatMap(sayInFull);
  }

  const keys = new Map();

  /** What all forms of a word share: "apologising" and "apologize" have one key. */
  function key(word) {
    let found = keys.get(word);
    if (found === undefined) {
      found = word;
      if (/^[a-z]{3,30}$/.test(word)) {
        for (const [pattern, other] of SPELLINGS) {
          found = found.replace(pattern, other);
        }
        found = guidebookStem(found);
      }
      keys.set(word, found);
    }
    return found;
  }

  /**
   * How many slips part two words: a letter more, less, other, or two swapped. Beyond `most` the
   * answer is `most + 1`, and soon.
   */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) {
      return most + 1;
    }
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= other.length; j += 1) {
        const differs = one[i - 1] === other[j - 1] ? 0 : 1;
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + differs);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        next.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) {
        return most + 1;
      }
      before = row;
      row = next;
    }
    return Math.min(row[other.length], most + 1);
  }

  /** The consonants one hears, so that "agresiv" meets "aggressive". */
  const sound = (word) =>
    word[0] +
    word
      .slice(1)
      .replace(/ph/g, "f")
      .replace(/ck|q/g, "k")
      .replace(/c(?=[eiy])|z/g, "s")
      .replace(/c/g, "k")
      .replace(/[aeiouyhw]/g, "")
      .replace(/(.)\1+/g, "$1");

  const MOST_LETTERS = 400;
  const MOST_WORDS = 32;

  /** The words of a query, up to as many as anybody types. */
  const readTyped = (query) => read(query.slice(0, MOST_LETTERS)).slice(0, MOST_WORDS);

  // Words as they are spoken: "chokin", "froat", "mouf", "breave".
  const SPOKEN = [
    [/in$/, "ing"],
    [/f/, "th"],
    [/v/, "th"],
  ];

  /** What a word is meant to be that nobody knows as written, if it was written as it is spoken. */
  function hear(words, word) {
    if (word.length < 4 || words.has(word)) {
      return word;
    }
    const heard = SPOKEN.map(([spoken, written]) => word.replace(spoken, written));
    return heard.find((other) => other !== word && words.has(other)) ?? word;
  }

  /** A bit for each letter that a word has: most words differ in that alone. */
  function listLetters(word) {
    let letters = 0;
    for (let place = 0; place < word.length; place += 1) {
      letters |= 1 << (word.charCodeAt(place) & 31);
    }
    return letters;
  }

  function countBits(bits) {
    let count = 0;
    for (let rest = bits; rest; rest &= rest - 1) {
      count += 1;
    }
    return count;
  }

  return { split, read, readTyped, hear, key, distance, sound, listLetters, countBits };
})();
