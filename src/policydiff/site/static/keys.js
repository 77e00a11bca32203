/* Single-key commands: policydiff.keys.on("j", …). They rest while somebody types, and can be switched off. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const commands = new Map();
  const keys = (policydiff.keys = {
    enabled: policydiff.recall("keys") !== "off",
    on(key, command) { commands.set(key, command); },
  });

  const typing = (at) => at && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) && at.type !== "checkbox";

  document.addEventListener("keydown", (event) => {
    if (!keys.enabled || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const command = commands.get(event.key);
    if (!command) return;
    event.preventDefault();
    command();
  });

  keys.on("/", () => {
    const field = document.getElementById("q");
    if (field) { field.focus(); field.select(); }
  });
})();
