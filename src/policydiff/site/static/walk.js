/* From one article's versions to the next, by key: j or n, k or p. */
(() => {
  "use strict";
  const keys = window.policydiff.keys;
  const follow = (rel) => () => document.querySelector(`a[rel="${rel}"]`)?.click();
  for (const key of "jn") keys.on(key, follow("next"));
  for (const key of "kp") keys.on(key, follow("prev"));
})();
