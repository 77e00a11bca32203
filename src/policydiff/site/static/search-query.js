/* What a reader typed, read as what is asked for: policydiff.search.query and the citations of policydiff.eid in
   JavaScript. The tests hold both to the same answers.

     《实施办法》第八条 "通报 批评" 网络安全责任  罚款500元  -公安
     └ name ──┘└ citation    └ phrase    │       │        └ excluded: it stands in no answer
                                         │       └ or 罚款五百元: a number in any writing of it
                                         └ run: exactly so, or else in pieces

   A clause is { exact: units }, { any: [units, …], notAfter, notBefore } with characters that may not stand beside it,
   { stem }, or { cut: units }, a run that must stand in a provision in pieces of two units or more. */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const { RUN, fold, stem, unitTexts, isLetters } = policydiff.text;
  const { GOES_ON, written, cut } = policydiff.numbers;

  // ------------------------------------------------------------------------------------------ citations

  // As policydiff.eid has them: what the number of an article and that of an item looks like.
  const ZEROS = "零〇○";
  const OTHERS = "一二三四五六七八九十百千两";
  const NUMERALS = ZEROS + OTHERS;
  const N = `(?:[${NUMERALS}]{1,7}|\\p{Nd}{1,4})`;
  const ITEM_NUMERAL = `[${OTHERS}][${NUMERALS}]{0,4}`;
  const ITEM = `(?:${ITEM_NUMERAL}|\\p{Nd}{1,3})`;
  const WITHIN = `(?<within>附[件录表图])\\s*(?<annex>${N}(?:-\\p{Nd}{1,2})?|[A-Z])?\\s*[：:]?\\s*`;
  const ROW = `(?:\\s*表第\\s*(?<row>${N})\\s*行)?`;
  const CHINESE_CITATION = new RegExp(
    `(?:${WITHIN})?第\\s*(?<art>${N})\\s*条(?:之(?<sub>${N}))?(?:\\s*第\\s*(?<para>${N})\\s*款)?` +
    `(?:\\s*第\\s*[（(]?\\s*(?<point>${N})\\s*[）)]?\\s*项|\\s*[（(]\\s*(?<short>${N})\\s*[）)]\\s*项?)?` +
    `(?:\\s*第\\s*(?<indent>${N})\\s*目(?:\\s*[（(]\\s*(?<below>${N})\\s*[）)])?)?${ROW}`, "u");
  const LETTERS = "(?:Annex|Appendix|Schedule|Attachment)\\s+(?<annex>\\p{Nd}{1,3}(?:-\\p{Nd}{1,2})?|[ivxlc]{1,6}|[a-z])";
  const NO_WORD = "(?![\\p{L}\\p{N}_])";
  const BLANK = "\\s{1,3}";
  const COMMA = "(?:\\s{0,3},\\s{0,3}|\\s{1,3})";
  const ENGLISH_ITEM = "[ivxlc]{1,8}|[a-z]|\\p{Nd}{1,4}";
  const PARAGRAPH = `(?:paragraph|para\\.?)${BLANK}`;
  const POINT = `(?:item|point|sub-?paragraph)${BLANK}`;
  const ENGLISH_CITATION = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${POINT}\\(?(?<point_of>${ENGLISH_ITEM})${NO_WORD}\\)?${COMMA}(?:of${BLANK})?` +
    `(?=(?:${PARAGRAPH}\\(?\\p{Nd}{1,4}\\)?${COMMA}of${BLANK})?Art))?` +
    `(?:${PARAGRAPH}\\(?(?<para_of>\\p{Nd}{1,4})\\)?${COMMA}of${BLANK}(?=Art))?` +
    `(?:${LETTERS}\\s*,?\\s*)?(?:Article|Art\\.?)\\s*(?<art>\\p{Nd}{1,5}(?:-\\p{Nd}{1,3})?)` +
    `(?:\\s*\\(\\s*(?<para>\\p{Nd}{1,4})\\s*\\)|\\.(?<para_dotted>\\p{Nd}{1,4})${NO_WORD}|` +
    `${COMMA}${PARAGRAPH}\\(?(?<para_behind>\\p{Nd}{1,4})${NO_WORD}\\)?)?` +
    `(?:\\s*\\(\\s*(?<point>${ENGLISH_ITEM})\\s*\\)|${COMMA}${POINT}\\(?(?<point_behind>${ENGLISH_ITEM})${NO_WORD}\\)?)?`,
    "iu");
  const WRITTEN = ["", "_of", "_behind", "_dotted"]; // Article 9(2); paragraph 2 of Article 9; Article 9, paragraph 2; 9.2
  const LAST = "\\p{Nd}{1,4}(?:\\.\\p{Nd}{1,4})*(?![.\\p{Nd}])";
  const DEEPER = `(?:\\s*[（(](?<fourth>${ITEM})[）)])?(?:\\s*(?<fifth>[①-⑳]))?`;
  const PART = `(?:\\s*第\\s*(?<part>${N})\\s*段)?${ROW}`;
  const BELOW = `(?:\\s*[（(](?<second>${ITEM})[）)](?:\\s*(?<third>${LAST})${DEEPER})?)?${PART}\\s*$`;
  const LEVEL_CITATION = new RegExp(`^\\s*(?<first>${ITEM_NUMERAL})\\s*、?${BELOW}`, "u");
  const PREAMBLE_CITATION = new RegExp(`^\\s*(?<preamble>引言)\\s*(?:(?<first>${ITEM_NUMERAL})\\s*、?)?${BELOW}`, "u");
  const ENGLISH_PREAMBLE = /^\s*(?<preamble>Preamble)\s*,\s*paragraph\s+(?<part>\p{Nd}{1,4})\s*$/iu;
  const CHINESE_ANNEX = new RegExp(
    `^\\s*${WITHIN}(?:(?<first>${ITEM_NUMERAL}|\\p{Nd}{1,4})\\s*、?)?(?:\\s*[（(](?<second>${ITEM})[）)])?` +
    `(?:[\\s.]*(?<third>${LAST})${DEEPER})?${PART}\\s*$`, "u");
  const ENGLISH_ANNEX = new RegExp(`^\\s*${LETTERS}\\s*$`, "iu");
  const PLACES = ["annex", "first", "second", "third", "part", "row"];
  const ALONE = [
    [LEVEL_CITATION, ["second", "part", "row"]], [PREAMBLE_CITATION, ["preamble"]], [ENGLISH_PREAMBLE, ["preamble"]],
    [CHINESE_ANNEX, PLACES], [ENGLISH_ANNEX, PLACES],
  ];
  const LEVELS = [["para", "para"], ["point", "point"], ["short", "point"], ["indent", "indent"],
    ["below", "lvl"], ["row", "row"]];
  const UNITS = { 十: 10, 百: 100, 千: 1000, 万: 10000 };
  const ROMAN = { i: 1, v: 5, x: 10, l: 50, c: 100 };

  const DIVISIONS = ["part", "chp", "sec"];
  const CHAPTER = "章(?!程)";
  const SECTION = "节(?![能约日假点水电目])";
  const DIVISION = new RegExp(
    `(?=第\\s*${N}\\s*(?:编|${CHAPTER}|${SECTION}))(?:第\\s*(?<part>${N})\\s*编\\s*)?` +
    `(?:第\\s*(?<chp>${N})\\s*${CHAPTER}\\s*)?(?:第\\s*(?<sec>${N})\\s*${SECTION})?`, "u");
  const DIVISION_NUMBER = `(?:\\p{Nd}{1,3}|[ivx]|[ivxlc]{2,7})${NO_WORD}(?!\\.\\p{Nd})`;
  const BELOW_IT = `(?:${COMMA}(?=(?:Chapter|Section)${BLANK}${DIVISION_NUMBER}))?`;
  const ENGLISH_DIVISION = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?=(?:Part|Chapter|Section)${BLANK}${DIVISION_NUMBER})` +
    `(?:Section${BLANK}(?<sec_of>${DIVISION_NUMBER})${BLANK}of${BLANK}(?=(?:Part|Chapter)${BLANK}${DIVISION_NUMBER}))?` +
    `(?:Part${BLANK}(?<part>${DIVISION_NUMBER})${BELOW_IT})?(?:Chapter${BLANK}(?<chp>${DIVISION_NUMBER})${BELOW_IT})?` +
    `(?:Section${BLANK}(?<sec>${DIVISION_NUMBER}))?(?:${COMMA}(?=Art(?:icle|\\.)?\\s?\\p{Nd}))?`, "iu");

  function cleanNumber(printed, roman = false) {
    const plain = printed.normalize("NFKC");
    const found = plain.match(new RegExp(`\\p{Nd}+|[${NUMERALS}]+`, "gu"));
    if (found) return found.map((n) => String(/^\d/.test(n) ? Number(n) : chinese(n))).join("-");
    const word = /[a-z]+/.exec(plain.toLowerCase());
    return word ? String(roman ? romanNumber(word[0]) : word[0].charCodeAt(0) - 96) : "";
  }

  function chinese(plain) {
    const digit = (c) => (ZEROS.includes(c) ? 0 : c === "两" ? 2 : "零一二三四五六七八九".indexOf(c));
    if (![...plain].some((c) => c in UNITS)) return Number([...plain].map(digit).join(""));
    let total = 0;
    let last = 0;
    for (const c of plain)
      if (c in UNITS) { total += (last || 1) * UNITS[c]; last = 0; }
      else last = digit(c);
    return total + last;
  }

  function romanNumber(plain) {
    const values = [...plain].map((c) => ROMAN[c]);
    return values.reduce((sum, value, i) => sum + (value < (values[i + 1] || 0) ? -value : value), 0);
  }

  const isRoman = (printed) => /^(?:[ivx]|[ivxlc]{2,})$/i.test(printed);

  const STEP = "(?:annex|part|chp|sec|art|para|point|indent|lvl|row)_[0-9]{1,4}(?:[-~][0-9]{1,4})*(?![0-9])";
  const IDENTIFIER = new RegExp(`(?<![a-z0-9_-])(?:preamble__)?${STEP}(?:__${STEP})*(?![a-z0-9_])`, "i");

  /* The first place that is named by its identifier (art_8__para_2), else the first that is cited, or null. */
  function place(text) {
    const found = IDENTIFIER.exec(text);
    if (!found) return citation(text);
    return placed(found, found[0].toLowerCase().split("__").map((step) => /^([^_]*)_?(.*)$/.exec(step).slice(1)));
  }

  /* The first part, chapter or section that is named, or null. */
  function division(text) {
    const found = DIVISION.exec(text) || ENGLISH_DIVISION.exec(text);
    if (!found) return null;
    const named = DIVISIONS.map((of) => [of, found.groups[of] || found.groups[`${of}_of`]]).filter(([, number]) => number);
    return placed(found, named.map(([of, number]) => [of, cleanNumber(number, isRoman(number))]));
  }

  /* The first place, else the first chapter; one that an article is cited with says no more than the article does. */
  function placeOrDivision(text) {
    const [above, found] = [division(text), place(text)];
    return above && found && above.to === found.from ? { ...found, from: above.from } : found || above;
  }

  /* The prefix of the part, chapter or section that steps lead to, "" of another place; and whether it does not go on at
     an eid that stands behind its heading. */
  const divisionOf = (steps) => (DIVISIONS.includes(steps[steps.length - 1][0]) ? steps[steps.length - 1][0] : "");
  function endsBefore(eid, steps) {
    const path = eid.split("__").map((part) => part.split("_")[0]);
    const heading = DIVISIONS.indexOf(path[path.length - 1]);
    return ["preamble", "annex"].includes(path[0]) || (heading >= 0 && heading <= DIVISIONS.indexOf(divisionOf(steps)));
  }

  /* The first citation in a text, or null: { steps: [["art", "8"], …], from, to }. */
  function citation(text) {
    let found = CHINESE_CITATION.exec(text);
    if (found) return cited(found, () => false);
    if ((found = ENGLISH_CITATION.exec(text))) return cited(found, isRoman);
    for (const [pattern, places] of ALONE)
      if ((found = pattern.exec(text)) && places.some((group) => found.groups[group]))
        return placed(found, [...annex(found.groups), ...levels(found.groups)]);
    return null;
  }

  /* The annex that a citation names, or the notice before the rule; the only annex of a rule may have no number. */
  function annex({ annex: printed, within, preamble }) {
    if (preamble) return [["preamble", ""]];
    if (!printed && !within) return [];
    return [["annex", cleanNumber(printed || "1", isRoman(printed || "1"))]];
  }

  const levels = ({ first, second, third, fourth, fifth, part, row }) => [
    ...[first, second, third, fourth, fifth].flatMap((n) => (n || "").split(".")).filter(Boolean).map((n) => ["lvl", cleanNumber(n)]),
    ...(part ? [["para", cleanNumber(part)]] : []),
    ...(row ? [["row", cleanNumber(row)]] : []),
  ];

  const placed = (found, steps) => ({ from: found.index, to: found.index + found[0].length, steps });

  function cited(found, roman) {
    const { art, sub } = found.groups;
    const printed = (group) => WRITTEN.map((where) => found.groups[group + where]).find(Boolean);
    const below = LEVELS.filter(([group]) => printed(group));
    return placed(found, [
      ...annex(found.groups),
      ["art", cleanNumber(art) + (sub ? "-" + cleanNumber(sub) : "")],
      ...below.map(([group, level]) => [level, cleanNumber(printed(group), roman(printed(group)))]),
    ]);
  }

  /* Whether an eid is the cited place or lies below it; uncited paragraphs are stepped over. */
  function isAt(eid, steps) {
    const path = eid.split("__").map((part) => /^([^_]*)_?(.*)$/.exec(part).slice(1));
    if (["preamble", "annex"].includes(path[0][0]) && path[0][0] !== steps[0][0]) return false;
    const same = (a, b) => a && b && a[0] === b[0] && a[1] === b[1];
    const ofLevels = steps[0][0] === "lvl"; // 四（三） is not 二（四）3
    const start = path.findIndex((step) => (ofLevels ? step[0] === "lvl" : same(step, steps[0])));
    if (start < 0) return false;
    let at = 0;
    for (const step of path.slice(start)) {
      if (at === steps.length) return true;
      if (same(step, steps[at])) at += 1;
      else if (step[0] !== "para") return false;
    }
    return at === steps.length;
  }

  // -------------------------------------------------------------------- citations and names in a query

  const QUOTED = /[“”„‟"＂]([^“”„‟"＂]*)[“”„‟"＂]|「([^「」]*)」|『([^『』]*)』|«([^«»]*)»|‘([^‘’]*)’/g;
  const NAMED = /《([^《》]*)》|〈([^〈〉]*)〉/g;
  const MARKED = `${QUOTED.source}|${NAMED.source}`;
  const EXCLUDED = new RegExp(`(?<kept>${MARKED})|(?<!\\S)[-－−](?<out>${MARKED}|(?!\\p{Nd})[^\\s“”„‟"＂「『«‘《〈]+)`, "gu");
  const OF = /^\s*,?\s*of\s+(?:the\s+)?([^]+)$/i;
  const NAME_WORDS = 24;
  const KINDS = "法|条例|办法|规定|细则|规则|规程|规范|章程|准则|决定|意见";
  /* 82条 and what goes with it, which are cited behind the name of a document alone; a figure at the end behind one that
     names its kind. */
  const BARE_CITATION = new RegExp(
    `(?<![第\\p{Nd}${NUMERALS}])(?:(?<art>${N})\\s*条(?![例款目])(?<sub>之${N})?` +
    `(?:\\s*第?\\s*(?<para>${N})\\s*款)?(?:\\s*第?\\s*[（(]?\\s*(?<point>${N})\\s*[）)]?\\s*项)?` +
    `|(?<=[${KINDS.replace(/\|/g, "")}》〉])(?<last>\\p{Nd}{1,3})\\s*$)`, "gu");
  const OF_KIND = new RegExp(`(?:${KINDS})[》〉]?$`, "u");

  const marked = (pattern, text) => [...text.matchAll(pattern)].map((found) => found.slice(1).find((group) => group !== undefined));
  const blank = (pattern, text) => text.replace(pattern, (found) => " ".repeat(found.length));

  /* A text with 第 before the numbers of the first place that stands directly behind a document's name without it. */
  function withOrdinals(text, isName) {
    for (const found of text.matchAll(BARE_CITATION)) {
      const before = text.slice(0, found.index);
      const { art, sub = "", ...of } = found.groups;
      if (!endsInName(before, isName) || !(art || OF_KIND.test(before))) continue;
      const below = [["para", "款"], ["point", "项"]].map(([level, unit]) => (of[level] ? `第${of[level]}${unit}` : ""));
      return `${before}第${art || of.last}条${sub}${below.join("")}${text.slice(found.index + found[0].length)}`;
    }
    return text;
  }

  /* Whether a text ends in the name of a document, also of one between 《》. */
  function endsInName(before, isName) {
    const named = [...before.matchAll(NAMED)].filter((found) => found.index + found[0].length === before.trimEnd().length);
    if (named.length) return isName(named[named.length - 1].slice(1).find((group) => group !== undefined));
    return startsOf(before).some((start) => isName(before.slice(start)));
  }

  /* Where a name at the end of a text may start, the longest first. */
  const startsOf = (text) => (/[》〉]\s*$/.test(text) ? [] : [...text.matchAll(/\S+/g)].slice(-NAME_WORDS).map((word) => word.index));

  /* A text with what cites a place in it made blank. */
  function withoutPlaces(text) {
    let out = text;
    for (let found = placeOrDivision(out); found; found = placeOrDivision(out))
      out = out.slice(0, found.from) + " ".repeat(found.to - found.from) + out.slice(found.to);
    return out;
  }

  /* Where names of documents may stand in a text without places: between 《》, and all of it where there is more. */
  function namesIn(text) {
    const named = [...text.matchAll(NAMED)].map((found) => [found.index + 1, found.index + found[0].length - 1]);
    const more = unitTexts(blank(NAMED, text)).length > 0;
    return [...named, ...(more ? [...text.matchAll(/\S(?:[^]*\S)?/g)].map((found) => [found.index, found.index + found[0].length]) : [])];
  }

  /* A name in front of 三（二）1, also as in central#三（二）1, which is a citation only where it stands alone, is cut off it. */
  function nameOfLevel(text, isName) {
    if (placeOrDivision(text)) return [text, ""];
    for (const gap of [...text.matchAll(/\s+|#|(?<=》)/g)].slice(0, NAME_WORDS)) {
      const name = text.slice(0, gap.index);
      const rest = text.slice(gap.index + gap[0].length);
      if (placeOrDivision(rest) && isName(name)) return [rest, name.trim()];
    }
    return [text, ""];
  }

  /* The longest end of a text that is a document's name is cut off it. */
  function nameBefore(text, isName) {
    const start = startsOf(text).find((at) => isName(text.slice(at)));
    return start === undefined ? [text, ""] : [text.slice(0, start), text.slice(start).trim()];
  }

  function nameAfter(text, isName) {
    const found = OF.exec(text);
    return found && isName(found[1]) ? ["", found[1].trim()] : [text, ""];
  }

  function takeCitations(whole, isName) {
    const citations = [];
    let [text, name] = nameOfLevel(withOrdinals(whole, isName), isName);
    const names = [name];
    const places = [];
    for (let found = placeOrDivision(text); found; found = placeOrDivision(text)) {
      citations.push(found.steps);
      const [before, first] = nameBefore(text.slice(0, found.from).replace(/#$/, ""), isName);
      const [after, second] = nameAfter(text.slice(found.to), isName);
      names.push(first, second);
      places.push(`${first || second || name} ${text.slice(found.from, found.to).trim()}`.trim());
      text = `${before} ${after}`;
    }
    if (citations.length) {
      names.push(...marked(NAMED, text));
      text = blank(NAMED, text);
    }
    return { rest: text, citations, places, names: names.filter((one) => unitTexts(one).length) };
  }

  // ---------------------------------------------------------------------------------------------- words

  const WITHIN_NUMBER = /(?<=\p{Nd}),(?=\p{Nd}{3}(?!\p{Nd}))|(?<=\p{Nd})\s+(?=[%‰万亿元日天年月倍])/gu;
  const DATE = /(?<![\w./-])([12]\d{3})([-/.])(\d{1,2})\2(\d{1,2})(?![\d./-])/g;
  const BETWEEN_NUMBERS = ["至", "到"];
  const STOP = new Set([..."的了和与及或等之其在对", ...("a an and are as at be by for from in is it of on or " +
    "that the this to with").split(" ")]);

  /* A run cut into words of letters, figures, and what stands between them. */
  function sameScript(run) {
    const kindOf = (unit) => (isLetters(unit) ? "letters" : isFigure(unit));
    const chunks = [];
    run.forEach((unit, i) => {
      if (i && !isLetters(unit) && kindOf(unit) === kindOf(run[i - 1])) chunks[chunks.length - 1].push(unit);
      else chunks.push([unit]);
    });
    return chunks;
  }
  const isFigure = (unit) => /^[\p{Nd}./%‰]/u.test(unit);

  /* All of a text, folded; blanks where words of letters meet. */
  const asOneRun = (text) => runsOf(text).join(" ").replace(/(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])/g, "");
  const runsOf = (text) => fold(text).replace(DATE, (_, year, sign, month, day) => `${year}年${Number(month)}月${Number(day)}日`)
    .replace(WITHIN_NUMBER, "").match(RUN) || [];

  /* A run with its numbers in any writing of them. */
  function inAnyWriting(run) {
    const { ways, begins, ends } = written(run);
    const any = distinct(ways.map(unitTexts));
    return ways.length > 1 ? { any, notAfter: begins ? GOES_ON : "", notBefore: ends ? GOES_ON : "" } : { exact: any[0] };
  }

  /* The words of a run without bodies, its numbers among them, each with one character of what it counts. */
  const wordsAndNumbers = (run) => cut(run).flatMap(([piece, isNumber], _, { length }) => {
    if (isNumber) return [inAnyWriting(piece)];
    return BETWEEN_NUMBERS.includes(piece) && length > 1 ? [] : sameScript(unitTexts(piece)).map(asWord);
  });

  /* A word of letters, or a run of characters; figures, and what is too short to cut, must stand as they are. */
  function asWord(chunk) {
    if (isLetters(chunk[0])) return { stem: stem(chunk[0]) };
    return chunk.length < 3 || isFigure(chunk[0]) ? { exact: chunk } : { cut: chunk };
  }

  const typed = ({ stem: word, exact, any, cut: run }) => (word ? [word] : exact || (any ? any[0] : run));

  /* All the words of runs, in any inflection, without those that say nothing, unless that leaves none; each body as a
     whole, by some of its names; a character beside one asks for nothing. */
  function wordsOf(pieces, namesOf) {
    const clauses = pieces.flatMap((run) => run.flatMap(([piece, named]) => {
      const others = named ? namesOf(named) : [];
      if (named && (others.length || !isLetters(piece))) return [anyName(piece, others, named)];
      return run.length === 1 || unitTexts(piece).length > 1 ? wordsAndNumbers(piece) : [];
    }));
    const telling = clauses.filter((clause) => !STOP.has(typed(clause).join("")));
    return telling.length ? telling : clauses;
  }

  /* What public bodies are called, as policydiff.bodies has it: data/bodies.js hands it over. */
  let bodies = null;
  const learnBodies = ({ pattern, ...held }) => { bodies = { ...held, typed: new RegExp(pattern, "gu") }; };

  /* A run in pieces, each with its names where it is a body: { told, own, reformed, notAfter }. */
  function cutAtBodies(run) {
    const pieces = [];
    let at = 0;
    for (const found of bodies ? run.matchAll(bodies.typed) : []) {
      if (found.index > at) pieces.push([run.slice(at, found.index), null]);
      at = found.index + found[0].length;
      pieces.push([found[0], bodies.named[bodies.of[found[1] || found[2]]]]);
    }
    if (at < run.length) pieces.push([run.slice(at), null]);
    return pieces;
  }

  /* The names by which the bodies of runs are looked up beside those that were typed. */
  function otherNames(pieces) {
    const beside = ([piece, { told }]) => {
      const others = told.filter((name) => !piece.includes(name));
      return others.length || !told[0].endsWith("部门") ? others : [`${told[0].slice(0, -2)}局`];
    };
    return [...new Set(pieces.flat().filter(([, named]) => named).flatMap(beside))];
  }

  const anyName = (piece, names, { notAfter }) => ({ any: distinct([piece, ...names].map(unitTexts)), notAfter, notBefore: "" });

  const distinct = (things) => [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()];

  /* Tiers without repetitions and without those that ask for nothing. */
  const tidied = (tiers) => distinct(tiers.map((tier) =>
    distinct(tier.filter((clause) => !clause.exact || clause.exact.length))).filter((tier) => tier.length));

  /* A text without the words before which a minus stands, and these words. */
  function takeExcluded(text) {
    const words = [...text.matchAll(EXCLUDED)].map((found) => found.groups.out).filter((out) => out && unitTexts(out).length);
    return [words.length ? text.replace(EXCLUDED, (...found) => found[found.length - 1].kept || " ") : text, words];
  }

  /* What stands in no answer: what is in marks as it stands, else each run, a word of letters in any inflection. */
  const IN_MARKS = new RegExp(`^(?:${MARKED})$`, "u");
  const excludedBy = (words) => IN_MARKS.test(words) ? [{ exact: unitTexts(words) }] :
    runsOf(words).map((run) => (isLetters(run) ? { stem: stem(run) } : inAnyWriting(run)));

  /* `isName` tells whether some document goes by a name. Tiers are ways to answer, the strictest first. */
  function parse(typedText, isName) {
    const [query, words] = takeExcluded(typedText);
    const quoted = marked(QUOTED, query);
    const parts = query.match(QUOTED) || [];
    let { rest, citations, names, places } = takeCitations(blank(QUOTED, query), isName);
    if (!citations.length) {
      quoted.push(...marked(NAMED, rest));
      parts.push(...(rest.match(NAMED) || []));
      rest = blank(NAMED, rest);
    }
    const exact = quoted.map(unitTexts).filter((phrase) => phrase.length).map((phrase) => ({ exact: phrase }));
    let runs = runsOf(rest);
    if (citations.length || exact.length) runs = runs.filter((run) => !STOP.has(run));
    const whole = unitTexts(query);
    const asTyped = tidied([[exact.length ? { exact: whole } : inAnyWriting(asOneRun(query))], [{ exact: whole }]]);
    const pieces = runs.map(cutAtBodies);
    const also = otherNames(pieces);
    const tiers = tidied([
      ...(citations.length ? [] : asTyped),
      [...exact, ...runs.map(inAnyWriting)],
      ...[() => [], ...(also.length ? [({ own }) => own, ({ own, reformed }) => [...own, ...reformed]] : [])].map((namesOf) =>
        [...exact, ...wordsOf(pieces, namesOf)]),
    ]);
    const excluded = distinct(words.flatMap(excludedBy));
    return { text: query, without: words, excluded, tiers, whole, asTyped, citations, names, exact: exact.length > 0, also,
      parts: [...places, ...parts.filter((part) => unitTexts(part).length), ...runs.filter((run) => !STOP.has(run))] };
  }

  // ---------------------------------------------------------------------------------- plain questions

  /* As policydiff.search.questions has them. */
  const CHINESE_ASKING =
    "请问|想问一下|想问|我想知道|想知道|我想了解|想了解|能不能够|可不可以|应不应该|需不需要|(?<act>[一-龥])[不没]\\k<act>|" +
    "能否|可否|是否|有无|多少钱|多少|多久(?:以内|之内|内)?要?|多长时间|" +
    "多长|多大|多高|几个工作日|几个月|几天|几年|几次|几岁|几种|几个|什么时候|什么时间|什么地方|什么样|为什么|凭什么|" +
    "什么|怎么办(?!理)|怎么样|怎么|怎样|如何|哪些|哪里|哪个|哪种|哪儿|哪级|谁来|由谁|谁|何时|何地|" +
    "(?:[吗呢啊]|(?<![网酒茶水书])吧)(?![\\p{L}\\p{N}])";
  const ENGLISH_ASKING =
    "what|who|whom|whose|which|when|where|why|how|much|many|long|often|can|could|do|does|did|i|we|you|my|our|your|me|" +
    "get|there|please|tell|should|would|will|if|has|have|need|needs";
  const ASKING = new RegExp(CHINESE_ASKING, "gu");
  const WORD = (words) => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;
  const ASKING_IN_ENGLISH = new RegExp(WORD(ENGLISH_ASKING), "gu");
  const OPENS = "what|who|whom|whose|which|when|where|why|how|can|could|do|does|did|should|would|will|please|tell";
  const ASKS_IN_ENGLISH = new RegExp(`^(?:${OPENS})(?![\\p{L}\\p{N}])|${WORD("i|we|you|my|our|your|me")}`, "u");
  const MOST_CLAUSES = 32;
  const LINKS = new Set("的了不要就都也"); // hardly a word of a law ends or begins at one of these
  const WORDS = new Set(("不动 不正 不服 不良 不符 不法 要求 要件 要素 要约 主要 必要 重要 就业 就医 就学 就读 就近 成就 " +
    "首都 都市 目的 标的").split(" "));
  /* What a question asks for by how long or how much, and the runs of which an answer has one. */
  const MEASURES = [
    [/多久|多长|几天|几年|几个|多少[天日年个小]|什么时[候间]|何时|how long|how soon|when/u,
      ["小时", "日内", "天内", "日前", "工作日", "个月", "年内", "分钟", "hour", "day", "month", "year"]],
    [/多少[钱元]|[罚赔]多少|how much/u, ["元以", "元的", "百元", "千元", "万元", "倍以", "yuan"]],
  ];

  /* A query, folded, its letters and digits alone, numbers and dates as they are looked up; and without the words that only make a question of it. */
  const inWords = (query) => runsOf(query).join(" ");
  function withoutAsking(query) {
    const words = inWords(fold(query).replace(ASKING, " "));
    const asks = ASKS_IN_ENGLISH.test(words) || fold(query).trimEnd().endsWith("?");
    return asks ? inWords(words.replace(ASKING_IN_ENGLISH, " ")) : words;
  }

  /* Of what an answer has one where the query asks how long or how much. */
  const measures = (query) => MEASURES.filter(([asks]) => asks.test(fold(query))).flatMap(([, runs]) =>
    runs.map((run) => (isLetters(run) ? { stem: run } : { exact: unitTexts(run) })));

  /* Whether two units that stand together are, or may be, of a word, and none only links words. */
  const tells = (pair) => WORDS.has(pair.join("")) || !pair.some((unit) => LINKS.has(unit));

  /* What of a query may be found by itself: a body by any of its names, a number in any writing, two units that stand
     together, or a word in any inflection. */
  function telling(query) {
    const clauses = (query.match(RUN) || []).flatMap((run) => cutAtBodies(run).flatMap(([piece, named]) => {
      if (named) return [anyName(piece, [...named.own, ...named.reformed], named)];
      if (piece !== run && unitTexts(piece).length < 2) return [];
      return cut(piece).flatMap(([part, isNumber]) => (isNumber ? [inAnyWriting(part)] : tellingUnits(unitTexts(part))));
    }));
    return distinct(clauses).slice(0, MOST_CLAUSES);
  }

  const tellingUnits = (run) => [
    ...run.filter((unit) => isLetters(unit) && !STOP.has(unit)).map((unit) => ({ stem: stem(unit) })),
    ...run.slice(1).map((unit, i) => [run[i], unit]).filter((pair) => !pair.some(isLetters) && tells(pair))
      .map((exact) => ({ exact })),
    ...(run.length === 1 && !isLetters(run[0]) && !STOP.has(run[0]) ? [{ exact: run }] : []),
  ];

  /* Clauses as a reader takes them, pairs that follow one another as the longest words that stand somewhere. */
  async function joined(clauses, stands) {
    const words = [];
    for (const units of clauses.map(typed)) {
      const last = words[words.length - 1] || [];
      if (units.length < 2 || last.length < 2 || last[last.length - 1] !== units[0]) { words.push(units); continue; }
      let start = 0;
      while (start < last.length - 1 && !(await stands([...last.slice(start), ...units.slice(1)]))) start += 1;
      words.splice(-1, 1, ...(start ? [last] : []), [...last.slice(start), ...units.slice(1)]);
    }
    return words.map((word) => word.join("")).join(" ");
  }

  /* What is left of a query without some words, those of letters by their stems. */
  function without(query, words) {
    const plain = [...words].sort((a, b) => b.length - a.length).filter((word) => !isLetters(word));
    const rest = plain.reduce((text, word) => text.replaceAll(word, " "), query);
    return (rest.match(RUN) || []).filter((run) => !words.includes(stem(run)))
      .map((run) => run.replace(/^的+|的+$/g, "")).filter((run) => run && !STOP.has(run));
  }

  policydiff.query = { STOP, NUMERALS, isFigure, withoutPlaces, namesIn, without, learnBodies, cutAtBodies, parse, typed, citation, division, divisionOf, endsBefore, isAt, inWords, withoutAsking, telling, measures, joined };
})();
