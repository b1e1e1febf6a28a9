// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// Text as data: code points, sentences, days, ids. Knows nothing of the page.

const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
  "september", "oktober", "november", "december"];
const ID = /^[0-9a-f]{32}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** Kinds of remark: what they are called, and what to write. */
const KINDS = {
  question: { name: "vraag", hint: "Ik vraag me af …" },
  recognition: { name: "herkenning", hint: "Dit herken ik, want …" },
  mirror: { name: "spiegel", hint: "Ik zie je hier …" },
  theory: { name: "theorie", hint: "Dit past bij …" },
  tip: { name: "tip", hint: "Je kunt eens proberen om …" },
};

/** The number of code points of a text: places in files count these, not UTF-16 units. */
function points(text) {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) {
      const next = text.charCodeAt(i + 1);
      if (next >= 0xdc00 && next < 0xe000) { count -= 1; i += 1; }
    }
  }
  return count;
}

/** A cutter of one text by places in code points. */
function cutter(text) {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
  const all = Array.from(text);
  return (start, end) => all.slice(start, end).join("");
}

/** Text fit to keep: as core.text.clean_text. */
function clean(text) {
  return text.replace(/\r\n?/g, "\n")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g, "");
}

/** At most `limit` code points of a text, cut between words: as core.text.shorten. */
function shorten(text, limit) {
  const head = cutter(text)(0, limit * 4);
  const blanks = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
  const folded = head.split(blanks).filter(Boolean).join(" ");
  if (points(folded) <= limit) return folded;
  const cut = cutter(folded)(0, limit - 2);
  const kept = cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")) : cut;
  return kept.replace(/[.,:;]+$/, "") + " …";
}

/** `2 maart 2026`; "" for what is no day. */
function dayInWords(day) {
  if (typeof day !== "string" || !DAY.test(day)) return "";
  const [year, month, date] = day.split("-").map(Number);
  return MONTHS[month - 1] ? `${date} ${MONTHS[month - 1]} ${year}` : "";
}

/** Today in local time, `2026-03-02`. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** 32 random hexadecimal digits. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** JSON with sorted keys and no blanks, the same as Python makes. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const keys = Object.keys(value).filter((key) => value[key] !== undefined).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/** The ranges of sentences in a text, in code points, without the blanks around them. */
function sentences(text) {
  const found = [];
  let at = 0;
  for (const line of text.split("\n")) {
    for (const part of splitLine(line)) {
      const size = points(part);
      const left = points(part) - points(part.trimStart());
      const right = points(part) - points(part.trimEnd());
      if (part.trim()) found.push({ start: at + left, end: at + size - right });
      at += size;
    }
    at += 1;
  }
  return found;
}

function splitLine(line) {
  if (typeof Intl === "object" && Intl.Segmenter) {
    const cut = new Intl.Segmenter("nl", { granularity: "sentence" });
    return Array.from(cut.segment(line), (each) => each.segment);
  }
  return line.match(/[^.!?…]+[.!?…]*["”’)]*\s*|[.!?…]+\s*/g) || [line];
}

/** The ranges of words in a text, in code points. */
function wordsOf(text) {
  const found = [];
  let at = 0;
  for (const part of text.match(/\s+|\S+/g) || []) {
    const size = points(part);
    if (part.trim()) found.push({ start: at, end: at + size });
    at += size;
  }
  return found;
}
