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
:root{color-scheme:light dark;--ink:#1c2430;--dim:#5a6270;--paper:#fbfaf7;--card:#fff;--line:#d9d5cb;--accent:#1f5f5b;--soft:#f0ede5}
@media (prefers-color-scheme:dark){:root{--ink:#e6e3db;--dim:#a3a9b2;--paper:#14181d;--card:#1a2027;--line:#333a42;--accent:#7cc4bd;--soft:#1f262e}}
*{box-sizing:border-box}html{scroll-padding-top:1rem}body{margin:0;font:16px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
header{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;max-width:76rem;margin:0 auto;padding:1.1rem 1.25rem 0}
header strong{font-size:1.1rem;letter-spacing:.01em}header nav{display:flex;gap:1rem}
main{max-width:76rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1{font-size:1.7rem;line-height:1.25;margin:.2rem 0 .6rem}h2{margin:3rem 0 0;border-bottom:1px solid var(--line);padding-bottom:.3rem}
h3{margin:0 0 .4rem;font-size:1.1rem}h4{margin:1.2rem 0 .2rem;font-size:.95rem}
a{color:var(--accent)}code,pre{font:13px/1.5 ui-monospace,monospace}code{overflow-wrap:anywhere}
pre{background:var(--soft);padding:.8rem 1rem;border-radius:6px;overflow-x:auto;margin:.5rem 0}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}th{font-weight:600;color:var(--dim)}
th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line)}td:first-child{min-width:9rem}td code{white-space:normal}
.method{font:600 12px ui-monospace,monospace;padding:.15rem .45rem;border-radius:4px;background:var(--accent);color:var(--paper)}.GET{background:none;color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.dim{color:var(--dim);font-size:.92rem}section{border:1px solid var(--line);border-radius:10px;background:var(--card);padding:1.1rem 1.3rem;margin:1.2rem 0}section p{margin:.35rem 0}section[role=alert]{border-left:4px solid #b3402a}section>h2{margin:0 0 .4rem;border:0;padding:0;font-size:1.1rem}
form{margin:.8rem 0}label{display:block;margin:.6rem 0}input,textarea{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--dim);border-radius:6px;padding:.5rem .6rem;width:100%;max-width:28rem}input[type=checkbox]{width:auto}input[type=file]{border:0;padding:.4rem 0}
button{font:inherit;min-height:2.75rem;padding:.45rem 1.1rem;border:1px solid var(--accent);border-radius:6px;background:none;color:var(--accent);cursor:pointer}button.main{background:var(--accent);color:var(--paper);font-weight:600}
details{margin:.5rem 0}summary{cursor:pointer}
.contents ul{list-style:none;margin:0;padding:0}.contents li{margin:.15rem 0}.contents>ul>li{margin-bottom:.7rem}.contents ul ul{padding-left:.8rem;font-size:.9rem}.contents ul ul a{text-decoration:none}
@media (min-width:60rem){.sided{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:2.5rem}.contents{position:sticky;top:0;max-height:100vh;overflow-y:auto;padding:1rem .5rem 1rem 0}}
@media (max-width:59.99rem){.contents{border:1px solid var(--line);border-radius:10px;padding:.8rem 1rem}.contents>ul{display:flex;flex-wrap:wrap;gap:.2rem .9rem}.contents ul ul{display:none}.contents>ul>li{margin:0}.contents{margin-bottom:1.5rem}section{padding:.9rem 1rem}}
@media (max-width:40rem){.scroll th{display:none}.scroll tr{display:block;border-bottom:1px solid var(--line);padding:.5rem 0}.scroll td{display:block;border:0;padding:.05rem 0}}
`;

// One piece: white space put between the tags would change the hash, and browsers would refuse the style.
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);
const STYLE_HASH = `sha256-${sha256(STYLE).toString('base64')}`;

/** A page of the server itself: no script, its style inline and allowed by hash. With `here`, its address, it offers the other language. */
export function htmlPage(language: Language, title: string, body: Html, options: { status?: number; here?: string } = {}): Page {
  const text = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Cordée</title>
        <link rel="icon" href="data:," />
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header><strong>Cordée</strong>${otherLanguage(language, options.here ?? '')}</header>
        <main>${body}</main>
      </body>
    </html>`;
  return { status: options.status ?? 200, html: text.text, allow: { styles: [STYLE_HASH] } };
}

function otherLanguage(language: Language, here: string): Html {
  if (here === '') return new Html('');
  const [other, name] = language === 'fr' ? ['en', 'English'] : ['fr', 'Français'];
  const address = `${here}${here.includes('?') ? '&' : '?'}lang=${other}`;
  return html`<nav><a href="${address}" hreflang="${other}" lang="${other}">${name}</a></nav>`;
}
