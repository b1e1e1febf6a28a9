// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// Drives one real browser for the tests: reads `{scenario, …}` a line, answers with one line each.
//
// Usage: node driver.mjs chromium|firefox PATH-OF-BROWSER FOLDER-FOR-DOWNLOADS

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import * as scenarios from "./scenarios.mjs";

const [kind, executablePath, downloads] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: kind === "firefox" ? "firefox" : "chrome",
  executablePath,
  headless: true,
  args: kind === "firefox" ? [] : ["--no-sandbox", "--disable-dev-shm-usage", "--lang=nl"],
  extraPrefsFirefox: {
    "browser.download.folderList": 2,
    "browser.download.dir": downloads,
    "browser.download.useDownloadDir": true,
    "browser.helperApps.neverAsk.saveToDisk": "application/json",
    "intl.accept_languages": "nl",
    "dom.disable_beforeunload": false,
  },
  protocolTimeout: 60_000,
});

/** A fresh tab that notes everything a packet may not do. */
async function openTab({
  file, width = 1280, height = 900, dark = false, scripts = true, without = "",
}) {
  const page = await browser.newPage();
  const seen = { requests: [], errors: [], console: [] };
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) seen.requests.push(request.url());
  });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (told) => seen.console.push(told.text()));
  page.on("dialog", (dialog) => {
    seen.errors.push(`dialog ${dialog.type()}`);
    dialog.accept().catch(() => {});
  });
  if (kind === "chromium") {
    const session = await page.createCDPSession();
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  }
  await page.setViewport({ width, height });
  if (dark) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  if (!scripts) await page.setJavaScriptEnabled(false);
  await page.evaluateOnNewDocument(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  if (without) {
    await page.evaluateOnNewDocument((name) => {
      Object.defineProperty(name === "subtle" ? Crypto.prototype : window, name, { get: () => undefined });
    }, without);
  }
  if (file) await page.goto(pathToFileURL(file).href);
  return { page, seen };
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  let answer;
  let tab;
  try {
    tab = await openTab(asked);
    answer = { value: (await scenarios[asked.scenario](tab.page, asked, tab.seen)) ?? null };
    if (asked.scripts !== false && asked.file) {
      answer.violations = await tab.page.evaluate(() => window.violations || []);
    }
    answer.seen = tab.seen;
  } catch (error) {
    answer = { error: String(error && error.stack ? error.stack : error), seen: tab?.seen };
  }
  await tab?.page.close().catch(() => {});
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
