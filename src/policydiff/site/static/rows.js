/* A comparison's filters, its jumps, and its address.

   The address keeps both: #base-art_3 is a place, #show=changed,omitted&find=number&at=base-art_3 a filter and
   a place. Within a group (statuses, findings, marks, seen or not) filters add up; between groups they narrow. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const rows = [...document.querySelectorAll(".row")];
  const whole = document.querySelector("[data-whole]");
  const statusOf = (row) => /\bis-(unchanged|changed|omitted|added)\b/.exec(row.className)[1];
  const tagsOf = (element) => (element.dataset.tags ?? "").split(" ");
  const chips = [...document.querySelectorAll(".chip[data-filter]")];
  const shown = document.querySelectorAll("[data-shown]");
  const filtered = document.querySelector("[data-filtered]");
  const nothing = document.querySelector("[data-nothing]");
  const clears = document.querySelectorAll("[data-clear]");
  const dropped = document.querySelector("[data-dropped]");
  const missing = document.querySelector("[data-missing]");
  const toolbar = document.querySelector(".toolbar");
  const unfold = document.querySelector("[data-unfold]");
  const differences = document.querySelector("[data-differences]");
  const differing = differences?.dataset.differences.split(",") ?? [];
  const areDifferences = () => wanted.show.size === differing.length && differing.every((name) => wanted.show.has(name));
  const sticky = document.querySelector(".sticky");
  const groups = ["show", "find", "mark", "seen"];
  const wanted = Object.fromEntries(groups.map((group) => [group, new Set()]));
  const groupOf = new Map(chips.map((chip) => [chip.dataset.name, chip.dataset.filter]));
  let place = "";

  /* What may be asked of a row, by group: a kind of finding as often as it was found. On the whole text there is no
     status. */
  const wholes = [...(whole?.querySelectorAll(".finding[data-tags]") ?? [])];
  function asked(element) {
    const names = { show: wholes.includes(element) ? null : [statusOf(element)], find: [], mark: [], seen: [] };
    for (const tag of tagsOf(element)) names[groupOf.get(tag)]?.push(tag);
    return names;
  }
  const failing = (names) =>
    groups.filter((group) => wanted[group].size && names[group] && !names[group].some((name) => wanted[group].has(name)));
  const fits = (element) => !failing(asked(element)).length;

  /* A filter says what choosing it would leave: its own group does not narrow it, the others do. */
  function count() {
    const counts = new Map();
    for (const element of [...rows, ...wholes]) {
      const names = asked(element);
      const out = failing(names);
      if (out.length > 1) continue;
      for (const group of out.length ? out : groups)
        for (const name of names[group] ?? [])
          if (name !== "whole" || wholes.includes(element)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const chip of chips) chip.querySelector("b").textContent = String(counts.get(chip.dataset.name) ?? 0);
    const on = chips.filter((chip) => wanted[chip.dataset.filter].has(chip.dataset.name)).length;
    unfold.querySelector("b").textContent = String(on);
    unfold.querySelector("b").hidden = !on;
  }

  function apply() {
    let left = 0;
    for (const row of rows) {
      row.hidden = !fits(row);
      if (!row.hidden) left += 1;
    }
    for (const finding of wholes) finding.hidden = !fits(finding);
    if (whole) {
      whole.hidden = !whole.querySelector(".finding:not([hidden])");
      if (wanted.mark.has("whole")) whole.open = true;
    }
    for (const chip of chips) chip.setAttribute("aria-pressed", String(wanted[chip.dataset.filter].has(chip.dataset.name)));
    differences?.setAttribute("aria-pressed", String(areDifferences()));
    for (const tally of shown) tally.textContent = String(left);
    filtered.hidden = left === rows.length;
    nothing.hidden = left > 0;
    for (const clear of clears) clear.hidden = groups.every((group) => !wanted[group].size);
    dropped.hidden = missing.hidden = true;
    count();
    document.dispatchEvent(new Event("policydiff:rows"));
  }

  function address() {
    const parts = groups.filter((group) => wanted[group].size).map((group) => `${group}=${[...wanted[group]].join(",")}`);
    const hash = parts.length ? "#" + [...parts, ...(place ? ["at=" + place] : [])].join("&") : place ? "#" + place : "";
    try { history.replaceState(null, "", hash || location.pathname + location.search); } catch { location.hash = hash; }
  }

  function read() {
    const hash = decode(location.hash.slice(1));
    place = hash;
    if (/(^|&)(show|find|mark|seen)=/.test(hash)) {
      place = "";
      for (const group of groups) wanted[group].clear();
      for (const part of hash.split("&")) {
        const [name, value = ""] = part.split("=");
        if (name === "at") place = value;
        else if (wanted[name]) for (const one of value.split(",")) wanted[groupOf.get(one)]?.add(one);
      }
    }
  }

  const decode = (text) => { try { return decodeURIComponent(text); } catch { return text; } };

  /* The element of an address; a container such as an article is where its first leaf is, and an identifier without
     a side, art_8__para_2, is the base's where the base has it. The only paragraph of an article may be named or not. */
  const find = (id) => (id ? standing(id) ?? standing(id.replace(/__para_1(?=__|$)/, "")) ?? standing(paragraphed(id)) : null);
  const paragraphed = (id) => id.replace(/((?:^|-|__)art_[^_]+)__(?!para_)/, "$1__para_1__");

  function standing(id) {
    const below = (own) => [...document.querySelectorAll(`[id^="${CSS.escape(own)}__"]`)];
    const inOrder = (a, b) => a.id.localeCompare(b.id, "en", { numeric: true });
    for (const own of [id, "base-" + id, "target-" + id]) {
      const found = document.getElementById(own) || below(own).sort(inOrder)[0];
      if (found) return found;
    }
    return null;
  }

  function go(element, { focus = true } = {}) {
    const row = element.closest(".row");
    if (!row) return element.scrollIntoView();
    if (row.hidden) {
      for (const group of groups) wanted[group].clear();
      apply();
      dropped.hidden = false; // who has filtered must know why there are more rows than a moment ago
    }
    for (const other of document.querySelectorAll(".row.here")) other.classList.remove("here");
    row.classList.add("here");
    cover();
    row.scrollIntoView({ block: "start" });
    row.tabIndex = -1;
    if (focus) row.focus({ preventScroll: true });
  }

  function arrive() {
    read();
    apply();
    const element = find(place);
    if (element) return go(element, { focus: false });
    missing.hidden = !place; // before the filters are gone to: it makes them higher
    if (place || groups.some((group) => wanted[group].size)) showFilters();
  }

  /* The filters, with the first of what they leave below them. */
  function showFilters() {
    if (wanted.mark.has("whole") && whole) return whole.scrollIntoView();
    cover();
    (covered() ? document.querySelector(".rows") : sticky).scrollIntoView();
  }

  /* The next or previous row that differs; among filtered rows, simply the next. */
  function jump(step) {
    const visible = rows.filter((row) => !row.hidden && (wanted.show.size || statusOf(row) !== "unchanged"));
    if (!visible.length) return;
    const here = rows.findIndex((row) => row.classList.contains("here"));
    const at = here >= 0 && onScreen(rows[here]) ? here : rows.findIndex((row) => !row.hidden && onScreen(row)) - (step > 0 ? 1 : 0);
    const order = (row) => rows.indexOf(row);
    const next = step > 0
      ? visible.find((row) => order(row) > at) || visible[0]
      : visible.findLast((row) => order(row) < at) || visible[visible.length - 1];
    go(next);
    place = nameOf(next);
    address();
  }

  const nameOf = (row) => (row.querySelector(".cell[id]") || row).id;
  const named = (id) => find(id)?.closest(".cell"); // a row's number is no name: it is another one after a change

  /* The address follows the reader, so that a page that is loaded again or sent to a colleague opens there. */
  let resting = 0;
  function follow() {
    if (settling) return;
    const edge = covered();
    if (sticky.getBoundingClientRect().top > 0) place = "";
    else {
      const here = document.querySelector(".row.here:not([hidden])");
      const reading = here && onScreen(here) ? here : rows.find((row) => !row.hidden && row.getBoundingClientRect().bottom > edge + 24);
      if (reading && named(place)?.closest(".row") !== reading) place = nameOf(reading);
    }
    address();
  }
  addEventListener("scroll", () => { clearTimeout(resting); resting = setTimeout(follow, 200); }, { passive: true });

  const onScreen = (row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > covered() + 40 && box.top < innerHeight;
  };

  for (const chip of chips)
    chip.addEventListener("click", () => {
      const set = wanted[chip.dataset.filter];
      if (!set.delete(chip.dataset.name)) set.add(chip.dataset.name);
      apply();
      address();
      if (!chip.offsetParent) unfold.focus(); // what is folded away
    });
  differences?.addEventListener("click", () => {
    wanted.show = new Set(areDifferences() ? [] : differing);
    apply();
    address();
  });
  for (const clear of clears)
    clear.addEventListener("click", () => {
      for (const group of groups) wanted[group].clear();
      apply();
      address();
      [unfold, ...chips].find((one) => one.offsetParent && !one.disabled)?.focus({ preventScroll: true });
    });
  unfold.addEventListener("click", () => {
    const open = toolbar.classList.toggle("open");
    unfold.setAttribute("aria-expanded", String(open));
  });
  document.addEventListener("policydiff:seen", count);
  for (const button of document.querySelectorAll("[data-jump]"))
    button.addEventListener("click", () => jump(Number(button.dataset.jump)));

  const toggle = document.querySelector("[data-keys]");
  toggle.checked = policydiff.keys.enabled;
  toggle.addEventListener("change", () => {
    policydiff.keys.enabled = toggle.checked;
    policydiff.remember("keys", toggle.checked ? "on" : "off");
  });
  for (const [key, step] of [["j", 1], ["n", 1], ["k", -1], ["p", -1]]) policydiff.keys.on(key, () => jump(step));

  /* A row that is gone to comes to rest below the filters, however many lines they take; in a low window they do not
     stand still. */
  const covered = () => (getComputedStyle(sticky).position === "sticky" ? sticky.offsetHeight : 0);
  const cover = () => document.documentElement.style.setProperty("--covered", covered() + 8 + "px");
  new ResizeObserver(cover).observe(sticky);
  cover();

  /* While a page opens the browser goes to the cell of the address by itself, as often as it sets the page anew: the
     row is gone to again when it is done, unless the reader has gone elsewhere by then. */
  let settling = document.readyState !== "complete";
  const settle = () => { settling = false; };
  for (const moves of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(moves, settle, { once: true, passive: true });
  addEventListener("load", () => requestAnimationFrame(() => {
    const element = settling && find(place);
    settle();
    if (element) go(element, { focus: false });
  }));

  addEventListener("hashchange", arrive);
  arrive();
})();
