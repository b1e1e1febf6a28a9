// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// Opening the packet, and wiring the parts of the page.

const root = document.getElementById("pagina");

/** Show one sentence in the place of a packet that cannot be opened. */
function showTrouble(text) {
  root.replaceChildren(el("main.door", {}, el("h1", {}, "Deelpakket"),
    el("p.trouble", { role: "alert" }, text)));
}

/** Ask for the passphrase of a sealed packet. */
function showDoor(sealed) {
  const field = el("input", {
    type: "password", id: "wachtzin", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
  });
  const trouble = el("p.trouble", { role: "alert" });
  const open = el("button.button.first", { type: "submit" }, "Openen");
  const see = button("Laat zien", () => {
    field.type = field.type === "password" ? "text" : "password";
    see.textContent = field.type === "password" ? "Laat zien" : "Verberg";
  }, "quiet");
  const form = el("form", {},
    el("label", { for: "wachtzin" }, "Wachtzin"), field, see, el("div", {}, open), trouble);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    trouble.textContent = "";
    open.disabled = true;
    open.textContent = "Openen …";
    try {
      if (!field.value) throw new Trouble("empty");
      const key = await keyOf(sealed, field.value);
      const packet = checkedPacket(parsed(await unseal(sealed, key, "deelpakket")));
      showPacket(packet, key);
    } catch (error) {
      trouble.textContent = sentenceOf(error);
      open.disabled = false;
      open.textContent = "Openen";
      field.focus();
      field.select();
    }
  });
  root.replaceChildren(el("main.door", {}, el("h1", {}, "Dit pakket is versleuteld"),
    el("p", {}, "Iemand deelt hier iets met jou. Typ de wachtzin die je apart van dit bestand kreeg."),
    form,
    el("p.safe", {}, "Alles gebeurt in je browser. Er gaat niets het internet op.")));
  field.focus();
}

/** Read and remark. */
function showPacket(packet, key) {
  const state = makeState(packet, key);
  let composer = null;
  let pending = null;
  let back = null;

  const acts = {
    remarkOnAnswer: (answer) => open({ answer, range: null }),
    edit: (remark) => {
      const answer = remark.target && state.answers.find((each) => each.id === remark.target.source);
      open({ remark, answer, range: passageOf(remark, state) });
    },
    reply: (remark) => open({ replyTo: remark }),
    remove: (remark) => {
      state.remove(remark.id);
      document.getElementById("reactie").focus({ preventScroll: true });
      message("De opmerking is verwijderd.", "Ongedaan maken", () => state.undo());
    },
    find: (remark) => {
      if (lightPassage(remark.id, words, true)) return;
      const place = document.getElementById(`antwoord-${remark.target.source}`);
      if (place) place.scrollIntoView({ block: "start" });
    },
  };
  const { main, words } = readingOf(state, acts);
  const { aside, place } = reactionOf(state, acts);
  let painted = null;

  function repaint() {
    painted = state.now.remarks;
    paint(state, words, pending);
  }

  function show(next) {
    if (composer) return;
    pending = next;
    repaint();
  }

  function open(what) {
    if (composer && composer.field.value.trim()) {
      composer.field.focus();
      message("Je schrijft al een opmerking. Voeg die eerst toe, of kies “Laat maar”.");
      return;
    }
    back = document.activeElement;
    close();
    hideMessage(); // on a narrow screen it lies over the form
    const kept = leftBehind;
    composer = composerOf(what, state, (remark) => {
      close();
      state.keep(remark);
      lightPassage("", words, false);
      announce("De opmerking is toegevoegd.");
      if (back && back.isConnected) back.focus({ preventScroll: true });
    }, () => {
      close();
      if (back && back.isConnected) back.focus({ preventScroll: true });
      if (leftBehind && leftBehind !== kept) {
        message("De opmerking is niet toegevoegd.", "Schrijf verder", () => {
          const { what: again, text } = leftBehind;
          open(again);
          composer.field.value = text;
        });
      }
    });
    pending = what.range ? { answer: what.answer, range: what.range } : null;
    place.replaceChildren(composer);
    repaint();
    aside.scrollTop = 0;
    composer.field.focus({ preventScroll: true });
    // On a narrow screen the form covers the lower half.
    const narrow = matchMedia("(max-width: 61.99rem)").matches;
    const passage = document.querySelector("mark.pending");
    if (passage) passage.scrollIntoView({ block: narrow ? "start" : "nearest" });
  }

  function close() {
    composer = null;
    pending = null;
    place.replaceChildren();
    repaint();
  }

  state.watch(() => { if (painted !== state.now.remarks) repaint(); });
  root.replaceChildren(topOf(state), el("div.columns.two", {}, main, aside));
  repaint();
  watchSelection(words, state, open);
  for (const lines of words.values()) {
    watchKeys(lines, state, show, open);
    lines.addEventListener("click", (event) => toCard(event, words));
  }
  // First the words; then the pictures further down, so that they are there for printing too.
  setTimeout(() => main.querySelectorAll("img").forEach((each) => { each.loading = "eager"; }), 400);
  state.writing = () => composer !== null && composer.field.value.trim() !== "";
  warnOnClose(state);
  watchShortcuts(state);
}

/** From a passage to its remark. */
function toCard(event, words) {
  const mark = event.target.closest("mark");
  if (!mark || !getSelection().isCollapsed || !mark.dataset.remarks) return;
  const ids = mark.dataset.remarks.split(" ");
  const id = ids[ids.length - 1];
  lightPassage(id, words, false);
  const card = document.getElementById(`kaart-${id}`);
  if (card) card.scrollIntoView({ block: "nearest" });
}

function watchShortcuts(state) {
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "s") {
      event.preventDefault();
      save(state);
    } else if (key === "z" && !event.target.closest("textarea, input") && state.canUndo) {
      event.preventDefault();
      state.undo();
      announce("Ongedaan gemaakt.");
    }
  });
}

function start() {
  const block = document.getElementById("logboek-deelpakket");
  try {
    const data = parsed(block ? block.textContent : "");
    if (!isSealed(data)) {
      showPacket(checkedPacket(data), null);
      return;
    }
    checkHeader(data);
    const cannot = cannotOpen();
    if (cannot) showTrouble(cannot);
    else showDoor(data);
  } catch (error) {
    showTrouble(sentenceOf(error));
  }
}

start();
