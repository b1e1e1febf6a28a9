// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// A reaction as a block of text that survives mail; the same as logbook/formats/pasted.py writes.

const BLOCK_INTRO =
  "Reactie op een deelpakket. Plak dit hele blok in Logboek, met alles tussen haken.";

/** The text of an answer file. */
function blockOf(answer, packet) {
  const pieces = [
    `${BLOCK_INTRO}\n\n[logboek-reactie 1 pakket ${answer.packet} paar ${answer.pair}`
    + ` ronde ${answer.round} dag ${answer.made_on} nummer ${answer.id}]`
    + `\n${written(answer.reader || "")}`,
  ];
  if (answer.general) pieces.push(`[algemeen]\n${written(answer.general)}`);
  const asked = new Map((packet.questions || []).map((each) => [each.id, each.text]));
  for (const given of answer.answers || []) {
    pieces.push(`[antwoord op ${given.question}]\n`
      + `${written(shorten(asked.get(given.question) || "", 100))}\n`
      + `[opmerking]\n${written(given.text)}`);
  }
  for (const remark of answer.remarks || []) pieces.push(blockOfRemark(remark, answer, packet));
  return [...pieces, `[einde ${pieces.length - 1}]`].join("\n\n") + "\n";
}

function blockOfRemark(remark, answer, packet) {
  let head = KINDS[remark.kind].name;
  let about = "";
  let words = null;
  if (remark.target) {
    head += ` bij ${remark.target.source}`;
    const found = answersOf(packet).find((each) => each.id === remark.target.source);
    if (found) about = found.question || (found.about ? found.about.title : "");
    if (remark.target.selector) {
      const [quote, place] = remark.target.selector;
      head += ` plek ${place.start}-${place.end}`;
      words = quote.exact;
    }
  }
  if (remark.reply_to) {
    head += ` na ${remark.reply_to}`;
    const earlier = [...(packet.remarks || []), ...answer.remarks];
    const replied = earlier.find((each) => each.id === remark.reply_to);
    if (replied) about = replied.body.value;
  }
  if (remark.day) head += ` dag ${remark.day}`;
  return `[${head} nummer ${remark.id}]\n${written(words === null ? shorten(about, 100) : words)}\n`
    + `[opmerking]\n${written(remark.body.value)}`;
}

/** A text in which line ends, brackets and blanks come through any mail program. */
function written(text) {
  return text.split("\n").map((line) => line
    .replace(/[\\[\]>¶]/g, "\\$&")
    .replace(/\t/g, "\\t")
    .replace(/\u00a0/g, "\\h")
    .replace(/^ | (?= )| $/g, "\\s")).join(" ¶\n");
}
