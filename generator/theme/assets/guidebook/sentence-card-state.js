/* The sentence as a card: which way of saying it shows, and for whose eyes. Pure. */
"use strict";

globalThis.guidebookSentenceCard = (() => {
  const SLOT = /(\[[^[\]\n]{1,60}\])/;

  function open(ways, place) {
    return { ways, place, forCustomer: false, reading: false };
  }

  function answer(state, action) {
    const turn = (by) => ({
      ...state,
      place: (state.place + by + state.ways.length) % state.ways.length,
      reading: false,
    });
    switch (action) {
      case "next":
        return turn(1);
      case "back":
        return turn(-1);
      case "turn over":
        return { ...state, forCustomer: !state.forCustomer, reading: false };
      case "read":
        return { ...state, reading: !state.reading };
      case "silent":
        return { ...state, reading: false };
      default:
        return state;
    }
  }

  /** What the card says now. */
  function describe({ ways, place, forCustomer, reading }) {
    return {
      name: forCustomer ? "For the customer" : "Say",
      words: ways[place],
      place: ways.length > 1 ? `${place + 1} of ${ways.length}` : "",
      turnOver: forCustomer ? "Back to the words" : "Show to the customer",
      read: reading ? "Stop reading" : "Read aloud",
    };
  }

  /** The words as pieces; every second one is a place to fill in, such as “[name]”. */
  function split(words) {
    return words.split(SLOT);
  }

  /** What a voice reads: a place to fill in is only named. */
  function speak(words) {
    return words.replace(/[[\]]/g, "");
  }

  /** The largest whole size that fits, or the smallest there is. */
  function fit(smallest, largest, fits) {
    let [low, high] = [Math.floor(smallest), Math.floor(largest)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (fits(middle)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  return { open, answer, describe, split, speak, fit };
})();
