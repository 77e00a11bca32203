/* The words of a provision that was considered and hardly came near stand in its own row: beside its citation they are
   set when somebody unfolds the list, or prints it. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const LENGTH = 60;

  /* A cell that says 同左 has the words of the other side. */
  function wordsAt(id) {
    const cell = document.getElementById(id);
    return (cell?.querySelector(".words") ?? cell?.closest(".row").querySelector(".base .words"))?.textContent ?? "";
  }

  function fill(fold) {
    for (const link of fold.querySelectorAll("li > a:last-child")) {
      const words = wordsAt(link.hash.slice(1));
      const [, to] = policydiff.stretch(words, 0, { most: LENGTH });
      const quoted = document.createElement("span");
      quoted.textContent = words.slice(0, to) + (to < words.length ? "…" : "");
      link.after(" ", quoted);
    }
  }

  document.addEventListener("toggle", ({ target }) => { if (target.matches?.(".near[open]")) fill(target); }, true);
  addEventListener("beforeprint", () => document.querySelectorAll(".near").forEach(fill));
})();
