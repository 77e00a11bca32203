/* The store behind the search page: policydiff.search(query, filters) -> Promise of results.

     { total, groups: [{ document, hits: [{ eid, label, text, marks: [[from, to]], score }] }] }

   It reads every leaf, which takes milliseconds up to some ten thousand of them. Another store, in shards,
   need only keep this promise. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const { fold, stem, LATIN } = policydiff.text;
  const { parse, isAt } = policydiff.query;
  const FIRST_KIND = "central";
  let shelf = null;

  const load = () => (shelf ||= new Promise((resolve, reject) => {
    policydiff.shelf = ({ documents, leaves }) => resolve({
      documents: documents.map((one) => ({ ...one, folded: fold(one.title) })),
      leaves: leaves.map(([document, eid, label, text]) => ({ document, eid, label, text, folded: fold(text) })),
    });
    const script = document.createElement("script");
    script.src = "data/leaves.js";
    script.onerror = () => reject(new Error("data/leaves.js"));
    document.head.append(script);
  }));

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

  /* Where a term stands in a leaf and how closely: whole, or as all of its pairs of characters. */
  function match(leaf, term) {
    if (term.kind === "word") return { marks: wordPlaces(leaf, term.text), closeness: 1 };
    const whole = places(leaf.folded, term.text);
    if (whole.length || term.kind === "phrase" || term.text.length < 3) return { marks: whole, closeness: 1 };
    const pairs = [];
    for (let i = 0; i + 1 < term.text.length; i += 1) {
      const found = places(leaf.folded, term.text.slice(i, i + 2));
      if (!found.length) return { marks: [], closeness: 0 };
      pairs.push(...found);
    }
    return { marks: pairs, closeness: 0.3 };
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

  function hitsOf({ documents, leaves }, asked, filters) {
    const { terms, place, literal } = asked;
    const admitted = documents.map((one) => (!filters.kind || one.kind === filters.kind) && (!filters.lang || one.lang === filters.lang));
    const rows = [];
    const spread = terms.map(() => 0);
    for (const leaf of leaves) {
      if (!admitted[leaf.document]) continue;
      const found = terms.map((term) => match(leaf, term));
      const said = place && literal ? places(leaf.folded, literal) : [];
      const at = place && isAt(leaf.eid, place.steps);
      if (place && !at && !said.length) continue;
      const named = (i) => place && documents[leaf.document].folded.includes(terms[i].text);
      if (!found.every((one, i) => one.marks.length || named(i))) continue;
      found.forEach((one, i) => { if (one.marks.length) spread[i] += 1; });
      rows.push({ leaf, found, said, at, named: terms.filter((_, i) => named(i)).length });
    }
    return rows.map(({ leaf, found, said, at, named }) => ({
      ...leaf,
      marks: merged([...found.flatMap((one) => one.marks), ...said]),
      score: (at ? 20 : 0) + 10 * named + found.reduce((sum, one, i) => sum + weight(one, spread[i], leaves.length, leaf), 0),
    }));
  }

  /* Rare terms weigh more, a second occurrence less than the first, a long provision less than a short one. */
  function weight({ marks, closeness }, spread, total, leaf) {
    if (!marks.length) return 0;
    const often = marks.length / (marks.length + 0.6 + leaf.text.length / 200);
    return closeness * often * Math.log(1 + total / (spread || 1));
  }

  policydiff.search = async (query, filters = {}) => {
    const asked = parse(query);
    if (!asked.terms.length && !asked.place) return { total: 0, groups: [] };
    const store = await load();
    const groups = new Map();
    const hits = hitsOf(store, asked, filters);
    for (const hit of hits) {
      if (!groups.has(hit.document)) groups.set(hit.document, { document: store.documents[hit.document], hits: [] });
      groups.get(hit.document).hits.push(hit);
    }
    const ordered = [...groups.values()];
    for (const group of ordered) {
      if (!asked.place) group.hits.sort((a, b) => b.score - a.score);
      else group.hits.sort((a, b) => (b.score >= 20) - (a.score >= 20));
      group.best = Math.max(...group.hits.map((hit) => hit.score)) + (group.document.kind === FIRST_KIND ? 0.5 : 0);
    }
    ordered.sort((a, b) => b.best - a.best);
    return { total: hits.length, groups: ordered };
  };
})();
