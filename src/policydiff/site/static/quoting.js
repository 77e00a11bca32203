/* Where a part of a text is cut: behind a pause or a word, and never within one. policydiff.quoting does the same. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const LEAST = 4; // characters that are worth a …
  const PAUSE = /[，。；：！？、]|[,;:.!?](?=\s)/g;

  /* The places of the pauses in a stretch of a text. */
  const pauses = (text, from, to) =>
    [...text.matchAll(PAUSE)].map(({ index }) => index).filter((index) => index >= from && index < to);

  /* The borders of the word around a place, as the browser knows words; the place itself, twice, where it is in none. */
  const segmenter = Intl.Segmenter && new Intl.Segmenter("zh", { granularity: "word" });
  function borders(text, at) {
    const word = segmenter?.segment(text).containing(at);
    return word && word.index < at ? [word.index, word.index + word.segment.length] : [at, at];
  }

  /* Where a part of a text that shows a place begins and ends: at most so many characters, so many before the place. */
  policydiff.stretch = (text, at, { before = 0, most }) => {
    if (text.length <= most + LEAST) return [0, text.length];
    const [pause = borders(text, at - before)[1] - 1] = at > before ? pauses(text, at - before, at) : [-1];
    const from = Math.min(pause + 1 + /^\s*/.exec(text.slice(pause + 1))[0].length, at);
    if (text.length - from <= most + LEAST) return [from, text.length];
    const to = pauses(text, from + most * 0.6, from + most).at(-1) ?? borders(text, from + most)[0];
    return [from, from + text.slice(from, to).trimEnd().length];
  };
})();
