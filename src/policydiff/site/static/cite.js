/* Two buttons beside each permalink: one copies a provision's citation as a drafter writes it, 《…》第八条第二款, the
   other adds the address of the provision on its document's page. They are made when a reader comes near, so that a
   long document does not carry a thousand buttons. */
(() => {
  "use strict";
  const words = (name) => document.querySelector(`template[data-part="${name}"]`).content.cloneNode(true);
  const heading = document.querySelector("[data-title]");

  function citation(anchor) {
    const title = anchor.dataset.citeTitle ?? heading?.textContent.trim() ?? "";
    const label = anchor.dataset.cite;
    const chinese = /[\u4e00-\u9fff]/.test(label + title);
    const named = !title ? "" : chinese && !title.startsWith("《") ? `《${title}》` : title + (chinese ? "" : ", ");
    return named + label;
  }

  /* Where the provision is for good: on its document's page, if there is one. */
  const address = (anchor) => (anchor.closest(".label")?.querySelector("a:not(.anchor, .beside)") || anchor).href;

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

  function offer(event) {
    const anchor = event.target.closest?.(".cell, .line")?.querySelector(".anchor[data-cite]");
    if (!anchor || anchor.nextElementSibling?.classList.contains("cites")) return;
    const both = document.createElement("span");
    both.className = "cites";
    both.append(
      button("cite", () => citation(anchor)),
      button("cite-link", () => `${citation(anchor)} ${address(anchor)}`),
    );
    anchor.after(both);
  }

  document.addEventListener("pointerover", offer);
  document.addEventListener("focusin", offer);
})();
