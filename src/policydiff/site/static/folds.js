/* On paper nothing can be unfolded: what is folded is printed open, and folded again afterwards. From the second page on
   each says at its head what it is of: a comparison's, what stands to the left and to the right. */
(() => {
  "use strict";
  const printed = document.querySelector(".rows")?.dataset.printed ?? document.title.replace(/ · policydiff$/, "");
  document.documentElement.style.setProperty("--printed", JSON.stringify(printed));
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  });
})();
