// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// Where a remark is written: its kind, its words, keep or leave.

/** What was typed and not kept, to take it up again. */
let leftBehind = null;

/**
 * A form for one remark.
 * @param {object} what `{answer, range, replyTo, remark, kind}`: the passage, or the remark that is
 *   answered, or the one that is changed; what is not there is null
 * @param {function} onKeep gets the remark; @param {function} onLeave
 */
function composerOf(what, state, onKeep, onLeave) {
  const editing = what.remark;
  const chosen = editing ? editing.kind : what.kind || "question";
  const field = el("textarea", {
    id: "opmerking", rows: 4, maxlength: WORDS_MOST, "aria-label": "Je woorden",
    placeholder: what.replyTo ? "Je reactie" : KINDS[chosen].hint,
  });
  if (editing) field.value = editing.body.value;
  const kinds = el("fieldset.kinds", {}, el("legend.unseen", {}, "Soort opmerking"),
    Object.entries(KINDS).map(([kind, { name, hint }]) => {
      const choice = el("input", {
        type: "radio", name: "soort", value: kind, on: { change: () => { field.placeholder = hint; } },
      });
      choice.checked = kind === chosen;
      return el("label", {}, choice, el("span", {}, name));
    }));
  const form = el("form.composer", { "aria-label": captionOf(what) },
    el("p.label", {}, captionOf(what)),
    passageShown(what, state),
    what.replyTo ? null : kinds,
    field,
    el("div.done", {},
      el("button.button.first", { type: "submit" }, editing ? "Bijwerken" : "Toevoegen"),
      button("Laat maar", () => leave()),
    ),
  );
  form.field = field;

  function keep() {
    const text = clean(field.value).trim();
    if (!text) {
      field.focus();
      message("Typ eerst wat je wilt zeggen.");
      return;
    }
    const kind = new FormData(form).get("soort") || chosen;
    leftBehind = null;
    onKeep(remarkFrom(what, kind, text, state));
  }

  function leave() {
    const text = field.value;
    const had = editing ? editing.body.value : "";
    const kind = new FormData(form).get("soort") || chosen;
    if (text.trim() && text !== had) leftBehind = { what: { ...what, kind }, text };
    onLeave();
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); keep(); });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); keep(); }
    if (event.key === "Escape") { event.preventDefault(); leave(); }
  });
  return form;
}

function captionOf(what) {
  if (what.replyTo) return "Reageer";
  if (what.remark) return "Opmerking wijzigen";
  return what.range ? "Opmerking bij deze woorden" : "Opmerking bij het hele antwoord";
}

function passageShown(what, state) {
  if (what.replyTo) return el("p.passage", {}, shorten(what.replyTo.body.value, 300));
  if (!what.range || !what.answer) return null;
  const words = cutter(state.texts.get(what.answer.id))(what.range.start, what.range.end);
  return el("p.passage", {}, `“${shorten(words, 300)}”`);
}

function remarkFrom(what, kind, text, state) {
  const body = { type: "TextualBody", value: text };
  if (what.remark) return { ...what.remark, kind, body, day: today() };
  const made = { type: "Annotation", id: newId(), kind, body, day: today() };
  if (what.replyTo) {
    made.kind = what.replyTo.kind;
    made.reply_to = what.replyTo.id;
    if (what.replyTo.target) made.target = { source: what.replyTo.target.source };
    return made;
  }
  made.target = { source: what.answer.id };
  if (what.range) {
    const { start, end } = what.range;
    made.target.selector = selectorOf(state.texts.get(what.answer.id), start, end);
  }
  return made;
}
