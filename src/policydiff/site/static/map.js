/* The map of the start page: point at a square, by mouse or keyboard, and below the map stand the words of both
   sides. They are loaded when somebody first points. Where the map is wrapped, or its head is not right above the
   squares, the numbers of the head stand at the squares of each row. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const fatesOf = (row) => ["unchanged", "changed", row.dataset.lack, "added"];
  const MARKS = { "-": "del", "+": "ins" };
  const part = (name) => document.querySelector(`template[data-part="${name}"]`).content.cloneNode(true);

  function redline(runs) {
    const out = document.createDocumentFragment();
    for (const run of runs) {
      const mark = MARKS[run[0]];
      if (!mark) { out.append(run.slice(1)); continue; }
      const element = document.createElement(mark);
      const words = document.createElement("span");
      words.textContent = run.slice(1);
      element.append(words);
      out.append(element);
    }
    return out;
  }

  const below = matchMedia("(max-width: 1199px)");

  function numberAtSquare(item, head) {
    const number = head.querySelector("a").cloneNode(true);
    number.className = "map-number";
    item.prepend(number);
    item.removeAttribute("data-number");
  }

  function offerNumbers(map, heads, rows) {
    for (const row of rows)
      [...row.children].forEach((item, at) => { if (item.dataset.number) numberAtSquare(item, heads[at]); });
    const place = () => {
      map.classList.remove("numbered");
      map.classList.toggle("numbered", below.matches || heads.at(-1).offsetTop > heads[0].offsetTop);
    };
    addEventListener("resize", place);
    place();
  }

  for (const map of document.querySelectorAll("[data-map]")) {
    const glance = map.querySelector("[data-glance]");
    const heads = [...map.querySelectorAll("[data-heads] > li")];
    const rows = [...map.querySelectorAll("[data-row]")];
    const hint = glance?.firstElementChild;
    let turn = 0;
    if (heads.length) offerNumbers(map, heads, rows);

    function light(at) {
      for (const one of map.querySelectorAll(".in-column")) one.classList.remove("in-column");
      if (at < 0) return;
      heads[at]?.classList.add("in-column");
      for (const row of rows) row.children[at]?.classList.add("in-column");
    }

    async function show(square) {
      const mine = ++turn;
      const row = square.closest("[data-row]");
      const at = [...row.children].indexOf(square.parentElement);
      light(at);
      let held;
      try { held = (await policydiff.load(map.dataset.map))[row.dataset.row][at]; } catch { return; }
      if (mine !== turn) return;
      const [base, labels, target, counts, first] = held;
      const fates = fatesOf(row);
      const status = fates.find((one) => square.classList.contains("f-" + one));
      const card = part("glance");
      const put = (name, content, lang) => {
        const place = card.querySelector(`[data-${name}]`);
        place.append(content);
        if (lang) place.lang = lang;
      };
      put("base-label", heads[at].querySelector(".sr").textContent, map.dataset.lang);
      card.querySelector("[data-first]").hidden = !first;
      put("first-status", part("status-" + status));
      put("first-label", first, map.dataset.lang);
      put("base-words", redline(base), map.dataset.lang);
      put("title", row.dataset.title, row.dataset.lang);
      put("status", part("status-" + status));
      put("target-label", labels, row.dataset.lang);
      put("target-words", target.length ? redline(target) : part("absent"), target.length ? row.dataset.lang : "");
      card.querySelector(".glance-target").classList.add("is-" + status);
      const tally = card.querySelector("[data-counts]");
      counts.forEach((count, i) => {
        if (!count) return;
        const item = document.createElement("span");
        item.append(part("status-" + fates[i]), " " + count);
        tally.append(item);
      });
      glance.replaceChildren(card);
      glance.classList.toggle("above", square.getBoundingClientRect().bottom > innerHeight - glance.offsetHeight - 16);
    }

    function clear() {
      turn += 1;
      light(-1);
      glance.classList.remove("above");
      glance.replaceChildren(hint);
    }

    const pointed = (event) => {
      const square = event.target.closest?.("[data-row] .square");
      if (square) show(square);
    };
    map.addEventListener("pointerover", pointed);
    map.addEventListener("focusin", pointed);
    map.addEventListener("pointerleave", () => { light(-1); glance.classList.remove("above"); });
    map.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
  }
})();
