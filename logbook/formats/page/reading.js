// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// The packet as it is read; the same structure as logbook/formats/packet_static.py makes.

const CONTENTS_FROM = 4;

/**
 * The text column of a packet.
 * @returns {{main: Element, words: Map<string, Element>}} and per answer the element of its lines
 */
function readingOf(state, acts) {
  const { packet } = state;
  const words = new Map();
  const main = el("main", {},
    openingOf(state),
    packet.entries.length >= CONTENTS_FROM ? contentsOf(packet) : null,
    packet.entries.map((entry, index) => entryOf(entry, index + 1, state, words, acts)),
  );
  return { main, words };
}

function openingOf(state) {
  const { packet } = state;
  const facts = [
    packet.reader ? `voor ${packet.reader}` : "",
    packet.round > 1 ? `ronde ${packet.round}` : "",
    dayInWords(packet.made_on),
  ].filter(Boolean).join(" · ");
  return el("header.opening", {},
    el("h1", {}, packet.sender ? `Van ${packet.sender}` : "Uit mijn logboek"),
    el("p.facts", {}, facts),
    packet.letter ? el("p.letter", {}, packet.letter) : null,
    packet.questions.length ? questionsOf(state) : null,
  );
}

function questionsOf(state) {
  return el("section.asks", { "aria-labelledby": "vragen" },
    el("h2", { id: "vragen" }, "Mijn vragen aan jou"),
    el("ol", {}, state.packet.questions.map((question, index) => {
      const name = `vraag-${index}`;
      const field = el("textarea", {
        "aria-labelledby": name, maxlength: WORDS_MOST, placeholder: "Je antwoord", rows: 2,
        on: {
          input: () => state.type({ answers: { ...state.now.answers, [question.id]: field.value } }),
        },
      });
      state.watch(() => fillField(field, state.now.answers[question.id] || ""));
      return el("li", {}, el("p.asked", { id: name }, question.text), field);
    })),
  );
}

/** Put words in a field when they come from elsewhere, so that the place of typing stays. */
function fillField(field, text) {
  if (field.value !== text) field.value = text;
}

function contentsOf(packet) {
  return el("nav.contents", { "aria-labelledby": "inhoud" },
    el("h2", { id: "inhoud" }, "Inhoud"),
    el("ol", {}, packet.entries.map((entry, index) => el("li", {},
      el("a", { href: `#bijdrage-${index + 1}` }, entry.title)))),
  );
}

function entryOf(entry, number, state, words, acts) {
  const facts = [
    dayInWords(entry.day),
    isCount(entry.round, 2, 10_000) ? `${entry.round}e keer` : "",
  ].filter(Boolean).join(" · ");
  return el("article.entry", { id: `bijdrage-${number}` },
    el("h2", {}, entry.title, entry.new === true ? [" ", el("span.chip", {}, "nieuw in deze ronde")] : null),
    facts ? el("p.facts", {}, facts) : null,
    entry.sections.map((section) => {
      let asked = "";
      return el("section.section", {},
        section.title ? el("h3", {}, section.title) : null,
        section.answers.map((answer) => {
          const withQuestion = answer.question !== asked;
          asked = answer.question;
          return answerOf(answer, withQuestion, state, words, acts);
        }),
      );
    }),
    entry.source ? el("p.source", {}, String(entry.source)) : null,
  );
}

function answerOf(answer, withQuestion, state, words, acts) {
  const lines = el("div.lines", {
    tabindex: 0, role: "group", "aria-roledescription": "antwoord",
    "aria-label": answer.question || "Tekst", "aria-describedby": "toetsen-uitleg",
  }, linesOf(answer, state.packet));
  lines.answer = answer;
  words.set(answer.id, lines);
  return el("div.answer", { id: `antwoord-${answer.id}` },
    answer.question && withQuestion ? el("h4.prompt", {}, answer.question) : null,
    answer.about ? aboutOf(answer.about, state.packet) : null,
    lines,
    typeof answer.before === "string" ? beforeOf(answer) : null,
    button("Opmerking bij dit hele antwoord", () => acts.remarkOnAnswer(answer), "quiet"),
  );
}

function aboutOf(about, packet) {
  return el("div.about", {},
    pictureOf(about.picture, about.description, packet),
    el("div", {},
      el("div.title", {}, about.title),
      about.description ? el("div.told", {}, String(about.description)) : null,
    ),
  );
}

/** What changed since the round before; worked out when it is asked for. */
function beforeOf(answer) {
  const place = el("div.difference", {});
  const details = el("details.before", {
    on: {
      toggle: () => {
        if (details.open && !place.firstChild) {
          const tags = { same: "span", removed: "del", added: "ins" };
          place.append(...differenceOf(answer.before, textOf(answer))
            .map((piece) => el(tags[piece.change], {}, piece.text)));
        }
      },
    },
  }, el("summary", {}, "Veranderd sinds de vorige ronde"), place);
  return details;
}

/** Show the passages of all remarks, and what is being chosen now. */
function paint(state, words, pending) {
  const passages = new Map();
  const add = (remark, look) => {
    const range = remark.reply_to ? null : passageOf(remark, state);
    if (!range) return;
    const list = passages.get(remark.target.source) || [];
    list.push({ ...range, id: remark.id, kind: remark.kind, look });
    passages.set(remark.target.source, list);
  };
  state.packet.remarks.forEach((remark) => add(remark, "earlier"));
  state.now.remarks.forEach((remark) => add(remark, ""));
  for (const [id, lines] of words) {
    const own = passages.get(id) || [];
    if (pending && pending.answer.id === id && pending.range) {
      own.push({ ...pending.range, id: "", kind: "question", look: "pending" });
    }
    for (const place of lines.querySelectorAll(".text")) fillLine(place, own);
  }
}

let lightTimer = 0;

/** Let the passage of a remark stand out for a moment, and bring it into view. */
function lightPassage(id, words, scroll) {
  for (const lines of words.values()) {
    for (const mark of lines.querySelectorAll("mark")) {
      mark.classList.toggle("lit", mark.dataset.remarks.split(" ").includes(id));
    }
  }
  clearTimeout(lightTimer);
  lightTimer = setTimeout(() => {
    document.querySelectorAll("mark.lit").forEach((mark) => mark.classList.remove("lit"));
  }, 2500);
  const first = document.querySelector("mark.lit");
  if (first && scroll) first.scrollIntoView({ block: "center" });
  return first !== null;
}
