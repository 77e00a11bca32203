/* The search page: reads the address, asks policydiff.search, shows what came back.

   A form sends ?q=…; what is typed or filtered on the page itself goes into the fragment, the one part of an
   address that a page opened from a folder may change. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const FIRST = 8;
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
  const filters = () => ({ kind: form.elements.kind?.value || "", lang: form.elements.lang?.value || "" });

  function readAddress() {
    const given = new URLSearchParams(/[#&]q=/.test(location.hash) ? location.hash.slice(1) : location.search);
    field.value = given.get("q") || "";
    for (const name of ["kind", "lang"])
      for (const choice of form.querySelectorAll(`input[name="${name}"]`)) choice.checked = choice.value === (given.get(name) || "");
  }

  function writeAddress() {
    const given = new URLSearchParams({ q: field.value.trim() });
    for (const [name, value] of Object.entries(filters())) if (value) given.set(name, value);
    try { history.replaceState(null, "", "#" + given); } catch { /* the results are right all the same */ }
  }

  /* The stretch of a text around its first mark, and the marks within it. */
  function snippet({ text, marks }) {
    const first = marks.length ? marks[0][0] : 0;
    const from = text.length <= LENGTH ? 0 : Math.max(0, Math.min(first - LEAD, text.length - LENGTH));
    const to = Math.min(text.length, from + LENGTH);
    const out = document.createDocumentFragment();
    if (from) out.append("…");
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
    if (to < text.length) out.append("…");
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
    return item;
  }

  function groupSection({ document: found, hits }) {
    const section = part("group");
    const title = section.querySelector("[data-title]");
    title.textContent = found.title || found.id;
    title.href = `documents/${encodeURIComponent(found.id)}.html`;
    title.lang = found.lang;
    const kind = document.querySelector(`template[data-kind-word="${CSS.escape(found.kind)}"]`);
    if (kind) section.querySelector("[data-kind]").append(kind.content.cloneNode(true));
    section.querySelector("[data-count]").textContent = String(hits.length);
    const list = section.querySelector("ol");
    list.append(...hits.slice(0, FIRST).map((hit) => hitItem(found, hit)));
    const more = section.querySelector("[data-more]");
    more.hidden = hits.length <= FIRST;
    more.querySelector("[data-left]").textContent = String(hits.length - FIRST);
    more.addEventListener("click", () => {
      list.append(...hits.slice(FIRST).map((hit) => hitItem(found, hit)));
      list.querySelectorAll("a")[FIRST].focus();
      more.remove();
    });
    return section;
  }

  async function run() {
    const turn = ++asked;
    const query = field.value.trim();
    if (!query) {
      results.replaceChildren();
      tally.replaceChildren();
      return say("type-something");
    }
    let found;
    try { found = await policydiff.search(query, filters()); } catch { return say("no-data"); }
    const { total, groups } = found;
    if (turn !== asked) return undefined;
    results.replaceChildren(...groups.map(groupSection));
    tally.replaceChildren();
    if (total) {
      const words = part("tally");
      words.querySelector("[data-n]").textContent = String(total);
      words.querySelector("[data-documents]").textContent = String(groups.length);
      tally.append(words);
    }
    return say(total ? "" : "no-hits");
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
