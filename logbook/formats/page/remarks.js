// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// The reader's reaction beside the text: name, remarks in the order of the text, general reaction.

/**
 * The column of the reaction.
 * @param {object} acts `edit`, `reply`, `remove`, `find`
 */
function reactionOf(state, acts) {
  const list = el("ol.remarks", { id: "opmerkingen" });
  const place = el("div", { id: "schrijfplek" });
  const empty = el("p.empty", {},
    "Selecteer woorden in de tekst. Dan kies je wat voor opmerking je maakt.");
  const name = el("input", {
    type: "text", id: "lezer", placeholder: " ", maxlength: NAME_MOST, autocomplete: "off",
    on: { input: () => state.type({ reader: name.value }) },
  });
  const general = el("textarea", {
    id: "algemeen", placeholder: " ", maxlength: WORDS_MOST, rows: 5,
    on: { input: () => state.type({ general: general.value }) },
  });
  let shown = null;
  const refresh = () => {
    fillField(name, state.now.reader);
    fillField(general, state.now.general);
    if (shown === state.now.remarks) return;
    shown = state.now.remarks;
    const items = orderedThreads(state).map((remark) => threadOf(remark, state, acts));
    list.replaceChildren(...items);
    empty.hidden = shown.length > 0;
  };
  state.watch(refresh);
  const aside = el("aside.reaction", { "aria-labelledby": "reactie" },
    el("h2", { id: "reactie", tabindex: -1 }, "Je reactie"),
    place, empty, list,
    el("label", { for: "algemeen" }, "Algemene reactie"), general,
    el("label", { for: "lezer" }, "Je naam (mag leeg blijven)"), name,
    safeWords(state), keysTold(),
  );
  refresh();
  return { aside, place };
}

function safeWords(state) {
  const told = [
    state.key ? "Versleuteld ontvangen. Wat je bewaart, wordt met dezelfde wachtzin versleuteld." : "",
    state.packet.replaced ? "Namen zijn door de student vervangen." : "",
    "Deze pagina gebruikt geen internet en onthoudt niets: bewaar je reactie voor je sluit.",
  ].filter(Boolean).join(" ");
  return el("p.safe", {}, told);
}

function keysTold() {
  const rows = [
    [["Tab"], "naar het volgende antwoord"],
    [["↓", "↑"], "een zin kiezen"],
    [["Shift", "→"], "een woord erbij; met ← een woord eraf, met ↓ vooraan een woord eraf"],
    [["Enter"], "een opmerking maken; 1 tot en met 5 kiest meteen de soort"],
    [["Ctrl", "Enter"], "de opmerking toevoegen"],
    [["Esc"], "de opmerking laten"],
    [["Ctrl", "Z"], "een opmerking ongedaan maken"],
    [["Ctrl", "S"], "je reactie bewaren"],
  ];
  return el("details.keys", {}, el("summary", {}, "Met het toetsenbord"),
    el("ul", { id: "toetsen-uitleg" }, rows.map(([keys, does]) => el("li", {},
      keys.map((key, index) => [index ? " " : "", el("kbd", {}, key)]), ` ${does}`))));
}

/** First remarks of threads, earlier ones and new ones, in the order of the text. */
function orderedThreads(state) {
  const order = new Map(state.answers.map((answer, index) => [answer.id, index]));
  const all = [...state.packet.remarks, ...state.now.remarks];
  const known = new Set(all.map((remark) => remark.id));
  const at = (remark) => {
    const range = passageOf(remark, state);
    return [remark.target ? order.get(remark.target.source) : -1, range ? range.start : -1];
  };
  return all.filter((remark) => !remark.reply_to || !known.has(remark.reply_to))
    .map((remark, index) => ({ remark, place: [...at(remark), index] }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1] || a.place[2] - b.place[2])
    .map((each) => each.remark);
}

function threadOf(remark, state, acts) {
  const own = state.now.remarks.includes(remark);
  const replies = repliesTo(state, remark);
  return el(own ? `li.remark.${remark.kind}` : `li.remark.earlier.${remark.kind}`, { id: `kaart-${remark.id}` },
    el("p.kind", {}, kindWords(remark, own)),
    aboutShown(remark, state, acts),
    el("p.said", {}, remark.body.value),
    replies.length ? el("ol.replies", {}, replies.map((reply) => replyOf(reply, state, acts))) : null,
    el("div.acts", {},
      own ? ownActs(remark, state, acts) : button("Reageer", () => acts.reply(remark), "quiet")),
  );
}

function kindWords(remark, own) {
  const { name } = KINDS[remark.kind];
  if (own) return name;
  return `${name} · ${remark.done === true ? "verwerkt" : "eerder"}`;
}

/** What a remark is about; a press leads to it in the text. */
function aboutShown(remark, state, acts) {
  if (!remark.target) return null;
  const selector = remark.target.selector;
  const there = passageOf(remark, state);
  const answer = state.answers.find((each) => each.id === remark.target.source);
  let words = answer.question ? `bij het antwoord op “${shorten(answer.question, 60)}”` : "bij de hele tekst";
  if (remark.was || selector) {
    words = `bij “${shorten(remark.was || selector[0].exact, 90)}”`;
    if (!there) words += " (staat er niet meer zo)";
    else if (remark.was) words += " (sindsdien veranderd)";
  }
  return el("button.place", { type: "button", on: { click: () => acts.find(remark) } }, words);
}

function replyOf(reply, state, acts) {
  const own = state.now.remarks.includes(reply);
  const student = reply.author === "student";
  const who = student ? state.packet.sender || "student" : own ? "jij" : state.packet.reader || "jij, eerder";
  return el("li", {}, el("p.who", {}, who), el("p.said", {}, reply.body.value),
    own ? el("div.acts", {}, ownActs(reply, state, acts)) : null);
}

function ownActs(remark, state, acts) {
  const what = shorten(remark.body.value, 30);
  return [
    button("Wijzig", () => acts.edit(remark), "quiet", { "aria-label": `Wijzig: ${what}` }),
    button("Verwijder", () => acts.remove(remark), "quiet", { "aria-label": `Verwijder: ${what}` }),
  ];
}
