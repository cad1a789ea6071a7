/** The style of an exported page and of the preview: measure, type scale, code, tables, dark mode, print. */
export const pageStyle = `:root {
  color-scheme: light dark;
  --paper: #fbf9f5;
  --ink: #23201b;
  --quiet: #6a6459;
  --line: #ddd7cb;
  --wash: #f2eee6;
  --accent: #8a3b1e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1a18;
    --ink: #e8e3d9;
    --quiet: #a8a195;
    --line: #3a3732;
    --wash: #26241f;
    --accent: #e2976f;
  }
}
* { box-sizing: border-box; }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  padding: 4rem 1.25rem 6rem;
  background: var(--paper);
  color: var(--ink);
  font-family: "Literata Variable", Literata, Charter, "Iowan Old Style", Georgia, "Noto Serif", serif;
  line-height: 1.6;
  font-kerning: normal;
  text-rendering: optimizeLegibility;
}
article { max-width: 36rem; margin: 0 auto; overflow-wrap: break-word; hyphens: manual; }
header { margin-bottom: 2.5rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; break-after: avoid; }
h1 { font-size: 2rem; margin: 0 0 0.5rem; letter-spacing: -0.01em; }
h2 { font-size: 1.4rem; margin: 2.75rem 0 0.75rem; }
h3 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.75rem 0 0.5rem; }
.byline { margin: 0; color: var(--quiet); font-size: 0.875rem; font-variant-numeric: tabular-nums; }
p, ul, ol, dl, pre, table, blockquote { margin: 0 0 1.1rem; }
p { text-wrap: pretty; }
ul, ol { padding-left: 1.5rem; }
li { margin: 0.3rem 0; }
li > ul, li > ol, li > pre { margin-bottom: 0.3rem; }
li::marker { color: var(--quiet); font-variant-numeric: tabular-nums; }
li.task { list-style: none; margin-left: -1.5rem; }
a { color: var(--accent); text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code, pre { font-family: "JetBrains Mono Variable", "JetBrains Mono", ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.86em; font-variant-ligatures: none; }
code { background: var(--wash); border-radius: 3px; padding: 0.1em 0.3em; overflow-wrap: anywhere; }
pre { background: var(--wash); border: 1px solid var(--line); border-radius: 6px; padding: 0.9rem 1.1rem; overflow-x: auto; line-height: 1.5; }
pre code { background: none; padding: 0; font-size: inherit; overflow-wrap: normal; }
blockquote { margin-left: 0; padding: 0.1rem 0 0.1rem 1.1rem; border-left: 3px solid var(--line); color: var(--quiet); }
blockquote > :last-child { margin-bottom: 0; }
img { display: block; max-width: 100%; height: auto; margin: 1.75rem auto; border-radius: 4px; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2.5rem auto; width: 40%; }
table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.45rem 0.8rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { border-bottom: 2px solid var(--line); }
mark { background: #f6e3a1; color: #23201b; padding: 0 0.15em; }
sup { line-height: 0; font-size: 0.75em; }
.footnotes { margin-top: 3rem; color: var(--quiet); font-size: 0.875rem; }
.draft { margin: 0 0 2.5rem; padding: 0.9rem 1.1rem; border: 1px solid var(--accent); border-radius: 6px; font-size: 0.875rem; }
.draft p { margin: 0 0 0.4rem; font-weight: 600; color: var(--accent); }
.draft ul { margin: 0; }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --wash: #f6f6f6; --accent: #000; }
  html { font-size: 11pt; }
  body { padding: 0; }
  article { max-width: none; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  pre, blockquote, img, tr { break-inside: avoid; }
  a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.8em; overflow-wrap: anywhere; }
}
`;
