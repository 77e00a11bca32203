/* Two buttons at each provision: one copies its citation as a drafter writes it, 《…》第八条第二款, the other adds the
   address of the provision on its document's page. They and the permalink are made when a reader comes near, so that a
   long document does not carry thousands. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const parts = new Map([...document.querySelectorAll("template[data-part]")].map((one) => [one.dataset.part, one.content]));
  const words = (name) => parts.get(name).cloneNode(true);
  const heading = document.querySelector("[data-title]");

  /* A place is what is cited: a line of a document's page, a cell of a comparison, a result of a search. */
  const linkOf = (place) => place.querySelector(".label a:not(.anchor, .beside), .anchor[data-cite], .hit");

  function labelOf(place) {
    const told = place.dataset.cite ?? place.querySelector("[data-cite]")?.dataset.cite;
    return told ?? linkOf(place).textContent.trim();
  }

  function titleOf(place) {
    const side = place.closest(".side");
    const told = place.dataset.citeTitle ?? place.closest(".rows")?.dataset[side?.classList.contains("base") ? "base" : "target"];
    return told ?? heading?.textContent.trim() ?? "";
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

  function permalink(place) {
    const made = document.createElement("a");
    made.className = "anchor";
    made.href = `#${place.id}`;
    made.append(words("permalink"));
    return made;
  }

  policydiff.offerCitation = (place) => {
    if (place.querySelector(".cites") || !linkOf(place)) return;
    const buttons = document.createElement("span");
    buttons.className = "cites";
    buttons.append(
      button("cite", () => citation(place)),
      button("cite-link", () => `${citation(place)} ${linkOf(place).href}`),
    );
    const anchor = place.querySelector(".anchor");
    if (anchor) return anchor.after(buttons);
    if (place.id) buttons.prepend(permalink(place));
    (place.querySelector(".label") ?? place).append(buttons);
  };

  /* Beside the label of a provision of the base stands the way to every version of its article. */
  const { versions } = document.querySelector(".rows")?.dataset ?? {};
  if (versions)
    for (const cell of document.querySelectorAll(".cell.base, .base > .cell")) {
      const link = linkOf(cell);
      const eid = link.hash.slice(1);
      const made = document.createElement("a");
      made.className = "beside";
      made.href = `${versions}${cell.dataset.page ?? eid.split("__")[0]}.html#${eid}`;
      const said = document.createElement("span");
      said.className = "sr";
      said.textContent = " " + link.textContent;
      made.append(words("beside"), said);
      link.after(" ", made);
    }

  for (const near of ["pointerover", "focusin"])
    document.addEventListener(near, (event) => {
      const place = event.target.closest?.(".cell, .line");
      if (place) policydiff.offerCitation(place);
    });
})();
