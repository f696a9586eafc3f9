import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { DocumentFault } from './document-fault.ts';

const inline = /!?\[(?:[^\]\\]|\\.)*\]\(\s*<?([^()\s>]+(?:\([^()\s]*\)[^()\s>]*)*)>?(?:\s+"[^"]*")?\s*\)/g;
const reference = /^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s+"[^"]*")?\s*$/gm;

/** Relative links and anchors that lead nowhere; code is not read, addresses of the web are not visited. */
export function checkLinks(root: string, file: string, text: string): DocumentFault[] {
  const prose = withoutCode(text);
  return [...prose.matchAll(inline), ...prose.matchAll(reference)].flatMap((match) => {
    const sentence = faultOf(root, file, match[1] ?? '');
    const line = prose.slice(0, match.index).split('\n').length;
    return sentence === null ? [] : [{ file, line, sentence }];
  });
}

function faultOf(root: string, file: string, link: string): string | null {
  if (/^[a-z][a-z+.-]*:|^\/\//i.test(link)) return null;
  const [path = '', anchor] = link.split('#');
  const target =
    path === '' ? file : normalize(path.startsWith('/') ? path.slice(1) : join(dirname(file), decodeURIComponent(path)));
  if (target.startsWith('..') || !existsSync(join(root, target))) return `links to ${link}, which does not exist`;
  if (anchor === undefined || !target.endsWith('.md') || !statSync(join(root, target)).isFile()) return null;
  return anchorsOf(readFileSync(join(root, target), 'utf8')).has(anchor) ? null : `links to ${link}: no heading makes #${anchor}`;
}

/** The anchors of headings as code hosts make them. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, title = ''] of withoutFences(text).matchAll(/^#{1,6}\s+(.*?)\s*#*$/gm)) {
    const words = title.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
    let unique = anchor;
    for (let count = 1; anchors.has(unique); count += 1) unique = `${anchor}-${count}`;
    anchors.add(unique);
  }
  return anchors;
}

function withoutCode(text: string): string {
  return withoutFences(text).replace(/(`+)[^`\n](?:.*?[^`])?\1(?!`)/g, (code) => ' '.repeat(code.length));
}

function withoutFences(text: string): string {
  return text.replace(/^( {0,3})(```+|~~~+)[^]*?\n\1\2[^\n]*$/gm, (code) => code.replace(/[^\n]/g, ' '));
}
