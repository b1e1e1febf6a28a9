// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// Choosing the words of a remark, by mouse or touch and by keyboard.

/** A passage may be this long, in code points. */
const PASSAGE_MOST = 20_000;

/**
 * The small bar beside a selection.
 * @param {function} open gets `{answer, range, kind}`
 */
function watchSelection(words, state, open) {
  const bar = el("div.bar", { role: "toolbar", "aria-label": "Soort opmerking", hidden: true },
    Object.entries(KINDS).map(([kind, { name }]) => el("button", {
      type: "button",
      on: { click: () => take(kind), mousedown: (event) => event.preventDefault() },
    }, name)));
  document.body.append(bar);
  let chosen = null;
  let timer = 0;

  function take(kind) {
    const taken = chosen;
    hide();
    getSelection().removeAllRanges();
    if (taken) open({ ...taken, kind });
  }

  function hide() {
    chosen = null;
    bar.hidden = true;
  }

  function look() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) { hide(); return; }
    const range = selection.getRangeAt(0);
    chosen = chosenIn(range, words, state);
    if (!chosen) { hide(); return; }
    bar.hidden = false;
    const boxes = range.getClientRects();
    const box = boxes[boxes.length - 1] || range.getBoundingClientRect();
    const below = matchMedia("(pointer: coarse)").matches ? 28 : 8;
    // Within the column of the text: beside it stands the reaction.
    const column = words.get(chosen.answer.id).getBoundingClientRect().right;
    const most = Math.min(column, document.documentElement.clientWidth - 8) - bar.offsetWidth;
    bar.style.left = `${Math.max(8, Math.min(box.left, most)) + scrollX}px`;
    bar.style.top = `${box.bottom + below + scrollY}px`;
  }

  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 120);
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.closest && event.target.closest("textarea, input, form, dialog")) return;
    if (event.key === "Escape") hide();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      look();
      if (chosen) { event.preventDefault(); take("question"); }
    }
  });
}

/** The answer and range of a selection; the first answer when it runs over several. */
function chosenIn(range, words, state) {
  for (const [id, lines] of words) {
    if (!range.intersectsNode(lines)) continue;
    const found = rangeIn(lines, range);
    const kept = found && trimmed(state.texts.get(id), found);
    if (!kept) continue;
    return fits(kept) ? { answer: lines.answer, range: kept } : null;
  }
  return null;
}

/** Whether a passage can be quoted; says so when it cannot. */
function fits(range) {
  if (range.end - range.start <= PASSAGE_MOST) return true;
  message("Dit is een lang stuk. Kies minder woorden.");
  return false;
}

/**
 * The keys in the lines of an answer: arrows choose a sentence, Shift makes it longer or shorter by
 * a word, Enter or a digit opens the form.
 * @param {function} show gets `{answer, range}` or null
 */
function watchKeys(lines, state, show, open) {
  const text = state.texts.get(lines.answer.id);
  let range = null;
  let all = null;

  function choose(next) {
    range = next;
    show(range ? { answer: lines.answer, range } : null);
    if (!range) return;
    announce(cutter(text)(range.start, range.end));
    const mark = lines.querySelector("mark.pending");
    if (mark) mark.scrollIntoView({ block: "nearest" });
  }

  function step(direction) {
    if (!all) all = sentences(text);
    if (!all.length) return;
    const at = range ? all.findIndex((each) => each.end > range.start) : -1;
    const to = range ? Math.max(0, Math.min(all.length - 1, at + direction)) : direction > 0 ? 0 : all.length - 1;
    choose(all[to]);
  }

  function stretch(direction) {
    if (!range) { step(1); return; }
    const ends = wordsOf(text).map((word) => word.end);
    const end = direction > 0
      ? ends.find((each) => each > range.end)
      : ends.filter((each) => each < range.end && each > range.start).pop();
    if (end) choose({ start: range.start, end });
  }

  function cutFront() {
    const next = range && wordsOf(text).find((word) => word.start > range.start && word.start < range.end);
    if (next) choose({ start: next.start, end: range.end });
  }

  const kinds = Object.keys(KINDS);
  lines.addEventListener("keydown", (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || event.target !== lines) return;
    if (!getSelection().isCollapsed) return;
    if (shiftKey && key === "ArrowRight") stretch(1);
    else if (shiftKey && key === "ArrowLeft") stretch(-1);
    else if (shiftKey && key === "ArrowDown") cutFront();
    else if (key === "ArrowRight" || key === "ArrowDown") step(1);
    else if (key === "ArrowLeft" || key === "ArrowUp") step(-1);
    else if (key === "Escape" && range) choose(null);
    else if (range && (key === "Enter" || /^[1-5]$/.test(key))) {
      const kind = key === "Enter" ? "question" : kinds[key - 1];
      if (fits(range)) open({ answer: lines.answer, range, kind });
    } else return;
    event.preventDefault();
  });
  lines.addEventListener("blur", () => {
    range = null;
    show(null);
  });
}
