/* A document's table of contents: folded on a narrow window, and marking what is being read. */
(() => {
  "use strict";
  const fold = document.querySelector(".toc-fold");
  if (matchMedia("(max-width: 1100px)").matches) fold.open = false;
  fold.dataset.ready = ""; // until then the style sheets keep its list back, so that nothing below it moves

  const links = new Map([...fold.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  const units = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  let current = null;

  /* The last unit that begins at the top of the window. Where a link leads to stands 2.5rem below it: the style sheets
     have 1rem for the page and 1.5rem for the unit. */
  function mark() {
    const line = 3.5 * parseFloat(getComputedStyle(document.documentElement).fontSize);
    const reading = units.findLast((unit) => unit.getBoundingClientRect().top < line);
    const link = reading ? links.get(reading.id) : null;
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    current = link;
    if (link && fold.parentElement.scrollHeight > fold.parentElement.clientHeight) link.scrollIntoView({ block: "nearest" });
  }

  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
})();
