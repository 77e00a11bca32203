/* Buttons at each provision: one copies its citation as a drafter writes it, 《…》第八条第二款, the other, where the site is
   on a server, adds the address of the provision on its document's page: that of a file leads nobody else there. They are made when a reader comes near; permalinks and ways to other
   versions, which are the same for each provision, are made here so that a page does not carry thousands. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const parts = new Map([...document.querySelectorAll("template[data-part]")].map((one) => [one.dataset.part, one.content]));
  const words = (name) => parts.get(name).cloneNode(true);
  const heading = document.querySelector("[data-cited]");

  /* A place is what is cited: a line of a document's page, a cell of a comparison, a result of a search. */
  const linkOf = (place) => place.querySelector(".label a:not(.anchor, .beside), .hit") ?? place.querySelector(".anchor");
  const labelOf = (place) => place.dataset.cite ?? linkOf(place).textContent.trim();

  function titleOf(place) {
    const side = place.closest(".side");
    const told = place.dataset.citeTitle ?? place.closest(".rows")?.dataset[side?.classList.contains("base") ? "base" : "target"];
    return told ?? heading?.dataset.cited ?? "";
  }

  function citation(place) {
    const [title, label] = [titleOf(place), labelOf(place)];
    const chinese = /[\u4e00-\u9fff]/.test(label + title);
    const named = !title ? "" : chinese && !title.startsWith("《") ? `《${title}》` : title + (chinese || !label ? "" : ", ");
    return named + label;
  }

  async function copy(text) {
    try { await navigator.clipboard.writeText(text); return true; } catch { return copyByHand(text); }
  }

  function copyByHand(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "sr";
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  }

  function button(name, text) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "cite";
    made.append(words(name));
    made.addEventListener("click", async () => {
      if (!(await copy(text()))) return;
      made.replaceChildren(words("cited"));
      setTimeout(() => made.replaceChildren(words(name)), 1600);
    });
    return made;
  }

  /* What only a screen reader says: which provision a link of few words is for. */
  function aside(words) {
    const said = document.createElement("span");
    said.className = "sr";
    said.textContent = " " + words;
    return said;
  }

  /* The provision that an address leads to: what the place is told, or what it stands in. */
  const addressOf = (place) => place.dataset.at ?? (place.closest(".unit, .leaf") ?? place).id;

  function permalink(place) {
    const made = document.createElement("a");
    made.className = "anchor";
    made.href = `#${addressOf(place)}`;
    made.append(words("permalink"), aside(labelOf(place)));
    return made;
  }

  policydiff.offerCitation = (place) => {
    if (place.querySelector(".cites") || !linkOf(place)) return;
    const buttons = document.createElement("span");
    buttons.className = "cites";
    buttons.append(button("cite", () => citation(place)));
    if (location.protocol !== "file:") buttons.append(button("cite-link", () => `${citation(place)} ${linkOf(place).href}`));
    const anchor = place.querySelector(".anchor");
    if (anchor) return anchor.after(buttons);
    if (addressOf(place)) buttons.prepend(permalink(place));
    (place.querySelector(".label") ?? place).append(buttons);
  };

  /* The way to every version of a provision of the base. */
  function beside(versions, eid, page, label) {
    const made = document.createElement("a");
    made.className = "beside";
    made.href = `${versions}${page ?? eid.split("__")[0]}.html#${eid}`;
    made.append(words("beside"), aside(label));
    return made;
  }

  /* In a comparison it stands at the label. */
  const { versions } = document.querySelector(".rows")?.dataset ?? {};
  if (versions)
    for (const cell of document.querySelectorAll(".cell.base, .base > .cell")) {
      const link = linkOf(cell);
      link.after(" ", beside(versions, link.hash.slice(1), cell.dataset.page, link.textContent));
    }

  /* On the page of a document each line has its permalink; a line after the first of an article, which has it already,
     the way to the versions. */
  for (const line of document.querySelectorAll(".line[data-cite]"))
    line.querySelector(".words, .heading").append(" ", permalink(line));
  const law = document.querySelector(".law[data-versions]");
  for (const notes of law?.querySelectorAll("[data-cite] .notes:not(:has(+ .beside))") ?? []) {
    const [line, unit] = [notes.closest(".line"), notes.closest(".unit")];
    notes.after(beside(law.dataset.versions, unit.id, line.dataset.page, labelOf(line)));
  }

  for (const near of ["pointerover", "focusin"])
    document.addEventListener(near, (event) => {
      const place = event.target.closest?.(".cell, .line");
      if (place) policydiff.offerCitation(place);
    });
})();
