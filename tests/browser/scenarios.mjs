// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// What a reader does with a packet, and what is then to be seen. One function a scenario.

/** The answer that holds these words. */
const PLACE = `(words) => {
  const all = [...document.querySelectorAll(".lines")];
  return all.find((each) => each.textContent.includes(words));
}`;

/** Runs in the page: the range of these words in one line of an answer. */
const RANGE = `(wanted) => {
  const place = [...document.querySelectorAll("main .text")].find((each) => each.textContent.includes(wanted));
  if (!place) throw new Error("not on the page: " + wanted);
  const at = place.textContent.indexOf(wanted);
  const point = (offset, atEnd) => {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let left = offset; walker.nextNode(); left -= walker.currentNode.length) {
      const size = walker.currentNode.length;
      if (atEnd ? left <= size : left < size) return [walker.currentNode, left];
    }
  };
  const range = document.createRange();
  range.setStart(...point(at, false));
  range.setEnd(...point(at + wanted.length, true));
  return range;
}`;

/** Select words by mouse as a reader would: from their first to their last letter. */
async function select(page, words) {
  const box = await page.evaluate(`(() => {
    const range = (${RANGE})(${JSON.stringify(words)});
    range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
    const boxes = range.getClientRects();
    const [first, last] = [boxes[0], boxes[boxes.length - 1]];
    return {
      left: first.left, top: (first.top + first.bottom) / 2,
      right: last.right, bottom: (last.top + last.bottom) / 2,
    };
  })()`);
  await page.mouse.move(box.left + 0.5, box.top);
  await page.mouse.down();
  await page.mouse.move((box.left + box.right) / 2, box.bottom, { steps: 2 });
  await page.mouse.move(box.right - 0.2, box.bottom, { steps: 3 });
  await page.mouse.up();
}

/** Select words through the DOM: for letters that a mouse cannot tell apart. */
async function selectExactly(page, words) {
  await page.evaluate(`(() => {
    const range = (${RANGE})(${JSON.stringify(words)});
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  })()`);
}

async function pressKind(page, name) {
  await page.waitForFunction(() => {
    const bar = document.querySelector(".bar");
    return bar && !bar.hidden;
  });
  await page.evaluate((wanted) => {
    [...document.querySelectorAll(".bar button")].find((each) => each.textContent === wanted).click();
  }, name);
  await page.waitForSelector(".composer textarea");
}

async function write(page, text) {
  await page.type(".composer textarea", text);
  await page.keyboard.down("Control");
  await page.keyboard.press("Enter");
  await page.keyboard.up("Control");
  await page.waitForFunction(() => !document.querySelector(".composer"));
}

async function press(page, caption) {
  await page.evaluate((wanted) => {
    const found = [...document.querySelectorAll("button")].find((each) => each.textContent === wanted);
    if (!found) throw new Error(`no button ${wanted}`);
    found.click();
  }, caption);
}

async function openDoor(page, passphrase) {
  if (!passphrase) return;
  await page.waitForSelector("#wachtzin");
  await page.evaluate((words) => { document.getElementById("wachtzin").value = words; }, passphrase);
  await page.click(".door button[type=submit]");
  await page.waitForFunction(() => document.querySelector(".entry")
    || document.querySelector(".trouble")?.textContent);
}

/** What of the page can be read. */
function shown(page) {
  return page.evaluate(() => {
    // What is further down is laid out only when it comes into view.
    document.querySelectorAll(".entry").forEach((each) => { each.style.contentVisibility = "visible"; });
    return document.body.innerText;
  });
}

export async function read(page, { passphrase }) {
  await openDoor(page, passphrase);
  return shown(page);
}

/** Whether words from the packet ran, went out or were stored. */
export async function search(page, { passphrase }) {
  await openDoor(page, passphrase);
  for (const details of await page.$$("details")) await details.evaluate((each) => { each.open = true; });
  await new Promise((done) => { setTimeout(done, 300); });
  return page.evaluate(() => ({
    ran: window.gelopen ?? null,
    local: (() => { try { return localStorage.length; } catch { return 0; } })(),
    session: (() => { try { return sessionStorage.length; } catch { return 0; } })(),
    cookie: document.cookie,
    elements: [...document.querySelectorAll("script, iframe, object, embed, form, link, base, svg")]
      .filter((each) => !each.closest(".composer")).map((each) => each.tagName.toLowerCase()),
    handlers: [...document.querySelectorAll("*")]
      .flatMap((each) => [...each.attributes]).map((each) => each.name)
      .filter((name) => name.startsWith("on")),
    links: [...document.querySelectorAll("[href], [src]")]
      .map((each) => each.getAttribute("href") ?? each.getAttribute("src"))
      .filter((address) => !address.startsWith("#") && !address.startsWith("data:image/")),
  }));
}

/** Make remarks by selecting words; `remarks` is a list of `[words, kind, text]`. */
export async function remark(page, asked) {
  await openDoor(page, asked.passphrase);
  for (const [words, kind, text] of asked.remarks || []) {
    await (asked.exactly ? selectExactly : select)(page, words);
    await pressKind(page, kind);
    await write(page, text);
  }
  if (asked.name) await page.type("#lezer", asked.name);
  if (asked.general) await page.type("#algemeen", asked.general);
  if (asked.given) await page.type(".asks textarea", asked.given);
  const result = { state: await page.$eval(".top .state", (each) => each.textContent) };
  if (asked.save) {
    await press(page, "Bewaar reactie");
    await page.waitForFunction(() => /Bewaard als/.test(document.body.innerText));
    result.told = await page.$eval("#bericht", (each) => each.textContent);
    result.after = await page.$eval(".top .state", (each) => each.textContent);
    await new Promise((done) => { setTimeout(done, 500); });
  }
  if (asked.copy) {
    await press(page, "Kopieer als tekst");
    result.block = await page.$eval("dialog textarea", (each) => each.value);
  }
  result.cards = await page.$$eval(".remark", (all) => all.map((each) => each.innerText));
  result.marks = await page.$$eval("mark", (all) => all.map((each) => [each.textContent, each.className]));
  if (asked.picture) await page.screenshot({ path: asked.picture, fullPage: asked.whole === true });
  return result;
}

/** Press keys in the answer that holds some words. */
async function pressKeys(page, asked) {
  await page.evaluate(`(${PLACE})(${JSON.stringify(asked.words)}).focus()`);
  for (const key of asked.keys) {
    const [last, ...held] = key.split("+").reverse();
    for (const each of held) await page.keyboard.down(each);
    await page.keyboard.press(last);
    for (const each of held) await page.keyboard.up(each);
  }
}

/** What is said when a passage is chosen by keyboard that is too long to quote. */
export async function tooLong(page, asked) {
  await pressKeys(page, asked);
  await page.waitForSelector("#bericht");
  return page.evaluate(() => ({
    told: document.getElementById("bericht").innerText,
    form: document.querySelector(".composer") !== null,
  }));
}

/** Choose a sentence and remark without a mouse. */
export async function keyboard(page, asked) {
  await pressKeys(page, asked);
  const pending = await page.$$eval("mark.pending", (all) => all.map((each) => each.textContent).join(""));
  const kind = await page.$eval(".composer input:checked", (each) => each.value);
  await write(page, asked.text);
  const back = await page.evaluate(() => document.activeElement.className);
  return { pending, kind, back, cards: await page.$$eval(".remark .said", (all) => all.map((e) => e.textContent)) };
}

/** Change a remark, take it away, and take that back. */
export async function change(page, asked) {
  await select(page, asked.words);
  await pressKind(page, "tip");
  await write(page, "Eerst dit.");
  const texts = () => page.$$eval(".remark .said", (all) => all.map((each) => each.textContent));
  const steps = [await texts()];
  await press(page, "Wijzig");
  await page.waitForSelector(".composer textarea");
  await write(page, " En meer.");
  steps.push(await texts());
  await press(page, "Verwijder");
  steps.push(await texts());
  await press(page, "Ongedaan maken");
  steps.push(await texts());
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  steps.push(await texts());
  return steps;
}

/** Save while a remark is still being written, leave it, and take it up again. */
export async function hasty(page, asked) {
  await select(page, asked.words);
  await pressKind(page, "theorie");
  await page.type(".composer textarea", "Half");
  await press(page, "Bewaar reactie");
  const told = [await page.$eval("#bericht", (each) => each.innerText)];
  await press(page, "Laat maar");
  told.push(await page.$eval("#bericht", (each) => each.innerText));
  await press(page, "Schrijf verder");
  await page.waitForSelector(".composer textarea");
  told.push(await page.$eval(".composer textarea", (each) => each.value));
  await write(page, " en heel.");
  return { told, said: await page.$$eval(".remark .said", (all) => all.map((each) => each.textContent)) };
}

/** Remark on a whole answer and reply in a thread. */
export async function reply(page, asked) {
  await press(page, "Reageer");
  await page.waitForSelector(".composer textarea");
  await write(page, asked.text);
  await press(page, "Opmerking bij dit hele antwoord");
  await page.waitForSelector(".composer textarea");
  await write(page, "Over alles hier.");
  await press(page, "Kopieer als tekst");
  const block = await page.$eval("dialog textarea", (each) => each.value);
  return { block, threads: await page.$$eval(".remark", (all) => all.map((each) => each.innerText)) };
}

/** Go on with files; each gives what is then said and shown. */
export async function load(page, asked) {
  await openDoor(page, asked.passphrase);
  const results = [];
  for (const path of asked.answers) {
    await page.evaluate(() => document.getElementById("bericht")?.remove());
    const field = await page.$("#eerder");
    await field.uploadFile(path);
    await page.waitForSelector("#bericht");
    results.push(await page.evaluate(() => ({
      told: document.getElementById("bericht").innerText,
      said: [...document.querySelectorAll(".remark .said")].map((each) => each.textContent),
      general: document.getElementById("algemeen").value,
      reader: document.getElementById("lezer").value,
      state: document.querySelector(".top .state").textContent,
      ran: window.gelopen ?? null,
    })));
  }
  return results;
}

/** Whether the browser warns before the page is left. */
export async function leave(page, asked, seen) {
  if (asked.general) await page.type("#algemeen", asked.general);
  await page.goto("about:blank").catch(() => {});
  await new Promise((done) => { setTimeout(done, 300); });
  return seen.errors.filter((each) => each.startsWith("dialog"));
}

/** Milliseconds from the press on "Openen", and from the key, to the first frame with the packet. */
export async function opening(page, { passphrase }) {
  await page.waitForSelector("#wachtzin");
  return page.evaluate((words) => new Promise((done) => {
    document.getElementById("wachtzin").value = words;
    const begin = performance.now();
    let key = begin;
    const derive = SubtleCrypto.prototype.deriveKey;
    SubtleCrypto.prototype.deriveKey = async function noted(...parts) {
      const made = await derive.apply(this, parts);
      key = performance.now();
      return made;
    };
    const look = () => {
      if (!document.querySelector(".entry")) { requestAnimationFrame(look); return; }
      requestAnimationFrame(() => done({
        ms: performance.now() - begin, after: performance.now() - key,
        pictures: document.querySelectorAll("main img").length,
      }));
    };
    document.querySelector(".door form").requestSubmit();
    look();
  }), passphrase);
}

/** Milliseconds from asking for a page to its first frame. */
export async function arriving(page, { address }) {
  const begin = performance.now();
  await page.goto(address);
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  return performance.now() - begin;
}

export async function picture(page, asked) {
  await openDoor(page, asked.passphrase);
  if (asked.open) for (const each of await page.$$(asked.open)) await each.evaluate((one) => { one.open = true; });
  if (asked.focus) await page.focus(asked.focus);
  await page.screenshot({ path: asked.picture, fullPage: asked.whole === true });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

export async function print(page, asked) {
  await openDoor(page, asked.passphrase);
  await page.pdf({ path: asked.picture, format: "A4", printBackground: asked.background === true });
  return null;
}
