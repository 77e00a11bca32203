/* What may have been meant where nothing has all that was typed: policydiff.search.slips in JavaScript.

     policydiff.meant(store, asked, admits, index) -> ["应急预案"]      the index lends what it looks up with */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const { load } = policydiff;
  const { fold, stem, units, unitTexts, isLetters } = policydiff.text;
  const { STOP, NUMERALS, isFigure, withoutPlaces, namesIn } = policydiff.query;
  const MOST = 3; // that are offered
  const LOOKED_AT = 8; // runs that stand nowhere, and words: a text with more was not typed
  const BESIDE = [3, 2]; // characters on either side of a slip that stand as they were typed, where there are so many
  const LEAST = 3; // of them in all, where what stands between them is not always the same
  const LONGEST = 24; // characters of a run that is looked through
  const SAMPLE = 12; // provisions that are looked at for what stands in a place
  const MOSTLY = 0.5; // of them, the share in which it is one character
  const [SHORT, LONG] = [4, 8]; // letters of a word in which one may be another, and two
  const NAME = 5; // units of the shortest text that is beside titles
  const LIKE_NAME = 0.75; // of the units of both, the share that both have in one order
  const REPUBLIC = unitTexts("中华人民共和国");

  const distinct = (texts) => [...new Set(texts)];

  /* The queries that may have been meant, the likeliest first, each of which `index.finds` something. */
  policydiff.meant = async (store, asked, admits, index) => {
    const text = withoutPlaces(asked.text);
    const often = async (clause) => [...(await index.counts(store, clause)).keys()].filter(admits).length;
    const slips = [...(await inRuns(store, text, { ...index, admits, often })), ...(await inWords(store, text, index.eids, often))];
    const whole = [...putRight(asked.text, slips), ...named(store, asked.text, text, admits)];
    const found = await first(whole, index.finds);
    const out = found.length ? found : await first(slips.flatMap(({ ways, alone }) => [...ways, ...alone]), index.finds);
    return out.map((query) => query.trim() + asked.without.map((words) => ` -${words}`).join(""));
  };

  const first = (queries, finds) => some(distinct(queries), finds, MOST);

  /* The first few of some things that are as they are asked for. */
  async function some(things, are, most = LOOKED_AT) {
    const found = [];
    for (const one of things) if (found.length < most && (await are(one))) found.push(one);
    return found;
  }

  /* A text with what may be slips put right in the likeliest way, and with one of them in another. */
  function putRight(text, slips) {
    const given = (wayOf) => [...slips].sort((a, b) => b.from - a.from).reduce((out, one) => out.slice(0, one.from) + wayOf(one) + out.slice(one.to), text);
    const others = slips.flatMap((other) => other.ways.slice(1).map((way) => given((one) => (one === other ? way : one.ways[0]))));
    return slips.length ? [given((one) => one.ways[0]), ...others] : [];
  }

  // ------------------------------------------------------------------------------------------- words

  /* The words of letters that stand nowhere in any inflection, each with the nearest that do. */
  async function inWords(store, text, eids, often) {
    const out = [];
    const count = (one) => often({ stem: one });
    const less = (a, b) => (a < b ? -1 : Number(a > b));
    const long = units(text).filter((unit) => isLetters(unit.text) && unit.text.length >= SHORT);
    for (const { text: word, from, to } of await some(long, async (unit) => !(await count(stem(unit.text))))) {
      const most = word.length >= LONG ? 2 : 1;
      const words = await wordsByStem(store, eids);
      const near = [...words.keys()].map((one) => [one, distance(stem(word), one, most)]).filter(([, far]) => far <= most);
      const least = Math.min(...near.map(([, far]) => far));
      const counts = await Promise.all(near.filter(([, far]) => far === least).map(async ([one]) => [one, await count(one)]));
      const ranked = counts.filter(([, many]) => many).sort((a, b) => b[1] - a[1] || less(a[0], b[0])).slice(0, MOST);
      const ways = ranked.map(([one]) => words.get(one).map((form) => [distance(word, form, Infinity), form])
        .sort((a, b) => a[0] - b[0] || less(a[1], b[1]))[0][1]);
      if (ways.length) out.push({ from, to, ways, alone: [] });
    }
    return out;
  }

  /* The words of letters of all volumes by their stems; each is written as an eid is. */
  async function wordsByStem(store, eids) {
    const words = new Map();
    for (const one of await Promise.all(store.volumes.map((_, n) => load(`vocabulary-${n}`))))
      for (const word of one ? eids(one) : []) words.set(stem(word), [...(words.get(stem(word)) || []), word]);
    return words;
  }

  /* How many letters of a word are others, missing, too many, or in the place of the next; more than `most` is just that. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  }

  // -------------------------------------------------------------------------------------- characters

  /* The runs of characters that stand nowhere and would, but for one, each with what stands there. */
  async function inRuns(store, text, look) {
    const out = [];
    const textsOf = (run) => run.map((unit) => unit.text);
    const runs = runsIn(text).filter((run) => run.length > 2 && run.length <= LONGEST);
    for (const run of await some(runs, async (one) => !(await look.often({ exact: textsOf(one) })))) {
      const of = textsOf(run);
      const ranked = (await edits(store, of, look)).sort((a, b) => b.known - a.known || b.often - a.often);
      const ways = distinct(ranked.map(({ from, to, given }) => [...of.slice(0, from), ...given, ...of.slice(to)].join(""))).slice(0, MOST);
      const counts = of.some(isNumeral); // of which nothing is left out
      const alone = distinct(ranked.map((one) => one.alone).filter((one) => one && !counts)).slice(0, MOST);
      if (ways.length) out.push({ from: run[0].from, to: run[run.length - 1].to, ways, alone });
    }
    return out;
  }

  /* The characters that follow one another in a text and are neither letters nor of a number. */
  function runsIn(text) {
    const runs = [[]];
    for (const unit of units(text)) {
      const last = runs[runs.length - 1];
      if (last.length && last[last.length - 1].to !== unit.from) runs.push([]);
      if (isLetters(unit.text) || isFigure(unit.text)) runs.push([]);
      else runs[runs.length - 1].push(unit);
    }
    return runs.filter((run) => run.length);
  }

  /* What stands nowhere of a run and would with one character more, less or other, or two that change their places. */
  async function edits(store, of, look) {
    const out = [];
    for (let at = 0; at < of.length; at += 1) {
      const start = Math.max(Math.min(at - 1, of.length - 3), 0);
      if (await look.often({ exact: of.slice(start, start + 3) })) continue;
      let found = [];
      for (const size of BESIDE) if (!found.length) found = await editsAt(store, of, at, size, look);
      out.push(...found);
    }
    return out;
  }

  const isNumeral = (unit) => Boolean(unit) && NUMERALS.includes(unit);

  /* Whether one character for the other makes another number, or the other of its bounds, which is no slip. */
  const isAnotherNumber = (typed, stands) => isNumeral(typed) || isNumeral(stands) || ["上下", "下上"].includes(typed + stands);

  async function editsAt(store, of, at, size, look) {
    const [before, here, after] = [of.slice(Math.max(at - size, 0), at), of.slice(at, at + size), of.slice(at + 1, at + 1 + size)];
    const out = [];
    const add = (known, often, from, to, given, alone) => { if (often) out.push({ known, often, from, to, given, alone: alone.join("") }); };
    if (before.length + after.length >= LEAST - (before.length && after.length ? 1 : 0)) {
      const [char, often] = await between(store, before, after, look);
      add(before.length + after.length, isAnotherNumber(of[at], char) ? 0 : often, at, at + 1, [char], [...before, char, ...after]);
    }
    if (before.length && before.length + here.length >= LEAST) {
      const [char, often] = await between(store, before, here, look);
      add(before.length + here.length - 1, isNumeral(char) ? 0 : often, at, at, [char], [...before, char, ...here]);
    }
    if (before.length && after.length && before.length + after.length > LEAST && !isNumeral(of[at])) {
      const run = [...before, ...after];
      add(run.length - 1, await look.often({ exact: run }), at, at + 1, [], []);
    }
    if (at + 1 < of.length && of[at] !== of[at + 1]) {
      const run = [...before, of[at + 1], of[at], ...of.slice(at + 2, at + 2 + size)];
      if (run.length >= LEAST) add(run.length - 1, await look.often({ exact: run }), at, at + 2, [of[at + 1], of[at]], run);
    }
    return out;
  }

  /* The character that mostly stands between two runs, and in how many leaves; "" and 0 where there is none. */
  async function between(store, before, after, { admits, places, leafOf }) {
    const [head, tail] = await Promise.all([before, after].map((run) => (run.length ? places(store, run) : null)));
    const found = [];
    for (const [leaf, at] of head || tail) {
      const gaps = head ? at.map((place) => place + before.length).filter((gap) => (tail ? tail.get(leaf)?.includes(gap + 1) : gap < store.lengths[leaf]))
        : at.map((place) => place - 1).filter((gap) => gap >= 0);
      if (gaps.length && admits(leaf)) found.push(leaf);
    }
    found.sort((a, b) => a - b);
    const many = Math.min(found.length, SAMPLE);
    const drawn = Array.from({ length: many }, (_, n) => found[Math.floor((n * (found.length - 1)) / Math.max(many - 1, 1))]);
    const counts = new Map();
    const printed = new RegExp(`(?=${before.join("")}(.)${after.join("")})`, "gu"); // without a mark between
    await Promise.all(drawn.map(async (leaf) => {
      const text = fold((await leafOf(store, leaf))[2]);
      for (const char of new Set([...text.matchAll(printed)].map((one) => one[1]))) counts.set(char, (counts.get(char) || 0) + 1);
    }));
    const [best, often] = [...counts].reduce((most, one) => (one[1] > most[1] || (one[1] === most[1] && one[0] > most[0]) ? one : most), ["", 0]);
    const isCharacter = /^[\p{L}\p{N}]/u.test(best) && !isLetters(best) && !isFigure(best) && !STOP.has(best);
    return isCharacter && often >= MOSTLY * many ? [best, found.length] : ["", 0];
  }

  // ------------------------------------------------------------------------------------------ titles

  /* A query with the titles in place of a name that have most of it and of which it has most, the likest first. */
  function named(store, typed, text, admits) {
    const own = (title) => (REPUBLIC.every((unit, i) => title[i] === unit) ? title.slice(REPUBLIC.length) : title);
    return namesIn(text).flatMap(([from, to]) => {
      const name = unitTexts(text.slice(from, to));
      if (name.length < NAME) return [];
      return store.documents.filter((one) => admits(one.from))
        .map((one) => ({ title: one.title, like: likeness(name, own(unitTexts(one.title))) }))
        .filter(({ like }) => like >= LIKE_NAME && like < 1).sort((a, b) => b.like - a.like)
        .map(({ title }) => typed.slice(0, from) + title + typed.slice(to));
    });
  }

  /* Of the units of two runs, the share that both have in one order. */
  function likeness(one, other) {
    let last = Array(other.length + 1).fill(0);
    for (const unit of one) {
      const row = [0];
      other.forEach((its, j) => row.push(unit === its ? last[j] + 1 : Math.max(last[j + 1], row[j])));
      last = row;
    }
    const every = one.length + other.length;
    return 1 - (every - 2 * last[other.length]) / every;
  }
})();
