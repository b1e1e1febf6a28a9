// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// What leaves this page: a small file, or a block of text; and going on with an earlier file.

/** The bar at the top, with what can be done and whether it was saved. */
function topOf(state) {
  const told = el("span.state", { role: "status" });
  const refresh = () => {
    const unsaved = state.unsaved && !state.isEmpty;
    told.textContent = unsaved ? "Nog niet bewaard" : state.isEmpty ? "" : "Bewaard";
    told.classList.toggle("unsaved", unsaved);
    document.title = unsaved ? "● Deelpakket" : "Deelpakket";
  };
  state.watch(refresh);
  refresh();
  const choose = el("input", {
    type: "file", accept: ".json,application/json", hidden: true, id: "eerder",
    on: {
      change: async () => {
        const [file] = choose.files;
        if (file) await load(file, state);
        choose.value = "";
      },
    },
  });
  return el("div.top", {},
    el("span.name", {}, "Feedback geven"), told, choose,
    button("Verder met een eerdere reactie", () => choose.click()),
    button("Kopieer als tekst", () => showText(state)),
    button("Bewaar reactie", () => save(state), "first"),
  );
}

/** Whether all of it can be given back now; says so when it cannot. */
function hasWords(state) {
  if (state.writing()) {
    message("Je schrijft nog aan een opmerking. Voeg die eerst toe, of kies “Laat maar”.");
    return false;
  }
  if (state.now.remarks.length > REMARKS_MOST) {
    message("Dit zijn meer opmerkingen dan in een reactie passen. Voeg er een paar samen.");
    return false;
  }
  if (!state.isEmpty) return true;
  message("Er is nog niets om te bewaren. Selecteer woorden, of schrijf een algemene reactie.");
  return false;
}

/** Download the reaction; its name says nothing of what is in it. */
async function save(state) {
  if (!hasWords(state)) return;
  const file = state.file();
  const now = state.now;
  const text = canonical(file);
  const shown = state.key ? canonical(await seal(text, state.key, "reactie")) : text;
  const blob = new Blob([shown], { type: "application/json" });
  if (blob.size > ANSWER_BYTES) {
    message("Deze reactie is te groot om te bewaren. Maak je opmerkingen korter.");
    return;
  }
  const name = `reactie-${file.made_on}-${file.id.slice(0, 6)}.json`;
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  if (state.now === now) state.saved();
  message(`Bewaard als ${name}, bij je downloads. Stuur dit bestand terug.`);
}

/** The reaction as text, to be pasted in a mail. */
function showText(state) {
  if (!hasWords(state)) return;
  const field = el("textarea", { readonly: true, "aria-label": "Je reactie als tekst", spellcheck: "false" });
  field.value = blockOf(state.file(), state.packet);
  const open = state.key
    ? "Let op: deze tekst is niet versleuteld. Wie hem ziet, leest je opmerkingen en de woorden waar ze bij horen."
    : "Plak de hele tekst in een bericht. De student plakt hem in Logboek.";
  const dialog = el("dialog", { "aria-labelledby": "als-tekst" },
    el("h2", { id: "als-tekst" }, "Je reactie als tekst"), el("p.hint", {}, open), field,
    el("div.done", {},
      button("Kopieer", () => copy(field), "first"),
      button("Sluit", () => dialog.close()),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  field.setSelectionRange(0, 0);
  field.scrollTop = 0;
}

async function copy(field) {
  field.focus();
  field.select();
  let copied = false;
  try {
    await navigator.clipboard.writeText(field.value);
    copied = true;
  } catch {
    copied = document.execCommand("copy");
  }
  const close = field.closest("dialog");
  const told = copied ? "Gekopieerd. Bewaar je reactie ook, als je later verder wilt."
    : "De tekst is geselecteerd. Druk op Ctrl+C om hem te kopiëren.";
  if (copied) close.close();
  message(told);
}

/** Go on with a reaction that was saved before; it takes the place of what is here. */
async function load(file, state) {
  try {
    if (file.size > ANSWER_BYTES) throw new Trouble("large");
    let data = notDamaged(await file.text());
    if (isSealed(data)) {
      if (!state.key) throw new Trouble("sealed");
      let text;
      try {
        text = await unseal(data, state.key, "reactie");
      } catch (error) {
        throw new Trouble(error.reason === "passphrase" ? "sealed" : "changed");
      }
      data = notDamaged(text);
    }
    const reaction = checkedAnswer(data, state.packet);
    const had = !state.isEmpty;
    state.replace(reaction);
    if (had) message("De reactie uit het bestand staat er nu.", "Ongedaan maken", () => state.undoAll());
    else message("Je eerdere reactie staat er weer.");
  } catch (error) {
    message(sentenceOf(error instanceof Trouble ? error : new Trouble("changed")));
  }
}

function notDamaged(text) {
  try {
    return parsed(text);
  } catch {
    throw new Trouble("answer");
  }
}

/** A warning before words are lost. */
function warnOnClose(state) {
  addEventListener("beforeunload", (event) => {
    if ((state.unsaved && !state.isEmpty) || state.writing()) {
      event.preventDefault();
      event.returnValue = true;
    }
  });
}
