// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// What may come in: the data of the packet, and answer files. All of it is data of somebody else.

/** Something that can go wrong without being a bug; `reason` names a sentence. */
class Trouble extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

const SENTENCES_OF_TROUBLE = {
  damaged: "Dit bestand is beschadigd of onderweg veranderd. Vraag of het opnieuw gestuurd kan worden.",
  version: "Dit bestand komt uit een nieuwere versie van Logboek. Vraag om het als PDF te sturen.",
  passphrase: "Deze wachtzin past niet, of het bestand is onderweg veranderd. Kijk naar hoofdletters en spaties.",
  empty: "Typ eerst de wachtzin die je met elkaar hebt afgesproken.",
  answer: "Dit bestand is geen reactie uit een deelpakket. Er is niets veranderd.",
  foreign: "Deze reactie hoort bij een ander pakket. Er is niets veranderd.",
  large: "Dit bestand is te groot voor een reactie. Er is niets veranderd.",
  changed: "Deze reactie is beschadigd of onderweg veranderd. Er is niets veranderd.",
  sealed: "Deze reactie is versleuteld met een andere wachtzin dan dit pakket. Er is niets veranderd.",
  later: "Deze reactie komt uit een nieuwere versie van Logboek. Er is niets veranderd.",
};

const ANSWER_BYTES = 5_000_000;
const REMARKS_MOST = 2000;
const WORDS_MOST = 20_000;
const NAME_MOST = 200;
const DEPTH_MOST = 32;

/** The sentence of an error; an unexpected one counts as damage. */
function sentenceOf(error) {
  return SENTENCES_OF_TROUBLE[error instanceof Trouble ? error.reason : "damaged"];
}

/** The value of a JSON text that is not too deep. */
function parsed(text) {
  let depth = 0;
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (inside) {
      if (sign === 0x5c) at += 1;
      else if (sign === 0x22) inside = false;
    } else if (sign === 0x22) inside = true;
    else if (sign === 0x7b || sign === 0x5b) {
      depth += 1;
      if (depth > DEPTH_MOST) throw new Trouble("damaged");
    } else if (sign === 0x7d || sign === 0x5d) depth -= 1;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Trouble("damaged");
  }
}

const isText = (value, most = WORDS_MOST) => typeof value === "string" && value.length <= 2 * most
  && points(value) <= most;
const isList = (value, most) => Array.isArray(value) && value.length <= most;
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isCount = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;

function demand(fine, reason = "damaged") {
  if (!fine) throw new Trouble(reason);
}

/** A packet with every part it may leave out; Trouble when it is none. */
function checkedPacket(data) {
  demand(isObject(data) && data.format === "logboek-deelpakket");
  demand(data.version === 1, "version");
  demand(ID.test(data.id) && ID.test(data.pair) && isCount(data.round, 1, 1000));
  demand(isList(data.entries, 500));
  const packet = {
    sender: "", reader: "", letter: "", questions: [], pictures: {}, remarks: [], replaced: false,
    ...data,
  };
  demand(isText(packet.sender) && isText(packet.reader) && isText(packet.letter));
  demand(isList(packet.questions, 3) && isList(packet.remarks, REMARKS_MOST));
  demand(packet.questions.every((each) => isObject(each) && ID.test(each.id) && isText(each.text)));
  demand(isObject(packet.pictures));
  for (const entry of packet.entries) checkEntry(entry);
  const known = new Set(answersOf(packet).map((answer) => answer.id));
  packet.remarks.forEach((remark) => checkRemark(remark, known));
  return packet;
}

function checkEntry(entry) {
  demand(isObject(entry) && ID.test(entry.id) && isText(entry.title) && isList(entry.sections, 500));
  for (const section of entry.sections) {
    demand(isObject(section) && isText(section.title) && isList(section.answers, 2000));
    for (const answer of section.answers) {
      demand(isObject(answer) && ID.test(answer.id) && isText(answer.question));
      demand(isList(answer.lines, 50_000));
      demand(answer.lines.every((line) => isObject(line) && isText(line.text, 1_000_000)
        && !line.text.includes("\n")));
      demand(!answer.about || (isObject(answer.about) && isText(answer.about.title)));
    }
  }
}

/** All answers of a packet in the order of the page. */
function answersOf(packet) {
  return packet.entries.flatMap((entry) => entry.sections.flatMap((section) => section.answers));
}

/** The text of an answer that places count in. */
function textOf(answer) {
  return answer.lines.map((line) => line.text).join("\n");
}

function checkRemark(remark, known, reason = "damaged") {
  demand(isObject(remark) && ID.test(remark.id) && Object.hasOwn(KINDS, remark.kind), reason);
  demand(isObject(remark.body) && isText(remark.body.value), reason);
  demand(remark.reply_to === undefined || remark.reply_to === null || ID.test(remark.reply_to), reason);
  demand(remark.day === undefined || remark.day === null || DAY.test(remark.day), reason);
  demand(isText(remark.was || ""), reason);
  if (remark.target === undefined || remark.target === null) return;
  demand(isObject(remark.target) && known.has(remark.target.source), reason);
  const selector = remark.target.selector;
  if (selector === undefined || selector === null) return;
  demand(isList(selector, 2) && selector.length === 2 && selector.every(isObject), reason);
  const [quote, place] = selector;
  demand(isText(quote.exact) && quote.exact !== "", reason);
  demand(isText(quote.prefix || "", 200) && isText(quote.suffix || "", 200), reason);
  demand(isCount(place.start, 0, 1_000_000) && isCount(place.end, place.start + 1, 1_000_000), reason);
}

/** The reaction in an answer file for this packet, with only the parts this page knows. */
function checkedAnswer(data, packet) {
  demand(isObject(data) && data.format === "logboek-reactie", "answer");
  demand(data.version === 1, "later");
  demand(data.packet === packet.id && data.pair === packet.pair, "foreign");
  demand(isText(data.reader || "", NAME_MOST) && isText(data.general || ""), "changed");
  const remarks = data.remarks || [];
  const given = data.answers || [];
  demand(isList(remarks, REMARKS_MOST) && isList(given, 3), "changed");
  const texts = new Map(answersOf(packet).map((answer) => [answer.id, textOf(answer)]));
  remarks.forEach((remark) => checkRemark(remark, texts, "changed"));
  demand(new Set(remarks.map((remark) => remark.id)).size === remarks.length, "changed");
  const asked = new Set(packet.questions.map((question) => question.id));
  demand(given.every((each) => isObject(each) && asked.has(each.question) && isText(each.text)), "changed");
  return {
    reader: clean(data.reader || "").replace(/[\n\t]/g, " "),
    general: clean(data.general || ""),
    answers: Object.fromEntries(given.map((each) => [each.question, clean(each.text)])),
    remarks: remarks.map((remark) => knownParts(remark, texts)),
  };
}

/** A remark with only what this page writes itself; its quote must stand in the text. */
function knownParts(remark, texts) {
  const made = {
    type: "Annotation", id: remark.id, kind: remark.kind,
    body: { type: "TextualBody", value: clean(remark.body.value) },
  };
  if (remark.reply_to) made.reply_to = remark.reply_to;
  if (remark.day) made.day = remark.day;
  if (!remark.target) return made;
  made.target = { source: remark.target.source };
  if (!remark.target.selector) return made;
  const [quote, place] = remark.target.selector;
  const text = texts.get(remark.target.source);
  demand(cutter(text)(place.start, place.end) === quote.exact, "changed");
  made.target.selector = selectorOf(text, place.start, place.end);
  return made;
}

/** So many characters before and after a passage are kept with it. */
const CONTEXT = 32;

/** A passage as the W3C Web Annotation Data Model (2017) describes it, 4.2.4 and 4.2.5. */
function selectorOf(text, start, end) {
  const cut = cutter(text);
  return [
    {
      type: "TextQuoteSelector", exact: cut(start, end),
      prefix: cut(Math.max(0, start - CONTEXT), start), suffix: cut(end, end + CONTEXT),
    },
    { type: "TextPositionSelector", start, end },
  ];
}
