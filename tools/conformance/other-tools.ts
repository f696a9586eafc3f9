import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a program is there. */
export function hasTool(name: string, version = '--version'): boolean {
  return spawnSync(name, [version]).error === undefined;
}

/** What libxml2 has against a file by a schema; empty when nothing. */
export function schemaFault(schema: string, file: string): string {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, file], { encoding: 'utf8' });
  return status === 0 ? '' : (stderr.split('\n')[0] ?? 'refused');
}

/** Where Saxon-HE is: `SAXON_JAR`, or where Debian puts it. */
export function findSaxon(): string | null {
  const jar = process.env['SAXON_JAR'] ?? '/usr/share/java/Saxon-HE.jar';
  return existsSync(jar) && hasTool('java', '-version') ? jar : null;
}

/** A file below a folder whose path matches, or null. */
export function findFile(folder: string, pattern: RegExp): string | null {
  if (!existsSync(folder)) return null;
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) => pattern.test(path));
  return found === undefined ? null : join(folder, found);
}

/** The rules a stylesheet made of a schematron says are broken, and how many it tried (SVRL). */
export function judgeByStylesheet(jar: string, stylesheet: string, file: string): { failed: string[]; fired: number } | null {
  const run = spawnSync('java', ['-Xss8m', '-cp', jar, 'net.sf.saxon.Transform', `-s:${file}`, `-xsl:${stylesheet}`], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.status !== 0) return null;
  const failed = Array.from(run.stdout.matchAll(/<svrl:failed-assert\b([^]*?)<svrl:text/g), ([, part = '']) => idIn(part));
  return { failed: [...new Set(failed)], fired: run.stdout.split('<svrl:fired-rule').length - 1 };
}

function idIn(part: string): string {
  return /\bid="([^"]*)"/.exec(part)?.[1] ?? '(no id)';
}
