import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectDocuments } from './inspect.ts';

const lock = (resolved: string) => JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0', resolved } } });

const clean = {
  'package-lock.json': lock('packages/a'),
  'README.md':
    '# Title\n\n[guide](docs/guide.md#first-step), [web](https://example.com/home), ![picture](docs/a.png)\n\n[ref]: docs/guide.md\n',
  'docs/guide.md':
    '# Guide\n\n## First step\n\n[up](../README.md#title) `[code](away.md)`\n\n```md\n[code](away.md)\n```\n[root](/README.md)\n',
  'docs/a.png': '',
  'apps/server/src/modules/fact/README.md': '# Facts\n',
  'apps/server/src/modules/fact/index.ts': "export const path = '/api/v1/work/items';\n",
};

function found(planted: Readonly<Record<string, string | null>>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'cordee-documents-'));
  try {
    for (const [file, text] of Object.entries({ ...clean, ...planted })) {
      if (text === null) continue;
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    execFileSync('git', ['init', '--quiet'], { cwd: root });
    return inspectDocuments(root).map(({ file, line, sentence }) => `${file}:${line} ${sentence}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('a clean tree passes', () => {
  expect(found({})).toEqual([]);
});

describe('a planted fault is found', () => {
  // Put together here, so that this file does not name what it forbids.
  const home = ['', 'home', 'ada', 'cordee'].join('/');
  const host = `https://${['registry', 'npmjs', 'org'].join('.')}`;
  const faults: [string, string, string | null, RegExp][] = [
    ['a link that leads nowhere', 'docs/b.md', '\n[gone](gone.md)\n', /^docs\/b\.md:2 links to gone\.md/],
    ['a picture that is not there', 'docs/b.md', '![gone](../gone.png)', /links to \.\.\/gone\.png/],
    ['a reference that leads nowhere', 'docs/b.md', 'text\n\n[x]: gone.md\n', /^docs\/b\.md:3 links to gone\.md/],
    ['an anchor without a heading', 'docs/b.md', '[x](guide.md#second-step)', /no heading makes #second-step/],
    ['a link out of the repository', 'docs/b.md', '[x](../../README.md)', /links to \.\.\/\.\.\/README\.md/],
    [
      'a module without README',
      'apps/server/src/modules/fact/README.md',
      null,
      /^apps\/server\/src\/modules\/fact\/README\.md:1 is missing/,
    ],
    ['a long README', 'apps/server/src/modules/fact/README.md', 'a\n'.repeat(120), /has 120 lines/],
    ['a path of a machine', 'docs/b.md', `\nsee ${home}\n`, /^docs\/b\.md:2 names a path of a machine/],
    ['a path of a machine in code', 'tools/a.ts', `const a = '${home}';`, /^tools\/a\.ts:1 names a path of a machine/],
    ['the folder of root', '.ci/run', `cd ${['', 'root'].join('/')}\n`, /^\.ci\/run:1 names a path/],
    ['a registry', '.npmrc', `registry=${host}\n`, /^\.npmrc:1 names the host of a package registry/],
    ['a resolved package', 'package-lock.json', lock('https://example.com/a.tgz'), /node_modules\/a is resolved to/],
    ['no lockfile', 'package-lock.json', null, /^package-lock\.json:1 is missing/],
  ];
  test.each(faults)('%s', (_, file, text, expected) => {
    expect(found({ [file]: text })).toEqual([expect.stringMatching(expected)]);
  });
});

test('a check that does not see cannot pass', () => {
  const nothing = Object.fromEntries(Object.keys(clean).map((file) => [file, null]));
  expect(found(nothing)).toEqual(['.:1 git lists no file: a check that does not see cannot pass']);
});
