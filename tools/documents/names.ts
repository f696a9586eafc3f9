import type { DocumentFault } from './document-fault.ts';

const banned: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /(?<![\w.}@)/-])\/(?:home|Users|root|work)(?:\/[\w.-]+|(?=["'`\s)]|$))/, what: 'a path of a machine' },
  { pattern: /\b[A-Z]:\\Users\\\w/, what: 'a path of a machine' },
  { pattern: /\bregistry\.[a-z0-9-]+\.(?:org|com|io|dev|net)\b/i, what: 'the host of a package registry' },
  {
    pattern: /\b(?:npm\.pkg\.github|artifactory\.\w+|verdaccio\.\w+|pypi)\.(?:com|org|io)\b/i,
    what: 'the host of a package registry',
  },
];

/** The repository works anywhere: no text names somebody's folders or the place packages came from. */
export function checkNames(file: string, text: string): DocumentFault[] {
  const faults: DocumentFault[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    for (const { pattern, what } of banned) {
      const match = pattern.exec(content);
      if (match !== null)
        faults.push({ file, line: index + 1, sentence: `names ${what} (${match[0].trim()}): it holds on no other` });
    }
  }
  return faults;
}

/** The lockfile pins versions and contents, and lets every machine fetch them from where it may. */
export function checkLockfile(file: string, text: string | undefined): DocumentFault[] {
  if (text === undefined) return [{ file, line: 1, sentence: 'is missing: nothing pins what is installed' }];
  const { packages } = JSON.parse(text) as { packages: Record<string, { resolved?: string }> };
  const remote = Object.entries(packages).filter(([, { resolved }]) => /^\w+:\/\//.test(resolved ?? ''));
  return remote.map(([name, { resolved }]) => ({
    file,
    line: 1,
    sentence: `${name} is resolved to ${resolved}: install with .npmrc in place`,
  }));
}
