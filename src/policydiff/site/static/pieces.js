/* Pieces of data that are loaded when they are needed: policydiff.load("shelf") -> Promise of what data/shelf.js
   holds. A page opened from a folder may load scripts and nothing else, so each piece is one call in a script. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const asked = new Map();
  const arrived = new Map();
  policydiff.piece = (name, value) => arrived.set(name, value);

  /* A script is loaded once, and again only where that failed. */
  policydiff.load = (name) => {
    if (!asked.has(name))
      asked.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `data/${name}.js`;
        script.onload = () => (arrived.has(name) ? resolve(arrived.get(name)) : reject(new Error(name)));
        script.onerror = () => { asked.delete(name); reject(new Error(name)); };
        document.head.append(script);
      }));
    return asked.get(name);
  };
})();
