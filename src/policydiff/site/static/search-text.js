/* Words and characters as search compares them: policydiff.text and policydiff.search.tokens in JavaScript.
   `fold` keeps a text's length: a place found in the folded text is a place in the text itself. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const known = new Map();

  function foldOne(character) {
    let folded = known.get(character);
    if (folded === undefined) {
      folded = character.normalize("NFKC").toLowerCase();
      if (folded.length !== character.length) folded = character;
      known.set(character, folded);
    }
    return folded;
  }

  const fold = (text) => {
    let out = "";
    for (let i = 0; i < text.length; i += 1) out += foldOne(text[i]);
    return out;
  };

  /* Traditional characters and their simplified forms by turns, 雲云網网: to search they are one. */
  const learn = (pairs) => { for (let i = 0; i < pairs.length; i += 2) known.set(pairs[i], pairs[i + 1]); };

  /* The scripts that write no blanks between words: one character, one unit. */
  const UNSPACED = "\\u1100-\\u11ff\\u2e80-\\ud7ff\\uf900-\\ufaff\\uff66-\\uffdc\\u{20000}-\\u{3ffff}";
  const LETTERS = `(?:(?![${UNSPACED}])[\\p{L}\\p{Nl}\\p{No}])+`;
  const SIGNS = "[%‰]|(?<=\\p{Nd})[./](?=\\p{Nd})"; // without them 10% is 10, 1.5 is 15, and 2/3 is 23
  const UNIT = new RegExp(`${LETTERS}|[\\p{L}\\p{N}]|${SIGNS}`, "gu");
  const RUN = new RegExp(`(?:[\\p{L}\\p{N}]|${SIGNS})+`, "gu"); // units between which nothing stands
  const WORD = new RegExp(`^${LETTERS}$`, "u");

  /* The Chinese characters, digits, words of letters and signs of numbers in a text: { text, from, to }. */
  const units = (text) =>
    [...fold(text).matchAll(UNIT)].map((found) => ({ text: found[0], from: found.index, to: found.index + found[0].length }));
  const unitTexts = (text) => fold(text).match(UNIT) || [];
  const isLetters = (unit) => WORD.test(unit);

  /* Spellings of one word, as parts of stems, the American beside the British: both become what stands last. */
  const SPELLINGS = [
    [/^(lic|def|off|pret)enc(?=e?$)/, "$1ens"],
    [/(?<=...)([iy])z(?=$|ation|er$)/u, "$1s"],
    [/^(dis|en|un)?(lab|behavi|col|fav|harb|hon|neighb|deav|vap|rum|tum|hum|flav|sav|vig)our/, "$1$2or"],
    [/^((?:kilo|centi|milli)?met|cent|(?:milli)?lit|theat|fib)r$/, "$1er"],
    [/gramm$/, "gram"],
    [/^(cancel|label|travel|model|level|signal|channel|fuel|counsel|equal|fulfil|enrol|instal)l/, "$1"],
    [/^(catal|dial|anal)ogu$/, "$1og"],
    [/^(judg|acknowledg|abridg)ement/, "$1ment"],
    [/^practis$/, "practic"],
  ];

  /* What the inflections of an English word share, and its two spellings: duty and duties, licence and license. */
  const stem = (word) => SPELLINGS.reduce((one, [pattern, spelt]) => one.replace(pattern, spelt), root(word));

  function root(plural) {
    const word = singular(plural);
    for (const ending of ["ing", "ed"]) {
      if (!word.endsWith(ending) || word.endsWith("eed")) continue;
      const rest = word.slice(0, -ending.length);
      if (!/[aeiouy]/.test(rest) || rest.endsWith("e")) continue;
      return rest.length > 2 ? undouble(rest) : rest + "e";
    }
    return word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
  }

  function singular(word) {
    if (word.length > 4 && /(?:ies|ied)$/.test(word)) return word.slice(0, -3) + "y";
    if (word.length > 4 && /(?:sses|shes|ches|xes|zes)$/.test(word)) return word.slice(0, -2);
    return word.length > 3 && word.endsWith("s") && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
  }

  const undouble = (rest) => rest.length > 3 && /([^aeioulsz])\1$/.test(rest) ? rest.slice(0, -1) : rest;

  policydiff.text = { RUN, fold, learn, stem, units, unitTexts, isLetters };
})();
