/* What was considered for a provision that stands alone, to be read beside it: the words of each candidate are taken from
   its own row, from where they begin to say the same, and what both say is marked. They are set where a list is unfolded,
   or printed. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const LENGTH = 90;
  const BEFORE = 15; // characters before the first that both have
  const LEAST = { zh: 4, en: 15 }; // characters in a row that say something
  const light = "highlights" in CSS ? new Highlight() : null;
  if (light) CSS.highlights.set("shared", light);

  /* A cell that says 同左 has the words of the other side. */
  function wordsAt(id) {
    const cell = document.getElementById(id);
    return (cell?.querySelector(".words") ?? cell?.closest(".row").querySelector(".base .words"))?.textContent ?? "";
  }

  /* The runs of some words that stand in others, each as long as it can be. */
  function shared(words, others) {
    const least = /\p{Script=Han}/u.test(words) ? LEAST.zh : LEAST.en;
    const runs = [];
    for (let from = 0; from + least <= words.length; ) {
      let to = from + least;
      if (!others.includes(words.slice(from, to))) { from += 1; continue; }
      while (to < words.length && others.includes(words.slice(from, to + 1))) to += 1;
      runs.push([from, to]);
      from = to;
    }
    return runs;
  }

  /* Mark the runs of which a node quotes a stretch, behind so many characters of its own. */
  function mark(node, runs, [first, last], before) {
    for (const [from, to] of runs) {
      const range = new Range();
      range.setStart(node, Math.min(Math.max(from, first), last) - first + before);
      range.setEnd(node, Math.min(Math.max(to, first), last) - first + before);
      light.add(range);
    }
  }

  function fill(fold) {
    if (fold.dataset.filled) return;
    fold.dataset.filled = "true";
    const own = fold.closest(".row").querySelector(".words").textContent;
    for (const link of fold.querySelectorAll("li > a")) {
      const words = wordsAt(link.hash.slice(1));
      if (!words) continue;
      const runs = shared(words, own);
      const [from, to] = policydiff.stretch(words, runs[0]?.[0] ?? 0, { before: BEFORE, most: LENGTH });
      const quoted = link.parentElement.querySelector("span") ?? document.createElement("span");
      const before = from > 0 ? "…" : "";
      quoted.textContent = before + words.slice(from, to) + (to < words.length ? "…" : "");
      link.after(" ", quoted);
      if (light) mark(quoted.firstChild, runs, [from, to], before.length);
    }
  }

  document.addEventListener("toggle", ({ target }) => { if (target.matches?.(".near[open]")) fill(target); }, true);
  document.querySelectorAll(".near[open]").forEach(fill);
  addEventListener("beforeprint", () => document.querySelectorAll(".near").forEach(fill));
})();
