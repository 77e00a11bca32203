/* The index behind the search page, in pieces that are loaded when a search needs them.

     policydiff.search(query, filters) -> { total, groups: [{ document, hits: [{ leaf, score }] }], asked }
     policydiff.read(hits, asked)      -> [{ eid, label, text, marks: [[from, to]] }]

   It finds what `policydiff search` finds: policydiff.site.shards writes the pieces and says what is in each. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const { load } = policydiff;
  const { fold, learn, stem, units, unitTexts, isLetters } = policydiff.text;
  const { STOP, NUMERALS, learnBodies, parse, isAt, divisionOf, endsBefore, inWords, without, withoutAsking, telling, measures, joined } = policydiff.query;
  const LEAST_OF_BEST = 0.5; // of what the best provision holds of a question, the least that another one does
  const LEAST_OF_WORDS = 0.5; // of what is no question, the share that some provision has, or else nothing is found
  const SAMPLE = 12; // provisions with two characters that are looked at, whether they stand there without a mark between
  const SHORTER = 0.001;
  const TIER = 100; // more than any score within a tier
  const FIRST_KIND = "central";
  const RECENT = 400;
  const FIGURE = new RegExp(`[\\p{Nd}${NUMERALS}]`, "u");
  const NUMBER = new RegExp(`\\p{Nd}+(?:,\\p{Nd}{3}(?!\\p{Nd})|[./]\\p{Nd}+)*[%‰]?|[${NUMERALS}]{2,}`, "gu"); // 1,234.5% and 二十三

  // ----------------------------------------------------------------------------------------- encoding

  const VALUE = new Map([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].map((c, i) => [c.charCodeAt(0), i]));
  const DIGIT = new Uint8Array(128);
  for (const [code, value] of VALUE) DIGIT[code] = value;

  /* The numbers in a text: digits of five bits, the lowest first; 32 or more says that another follows. */
  function numbers(text) {
    const out = [];
    let value = 0;
    let unit = 1;
    for (let i = 0; i < text.length; i += 1) {
      const digit = DIGIT[text.charCodeAt(i)];
      value += (digit & 31) * unit;
      if (digit & 32) unit *= 32;
      else { out.push(value); value = 0; unit = 1; }
    }
    return out;
  }

  /* Provisions, counted from a first one, and the places in them into a Map(leaf -> places). The longest loop of a
     search: it reads as it goes. */
  function decoded(text, first, found) {
    let at = 0;
    const next = () => {
      let digit = DIGIT[text.charCodeAt(at++)];
      let value = digit & 31;
      for (let shift = 5; digit & 32; shift += 5) {
        digit = DIGIT[text.charCodeAt(at++)];
        value |= (digit & 31) << shift;
      }
      return value;
    };
    for (let leaf = first; at < text.length;) {
      const step = next();
      leaf += step >> 1;
      let more = step & 1 ? next() : 0;
      const places = [next()];
      for (; more; more -= 1) places.push(places[places.length - 1] + next());
      found.set(leaf, places);
    }
    return found;
  }

  /* The last of some ascending starts that is not above a value. */
  function lastBelow(starts, value) {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  let shelf = null;
  const open = () => (shelf ||= load("shelf").then(async (held) => {
    const [bodies, ...volumes] = await Promise.all(
      [load("bodies"), ...Array.from({ length: held.volumes }, (_, n) => load(`volume-${n}`))]);
    learnBodies(bodies);
    volumes.forEach((one) => learn(one.traditional));
    const starts = summed(volumes.flatMap((one) => one.provisions));
    const lengths = volumes.flatMap((one) => numbers(one.lengths));
    const firsts = summed(volumes.map((one) => one.provisions.reduce((sum, some) => sum + some, 0)));
    const republic = ` ${unitTexts("中华人民共和国").join(" ")}`;
    const own = (name) => (name.startsWith(republic) ? name.slice(republic.length) : name); // what may stand before it left out
    const documents = held.documents.map((one, n) => ({ ...one, from: starts[n], name: ` ${unitTexts(one.title).join(" ")} ` }));
    const called = (text) => documents.filter(({ id, name }) =>
      id === text.trim() || (own(name).trim() && own(name) === own(` ${unitTexts(text).join(" ")} `)));
    return { documents, called, volumes, firsts, lengths, documentOf: (leaf) => lastBelow(starts, leaf), isTitle: new Set(starts) };
  }).catch((error) => { shelf = null; throw error; }));

  /* Where each of several stretches begins, one after the other. */
  function summed(lengths) {
    let at = 0;
    return lengths.map((length) => (at += length) - length);
  }

  open().catch(() => {}); // while the reader types; a search says so if it is not there

  const keyOf = (unit) => (isLetters(unit) ? stem(unit) : unit);

  /* Of each volume its first leaf and the piece in which a unit is filed: [first, { first unit: { second unit: places } }]. */
  const filed = (store, key) => Promise.all(store.volumes.map(async ({ keys }, n) => {
    const at = lastBelow(keys, key);
    return [store.firsts[n], at < 0 ? {} : await load(`postings-${n}-${at}`)];
  }));

  // ------------------------------------------------------------------------------------------ matching

  /* Map(leaf -> where the pair stands). The tiers of a query ask for the same pairs, one after the other. */
  const recent = new Map();
  async function pairPlaces(store, first, second) {
    const pair = `${first} ${second}`;
    if (recent.has(pair)) return recent.get(pair);
    const found = new Map();
    for (const [leaf, postings] of await filed(store, keyOf(first)))
      decoded(own(own(postings, first), second) || "", leaf, found);
    if (recent.size > RECENT) recent.clear();
    recent.set(pair, found);
    return found;
  }

  /* What an object holds itself: a text may have the word constructor. */
  const own = (object, name) => (object && Object.hasOwn(object, name) ? object[name] : undefined);

  /* Map(leaf -> how often): a unit by itself begins a pair wherever it stands. */
  function unitCounts(pieces, isOne) {
    const counts = new Map();
    for (const [start, postings] of pieces)
      for (const [first, following] of Object.entries(postings))
        if (isOne(first))
          for (const text of Object.values(following))
            for (const [leaf, places] of decoded(text, start, new Map())) counts.set(leaf, (counts.get(leaf) || 0) + places.length);
    return counts;
  }

  const pairsOf = (store, run) =>
    Promise.all(run.slice(1).map((second, i) => pairPlaces(store, run[i], second)));

  /* Map(leaf -> where a run stands), from the places of its pairs. */
  async function standings(store, run) {
    const pairs = await pairsOf(store, run);
    const rarest = pairs.reduce((least, one) => (one.size < least.size ? one : least));
    const found = new Map();
    for (const leaf of rarest.keys()) {
      const places = pairs[0].get(leaf)?.filter((place) => pairs.every((pair, i) => !i || pair.get(leaf)?.includes(place + i)));
      if (places?.length) found.set(leaf, places);
    }
    return found;
  }

  async function exactCounts(store, run) {
    if (run.length === 1) return unitCounts(await filed(store, keyOf(run[0])), (first) => first === run[0]);
    return new Map([...(await standings(store, run))].map(([leaf, places]) => [leaf, places.length]));
  }

  /* As `standings`, without those beside which one of some characters stands. */
  async function standingAlone(store, run, { notAfter, notBefore }) {
    const found = run.length > 1 ? await standings(store, run) : await unitPlaces(store, run[0]);
    const pairs = async (units, of, shift) =>
      (found.size ? (await Promise.all([...units].map(of))).map((pair) => [pair, shift]) : []);
    const beside = [
      ...(await pairs(notAfter, (unit) => pairPlaces(store, unit, run[0]), -1)),
      ...(await pairs(notBefore, (unit) => pairPlaces(store, run[run.length - 1], unit), run.length - 1)),
    ];
    for (const [leaf, places] of found) {
      const alone = places.filter((place) => !beside.some(([pair, shift]) => pair.get(leaf)?.includes(place + shift)));
      if (alone.length) found.set(leaf, alone);
      else found.delete(leaf);
    }
    return found;
  }

  /* Map(leaf -> where a unit stands): it begins a pair wherever it does. */
  async function unitPlaces(store, unit) {
    const found = new Map();
    for (const [start, postings] of await filed(store, keyOf(unit)))
      for (const text of Object.values(own(postings, unit) || {}))
        for (const [leaf, places] of decoded(text, start, new Map())) found.set(leaf, [...(found.get(leaf) || []), ...places]);
    return found;
  }

  async function anyCounts(store, clause) {
    const counts = new Map();
    for (const found of await Promise.all(clause.any.map((run) => standingAlone(store, run, clause))))
      for (const [leaf, places] of found) counts.set(leaf, (counts.get(leaf) || 0) + places.length);
    return counts;
  }

  /* How far the run stands in a leaf from one of its units on: the end of the longest stretch that begins there. */
  function reach(pairs, leaf, from) {
    let furthest = 0;
    for (const place of pairs[from].get(leaf) || []) {
      let at = from + 1;
      while (at < pairs.length && pairs[at].get(leaf)?.includes(place + at - from)) at += 1;
      if (at + 1 > furthest) furthest = at + 1;
    }
    return furthest;
  }

  /* The fewest pieces of two units or more into which a run may be cut so that all of them stand in a text, none where
     there are no such; a unit that says nothing may be missing. `reachFrom` tells how far the run stands there from a
     unit on. */
  function pieces(run, reachFrom) {
    const fewest = [[]];
    const reached = (end, held) => { if (!(fewest[end]?.length <= held.length)) fewest[end] = held; };
    for (let start = 0; start < run.length; start += 1) {
      const held = fewest[start];
      if (!held) continue;
      if (STOP.has(run[start])) reached(start + 1, held);
      const furthest = reachFrom(start);
      for (let end = start + 2; end <= furthest; end += 1) reached(end, [...held, run.slice(start, end)]);
    }
    return fewest[run.length] || [];
  }

  async function cutCounts(store, run) {
    const pairs = await pairsOf(store, run);
    const counts = new Map();
    const first = run.findIndex((unit) => !STOP.has(unit)); // stands behind the unit before it, or before the next
    for (const leaf of new Set(pairs.slice(Math.max(first - 1, 0), first + 1).flatMap((pair) => [...pair.keys()]))) {
      const { length } = pieces(run, (from) => (from < pairs.length ? reach(pairs, leaf, from) : 0));
      if (length) counts.set(leaf, 1 / length);
    }
    return counts;
  }

  async function clauseCounts(store, clause) {
    if (clause.exact) return exactCounts(store, clause.exact);
    if (clause.any) return anyCounts(store, clause);
    if (clause.cut) return cutCounts(store, clause.cut);
    return unitCounts(await filed(store, clause.stem), (first) => keyOf(first) === clause.stem);
  }

  /* Rare clauses weigh more, a second occurrence less than the first, a long provision less than a short one. */
  function weight(store, leaf, count, spread) {
    const often = count / (count + 0.6 + store.lengths[leaf] / 200);
    return often * Math.log(1 + store.lengths.length / spread);
  }

  /* Map(leaf -> score) of the leaves for which every clause of a tier holds. */
  function scored(store, counts, admits) {
    const rarest = counts.reduce((least, one) => (one.size < least.size ? one : least));
    const scores = new Map();
    for (const leaf of rarest.keys())
      if (admits(leaf) && counts.every((one) => one.has(leaf)))
        scores.set(leaf, counts.reduce((sum, one) => sum + weight(store, leaf, one.get(leaf), one.size), 0));
    return scores;
  }

  /* The matches of the tiers, each tier above the next, and the titles below them all. */
  async function byTiers(store, tiers, admits) {
    const scores = new Map();
    for (const [i, tier] of tiers.entries()) {
      const counts = await Promise.all(tier.map((clause) => clauseCounts(store, clause)));
      for (const [leaf, score] of scored(store, counts, admits))
        if (!scores.has(leaf)) scores.set(leaf, score + (store.isTitle.has(leaf) ? 0 : TIER * (tiers.length - i)));
    }
    return scores;
  }

  /* Where no provision has all the words: those that have some while their document's title has the others. */
  async function besideTitles(store, tiers, admits) {
    const loosest = tiers[tiers.length - 1];
    const counts = await Promise.all(loosest.map((clause) => clauseCounts(store, clause)));
    const held = (one, leaf) => one.has(leaf) || one.has(store.documents[store.documentOf(leaf)].from);
    const scores = new Map();
    for (const leaf of new Set(counts.flatMap((one) => [...one.keys()])))
      if (admits(leaf) && !store.isTitle.has(leaf) && counts.every((one) => held(one, leaf)))
        scores.set(leaf, counts.reduce((sum, one) => sum + (one.has(leaf) ? weight(store, leaf, one.get(leaf), one.size) : 0), 0));
    return scores;
  }

  /* The document of that id, or else those whose title contains the name; a single character names nothing. */
  function titled(store, name) {
    const own = store.documents.filter((one) => one.id === name.trim());
    const wanted = unitTexts(name).join(" ");
    return own.length ? own : store.documents.filter((one) => wanted.length > 1 && one.name.includes(` ${wanted} `));
  }

  /* The eid of every leaf; each is written as the length of what it shares with the one before, and the rest. */
  function eids(text) {
    let eid = "";
    return text.split("\n").map((line) => {
      let end = 1;
      while (DIGIT[line.charCodeAt(end - 1)] & 32) end += 1;
      return (eid = eid.slice(0, numbers(line.slice(0, end))[0]) + line.slice(end));
    });
  }

  /* The leaves at or below the cited places, in the documents that are named; of a chapter all that stand in it. */
  async function citedLeaves(store, { citations, names }) {
    const volumes = await Promise.all(store.volumes.map((_, n) => load(`places-${n}`)));
    const places = volumes.flatMap((one) => (one ? eids(one) : []));
    const named = names.map((name) => titled(store, name));
    const admitted = store.documents.map((one) => named.every((ones) => ones.includes(one)));
    const found = new Set();
    for (const steps of citations) {
      let within = false;
      places.forEach((eid, leaf) => {
        if (!eid || endsBefore(eid, steps)) within = false;
        if (eid && admitted[store.documentOf(leaf)] && (within || isAt(eid, steps))) {
          found.add(leaf);
          within ||= divisionOf(steps) !== "";
        }
      });
    }
    return new Set([...found].sort((a, b) => a - b));
  }

  /* The score of every match. A citation that leads nowhere is looked up as words. */
  async function scoresOf(store, query, admits) {
    if (!query.citations.length) {
      const scores = await byTiers(store, query.tiers, admits);
      return scores.size || !query.tiers.length ? scores : besideTitles(store, query.tiers, admits);
    }
    const cited = await citedLeaves(store, query);
    const there = [...cited].filter(admits);
    if (!query.tiers.length && there.length) return new Map(there.map((leaf) => [leaf, 1]));
    const scores = query.tiers.length ? await byTiers(store, query.tiers, (leaf) => cited.has(leaf) && admits(leaf)) : new Map();
    return scores.size ? scores : byTiers(store, query.asTyped, admits);
  }

  /* The scores, before them the titles of the documents that the query is the id or the name of. */
  function ownFirst(store, scores, own) {
    const above = Math.ceil([...scores.values()].reduce((greatest, one) => Math.max(greatest, one), 0) + 1);
    return new Map([...scores, ...own.map((leaf) => [leaf, (scores.get(leaf) || 0) + above])]);
  }

  /* The provisions that hold the most of some clauses, themselves or by the title of their document, the rare ones
     weighing more; as policydiff.search.most. */
  async function byMost(store, clauses, admits, least) {
    const every = await Promise.all(clauses.map((clause) => clauseCounts(store, clause)));
    const found = every.map((counts) => [...counts.keys()].filter(admits).sort((a, b) => a - b));
    const shares = await Promise.all(clauses.map((clause, i) => inOnePiece(store, clause, found[i])));
    const stands = async (run) => [...(await exactCounts(store, run)).keys()].some(admits);
    const words = await wordsAmong(clauses, found.map((leaves, i) => (shares[i] ? leaves.length : 0)), stands);
    const [worth, often, covered, titles] = [new Map(), new Map(), new Map(), []];
    const add = (to, leaf, one) => to.set(leaf, (to.get(leaf) || 0) + one);
    for (const place of words) {
      const leaves = found[place];
      const weight = shares[place] * Math.log(1 + (store.lengths.length - leaves.length + 0.5) / (leaves.length + 0.5));
      const before = new Set(words.includes(place - 1) && isShared(clauses, place) ? found[place - 1] : []);
      for (const leaf of leaves.filter((one) => !store.isTitle.has(one))) {
        add(worth, leaf, weight);
        add(often, leaf, 1);
        add(covered, leaf, before.has(leaf) ? 1 : 2);
      }
      const titled = new Set(leaves.filter((leaf) => store.isTitle.has(leaf)).map(store.documentOf));
      if (titled.size) titles.push({ weight, titled, itself: new Set(leaves) });
    }
    const most = (of) => [...of.values()].reduce((greatest, one) => Math.max(greatest, one), 0);
    const all = clauses.reduce((sum, _, place) => sum + (isShared(clauses, place) ? 1 : 2), 0);
    const scores = new Map();
    if (most(often) < least * clauses.length && most(covered) <= least * all) return ["", [], scores];
    for (const { weight, titled, itself } of titles)
      for (const leaf of worth.keys()) if (titled.has(store.documentOf(leaf)) && !itself.has(leaf)) add(worth, leaf, weight);
    const best = most(worth);
    for (const [leaf, one] of worth)
      if (one >= LEAST_OF_BEST * best) scores.set(leaf, one - SHORTER * store.lengths[leaf]);
    const known = words.map((place) => clauses[place]);
    return [scores.size ? await joined(known, stands) : "", known, scores];
  }

  /* Whether a clause is a pair of characters that begins with the end of the pair before it. */
  function isShared(clauses, place) {
    const [one, other] = [clauses[place - 1]?.exact, clauses[place]?.exact];
    return one?.length === 2 && other?.length === 2 && one[1] === other[0];
  }

  /* The places of the clauses that some leaves hold, of two that share a character and stand nowhere as one run the more
     frequent alone. */
  async function wordsAmong(clauses, sizes, stands) {
    const words = new Set();
    for (const place of [...sizes.keys()].filter((one) => sizes[one]).sort((a, b) => sizes[b] - sizes[a])) {
      let kept = true;
      for (const other of [place, place + 1])
        if (kept && isShared(clauses, other) && (words.has(other - 1) || words.has(other)))
          kept = await stands([...clauses[other - 1].exact, clauses[other].exact[1]]);
      if (kept) words.add(place);
    }
    return [...words].sort((a, b) => a - b);
  }

  /* In what share of some leaves, which are drawn, two characters stand together without a mark between them; 1 for any
     other clause that they hold. */
  async function inOnePiece(store, { exact: pair }, leaves) {
    if (pair?.length !== 2 || !leaves.length) return leaves.length ? 1 : 0;
    const many = Math.min(leaves.length, SAMPLE);
    const drawn = Array.from({ length: many }, (_, n) => leaves[Math.floor((n * (leaves.length - 1)) / Math.max(many - 1, 1))]);
    const texts = await Promise.all(drawn.map((leaf) => leafOf(store, leaf).then(([, , text]) => text)));
    const together = (text) => units(text).some((one, i, all) => i && all[i - 1].text === pair[0] && one.text === pair[1] &&
      !text.slice(all[i - 1].to, one.from).trim());
    return texts.filter(together).length / many;
  }

  /* The eid, the label and the words of a leaf. */
  async function leafOf(store, leaf) {
    const n = lastBelow(store.firsts, leaf);
    const { blocks } = store.volumes[n];
    const at = lastBelow(blocks, leaf - store.firsts[n]);
    return (await load(`leaves-${n}-${at}`))[leaf - store.firsts[n] - blocks[at]];
  }

  /* The scores, those before the others that hold one of some clauses. */
  async function withMeasuresFirst(store, scores, clauses) {
    const held = (await Promise.all(clauses.map((clause) => clauseCounts(store, clause)))).flatMap((one) => [...one.keys()]);
    const first = new Set(held);
    const above = Math.ceil([...scores.values()].reduce((greatest, one) => Math.max(greatest, one), 0) + 1);
    return new Map([...scores].map(([leaf, score]) => [leaf, score + (first.has(leaf) ? above : 0)]));
  }

  /* What a question asks: all its telling words, or else the most of them; and whether it is all. */
  async function asQuestion(store, query, text, admits) {
    const words = withoutAsking(text);
    const asks = words !== inWords(text);
    if (asks && words) {
      const shorter = parse(words, () => false);
      const scores = await scoresOf(store, shorter, admits);
      if (scores.size) return [{ ...shorter, readAs: words }, await withMeasuresFirst(store, scores, measures(text)), true];
    }
    const [readAs, known, scores] = await byMost(store, telling(words), admits, asks ? 0 : LEAST_OF_WORDS);
    if (!scores.size) return [query, scores, false];
    const ranked = await withMeasuresFirst(store, scores, measures(text));
    return [{ ...query, tiers: [known], whole: [], readAs }, ranked, false];
  }

  /* Whether a part of a query finds something by itself, all of it. */
  const findsIn = (store, admits) => async (part) =>
    (await scoresOf(store, parse(part, (name) => titled(store, name).length > 0), admits)).size > 0;

  /* What of a query that found nothing stands nowhere, and what finds something by itself; as policydiff.search.missing. */
  async function missing(store, { parts, citations, exact }, text, admits) {
    if (parts.length > 1) {
      const finds = await Promise.all(parts.map(findsIn(store, admits)));
      const those = (found) => [...new Set(parts.filter((_, i) => finds[i] === found))];
      return { missing: those(false), left: those(true) };
    }
    if (citations.length || exact) return { missing: parts, left: [] };
    const words = withoutAsking(text);
    const clauses = telling(words);
    const found = (await Promise.all(clauses.map((clause) => clauseCounts(store, clause))))
      .map((counts) => [...counts.keys()].filter(admits).sort((a, b) => a - b));
    const shares = await Promise.all(clauses.map((clause, i) => inOnePiece(store, clause, found[i])));
    const stands = async (run) => [...(await exactCounts(store, run)).keys()].some(admits);
    const places = await wordsAmong(clauses, found.map((leaves, i) => (shares[i] ? leaves.length : 0)), stands);
    const left = [...new Set((await joined(places.map((place) => clauses[place]), stands)).split(" ").filter(Boolean))];
    return { missing: without(words, left), left };
  }

  policydiff.search = async (typedText, filters = {}) => {
    const store = await open();
    let query = parse(typedText, (name) => titled(store, name).length > 0);
    if (!query.whole.length) return { total: 0, groups: [], asked: query };
    const { text, excluded, without: words } = query;
    const out = new Set((await Promise.all(excluded.map((clause) => clauseCounts(store, clause)))).flatMap((one) => [...one.keys()]));
    const fits = store.documents.map((one) => (!filters.kind || one.kind === filters.kind) && (!filters.lang || one.lang === filters.lang));
    const admits = (leaf) => fits[store.documentOf(leaf)] && !out.has(leaf);
    let scores = ownFirst(store, await scoresOf(store, query, admits), store.called(text).map(({ from }) => from).filter(admits));
    const typed = query;
    let allWords = scores.size > 0;
    if (!allWords && !query.citations.length && !query.exact) [query, scores, allWords] = await asQuestion(store, query, text, admits);
    const groups = new Map();
    for (const leaf of [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || a - b)) {
      const document = store.documents[store.documentOf(leaf)];
      if (!groups.has(document)) groups.set(document, { document, hits: [] });
      groups.get(document).hits.push({ leaf, score: scores.get(leaf) });
    }
    const best = (group) => group.hits[0].score + (group.document.kind === FIRST_KIND ? 0.5 : 0);
    const ordered = [...groups.values()].sort((a, b) => best(b) - best(a) || a.document.from - b.document.from);
    const nothing = scores.size ? {} : await missing(store, query, text, admits);
    const places = (_, run) => (run.length > 1 ? standings(store, run) : unitPlaces(store, run[0]));
    const meant = allWords ? [] : await policydiff.meant(store, typed, admits,
      { finds: findsIn(store, admits), counts: clauseCounts, places, leafOf, eids });
    return { total: scores.size, groups: ordered, asked: { ...query, ...nothing, meant, without: words } };
  };

  // ------------------------------------------------------------------------------------- what is shown

  /* The places of a run among a text's units, without those beside which one of some characters stands. */
  function standing(run, among, { notAfter = "", notBefore = "" } = {}) {
    const found = [];
    const isOf = (unit, characters) => unit && characters.includes(unit.text);
    for (let at = 0; at + run.length <= among.length; at += 1)
      if (run.every((unit, i) => among[at + i].text === unit) &&
        !isOf(among[at - 1], notAfter) && !isOf(among[at + run.length], notBefore))
        found.push([among[at].from, among[at + run.length - 1].to]);
    return found;
  }

  /* The places of a run's pieces in a text that is at hand. */
  function pieceMarks(run, among) {
    const reachFrom = (from) => {
      let end = from + 1;
      while (end < run.length && standing(run.slice(from, end + 1), among).length) end += 1;
      return end;
    };
    return pieces(run, reachFrom).flatMap((piece) => standing(piece, among));
  }

  function clauseMarks(clause, among) {
    if (clause.exact) return standing(clause.exact, among);
    if (clause.any) return clause.any.flatMap((run) => standing(run, among, clause));
    if (clause.cut) return pieceMarks(clause.cut, among);
    return among.filter((unit) => isLetters(unit.text) && stem(unit.text) === clause.stem).map((unit) => [unit.from, unit.to]);
  }

  function merged(marks) {
    const out = [];
    for (const [from, to] of marks.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const last = out[out.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else out.push([from, to]);
    }
    return out;
  }

  const places = (clauses, among) => clauses.flatMap((clause) => clauseMarks(clause, among));

  /* The places in a text where clauses hold. A number is marked whole, and one that only begins or ends as what was asked
     for (500,000 for 50000) where no number is itself that. */
  function marks(clauses, text) {
    const found = places(clauses, units(text));
    const numbers = [...fold(text).matchAll(NUMBER)].map((number) => [number.index, number.index + number[0].length]);
    const around = (at) => numbers.find(([from, to]) => from < at && at < to);
    const whole = found.map(([from, to]) => [around(from)?.[0] ?? from, around(to)?.[1] ?? to]);
    const uncut = found.filter(([from, to], i) => whole[i][0] === from && whole[i][1] === to);
    const stands = uncut.some(([from, to]) => FIGURE.test(fold(text.slice(from, to))));
    return merged(stands ? uncut : whole);
  }

  policydiff.read = async (hits, { tiers, whole }) => {
    const store = await open();
    const clauses = [...tiers.flat(), ...(whole.length ? [{ exact: whole }] : [])];
    return Promise.all(hits.map(async ({ leaf }) => {
      const [eid, label, text] = await leafOf(store, leaf);
      return { eid, label, text, marks: marks(clauses, text) };
    }));
  };

  policydiff.marks = marks;
  policydiff.places = places;
  policydiff.ready = open; // the names of bodies are known, and traditional characters
})();
