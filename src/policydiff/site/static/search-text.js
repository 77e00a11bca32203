/* Words and characters as search compares them. `fold` keeps a text's length, as policydiff.text does in
   Python: a place found in the folded text is a place in the text itself. */
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

  /* The stem that an English word shares with its plural, its -ed and its -ing. */
  function stem(word) {
    if (word.length > 4 && word.endsWith("ies")) word = word.slice(0, -3) + "y";
    else if (word.length > 4 && /(?:ss|x|z|ch|sh)es$/.test(word)) word = word.slice(0, -2);
    else if (word.length > 3 && word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1);
    const bare = /^(.*[aeiouy].*?)(?:ed|ing)$/.exec(word);
    if (bare && bare[1].length > 2) word = bare[1].replace(/([bdfgmnprt])\1$/, "$1");
    if (word.length > 4 && word.endsWith("ied")) word = word.slice(0, -3) + "y";
    return word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
  }

  /* Traditional characters and their simplified forms by turns, 雲云網网: to search they are one. */
  const learn = (pairs) => { for (let i = 0; i < pairs.length; i += 2) known.set(pairs[i], pairs[i + 1]); };

  const LATIN = /[a-z0-9\u00c0-\u024f]+(?:['’][a-z]+)?/g;
  const isHan = (text) => /[\u3400-\u9fff\u3007\uf900-\ufaff]/.test(text);

  policydiff.text = { fold, learn, stem, isHan, LATIN };
})();
