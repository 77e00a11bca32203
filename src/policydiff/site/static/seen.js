/* What a reader has looked at: a box at each row that differs, ticked by mouse or with x. It is kept in this browser,
   under the words of the row, so that a row whose words have changed since is one to look at again. Others do not see
   it; what they should see is decided with `policydiff decide`. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const rows = [...document.querySelectorAll(".row:not(.is-unchanged), .row:has(.finding)")];
  const chip = document.querySelector('[data-name="unseen"]');
  const words = document.querySelector('template[data-part="seen"]').content;
  const kept = "seen:" + location.pathname.split("/").pop();
  const seen = new Set((policydiff.recall(kept) ?? "").split(" ").filter(Boolean));

  /* FNV-1a of what the row says. */
  function fingerprint(row) {
    let hash = 0x811c9dc5;
    for (const part of row.querySelectorAll(".words, .finding q"))
      for (const char of part.textContent + "\n") hash = Math.imul(hash ^ char.codePointAt(0), 0x01000193) >>> 0;
    return hash.toString(36);
  }

  const prints = new Map(rows.map((row) => [row, fingerprint(row)]));

  function mark(row, is) {
    row.querySelector(".seen input").checked = is;
    const tags = (row.dataset.tags ?? "").split(" ").filter((tag) => tag && tag !== "unseen");
    row.dataset.tags = (is ? tags : [...tags, "unseen"]).join(" ");
  }

  function count() {
    const left = rows.filter((row) => !seen.has(prints.get(row))).length;
    chip.disabled = !left && chip.getAttribute("aria-pressed") !== "true";
    document.dispatchEvent(new Event("policydiff:seen"));
  }

  function set(row, is) {
    if (is) seen.add(prints.get(row));
    else seen.delete(prints.get(row));
    for (const [other, print] of prints) if (print === prints.get(row)) mark(other, is);
    count();
    policydiff.remember(kept, [...seen].join(" "));
  }

  for (const row of rows) {
    const head = row.querySelector("h2");
    const label = document.createElement("label");
    label.className = "seen";
    label.append(words.cloneNode(true));
    if (head.parentElement === row) {
      const gutter = document.createElement("div");
      gutter.className = "gutter";
      head.replaceWith(gutter);
      gutter.append(head);
    }
    head.parentElement.append(label);
    label.querySelector("input").addEventListener("change", (event) => set(row, event.target.checked));
    mark(row, seen.has(prints.get(row)));
  }
  count();

  policydiff.keys.on("x", () => {
    const here = document.querySelector(".row.here");
    if (prints.has(here)) set(here, !seen.has(prints.get(here)));
  });
})();
