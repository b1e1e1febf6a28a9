// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// Making elements: every text goes in as text, never as markup.

/**
 * An element with attributes, listeners and children.
 * @param {string} tag `p` or `p.one.two`
 * @param {object} parts attributes; `on` holds listeners; false and undefined leave one out
 * @param {...(Node|string|null)} children strings become text
 */
function el(tag, parts, ...children) {
  const [name, ...classes] = tag.split(".");
  const made = document.createElement(name);
  if (classes.length) made.className = classes.join(" ");
  for (const [key, value] of Object.entries(parts || {})) {
    if (key === "on") {
      for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    } else if (value !== false && value !== undefined && value !== "") {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.flat(3).filter((child) => child !== null && child !== undefined));
  return made;
}

/** A button; `look` is "first", "" or "quiet". */
function button(caption, act, look = "", parts = {}) {
  const tag = look === "quiet" ? "button.quiet" : look ? `button.button.${look}` : "button.button";
  return el(tag, { type: "button", ...parts, on: { click: act } }, caption);
}

/** What a screen reader says, without anything to see. */
function announce(text) {
  let place = document.getElementById("gezegd");
  if (!place) {
    place = el("div.unseen", { id: "gezegd", "aria-live": "polite" });
    document.body.append(place);
  }
  place.textContent = text;
}

let messageTimer = 0;

/** A message at the bottom, with one act at most; goes by itself after some time. */
function message(text, caption = "", act = null) {
  hideMessage();
  const box = el("div.message", { role: "status", id: "bericht" }, el("span", {}, text));
  if (act) {
    box.append(el("button", { type: "button", on: { click: () => { hideMessage(); act(); } } }, caption));
  }
  document.body.append(box);
  messageTimer = setTimeout(hideMessage, act ? 15000 : 8000);
}

function hideMessage() {
  clearTimeout(messageTimer);
  document.getElementById("bericht")?.remove();
}
