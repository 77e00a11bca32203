/* The language of the interface: chosen before the page is painted, so that nothing flickers.
   Storage may throw on a page opened from a folder; the choice then lasts for the page. */
(() => {
  "use strict";
  const policydiff = (window.policydiff = window.policydiff || {});
  const root = document.documentElement;

  policydiff.remember = (name, value) => {
    try { localStorage.setItem("policydiff." + name, value); } catch { /* not kept, and nothing else lost */ }
  };
  policydiff.recall = (name) => {
    try { return localStorage.getItem("policydiff." + name); } catch { return null; }
  };

  function choose(language) {
    root.dataset.ui = language;
    root.lang = language;
    for (const button of document.querySelectorAll("[data-set-ui]"))
      button.setAttribute("aria-pressed", String(button.dataset.setUi === language));
    for (const field of document.querySelectorAll("[data-placeholder-zh]"))
      field.placeholder = language === "en" ? field.dataset.placeholderEn : field.dataset.placeholderZh;
    const title = document.querySelector("title[data-zh]");
    if (title) document.title = language === "en" ? title.dataset.en : title.dataset.zh;
  }

  const reads = (navigator.languages || [navigator.language || ""]).some((tag) => tag.toLowerCase().startsWith("zh"));
  const kept = policydiff.recall("ui");
  root.classList.add("has-js");
  choose(kept === "zh" || kept === "en" ? kept : root.dataset.madeIn || (reads ? "zh" : "en"));

  document.addEventListener("DOMContentLoaded", () => {
    choose(root.dataset.ui);
    for (const button of document.querySelectorAll("[data-set-ui]"))
      button.addEventListener("click", () => {
        choose(button.dataset.setUi);
        policydiff.remember("ui", button.dataset.setUi);
      });
  });
})();
