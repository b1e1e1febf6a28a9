// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// The reaction that is being made. Lives in this page only; nothing is stored in the browser.

/**
 * @param {object} packet as checkedPacket gives it
 * @param {object|null} key seals what is saved; null for a packet anyone can read
 */
function makeState(packet, key) {
  const answers = answersOf(packet);
  const texts = new Map(answers.map((answer) => [answer.id, textOf(answer)]));
  const watchers = [];
  const past = [];
  let now = { reader: "", general: "", answers: {}, remarks: [] };
  let unsaved = false;
  let file = null;

  function change(next, keep = true) {
    if (keep) past.push(now);
    now = { ...now, ...next };
    unsaved = true;
    watchers.forEach((watch) => watch());
  }

  return {
    packet, key, answers, texts,
    /** Whether a remark is being written that was not added yet. */
    writing: () => false,
    get now() { return now; },
    get unsaved() { return unsaved; },
    get isEmpty() {
      return !now.remarks.length && !now.general.trim()
        && !Object.values(now.answers).some((text) => text.trim());
    },
    /** Call `watch` after every change. */
    watch(watch) { watchers.push(watch); },
    /** Words that are typed: the field has its own undo. */
    type(next) { change(next, false); },
    /** Keep a remark, new or with the id of one that is there. */
    keep(remark) {
      const at = now.remarks.findIndex((each) => each.id === remark.id);
      const remarks = now.remarks.slice();
      if (at < 0) remarks.push(remark);
      else remarks[at] = remark;
      change({ remarks });
    },
    /** Take a remark away, with own replies to it. */
    remove(id) {
      change({ remarks: now.remarks.filter((each) => each.id !== id && each.reply_to !== id) });
    },
    /** Take the place of all that was made here; alone it is what stands in its file. */
    replace(reaction) {
      const alone = this.isEmpty;
      change(reaction);
      if (alone) this.saved();
    },
    get canUndo() { return past.length > 0; },
    /** Remarks as they were before the last act; words typed since stay. */
    undo() {
      const before = past.pop();
      if (before) change({ remarks: before.remarks }, false);
    },
    /** All of it as it was before a file took its place. */
    undoAll() {
      const before = past.pop();
      if (before) change(before, false);
    },
    /** The answer file as it would be saved now. */
    file() {
      if (file && !unsaved) return file;
      const given = packet.questions
        .map(({ id }) => ({ question: id, text: clean(now.answers[id] || "") }))
        .filter((each) => each.text.trim());
      file = {
        format: "logboek-reactie", version: 1, id: newId(), packet: packet.id, pair: packet.pair,
        round: packet.round, made_on: today(),
        reader: clean(now.reader).replace(/[\t\n]/g, " ").trim() || undefined,
        general: clean(now.general).trim() || undefined,
        remarks: now.remarks.length ? now.remarks : undefined,
        answers: given.length ? given : undefined,
      };
      return file;
    },
    saved() {
      unsaved = false;
      watchers.forEach((watch) => watch());
    },
  };
}

/** The earlier remarks and those made here that answer a remark, in their order. */
function repliesTo(state, remark) {
  const thread = new Set([remark.id]);
  const found = [];
  for (const each of [...state.packet.remarks, ...state.now.remarks]) {
    if (thread.has(each.reply_to) && !thread.has(each.id)) {
      thread.add(each.id);
      found.push(each);
    }
  }
  return found;
}

/** The passage of a remark as `{start, end}`; null when it has none or it stands elsewhere now. */
function passageOf(remark, state) {
  const selector = remark.target && remark.target.selector;
  if (!selector) return null;
  const text = state.texts.get(remark.target.source) || "";
  const [quote, { start, end }] = selector;
  return cutter(text)(start, end) === quote.exact ? { start, end } : null;
}
