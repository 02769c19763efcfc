/* Which of the ways to say it comes first, for the channel that the reader has chosen. Pure. */
"use strict";

globalThis.guidebookPhraseOrder = (() => {
  /** The places of the ways to say it, those that fit the reader's channel first. */
  function order(ways, channel) {
    const fits = ({ channels }) => !channel || !channels.length || channels.includes(channel);
    const places = ways.map((_, place) => place);
    return [
      ...places.filter((place) => fits(ways[place])),
      ...places.filter((place) => !fits(ways[place])),
    ];
  }

  /** The words as spoken, without the quotation marks around them. */
  function unquote(text) {
    return text.replace(/\s+/g, " ").trim().replace(/^“|”$/g, "");
  }

  return { order, unquote };
})();
