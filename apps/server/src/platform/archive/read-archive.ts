import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import {
  FORMAT_VERSION,
  HEADER_NAME,
  headerSchema,
  MANIFEST_NAME,
  manifestSchema,
  parsePartName,
  SECRET_NAME,
  versionSchema,
} from './format.ts';
import type { Header, Manifest } from './format.ts';
import { archiveBroken, archiveForeign, archiveNewer, fileUnusable } from './refusals.ts';
import { readTar, TarBroken } from './tar.ts';
import type { TarEntry } from './tar.ts';
import { countRows } from './write-archive.ts';

/** Receives what an archive holds, in the order in which it holds it. */
export interface ArchiveVisitor {
  header?(header: Header): Promise<void>;
  secret?(text: string): Promise<void>;
  /** All rows of one table in COPY's text format; must be read to the end. Called once for each table that has rows. */
  table?(name: string, rows: AsyncIterable<Buffer>): Promise<void>;
}

const SMALL_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Reads a whole archive, handing its parts to the visitor, and answers what its first and last file say once every checksum
 * held. Refuses with PlatformError: archive_broken, archive_foreign, archive_newer, archive_file_unusable. What the visitor
 * throws passes through: nothing it was handed may be kept unless this resolves.
 */
export async function readArchive(file: string, visitor: ArchiveVisitor): Promise<{ header: Header; manifest: Manifest }> {
  const input = createReadStream(file);
  const unzipped = createGunzip();
  let failed: unknown;
  input.on('error', (error) => {
    failed = fileUnusable(file, error);
    unzipped.destroy(error);
  });
  input.pipe(unzipped);
  try {
    return await visitEntries(file, readTar(unzipped), visitor);
  } catch (error) {
    throw failed ?? refusalOf(file, error, unzipped.bytesWritten);
  } finally {
    input.destroy();
    unzipped.destroy();
  }
}

function refusalOf(file: string, error: unknown, read: number): unknown {
  if (error instanceof TarBroken) return archiveBroken(file, error.message, error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string' || !code.startsWith('Z_')) return error;
  const detail = error instanceof Error ? error.message : code;
  // What does not even begin as gzip.
  return read < 64 * 1024 && /incorrect header check/.test(detail) ? archiveForeign(file) : archiveBroken(file, detail, error);
}

async function visitEntries(
  file: string,
  entries: AsyncGenerator<TarEntry>,
  visitor: ArchiveVisitor,
): Promise<{ header: Header; manifest: Manifest }> {
  const first = await next(entries);
  if (first?.name !== HEADER_NAME) throw archiveForeign(file);
  const headerText = await contentOf(first);
  const header = parseHeader(file, headerText);
  await visitor.header?.(header);
  let entry = await next(entries);
  if (entry?.name === SECRET_NAME) {
    const text = (await contentOf(entry)).toString('utf8').trim();
    await visitor.secret?.(text);
    entry = await next(entries);
  }
  const seen = new Map<string, Tally>();
  while (entry !== null && entry.name !== MANIFEST_NAME) {
    const place = parsePartName(entry.name);
    if (place === null || place.part !== 1) throw new TarBroken(`unexpected file ${entry.name}`);
    if (seen.has(place.table) || !header.tables.some(({ name }) => name === place.table)) {
      throw new TarBroken(`unexpected table ${place.table}`);
    }
    const walk = walkTable(entry, place.table, entries);
    await (visitor.table === undefined ? drain(walk.rows) : visitor.table(place.table, walk.rows));
    seen.set(place.table, walk.tally);
    entry = walk.after();
  }
  if (entry === null) throw new TarBroken('the last file, manifest.json, is missing');
  const manifest = parse(manifestSchema, await contentOf(entry));
  if ((await next(entries)) !== null) throw new TarBroken('something follows the last file');
  compare(manifest, header, headerText, seen);
  return { header, manifest };
}

interface Tally {
  readonly hash: Hash;
  rows: number;
  bytes: number;
  parts: number;
}

/** The rows of one table over all its parts; `after` is the first entry that is not one of them. */
function walkTable(first: TarEntry, table: string, entries: AsyncGenerator<TarEntry>) {
  const tally: Tally = { hash: createHash('sha256'), rows: 0, bytes: 0, parts: 0 };
  let entry: TarEntry | null = first;
  let finished = false;
  async function* read(): AsyncGenerator<Buffer> {
    while (entry !== null) {
      const place = parsePartName(entry.name);
      if (place?.table !== table) break;
      tally.parts += 1;
      if (place.part !== tally.parts) throw new TarBroken(`part ${tally.parts} of ${table} is missing`);
      for await (const chunk of entry.body) {
        tally.hash.update(chunk);
        tally.rows += countRows(chunk);
        tally.bytes += chunk.length;
        yield chunk;
      }
      entry = await next(entries);
    }
    finished = true;
  }
  return {
    tally,
    rows: read(),
    after() {
      if (!finished) throw new Error(`the rows of ${table} were not read to the end`);
      return entry;
    },
  };
}

function compare(manifest: Manifest, header: Header, headerText: Buffer, seen: ReadonlyMap<string, Tally>): void {
  if (manifest.headerSha256 !== createHash('sha256').update(headerText).digest('hex')) {
    throw new TarBroken('archive.json does not match its checksum');
  }
  const names = manifest.tables.map(({ name }) => name);
  if (names.join(' ') !== header.tables.map(({ name }) => name).join(' ')) throw new TarBroken('the lists of tables differ');
  for (const said of manifest.tables) {
    const tally = seen.get(said.name) ?? { hash: createHash('sha256'), rows: 0, bytes: 0, parts: 0 };
    const sha256 = tally.hash.digest('hex');
    const same = tally.rows === said.rows && tally.bytes === said.bytes && tally.parts === said.parts && sha256 === said.sha256;
    if (!same) throw new TarBroken(`the rows of ${said.name} do not match their checksum`);
  }
}

function parseHeader(file: string, text: Buffer): Header {
  const { version } = parse(versionSchema.loose(), text);
  if (version > FORMAT_VERSION) throw archiveNewer(file, `format ${version}`);
  return parse(headerSchema, text);
}

function parse<Schema extends z.ZodType>(schema: Schema, text: Buffer): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text.toString('utf8'));
  } catch {
    throw new TarBroken('a description in it is not JSON');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new TarBroken(`a description in it is not as expected: ${parsed.error.message}`);
  return parsed.data;
}

async function next(entries: AsyncGenerator<TarEntry>): Promise<TarEntry | null> {
  const step = await entries.next();
  return step.done === true ? null : step.value;
}

async function contentOf(entry: TarEntry): Promise<Buffer> {
  if (entry.size > SMALL_FILE_BYTES) throw new TarBroken(`${entry.name} is too large`);
  const chunks: Buffer[] = [];
  for await (const chunk of entry.body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function drain(rows: AsyncIterable<Buffer>): Promise<void> {
  const iterator = rows[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true);
}
