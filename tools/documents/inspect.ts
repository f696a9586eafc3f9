import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentFault } from './document-fault.ts';
import { checkLinks } from './links.ts';
import { checkLockfile, checkNames } from './names.ts';

const modulesPath = 'apps/server/src/modules/';
const readmeLines = 120;
const binary = /\.(png|jpe?g|gif|ico|webp|woff2?|pdf|gz|zip)$/;

/** What is wrong with the texts of a tree: those git tracks or would track. */
export function inspectDocuments(root: string): DocumentFault[] {
  const files = listTexts(root);
  if (files.size === 0) return [{ file: '.', line: 1, sentence: 'git lists no file: a check that does not see cannot pass' }];
  const faults = checkReadmes(files);
  for (const [file, text] of files) {
    faults.push(...checkNames(file, text));
    if (file.endsWith('.md')) faults.push(...checkLinks(root, file, text));
  }
  return [...faults, ...checkLockfile('package-lock.json', files.get('package-lock.json'))];
}

function listTexts(root: string): Map<string, string> {
  const options = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', options, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0');
  const texts = new Map<string, string>();
  for (const name of names) {
    const stats = name === '' || binary.test(name) ? undefined : statSync(join(root, name), { throwIfNoEntry: false });
    if (stats?.isFile() === true) texts.set(name, readFileSync(join(root, name), 'utf8'));
  }
  return texts;
}

function checkReadmes(files: ReadonlyMap<string, string>): DocumentFault[] {
  const inside = [...files.keys()].filter((file) => file.startsWith(modulesPath));
  const modules = new Set(inside.map((file) => file.slice(modulesPath.length).split('/')[0] ?? ''));
  return [...modules].flatMap((module) => {
    const file = `${modulesPath}${module}/README.md`;
    const text = files.get(file);
    if (text === undefined)
      return [{ file, line: 1, sentence: 'is missing: what the module means, owns, promises and does not do' }];
    const lines = text.trimEnd().split('\n').length;
    if (lines < readmeLines) return [];
    return [{ file, line: readmeLines, sentence: `has ${lines} lines, under ${readmeLines} are read` }];
  });
}
