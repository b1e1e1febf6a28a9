// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// Sealing with a passphrase through WebCrypto; the same form as logbook/formats/sealed.py.

const SEALED = "logboek-verzegeld";
const UNPACKED_MOST = 20_000_000;

/** Why this browser cannot open a sealed packet here; "" when it can. */
function cannotOpen() {
  const here = "Open dit bestand vanaf je eigen schijf in een recente Firefox, Chrome of Edge.";
  if (!window.isSecureContext) return `Je browser vertrouwt deze plek niet. ${here}`;
  if (!window.crypto || !crypto.subtle) return `Je browser kan dit bestand niet ontsleutelen. ${here}`;
  if (typeof DecompressionStream !== "function") return `Je browser is te oud voor dit bestand. ${here}`;
  return "";
}

function isSealed(data) {
  return data !== null && typeof data === "object" && data.format === SEALED;
}

/** Whether the header of a sealed object is one this page knows. */
function checkHeader(data) {
  if (data.version !== 1) throw new Trouble("version");
  const keys = Object.keys(data).sort().join();
  const known = data.kdf && data.cipher && keys === "cipher,data,format,kdf,purpose,version"
    && data.kdf.name === "PBKDF2" && data.kdf.hash === "SHA-256"
    && Number.isInteger(data.kdf.iterations)
    && data.kdf.iterations >= 600000 && data.kdf.iterations <= 2000000
    && data.cipher.name === "AES-256-GCM" && typeof data.data === "string"
    && bytesOf(data.kdf.salt).length === 16 && bytesOf(data.cipher.iv).length === 12;
  if (!known) throw new Trouble("damaged");
}

/** A key of a passphrase with what is needed to seal an answer with it. */
async function keyOf(data, passphrase) {
  checkHeader(data);
  const words = new TextEncoder().encode(passphrase.normalize("NFC"));
  const base = await crypto.subtle.importKey("raw", words, "PBKDF2", false, ["deriveKey"]);
  const { iterations, salt } = data.kdf;
  const secret = await crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", iterations, salt: bytesOf(salt) }, base,
    { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"],
  );
  return { secret, salt, iterations };
}

/** The text in a sealed object; Trouble "passphrase" when the key does not fit. */
async function unseal(data, key, purpose) {
  checkHeader(data);
  if (data.purpose !== purpose) throw new Trouble("damaged");
  const { data: packed, ...header } = data;
  let plain;
  try {
    plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: bytesOf(header.cipher.iv), additionalData: authenticated(header) },
      key.secret, bytesOf(packed),
    );
  } catch {
    throw new Trouble("passphrase");
  }
  return unpack(plain);
}

/** A text sealed with a key and a fresh vector. */
async function seal(text, key, purpose) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const header = {
    format: SEALED,
    version: 1,
    purpose,
    kdf: { name: "PBKDF2", hash: "SHA-256", iterations: key.iterations, salt: key.salt },
    cipher: { name: "AES-256-GCM", iv: base64Of(iv) },
  };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const packed = await new Response(stream).arrayBuffer();
  const data = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: authenticated(header) }, key.secret, packed,
  );
  return { ...header, data: base64Of(new Uint8Array(data)) };
}

function authenticated(header) {
  return new TextEncoder().encode(canonical(header));
}

async function unpack(packed) {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const pieces = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => { throw new Trouble("damaged"); });
    if (done) break;
    size += value.length;
    if (size > UNPACKED_MOST) throw new Trouble("damaged");
    pieces.push(value);
  }
  return new Blob(pieces).text();
}

function bytesOf(text) {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    throw new Trouble("damaged");
  }
}

function base64Of(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
