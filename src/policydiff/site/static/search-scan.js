/* The store behind the search page: policydiff.search(query, filters) -> Promise of results.

     { total, groups: [{ document, hits: [{ eid, label, text, marks: [[from, to]], score }] }] }

   It finds what `policydiff search` finds: provisions with words or a heading, and documents by their title, which
   are hits with an empty eid. It reads every provision, which takes milliseconds up to some ten thousand of them.
   Another store, in shards, need only keep this promise. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const { fold, learn, stem, LATIN } = policydiff.text;
  const { parse, isAt } = policydiff.query;
  const FIRST_KIND = "central";
  const BELOW = 1000; // a title, which the reader sees above the hits anyhow, comes after every provision
  let shelf = null;

  const load = () => (shelf ||= new Promise((resolve, reject) => {
    policydiff.shelf = ({ traditional, documents, leaves }) => {
      learn(traditional);
      const read = leaves.map(([document, eid, label, text]) => ({ document, eid, label, text, folded: fold(text) }));
      const titles = read.filter((leaf) => !leaf.eid);
      resolve({ documents: documents.map((one, i) => ({ ...one, own: titles[i], name: units(one.title) })), leaves: read });
    };
    const script = document.createElement("script");
    script.src = "data/leaves.js";
    script.onerror = () => reject(new Error("data/leaves.js"));
    document.head.append(script);
  }));

  /* A title as its letters, digits and characters, a blank around each, so that no word is found by its half. */
  const units = (text) => ` ${(fold(text).match(/[a-z\u00c0-\u024f]+|[\p{L}\p{N}]/gu) || []).join(" ")} `;

  /* The document of that id, or else those whose title contains the name; a single character names nothing. */
  function titled(documents, name) {
    const own = documents.filter((one) => one.id === name.trim());
    const asked = units(name);
    return own.length ? own : documents.filter((one) => asked.length > 3 && one.name.includes(asked));
  }

  function places(text, words) {
    const found = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found.push([at, at + words.length]);
    return found;
  }

  function wordPlaces(leaf, stemmed) {
    leaf.words ||= [...leaf.folded.matchAll(LATIN)].map((found) => ({
      stem: stem(found[0].replace(/['’]s$/, "")), from: found.index, to: found.index + found[0].length,
    }));
    return leaf.words.filter((one) => one.stem === stemmed).map((one) => [one.from, one.to]);
  }

  /* A run of characters cut into shorter ones, two characters or more each, that all stand in a text: the fewest,
     as their places; null where there is no such cut. There is no dictionary here to say where words end. */
  function cut(text, run) {
    const best = [[]];
    for (let end = 2; end <= run.length; end += 1)
      for (let start = 0; start + 2 <= end; start += 1) {
        if (!best[start] || (best[end] && best[end].length <= best[start].length + 1)) continue;
        const found = places(text, run.slice(start, end));
        if (found.length) best[end] = [...best[start], found];
      }
    return best[run.length] ? best[run.length].flat() : null;
  }

  /* Where a term stands in a leaf and how closely: whole, or in words of it. */
  function match(leaf, term) {
    if (term.kind === "word") return { marks: wordPlaces(leaf, term.text), closeness: 1 };
    const whole = places(leaf.folded, term.text);
    if (whole.length || term.kind === "phrase" || term.text.length < 4) return { marks: whole, closeness: 1 };
    return { marks: cut(leaf.folded, term.text) || [], closeness: 0.3 };
  }

  function merged(marks) {
    const out = [];
    for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const last = out[out.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else out.push([from, to]);
    }
    return out;
  }

  /* The provisions in which every term stands; where there are none, those in which some stand while their
     document's title has the others. */
  function rowsWith(terms, { documents }, among) {
    const rows = among.map((leaf) => ({ leaf, found: terms.map((term) => match(leaf, term)) }));
    const all = rows.filter(({ found }) => found.every((one) => one.marks.length));
    if (all.length) return all;
    const titles = documents.map((one) => terms.map((term) => match(one.own, term).marks.length));
    return rows.filter(({ leaf, found }) => leaf.eid && found.some((one) => one.marks.length) &&
      found.every((one, i) => one.marks.length || titles[leaf.document][i]));
  }

  /* What stands at the cited place; a citation that leads nowhere is looked up as words. */
  function rowsOf(store, { terms, place, names, whole }, among) {
    if (!place) return rowsWith(terms, store, among);
    const named = names.map((name) => titled(store.documents, name));
    const cited = among.filter((leaf) => isAt(leaf.eid, place.steps) &&
      named.every((ones) => ones.includes(store.documents[leaf.document])));
    const rows = rowsWith(terms, store, cited);
    return rows.length ? rows : rowsWith([whole], store, among);
  }

  function hitsOf(store, asked, filters) {
    const admitted = store.documents.map((one) => (!filters.kind || one.kind === filters.kind) && (!filters.lang || one.lang === filters.lang));
    const rows = rowsOf(store, asked, store.leaves.filter((leaf) => admitted[leaf.document]));
    const spread = [];
    for (const { found } of rows) found.forEach((one, i) => { spread[i] = (spread[i] || 0) + (one.marks.length ? 1 : 0); });
    return rows.map(({ leaf, found }) => ({
      ...leaf,
      marks: merged(found.flatMap((one) => one.marks)),
      score: found.reduce((sum, one, i) => sum + weight(one, spread[i], store.leaves.length, leaf), leaf.eid ? 0 : -BELOW),
    }));
  }

  /* Rare terms weigh more, a second occurrence less than the first, a long provision less than a short one. */
  function weight({ marks, closeness }, spread, total, leaf) {
    if (!marks.length) return 0;
    const often = marks.length / (marks.length + 0.6 + leaf.text.length / 200);
    return closeness * often * Math.log(1 + total / (spread || 1));
  }

  policydiff.search = async (query, filters = {}) => {
    const store = await load();
    const asked = parse(query, (name) => titled(store.documents, name).length > 0);
    if (!asked.terms.length && !asked.place) return { total: 0, groups: [] };
    const groups = new Map();
    const hits = hitsOf(store, asked, filters);
    for (const hit of hits) {
      if (!groups.has(hit.document)) groups.set(hit.document, { document: store.documents[hit.document], hits: [] });
      groups.get(hit.document).hits.push(hit);
    }
    const ordered = [...groups.values()];
    for (const group of ordered) {
      if (!asked.place) group.hits.sort((a, b) => b.score - a.score);
      group.best = Math.max(...group.hits.map((hit) => hit.score)) + (group.document.kind === FIRST_KIND ? 0.5 : 0);
    }
    ordered.sort((a, b) => b.best - a.best);
    return { total: hits.length, groups: ordered };
  };
})();
