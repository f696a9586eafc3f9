import type { Language } from '@cordee/contract/language';
import { sha256 } from '../crypto/index.ts';
import type { Page } from './types.ts';

/** Markup that is already safe. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Content = Html | string | number | readonly (Html | string)[];

/** A template of markup: whatever is put in is escaped unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(strings.reduce((text, part, index) => text + render(values[index - 1] ?? '') + part));
}

function render(value: Content): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(render).join('');
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2430;--paper:#fbfaf7;--line:#d9d5cb;--accent:#1f5f5b;--soft:#f0ede5;--bad:#9b2c1f}
@media (prefers-color-scheme:dark){:root{--ink:#e6e3db;--paper:#14181d;--line:#333a42;--accent:#7cc4bd;--soft:#1c2229;--bad:#f0938a}}
*{box-sizing:border-box}body{margin:0;font:16px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
main{max-width:64rem;margin:0 auto;padding:2rem 1.25rem 4rem}main.narrow{max-width:34rem}
h1{font-size:1.7rem;line-height:1.25}h2{margin-top:2.5rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}h3{margin:2rem 0 .3rem}
a{color:var(--accent)}code,pre{font:13px/1.5 ui-monospace,monospace}code{overflow-wrap:anywhere}
pre{background:var(--soft);padding:.8rem 1rem;border-radius:6px;overflow-x:auto}
label{display:block;margin:1rem 0 .25rem;font-weight:600}small{font-weight:400;opacity:.8}
input,select{width:100%;font:inherit;padding:.55rem .7rem;border:1px solid var(--line);border-radius:6px;background:var(--paper);color:inherit}
button{margin-top:1.6rem;font:inherit;font-weight:600;padding:.65rem 1.3rem;border:0;border-radius:6px;background:var(--accent);color:var(--paper);cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.problem{border-left:4px solid var(--bad);background:var(--soft);padding:.8rem 1rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-bottom:1px solid var(--line)}
.method{font:600 12px ui-monospace,monospace;padding:.15rem .45rem;border-radius:4px;background:var(--accent);color:var(--paper)}
nav ul{columns:2;padding-left:1.1rem}details{margin:.5rem 0}summary{cursor:pointer}
`;

const STYLE_HASH = `sha256-${sha256(STYLE).toString('base64')}`;

/** A page of the server itself: no script, its style inline and allowed by hash. */
export function htmlPage(
  language: Language,
  title: string,
  body: Html,
  options: { status?: number; narrow?: boolean } = {},
): Page {
  const text = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Cordée</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <main class="${options.narrow === true ? 'narrow' : ''}">${body}</main>
      </body>
    </html>`;
  return { status: options.status ?? 200, html: text.text, allow: { styles: [STYLE_HASH] } };
}
