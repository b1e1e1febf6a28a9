// SPDX-FileCopyrightText: 2026 The Logboek developers
// SPDX-License-Identifier: MIT
// The difference between two texts, by words.

/** Two texts of together more steps than this are shown one after the other. */
const DIFFERENCE_MOST = 4_000_000;

/** Pieces of both texts in order: `{change: "same"|"removed"|"added", text}`. */
function differenceOf(before, now) {
  const old = before.match(/\s+|\S+/g) || [];
  const fresh = now.match(/\s+|\S+/g) || [];
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < fresh.length - head
    && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1;
  const pieces = [];
  const add = (change, text) => {
    if (!text) return;
    const last = pieces[pieces.length - 1];
    if (last && last.change === change) last.text += text;
    else pieces.push({ change, text });
  };
  add("same", old.slice(0, head).join(""));
  between(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail), add);
  add("same", old.slice(old.length - tail).join(""));
  return pieces;
}

/** The longest common words of two lists, as Wagner and Fischer (1974) find them. */
function between(old, fresh, add) {
  const rows = old.length;
  const columns = fresh.length;
  if (rows * columns > DIFFERENCE_MOST) {
    add("removed", old.join(""));
    add("added", fresh.join(""));
    return;
  }
  const width = columns + 1;
  const size = new Uint32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      size[i * width + j] = old[i] === fresh[j]
        ? size[(i + 1) * width + j + 1] + 1
        : Math.max(size[(i + 1) * width + j], size[i * width + j + 1]);
    }
  }
  let i = 0;
  let j = 0;
  while (i < rows || j < columns) {
    if (i < rows && j < columns && old[i] === fresh[j]) {
      add("same", old[i]);
      i += 1;
      j += 1;
    } else if (i < rows && (j === columns || size[(i + 1) * width + j] >= size[i * width + j + 1])) {
      add("removed", old[i]);
      i += 1;
    } else {
      add("added", fresh[j]);
      j += 1;
    }
  }
}
