import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Architecture, Violation } from './architecture.ts';

const begin = '<!-- modules: made by `node tools/walls/main.ts --write` from architecture.json -->';
const end = '<!-- end of modules -->';

/** Who may call whom, as a table and a picture. */
export function renderModules({ modules }: Architecture): string {
  const entries = Object.entries(modules);
  const rows = entries.map(([name, { is, mayCall }]) => `| ${name} | ${is} | ${mayCall.join(', ') || '–'} |`);
  const arrows = entries.flatMap(([name, { mayCall }]) => mayCall.map((other) => `  ${name} --> ${other}`));
  const alone = entries
    .filter(([name]) => !arrows.some((arrow) => arrow.split(/\s+/).includes(name)))
    .map(([name]) => `  ${name}`);
  const picture = ['```mermaid', 'flowchart TD', ...arrows, ...alone, '```'];
  return ['| module | what it is | may call |', '|---|---|---|', ...rows, '', ...picture].join('\n');
}

export function checkDiagram(root: string, architecture: Architecture): Violation[] {
  const text = readDocument(root);
  if (text === withModules(text, architecture)) return [];
  const sentence = 'its module table is not that of architecture.json: run `node tools/walls/main.ts --write`';
  return [{ file: 'ARCHITECTURE.md', line: 1, rule: 'diagram', sentence }];
}

export function writeDiagram(root: string, architecture: Architecture): void {
  writeFileSync(join(root, 'ARCHITECTURE.md'), withModules(readDocument(root), architecture));
}

function readDocument(root: string): string {
  const path = join(root, 'ARCHITECTURE.md');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function withModules(text: string, architecture: Architecture): string {
  const [before, rest = ''] = text.split(begin);
  const [, after = '\n'] = rest.split(end);
  return `${before}${begin}\n${renderModules(architecture)}\n${end}${after}`;
}
