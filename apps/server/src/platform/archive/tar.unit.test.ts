import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTar, TAR_END, TarBroken, tarHeader, tarPadding } from './tar.ts';

type File = readonly [name: string, content: Buffer];

function pack(files: readonly File[]): Buffer {
  const blocks = files.flatMap(([name, content]) => [tarHeader(name, content.length, 0), content, tarPadding(content.length)]);
  return Buffer.concat([...blocks, TAR_END]);
}

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function unpack(bytes: Buffer, chunk = 1000): Promise<File[]> {
  const files: File[] = [];
  for await (const { name, body } of readTar(inChunks(bytes, chunk))) {
    const parts: Buffer[] = [];
    for await (const part of body) parts.push(part);
    files.push([name, Buffer.concat(parts)]);
  }
  return files;
}

const contents = fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes));
const files = fc
  .array(contents, { maxLength: 4 })
  .map((list) => list.map((content, index): File => [`tables/t.${index}.copy`, content]));

test('what is packed is read back, however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 2000 }), async (packed, chunk) => {
      expect(await unpack(pack(packed), chunk)).toEqual(packed);
    }),
  );
});

test('whatever is cut off is refused', async () => {
  const whole = pack([
    ['a', Buffer.alloc(700, 1)],
    ['b', Buffer.alloc(3, 2)],
  ]);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.length - TAR_END.length - 1 }), async (length) => {
      await expect(unpack(whole.subarray(0, length))).rejects.toThrow(TarBroken);
    }),
  );
});

test('a changed header is refused', async () => {
  const whole = pack([['a', Buffer.from('content')]]);
  await fc.assert(
    // The sum's own last two bytes only end it.
    fc.asyncProperty(
      fc.integer({ min: 0, max: 256 }).filter((at) => at !== 154 && at !== 155),
      async (at) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ 0x41;
        await expect(unpack(changed)).rejects.toThrow(TarBroken);
      },
    ),
  );
});

test('the tar of the system reads ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cordee-tar-'));
  try {
    writeFileSync(
      join(folder, 'a.tar'),
      pack([
        ['archive.json', Buffer.from('{}')],
        ['tables/x.0001.copy', Buffer.from('1\tä\n')],
      ]),
    );
    execFileSync('tar', ['xf', 'a.tar'], { cwd: folder });
    expect(readFileSync(join(folder, 'tables/x.0001.copy'), 'utf8')).toBe('1\tä\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('names that would not fit are a fault of the caller', () => {
  expect(() => tarHeader('x'.repeat(100), 1, 0)).toThrow(/cannot be put/);
});
