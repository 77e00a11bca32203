/* The whole comparison as a strip of ticks at the window's edge: a picture to aim at with the mouse. It says
   nothing that the rows and filters do not, so it is hidden from the keyboard and from screen readers. */
(() => {
  "use strict";
  const rows = [...document.querySelectorAll(".row")];
  const { lack } = document.querySelector(".rows").dataset;
  const statusOf = (row) => /\bis-(unchanged|changed|omitted|added)\b/.exec(row.className)[1];
  if (rows.length < 16) return;
  const map = document.createElement("div");
  map.className = "minimap";
  map.setAttribute("aria-hidden", "true");
  const ticks = rows.map((row) => {
    const tick = document.createElement("i");
    tick.className = "f-" + (statusOf(row) === "omitted" ? lack : statusOf(row));
    map.append(tick);
    return tick;
  });
  const tickOf = new Map(rows.map((row, at) => [row, ticks[at]]));
  document.body.append(map);

  map.addEventListener("click", (event) => {
    const at = ticks.indexOf(event.target);
    if (at < 0) return;
    rows[at].scrollIntoView({ block: "start" });
    rows[at].tabIndex = -1;
    rows[at].focus({ preventScroll: true });
  });

  const dim = () => rows.forEach((row, at) => ticks[at].classList.toggle("off", row.hidden));
  document.addEventListener("policydiff:rows", dim);
  dim();

  const watch = new IntersectionObserver((seen) => {
    for (const one of seen) tickOf.get(one.target).classList.toggle("seen", one.isIntersecting);
  }, { rootMargin: "-120px 0px 0px 0px" });
  rows.forEach((row) => watch.observe(row));
})();
