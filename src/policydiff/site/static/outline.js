/* The chapters of a long comparison, to go to one of them: those of the base, in a list among the filters. */
(() => {
  "use strict";
  const FEWEST = 3;
  const trails = [...document.querySelectorAll(".base .trail")];
  const first = new Map(trails.toReversed().map((trail) => [trail.textContent.trim(), trail.closest(".row")]));
  if (first.size < FEWEST) return;
  const label = document.createElement("label");
  label.className = "outline";
  label.append(document.querySelector('template[data-part="outline"]').content.cloneNode(true));
  const list = document.createElement("select");
  list.append(new Option("…", ""));
  for (const [heading, row] of [...first].toReversed()) list.append(new Option(heading, row.id));
  list.lang = document.querySelector(".rows").lang;
  label.append(list);
  document.querySelector(".jump").before(label);

  list.addEventListener("change", () => {
    if (!list.value) return;
    location.hash = list.value;
    list.value = "";
  });
})();
