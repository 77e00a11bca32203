/* A button that copies a provision's citation as a drafter writes it, 《…》第八条第二款, beside each permalink.
   It is made when a reader comes near, so that a long document does not carry a thousand buttons. */
(() => {
  "use strict";
  const words = document.querySelector('template[data-part="cite"]');
  const done = document.querySelector('template[data-part="cited"]');
  const heading = document.querySelector("[data-title]");

  function citation(anchor) {
    const title = anchor.dataset.citeTitle ?? heading?.textContent.trim() ?? "";
    const label = anchor.dataset.cite;
    const chinese = /[\u4e00-\u9fff]/.test(label + title);
    const named = !title ? "" : chinese && !title.startsWith("《") ? `《${title}》` : title + (chinese ? "" : ", ");
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

  function offer(event) {
    const anchor = event.target.closest?.(".cell, .line")?.querySelector(".anchor[data-cite]");
    if (!anchor || anchor.nextElementSibling?.classList.contains("cite")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cite";
    button.append(words.content.cloneNode(true));
    button.addEventListener("click", async () => {
      if (!(await copy(citation(anchor)))) return;
      button.replaceChildren(done.content.cloneNode(true));
      setTimeout(() => button.replaceChildren(words.content.cloneNode(true)), 1600);
    });
    anchor.after(button);
  }

  document.addEventListener("pointerover", offer);
  document.addEventListener("focusin", offer);
})();
