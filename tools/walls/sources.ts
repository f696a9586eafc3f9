import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor, type ParseResult } from 'oxc-parser';
import { resolveImport, type Packages } from './resolve.ts';

/** An import as written, or a re-export, or a type taken by `import('…')`. */
export interface Import {
  readonly line: number;
  /** A path inside the repository, the name of a package, or null when it cannot be followed. */
  readonly target: string | null;
  readonly written: string;
  readonly typeOnly: boolean;
}

export interface Source {
  readonly file: string;
  readonly imports: readonly Import[];
  /** How many values it exports; types come along with them. */
  readonly exports: number;
  readonly errors: readonly string[];
}

/** Every .ts and .tsx file git tracks or would track, as it stands in the folder. */
export function listFiles(root: string): string[] {
  const list = (...more: string[]): string[] =>
    execFileSync('git', ['ls-files', '-z', ...more, '--', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
      .split('\0')
      .filter((file) => file !== '');
  const deleted = new Set(list('--deleted'));
  return [...new Set(list('--cached', '--others', '--exclude-standard'))].filter((file) => !deleted.has(file)).sort();
}

export function readSource(root: string, file: string, packages: Packages): Source {
  const text = readFileSync(join(root, file), 'utf8');
  const parsed = parseSync(file, text);
  const imports = importsOf(parsed, (offset) => text.slice(0, offset).split('\n').length);
  return {
    file,
    imports: imports.map((entry) => ({ ...entry, target: resolveImport(root, file, entry.written, packages) })),
    exports: parsed.module.staticExports.flatMap(({ entries }) => entries).filter(({ isType }) => !isType).length,
    errors: parsed.errors.map(({ message }) => message),
  };
}

function importsOf({ program, module }: ParseResult, lineOf: (offset: number) => number): Omit<Import, 'target'>[] {
  const imports: Omit<Import, 'target'>[] = [];
  const add = (start: number, written: string, typeOnly: boolean) => imports.push({ line: lineOf(start), written, typeOnly });
  for (const { start, moduleRequest, entries } of module.staticImports) {
    add(start, moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType));
  }
  for (const { start, moduleRequest, isType } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (moduleRequest !== null) add(start, moduleRequest.value, isType);
  }
  new Visitor({
    ImportExpression: ({ start, source }) => void add(start, source.type === 'Literal' ? String(source.value) : '', false),
    TSImportType: ({ start, source }) => void add(start, source.value, true),
  }).visit(program);
  return imports;
}
