/* The findings of all comparisons that speak of something: policydiff.search.findings in JavaScript.

     policydiff.searchFindings(query, filters) -> { total, groups: [{ document, hits }], asked }

   As policydiff.search, of comparisons in place of documents; a hit has its words with it. They are looked through one
   by one, in a piece for each comparison: policydiff.site.found writes the pieces. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const { load } = policydiff;
  const { fold, units, unitTexts } = policydiff.text;
  const { STOP, parse, isAt, typed } = policydiff.query;
  const QUOTED = { "{base}": 0, "{target}": 1 };

  let held = null;
  const open = () => (held ||= load("comparisons").then((comparisons) => Promise.all(comparisons.map(async (one) => {
    const { says, found } = await load(`found-${one.name}`);
    const findings = found.map(([type, bases, targets, label, anchor, place, base, target, n]) =>
      ({ type, eids: [bases, targets].map((eids) => eids.split(" ").filter(Boolean)), label, anchor, place, quoted: [base, target], says: says[n] }));
    return { ...one, findings, names: one.titles.map((title) => ` ${unitTexts(title).join(" ")} `) };
  }))).catch((error) => { held = null; throw error; }));

  /* Whether a document of a comparison goes by a name: its id, or a part of its title. */
  function isNamed(one, side, name) {
    const wanted = unitTexts(name).join(" ");
    return one.documents[side] === name.trim() || (wanted.length > 1 && one.names[side].includes(` ${wanted} `));
  }
  const isOfEither = (one, name) => isNamed(one, 0, name) || isNamed(one, 1, name);

  /* Whether a finding speaks of a cited place, where documents are named in one of these. */
  const isCited = (one, finding, { citations, names }) => names.every((name) => isOfEither(one, name)) &&
    finding.eids.some((eids, side) => (!names.length || names.some((name) => isNamed(one, side, name))) &&
      eids.some((eid) => citations.some((steps) => isAt(eid, steps))));

  /* Whether all characters of a clause are in a text at all: few others need to be cut into units. */
  function mayHold(clause, folded) {
    if (clause.stem) return folded.includes(clause.stem.slice(0, -1));
    return (clause.any || [typed(clause)]).some((run) => run.every((unit) => folded.includes(unit) || (clause.cut && STOP.has(unit))));
  }

  /* Whether each clause of a tier holds in what a finding quotes of either side. */
  function holds(finding, tier) {
    finding.folded ||= finding.quoted.map(fold);
    if (!tier.every((clause) => finding.folded.some((words) => mayHold(clause, words)))) return false;
    const sides = finding.quoted.map(units);
    return tier.every((clause) => sides.some((side) => policydiff.places([clause], side).length));
  }

  /* The first tier that a finding answers, -1 for none; where places are cited, of those there. */
  function tierOf(one, finding, query) {
    const { tiers } = query;
    if (query.citations.length && !isCited(one, finding, query)) return -1;
    if (query.excluded.some((clause) => holds(finding, [clause]))) return -1;
    return tiers.length ? tiers.findIndex((tier) => holds(finding, tier)) : 0;
  }

  policydiff.searchFindings = async (text, filters = {}) => {
    await policydiff.ready();
    const comparisons = await open();
    const query = text ? parse(text, (name) => comparisons.some((one) => isOfEither(one, name))) :
      { tiers: [], whole: [], citations: [], names: [], also: [], excluded: [], without: [] };
    const nothing = text && !query.whole.length && !query.excluded.length;
    const groups = [];
    let total = 0;
    for (const [order, one] of comparisons.entries()) {
      if (nothing || (filters.lang && one.lang !== filters.lang)) continue;
      const hits = one.findings.filter(({ type }) => !filters.type || type === filters.type)
        .map((finding) => ({ ...finding, tier: tierOf(one, finding, query) })).filter(({ tier }) => tier >= 0)
        .sort(byTier);
      if (hits.length) groups.push({ document: one, hits, order });
      total += hits.length;
    }
    groups.sort((a, b) => byTier(a.hits[0], b.hits[0]) || a.order - b.order);
    return { total, groups, asked: query };
  };

  const byTier = (a, b) => a.tier - b.tier || a.place - b.place;

  /* What a finding says in a language, the words asked for marked: [{ text, quoted, marks }, …]. */
  policydiff.saidBy = (finding, language, { tiers, whole }) => {
    const clauses = [...tiers.flat(), ...(whole.length ? [{ exact: whole }] : [])];
    return finding.says[language === "en" ? 1 : 0].map((part) => {
      if (!(part in QUOTED)) return { text: part, marks: [] };
      const text = finding.quoted[QUOTED[part]];
      return { text, marks: policydiff.marks(clauses, text) };
    });
  };
})();
