/* What a reader typed, as terms:

     网络安全 "责任清单" 《实施办法》第八条第二款 reports
     └ word    └ phrase  └ name   └ citation        └ English word, by its stem

   Citations follow policydiff.eid: steps such as ["art", "8"], and uncited paragraphs are stepped over. The name of
   a document, its id or a part of its title, stands in 《》, directly before the citation, or after it as in
   Article 8 of the Measures; all this as policydiff.search.query has it. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const { fold, stem, isHan, LATIN } = policydiff.text;

  const NUMBER = "[零〇一二三四五六七八九十百千万两\\d０-９]+";
  const CHINESE = new RegExp(
    `第\\s*(${NUMBER})\\s*条(?:之(${NUMBER}))?(?:\\s*第\\s*(${NUMBER})\\s*款)?` +
    `(?:\\s*第\\s*[（(]?\\s*(${NUMBER})\\s*[）)]?\\s*项)?(?:\\s*第\\s*(${NUMBER})\\s*目)?`);
  const ENGLISH = /\b(?:article|art\.?)\s*(\d+(?:-\d+)?)(?:\s*\(\s*(\d+)\s*\))?(?:\s*\(\s*([ivxlc]+|[a-z]|\d+)\s*\))?/i;
  const LEVELS = new RegExp(`^\\s*([零〇一二三四五六七八九十百千万两]+)\\s*、?\\s*[（(](${NUMBER})[）)](?:\\s*(\\d+))?\\s*$`);
  const UNITS = { 十: 10, 百: 100, 千: 1000, 万: 10000 };
  const ROMAN = { i: 1, v: 5, x: 10, l: 50, c: 100 };

  function number(printed) {
    const plain = printed.normalize("NFKC").toLowerCase();
    if (/^\d+$/.test(plain)) return String(Number(plain));
    if (/^[ivxlc]+$/.test(plain)) return String(roman(plain));
    if (/^[a-z]$/.test(plain)) return String(plain.charCodeAt(0) - 96);
    return String(chinese(plain));
  }

  function chinese(plain) {
    const digit = (c) => (c === "〇" ? 0 : c === "两" ? 2 : "零一二三四五六七八九".indexOf(c));
    if (![...plain].some((c) => c in UNITS)) return Number([...plain].map(digit).join(""));
    let total = 0;
    let last = 0;
    for (const c of plain)
      if (c in UNITS) { total += (last || (c === "十" ? 1 : 0)) * UNITS[c]; last = 0; }
      else last = digit(c);
    return total + last;
  }

  function roman(plain) {
    const values = [...plain].map((c) => ROMAN[c]);
    return values.reduce((sum, value, i) => sum + (value < (values[i + 1] || 0) ? -value : value), 0);
  }

  /* The citation in a text, or null: { steps, from, to }. */
  function citation(text) {
    let found = CHINESE.exec(text);
    if (found) {
      const article = number(found[1]) + (found[2] ? "-" + number(found[2]) : "");
      return cited(found, [["art", article], ["para", found[3]], ["point", found[4]], ["indent", found[5]]]);
    }
    if ((found = ENGLISH.exec(text))) return cited(found, [["art", found[1]], ["para", found[2]], ["point", found[3]]]);
    if ((found = LEVELS.exec(text))) return cited(found, [["lvl", found[1]], ["lvl", found[2]], ["lvl", found[3]]]);
    return null;
  }

  const cited = (found, steps) => ({
    from: found.index,
    to: found.index + found[0].length,
    steps: steps.filter(([, n]) => n).map(([level, n]) => [level, level === "art" ? n : number(n)]),
  });

  /* Whether an eid is the cited place or lies below it. */
  function isAt(eid, steps) {
    const path = eid.split("__").map((part) => [part.slice(0, part.indexOf("_")), part.slice(part.indexOf("_") + 1)]);
    const same = (a, b) => a && b && a[0] === b[0] && a[1] === b[1];
    const start = path.findIndex((step) => same(step, steps[0]));
    if (start < 0) return false;
    let at = 0;
    for (const step of path.slice(start)) {
      if (at === steps.length) return true;
      if (same(step, steps[at])) at += 1;
      else if (step[0] !== "para") return false;
    }
    return at === steps.length;
  }

  const QUOTED = /“([^”]+)”|"([^"]+)"|「([^」]+)」|『([^』]+)』/g;
  const NAMED = /《([^《》]+)》/g;
  const OF = /^\s*,?\s*of\s+(?:the\s+)?([^]+)$/i;
  const NAME_WORDS = 24;

  /* The text with what a pattern marks taken out and given to `take`. */
  const without = (text, pattern, take) =>
    text.replace(pattern, (_, ...groups) => { take(groups.slice(0, -2).find(Boolean)); return " "; });

  /* A name in front of 三（二）1, which is a citation only where it stands alone, is cut off it. */
  function nameOfLevel(text, isName) {
    if (citation(text)) return [text, ""];
    for (const gap of [...text.matchAll(/\s+|(?<=》)(?=\S)/g)].slice(0, NAME_WORDS)) {
      const name = text.slice(0, gap.index).replace(/^\s*《([^《》]*)》\s*$/, "$1");
      const rest = text.slice(gap.index + gap[0].length);
      if (citation(rest) && isName(name)) return [rest, name];
    }
    return [text, ""];
  }

  /* The longest end of a text that is a document's name is cut off it. */
  function nameBefore(text, isName) {
    if (/》\s*$/.test(text)) return [text, ""];
    const start = [...text.matchAll(/\S+/g)].slice(-NAME_WORDS).find((word) => isName(text.slice(word.index)));
    return start ? [text.slice(0, start.index), text.slice(start.index)] : [text, ""];
  }

  function nameAfter(text, isName) {
    const found = OF.exec(text);
    return found && isName(found[1]) ? ["", found[1]] : [text, ""];
  }

  /* `isName` tells whether some document goes by a name. */
  function parse(query, isName) {
    const terms = [];
    const phrase = (text) => terms.push({ kind: "phrase", text: fold(text).trim() });
    const whole = fold(query).trim();
    let [rest, level] = nameOfLevel(without(query, QUOTED, phrase), isName);
    const names = [level];
    const place = citation(rest);
    if (place) {
      const [before, first] = nameBefore(rest.slice(0, place.from), isName);
      const [after, second] = nameAfter(rest.slice(place.to), isName);
      names.push(first, second);
      rest = without(`${before} ${after}`, NAMED, (name) => names.push(name));
    } else rest = without(rest, NAMED, phrase);
    for (const piece of fold(rest).split(/[\s,，、;；。!！?？:：]+/)) {
      if (!piece || (piece === "的" && (place || terms.length))) continue;
      if (isHan(piece)) terms.push({ kind: "han", text: piece });
      else for (const [word] of piece.matchAll(LATIN)) terms.push({ kind: "word", text: stem(word) });
    }
    return {
      place,
      terms: terms.filter((term) => term.text),
      names: names.map((name) => name.trim()).filter(Boolean),
      whole: { kind: "phrase", text: whole },
    };
  }

  policydiff.query = { parse, isAt };
})();
