/* Numbers in the writings that Chinese texts have for them, and the short ones of English: policydiff.numerals in
   JavaScript. The tests hold both to the same answers.

     policydiff.numbers.written(run) -> { ways: [run, …], begins, ends }    500元 is 五百元, 2/3 is 三分之二
     policydiff.numbers.cut(run)     -> [[piece, whether it is a number]]   罚款 | 500元 | 以上 */
(() => {
  "use strict";
  const policydiff = window.policydiff;
  const GOES_ON = "0123456789./%‰点零〇○一二两三四五六七八九十百千万亿";
  const COUNTED = "年月日天周时分秒元角倍人名户家个次项条款章节类级种份岁代届里米亩吨克升度台辆件层座张所处小工公平立海毫厘至到";
  const SHARES = { "%": "百分之", "‰": "千分之" };
  const TIMES = { 十: 10, 百: 100, 千: 1000, 万: 10000, 亿: 100000000 };
  const DIGITS = "〇一二三四五六七八九";
  const MOST = 1e13;
  const UNITS = { 十: 10, 百: 100, 千: 1000 };
  const NOT_COUNTED = "以之的至到和与或及、"; // what is read by itself behind a number
  const BEFORE_OR_WITHIN = "内前后"; // likewise, behind what is counted
  const PARTS_OF_DATE = ["年月", "月日"];
  const DAYS = { 日: "天", 天: "日" };
  const ENGLISH = Object.fromEntries(("two three four five six seven eight nine ten eleven twelve thirteen fourteen " +
    "fifteen sixteen seventeen eighteen nineteen twenty").split(" ").map((word, i) => [i + 2, word]));
  "thirty forty fifty sixty seventy eighty ninety".split(" ").forEach((word, i) => { ENGLISH[10 * (i + 3)] = word; });
  const OF_ENGLISH = Object.fromEntries(Object.entries(ENGLISH).map(([number, word]) => [word, number]));
  const WRITTEN = new RegExp(
    `(?<![\\da-z])(?<word>${Object.keys(OF_ENGLISH).join("|")})(?![\\da-z])|` +
    "(?<![\\d./])(?<over>\\d{1,2})/(?<under>\\d{1,2})(?![\\d./])|" +
    "(?<of>[二三四五六七八九十]{1,3})分之(?<parts>[一二两三四五六七八九十]{1,3})|" +
    "(?<share>百分之|千分之|第)?(?:" +
    "(?<![\\da-z./])(?<n>\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,11})(?:\\.(?<part>\\d{1,4}))?(?![\\d./]*[\\da-z])" +
    "(?<times>(?:[十百千]?[万亿]|[百千])(?!分))?(?<sign>[%‰])?" +
    "|(?<numeral>[零〇○一二两三四五六七八九十百千万亿]{1,16})(?:点(?<point>[零〇○一二三四五六七八九]{1,4}))?)", "gu");

  const digit = (c) => ("零○".includes(c) ? 0 : c === "两" ? 2 : DIGITS.indexOf(c));

  /* The value of a numeral without 亿. */
  function value(numeral) {
    const at = numeral.lastIndexOf("万");
    if (at >= 0) return (at ? value(numeral.slice(0, at)) : 1) * 10000 + (numeral[at + 1] ? value(numeral.slice(at + 1)) : 0);
    if (![...numeral].some((c) => c in UNITS)) return Number([...numeral].map(digit).join(""));
    let total = 0;
    let last = 0;
    for (const c of numeral)
      if (c in UNITS) { total += (last || 1) * UNITS[c]; last = 0; }
      else last = digit(c);
    return total + last;
  }

  /* The numeral of a number below ten thousand, and of any. */
  function numeral(number) {
    let out = "";
    let left = number;
    for (const [unit, name] of [[1000, "千"], [100, "百"], [10, "十"], [1, ""]]) {
      const many = Math.floor(left / unit);
      left %= unit;
      if (many) out += "零一二三四五六七八九"[many] + name;
      else if (out && left && !out.endsWith("零")) out += "零";
    }
    return (out.startsWith("一十") ? out.slice(1) : out) || "零";
  }

  function inWords(number) {
    let out = "";
    let left = number;
    for (const [times, name] of [[TIMES.亿, "亿"], [TIMES.万, "万"], [1, ""]]) {
      const many = Math.floor(left / times);
      left %= times;
      if (many) out += (many < TIMES.万 ? numeral(many) : inWords(many)) + name;
    }
    return out || "零";
  }

  const figures = (digits) => [...digits].map((c) => DIGITS[c]).join("");
  const isYear = (whole) => whole >= 1000 && whole < 3000;
  const withoutZeros = (text) => text.replace(/[零〇○]/g, "");

  /* The whole part of a number and the figures behind its point; null where it is printed as no number is. */
  function read({ n, part = "", times, numeral: printed, point = "" }) {
    if (n) {
      const plain = n.replace(/,/g, "");
      if (!times) return [Number(plain), part];
      const zeros = [...times].reduce((sum, one) => sum + String(TIMES[one]).length - 1, 0); // the point moves to the right by so many figures
      const moved = part.padEnd(zeros, "0");
      return [Number(plain + moved.slice(0, zeros)), moved.slice(zeros).replace(/0+$/, "")];
    }
    const at = printed.lastIndexOf("亿");
    const above = at < 0 ? "" : printed.slice(0, at);
    const below = printed.slice(at + 1);
    if (above.includes("亿") || below.split("万").length > 2 || above.includes("万") || (at >= 0 && !above)) return null;
    const whole = (at < 0 ? 0 : value(above) * TIMES.亿) + (below ? value(below) : 0);
    const year = printed.length === 4 && isYear(whole) && printed.replace(/[零〇○]/g, "〇") === figures(String(whole));
    const plain = withoutZeros(printed.replace(/两/g, "二"));
    return year || plain === withoutZeros(inWords(whole)) ? [whole, [...point].map(digit).join("")] : null;
  }

  /* 20000 as 2万, 15000 as 1.5万; what would take more than two figures behind the point as it is. */
  function inTenThousands(whole) {
    for (const [name, times] of [["亿", TIMES.亿], ["万", TIMES.万]])
      if (whole >= times && (whole * 100) % times === 0) {
        const rest = whole % times;
        const part = rest ? `.${String((rest * 100) / times).padStart(2, "0")}`.replace(/0+$/, "") : "";
        return `${Math.floor(whole / times)}${part}${name}`;
      }
    for (const name of "千百")
      if (whole > 0 && whole < 10 * TIMES[name] && whole % TIMES[name] === 0) return `${whole / TIMES[name]}${name}`;
    return String(whole);
  }

  /* A proper fraction in figures and in words. */
  function waysOfFraction({ over, under, of, parts }) {
    const [part, whole] = over ? [Number(over), Number(under)] : [parts, of].map((printed) => value(printed.replace(/两/g, "二")));
    const words = `${inWords(whole)}分之${inWords(part)}`;
    return part > 0 && part < whole ? [`${part}/${whole}`, `${part}/${whole}`, words, words, words] : [];
  }

  /* Whether days are counted, which a day of a month is not. */
  const countsDays = ({ run, from, to, share }) => run[to] in DAYS && !share && run[from - 1] !== "月";

  /* A number in an English word, where it stands by itself and there is one; else as it is. */
  function inEnglish(found, number) {
    const alone = [found.input[found.index - 1], found.input[found.index + found[0].length]].every((c) => c === undefined || c === " ");
    return alone && /^\d+$/.test(number) ? ENGLISH[Number(number)] || number : number;
  }

  /* A number in figures, in figures with 万, in numerals, in numerals with 两, and in an English word; none of what is
     no number. */
  function ways(found) {
    const { share = "", sign = "", times, n, word } = found.groups;
    if (word) return Array(5).fill(OF_ENGLISH[word]);
    if (found.groups.over || found.groups.of) return waysOfFraction(found.groups);
    const following = found.input[found.index + found[0].length] || "";
    const known = sign && (share || times) ? null : read(found.groups);
    if (!known || known[0] >= MOST) return [];
    const [whole, part] = known;
    const of = share === "第" ? share : "";
    const shares = of ? SHARES[sign] : share || SHARES[sign] || "";
    const printed = found[0].slice(share.length);
    const counts = following && COUNTED.includes(following);
    if (!shares && !of && !part && [...printed].length === 1 && !counts) {
      const english = n ? inEnglish(found, printed) : printed;
      return english === printed ? [] : [...Array(4).fill(printed), english];
    }
    const after = part ? `.${part}` : "";
    const words = inWords(whole) + (part ? `点${figures(part)}` : "");
    if (shares) {
      const signed = Object.keys(SHARES).find((one) => SHARES[one] === shares);
      return [`${whole}${after}${signed}`, `${shares}${whole}${after}`, shares + words, shares + words, shares + words];
    }
    if (following === "年" && isYear(whole) && !part) {
      const year = figures(String(whole));
      return [String(whole), year, year.replace(/〇/g, "○"), year.replace(/〇/g, "零"), String(whole)].map((way) => of + way);
    }
    const second = isYear(whole) && !part && !counts ? figures(String(whole)) : inTenThousands(whole) + after;
    const two = words.replace(/(?<![十百千])二(?=[百千万亿])|^二$/g, "两");
    return [`${whole}${after}`, second, words, two, inEnglish(found, `${whole}${after}`)].map((way) => of + way);
  }

  const isShare = ({ over, of, share = "第", sign }) => Boolean(over || of || sign) || share !== "第";

  /* Whether what is counted follows a number: not behind a share, nor where the number is the end of a range. */
  const isNameOfUnit = (one, following) => /^[^\x00-\x7f]/.test(following) && !NOT_COUNTED.includes(following[0]) && !one.isShare;

  const numbersIn = (run) => [...run.matchAll(WRITTEN)].map((found) => ({
    run, share: found.groups.share, isShare: isShare(found.groups), from: found.index, to: found.index + found[0].length, ways: ways(found) })).filter((one) => one.ways.length);

  function written(run) {
    const found = numbersIn(run);
    const out = [run];
    for (let way = 0; found.length && way < found[0].ways.length; way += 1)
      for (const days of [false, true]) {
        let at = 0;
        let text = "";
        for (const one of found) {
          text += run.slice(at, one.from) + one.ways[way];
          at = one.to;
          if (days && countsDays(one)) text += DAYS[run[at++]];
        }
        out.push(text + run.slice(at));
      }
    const last = found[found.length - 1];
    return { ways: [...new Set(out)], begins: found.length > 0 && found[0].from === 0, ends: found.length > 0 && last.to === run.length };
  }

  function cut(run) {
    const pieces = [];
    let [number, at] = [0, 0];
    const endAt = (end) => {
      let behind = at;
      if (behind > number) {
        pieces.push([run.slice(number, behind), true]);
        if (/[^\x00-\x7f]/.test(run[behind - 1]) && run[behind] && BEFORE_OR_WITHIN.includes(run[behind])) pieces.push([run[behind++], false]);
      }
      if (end > behind) pieces.push([run.slice(behind, end), false]);
    };
    for (const one of numbersIn(run)) {
      if (one.from < at) continue;
      const isDate = one.from === at && at > number && PARTS_OF_DATE.includes(run[at - 1] + (run[one.to] || ""));
      if (!isDate) { endAt(one.from); number = one.from; }
      at = one.to + (isNameOfUnit(one, run.slice(one.to)) ? 1 : 0);
    }
    endAt(run.length);
    return pieces;
  }

  policydiff.numbers = { GOES_ON, written, cut };
})();
