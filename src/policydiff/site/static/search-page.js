/* The search page: reads the address, asks policydiff.search, shows what came back.

   A form sends ?q=…; what is typed or filtered on the page itself goes into the fragment, the one part of an
   address that a page opened from a folder may change. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const FIRST = 5;
  const AT_ONCE = 2;
  const FIRST_GROUPS = 10;
  const LEAD = 36;
  const LENGTH = 150;
  const form = document.querySelector("[data-search]");
  const field = form.elements.q;
  const results = document.querySelector("[data-results]");
  const tally = document.querySelector("[data-tally]");
  const part = (name) => document.querySelector(`template[data-part="${name}"]`).content.cloneNode(true);
  let asked = 0;

  const say = (name) => {
    for (const line of document.querySelectorAll("[data-say]")) line.hidden = line.dataset.say !== name;
  };
  const sayAlso = (names) => {
    document.querySelector("[data-also]").textContent = names.join(" · ");
    document.querySelector("[data-also-line]").hidden = !names.length;
  };
  const sayWithout = (words) => {
    document.querySelector("[data-without]").textContent = words.join(" · ");
    document.querySelector("[data-without-line]").hidden = !words.length;
  };
  /* Buttons with queries, each of which asks it. */
  const offered = (queries) => queries.flatMap((words) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip";
    button.textContent = words;
    button.addEventListener("click", () => { field.value = words; field.focus(); writeAddress(); run(); });
    return [button, " "];
  });
  const sayMeant = (queries = []) => {
    document.querySelector("[data-meant]").replaceChildren(...offered(queries));
    document.querySelector("[data-meant-line]").hidden = !queries.length;
  };
  /* What of the query stands nowhere, and what is left of it to be looked for. */
  const sayMissing = ({ missing = [], left = [] }) => {
    document.querySelector("[data-missing]").textContent = missing.join(" · ");
    document.querySelector("[data-missing-line]").hidden = !missing.length;
    document.querySelector("[data-instead]").replaceChildren(...offered(left));
    document.querySelector("[data-instead-line]").hidden = !left.length;
  };
  /* That a finding is told once beside several superiors, and of a kind with no words asked for how many that leaves
     out of what the comparisons count. */
  const sayOnce = (shown, words, { type, lang }) => {
    const line = document.querySelector("[data-once]");
    const left = [...form.querySelectorAll("[data-repeated]")]
      .reduce((sum, choice) => sum + (!type || choice.value === type ? Number(choice.dataset.repeated) : 0), 0);
    line.hidden = !shown || !left;
    line.querySelector("b").textContent = String(left);
    line.querySelector("[data-left-out]").hidden = Boolean(words || lang);
  };
  const FILTERS = ["in", "type", "kind", "lang"];
  const filters = () => Object.fromEntries(FILTERS.map((name) => [name, form.elements[name]?.value || ""]));
  const [types, kinds] = ["[data-types]", "[data-kinds]"].map((one) => document.querySelector(one));

  function readAddress() {
    const given = new URLSearchParams(/[#&]q=/.test(location.hash) ? location.hash.slice(1) : location.search);
    field.value = given.get("q") || "";
    for (const name of FILTERS)
      for (const choice of form.querySelectorAll(`input[name="${name}"]`)) choice.checked = choice.value === (given.get(name) || "");
  }

  function writeAddress() {
    const given = new URLSearchParams({ q: field.value.trim() });
    for (const [name, value] of Object.entries(filters())) if (value) given.set(name, value);
    try { history.replaceState(null, "", "#" + given); } catch { /* the results are right all the same */ }
  }

  /* The stretch of a text around its first mark, and the marks within it. */
  function snippet({ text, marks }) {
    const [from, to] = policydiff.stretch(text, marks.length ? marks[0][0] : 0, { before: LEAD, most: LENGTH });
    const out = marked(text, marks, from, to);
    if (from) out.prepend("…");
    if (to < text.length) out.append("…");
    return out;
  }

  /* A stretch of a text, with what is marked in it. */
  function marked(text, marks, from, to) {
    const out = document.createDocumentFragment();
    let at = from;
    for (const [start, end] of marks) {
      if (end <= from || start >= to) continue;
      out.append(text.slice(at, Math.max(start, from)));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(Math.max(start, from), Math.min(end, to));
      out.append(mark);
      at = Math.min(end, to);
    }
    out.append(text.slice(at, to));
    return out;
  }

  function hitItem(found, hit) {
    const item = part("hit");
    item.querySelector("[data-link]").href = `documents/${encodeURIComponent(found.id)}.html${hit.eid ? `#${hit.eid}` : ""}`;
    const label = item.querySelector("[data-label]");
    label.textContent = hit.label;
    label.lang = found.lang;
    const words = item.querySelector("[data-words]");
    words.append(snippet(hit));
    words.lang = found.lang;
    const place = item.firstElementChild;
    place.dataset.citeTitle = found.title || found.id;
    place.dataset.cite = hit.eid ? hit.label : "";
    policydiff.offerCitation(place);
    return item;
  }

  /* A finding, as what it is told, where, and what it says in both languages; the style sheet shows the one chosen. */
  function foundItem(found, hit, query) {
    const item = part("found");
    item.querySelector("[data-link]").href = `comparisons/${encodeURIComponent(found.name)}.html${hit.anchor ? `#${hit.anchor}` : ""}`;
    item.querySelector("[data-type]").append(
      document.querySelector(`template[data-type-word="${CSS.escape(hit.type)}"]`).content.cloneNode(true));
    const label = item.querySelector("[data-label]");
    label.textContent = hit.label;
    label.lang = found.lang;
    for (const language of ["zh", "en"]) {
      const said = document.createElement("i");
      said.lang = language;
      for (const { text, marks } of policydiff.saidBy(hit, language, query)) said.append(marked(text, marks, 0, text.length));
      item.querySelector("[data-words]").append(said);
    }
    return item;
  }

  const items = async (found, hits, query) => found.findings ? hits.map((hit) => foundItem(found, hit, query)) : (await policydiff.read(hits, query)).map((hit) => hitItem(found, hit));

  async function groupSection({ document: found, hits }, query) {
    const section = part("group");
    const title = section.querySelector("[data-title]");
    title.textContent = found.findings ? found.titles.toReversed().join(" ↔ ") : found.title || found.id;
    title.href = found.findings ? `comparisons/${encodeURIComponent(found.name)}.html` : `documents/${encodeURIComponent(found.id)}.html`;
    title.lang = found.lang;
    const kind = document.querySelector(`template[data-kind-word="${CSS.escape(found.kind)}"]`);
    if (kind && !found.findings) section.querySelector("[data-kind]").append(kind.content.cloneNode(true));
    section.querySelector("[data-count]").textContent = String(hits.length);
    const list = section.querySelector("ol");
    list.append(...(await items(found, hits.slice(0, FIRST), query)));
    const more = section.querySelector("[data-more]");
    more.hidden = hits.length <= FIRST;
    more.querySelector("[data-left]").textContent = String(hits.length - FIRST);
    more.addEventListener("click", async () => {
      list.append(...(await items(found, hits.slice(FIRST), query)));
      list.querySelectorAll(".hit")[FIRST].focus();
      more.remove();
    });
    return section;
  }

  const sections = (groups, query) => Promise.all(groups.map((group) => groupSection(group, query)));

  /* A button for the documents that are not shown yet. */
  function rest(groups, query) {
    const button = part("rest").querySelector("button");
    button.querySelector("[data-left]").textContent = String(groups.length);
    button.addEventListener("click", async () => {
      const next = await sections(groups.slice(0, FIRST_GROUPS), query);
      button.replaceWith(...next, ...(groups.length > FIRST_GROUPS ? [rest(groups.slice(FIRST_GROUPS), query)] : []));
      next[0].querySelector("a").focus();
    });
    return button;
  }

  function showTally(total, documents, name) {
    tally.replaceChildren();
    if (!total) return;
    const words = part(name);
    for (const [name, count] of Object.entries({ n: total, documents })) {
      words.querySelector(`[data-${name}]`).textContent = String(count);
      words.querySelector(`[data-${count === 1 ? "many" : "one"}="${name}"]`).remove();
    }
    tally.append(words);
  }

  /* The best documents are shown as soon as their words are there, the next ones after them. */
  async function answer(turn) {
    const chosen = filters();
    const ofFindings = chosen.in === "findings";
    const find = ofFindings ? policydiff.searchFindings : policydiff.search;
    const { total, groups, asked: query } = await find(field.value.trim(), chosen);
    const best = await sections(groups.slice(0, AT_ONCE), query);
    if (turn !== asked) return;
    results.replaceChildren(...best);
    showTally(total, groups.length, ofFindings ? "found-tally" : "tally");
    sayOnce(ofFindings && total, field.value.trim(), chosen);
    const placed = query.citations.length && !query.tiers.length && !Object.values(chosen).some(Boolean);
    document.querySelector("[data-read-as]").textContent = query.readAs || "";
    sayAlso(query.also);
    sayWithout(query.without);
    sayMissing(total || placed ? {} : query);
    sayMeant(query.meant);
    say(total ? (query.readAs ? "read-as" : "") : placed ? "no-provision" : "no-hits");
    const next = await sections(groups.slice(AT_ONCE, FIRST_GROUPS), query);
    if (turn !== asked) return;
    results.append(...next, ...(groups.length > FIRST_GROUPS ? [rest(groups.slice(FIRST_GROUPS), query)] : []));
  }

  async function run() {
    const turn = ++asked;
    const chosen = filters();
    const ofFindings = chosen.in === "findings";
    if (types) types.hidden = !ofFindings;
    if (kinds) kinds.hidden = ofFindings; // each finding is of two documents
    if (field.value.trim() || (ofFindings && chosen.type)) {
      try { await answer(turn); } catch { if (turn === asked) say("no-data"); }
      return;
    }
    results.replaceChildren();
    tally.replaceChildren();
    sayOnce(false, "", chosen);
    sayAlso([]);
    sayWithout([]);
    sayMissing({});
    sayMeant();
    say(ofFindings ? "type-or-choose" : "type-something");
  }

  let waiting = 0;
  field.addEventListener("input", (event) => {
    if (event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => { writeAddress(); run(); }, 120);
  });
  field.addEventListener("compositionend", () => { writeAddress(); run(); });
  form.addEventListener("change", (event) => { if (event.target !== field) { writeAddress(); run(); } });
  form.addEventListener("submit", (event) => { event.preventDefault(); writeAddress(); run(); });
  addEventListener("hashchange", () => {
    if (!/[#&]q=/.test(location.hash)) return;
    readAddress();
    run();
  });
  readAddress();
  run();
})();
