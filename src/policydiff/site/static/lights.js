/* Point at a finding, by mouse or keyboard, and its words light up in their row on both sides. */
(() => {
  "use strict";
  if (!("highlights" in CSS)) return;
  const light = new Highlight();
  CSS.highlights.set("finding", light);

  /* The range of `words` within an element whose text is broken up by marks; null where it does not stand. */
  function rangeOf(element, words) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let whole = "";
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, from: whole.length });
      whole += walker.currentNode.data;
    }
    const at = words ? whole.indexOf(words) : -1;
    if (at < 0) return null;
    const range = new Range();
    const spot = (index) => nodes.findLast((one) => one.from <= index);
    const start = spot(at);
    const end = spot(at + words.length - 1);
    range.setStart(start.node, at - start.from);
    range.setEnd(end.node, at + words.length - end.from);
    return range;
  }

  function show(finding) {
    light.clear();
    const row = finding.closest(".row");
    if (!row) return;
    const version = finding.closest(".version") ?? row; // beside other documents' versions, its own alone
    for (const [quote, within, side] of [[".was", row, ".base .words"], [".now", version, ".target .words, .words.target"]]) {
      const words = finding.querySelector(quote)?.textContent.replace(/^…|…$/g, "");
      const said = within.querySelector(".same") ? ".base .words" : side; // the target's words are the base's
      for (const text of within.querySelectorAll(said)) {
        const range = rangeOf(text, words);
        if (range) light.add(range);
      }
    }
  }

  for (const [start, end] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    document.addEventListener(start, (event) => {
      const finding = event.target.closest?.(".row .finding");
      if (finding) show(finding);
    });
    document.addEventListener(end, (event) => {
      if (event.target.closest?.(".row .finding")) light.clear();
    });
  }
})();
