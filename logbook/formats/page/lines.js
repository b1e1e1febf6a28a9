// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// The lines of an answer with what stands out in them, and with the passages of remarks.

const LOOKS = { strong: "strong", emphasis: "em", code: "code", struck: "s" };
const LINE_KINDS = ["words", "heading", "item", "quote", "code", "card", "option", "place", "day",
  "row"];

/** The elements of the lines of one answer; each knows where its text begins. */
function linesOf(answer, packet) {
  let at = 0;
  return answer.lines.map((line) => {
    const kind = LINE_KINDS.includes(line.kind) ? line.kind : "words";
    const mark = typeof line.mark === "string" ? line.mark : "";
    const text = el("span.text", {});
    text.line = { text: line.text, size: points(line.text), start: at, styles: stylesOf(line) };
    at += text.line.size + 1;
    if (kind !== "card") return el(`p.line.${kind}`, { "data-mark": mark }, text);
    if (mark) text.setAttribute("data-mark", mark);
    const picture = pictureOf(line.picture, line.description, packet);
    const told = line.description ? el("span.told", {}, String(line.description)) : null;
    return el(picture ? "div.line.card.pictured" : "div.line.card", {}, picture, text, told);
  });
}

function stylesOf(line) {
  return (Array.isArray(line.styles) ? line.styles : []).filter((style) => isObject(style)
    && Object.hasOwn(LOOKS, style.look) && isCount(style.start, 0, 1_000_000)
    && isCount(style.end, style.start + 1, 1_000_000));
}

/** A picture of the packet; null when it has none of this name, or one of another kind. */
function pictureOf(name, description, packet) {
  if (typeof name !== "string" || !Object.hasOwn(packet.pictures, name)) return null;
  const { mime, data } = packet.pictures[name];
  if (!["image/svg+xml", "image/jpeg", "image/png"].includes(mime)) return null;
  if (typeof data !== "string" || !/^[A-Za-z0-9+/=]*$/.test(data)) return null;
  const made = el("img", { src: `data:${mime};base64,${data}`, decoding: "async", loading: "lazy" });
  made.alt = typeof description === "string" ? description : "";
  return made;
}

/**
 * Fill the text of one line.
 * @param {Element} place the `.text` of a line
 * @param {object[]} passages `{start, end, id, kind, look}` in code points of the whole answer
 */
function fillLine(place, passages) {
  const { text, size, start, styles } = place.line;
  const own = passages
    .map((each) => ({ ...each, start: each.start - start, end: each.end - start }))
    .filter((each) => each.start < size && each.end > 0);
  const key = JSON.stringify(own);
  if (place.filled === key) return;
  place.filled = key;
  const edges = new Set([0, size]);
  for (const each of [...styles, ...own]) {
    edges.add(Math.max(0, Math.min(size, each.start)));
    edges.add(Math.max(0, Math.min(size, each.end)));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const cut = cutter(text);
  const made = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [from, to] = [cuts[i], cuts[i + 1]];
    const inside = (each) => each.start <= from && to <= each.end;
    let piece = document.createTextNode(cut(from, to));
    for (const style of styles.filter(inside)) piece = el(LOOKS[style.look], {}, piece);
    const over = own.filter(inside);
    made.push(over.length ? markOf(piece, over) : piece);
  }
  place.replaceChildren(...made);
}

/** A stretch with one or more remarks: it looks like the newest, and says how many there are. */
function markOf(piece, over) {
  const last = over[over.length - 1];
  const remarks = over.filter((each) => each.id);
  const made = el("mark", { "data-remarks": remarks.map((each) => each.id).join(" ") }, piece);
  made.classList.add(last.kind || "question");
  if (last.look) made.classList.add(last.look);
  if (remarks.length > 1) {
    made.classList.add("over");
    made.title = `${remarks.length} opmerkingen`;
  }
  return made;
}

/** The range of an answer's text that a selection covers; null when it covers none of it. */
function rangeIn(words, selection) {
  let start = -1;
  let end = -1;
  for (const place of words.querySelectorAll(".text")) {
    if (!selection.intersectsNode(place)) continue;
    const whole = document.createRange();
    whole.selectNodeContents(place);
    const before = whole.cloneRange();
    const through = whole.cloneRange();
    if (whole.compareBoundaryPoints(Range.START_TO_START, selection) < 0) {
      before.setEnd(selection.startContainer, selection.startOffset);
    } else before.collapse(true);
    if (whole.compareBoundaryPoints(Range.END_TO_END, selection) > 0) {
      through.setEnd(selection.endContainer, selection.endOffset);
    }
    const from = points(before.toString());
    const to = points(through.toString());
    if (to <= from) continue;
    if (start < 0) start = place.line.start + from;
    end = place.line.start + to;
  }
  return start < 0 ? null : { start, end };
}

/** A range without the blanks at its ends; null when nothing is left. */
function trimmed(text, range) {
  const found = cutter(text)(range.start, range.end);
  const start = range.start + points(found) - points(found.trimStart());
  const end = range.end - points(found) + points(found.trimEnd());
  return start < end ? { start, end } : null;
}
