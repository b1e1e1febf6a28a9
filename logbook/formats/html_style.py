# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The style sheet of the HTML page: the palette of the program, light, dark and on paper."""

from __future__ import annotations

STYLE = """\
:root {
  --background: #FAF7F2; --panel: #F3EEE6; --card: #FFFFFF; --ink: #26302F; --muted: #626C69;
  --line: #E3DCD0; --accent: #1F6B66;
}
@media (prefers-color-scheme: dark) {
  :root {
    --background: #1B2022; --panel: #22292B; --card: #262E30; --ink: #E8E4DC; --muted: #9AA5A2;
    --line: #364043; --accent: #6FC2B8;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: var(--background);
  color: var(--ink); font: 1.0625rem/1.6 Inter, system-ui, sans-serif; overflow-wrap: break-word;
}
h1, h2, h3, .words { font-family: "Source Serif 4", Georgia, "Times New Roman", serif; }
h1 { font-size: 2rem; line-height: 1.2; margin: 1rem 0 0; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.25rem; }
h3 { font-size: 1.15rem; line-height: 1.35; margin: 2rem 0 0.5rem; }
h4 { font-size: 1rem; line-height: 1.4; margin: 1.25rem 0 0.25rem; }
.card {
  display: flex; gap: 0.75rem; align-items: center; font-size: 0.95rem; line-height: 1.4;
  margin: 0 0 0.5rem;
}
.card img { width: 5rem; }
header p, .facts, .source, .told, .note, nav span { color: var(--muted); font-size: 0.9rem; }
nav {
  margin: 2rem 0; padding: 1rem 1.25rem; background: var(--panel); border-radius: 0.75rem;
}
nav h2 { font-size: 1.1rem; }
nav ol { margin: 0.5rem 0 0; padding-left: 1.75rem; }
a { color: var(--accent); }
article {
  margin: 2rem 0; padding: 1.5rem; background: var(--card); border: 1px solid var(--line);
  border-radius: 0.75rem;
}
.facts { margin: 0 0 1rem; }
.source { margin: 1.5rem 0 0; padding-top: 0.75rem; border-top: 1px solid var(--line); }
p.words, ul.words { margin: 0.25rem 0; }
.words > :first-child { margin-top: 0; }
.words > :last-child { margin-bottom: 0; }
.item { margin: 0.75rem 0 1rem; padding-left: 0.9rem; border-left: 2px solid var(--line); }
.margin { margin: 0.75rem 0 1rem; padding: 0.6rem 0.9rem; background: var(--panel);
  border-left: 3px solid var(--accent); }
.margin p.told { margin: 0 0 0.25rem; }
.cards { list-style-position: outside; padding-left: 1.5rem; margin: 0.5rem 0; }
.cards li { margin: 0 0 0.75rem; }
.cards li > div { display: inline-block; vertical-align: top; max-width: 24rem; }
.cards p { margin: 0; }
.cards img { width: 9rem; margin-right: 0.9rem; vertical-align: top; }
img { border: 1px solid var(--line); border-radius: 0.5rem; max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; }
th, td { border: 1px solid var(--line); padding: 0.4rem 0.6rem; text-align: left;
  vertical-align: top; }
th { background: var(--panel); }
blockquote { margin: 0.75rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.95rem; }
hr { border: 0; border-top: 1px solid var(--line); }
@media print {
  :root {
    --background: #FFFFFF; --panel: #FFFFFF; --card: #FFFFFF; --ink: #000000; --muted: #444444;
    --line: #BBBBBB; --accent: #000000;
  }
  body { max-width: none; padding: 0; font-size: 11pt; }
  article { border: 0; padding: 0; break-before: page; }
  h2, h3, h4, h5 { break-after: avoid; }
  img, tr, .cards li { break-inside: avoid; }
}
"""
