import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { readApplied } from '../db/index.ts';
import { FORMAT_VERSION, HEADER_NAME, MANIFEST_NAME, partName, SECRET_NAME } from './format.ts';
import type { Header, Manifest } from './format.ts';
import { notMigrated } from './refusals.ts';
import { clickMonths, copyOut, sequenceValues, serverVersion } from './snapshot.store.ts';
import { archivedTables } from './tables.store.ts';
import type { ArchivedTable, Scope } from './tables.store.ts';
import { TAR_END, tarHeader, tarPadding } from './tar.ts';

export interface ArchiveSource {
  /** In a repeatable-read transaction of the tables' owner: its snapshot is what is written. */
  readonly client: Client;
  readonly scope: Scope;
  readonly now: number;
  readonly secret: ArchiveSecret;
  /** Rows written so far. */
  readonly onRows?: (rows: number) => void;
  /** Told of the manifest, which is written last. */
  readonly onManifest?: (manifest: Manifest) => void;
}

export interface ArchiveSecret {
  /** The master key's text, to be written into the archive; null: the operator keeps it. */
  readonly text: string | null;
  readonly fingerprint: string | null;
}

/** Rows are gathered to parts of about this size, so that memory does not grow with the data. */
const PART_BYTES = 4 * 1024 * 1024;
const NEWLINE = 10;

/** The archive as an uncompressed tar stream. */
export async function* writeArchive(source: ArchiveSource): AsyncGenerator<Buffer> {
  const { client, now } = source;
  const tables = await archivedTables(client, source.scope);
  const headerText = json(await describe(source, tables));
  yield* file(HEADER_NAME, headerText, now);
  if (source.secret.text !== null) yield* file(SECRET_NAME, Buffer.from(`${source.secret.text}\n`), now);
  const written: Manifest['tables'] = [];
  let rows = 0;
  for (const table of tables) {
    const summary = { name: table.name, rows: 0, bytes: 0, parts: 0, sha256: '' };
    const hash = createHash('sha256');
    for await (const part of partsOf(client, table.select)) {
      summary.parts += 1;
      summary.rows += part.rows;
      summary.bytes += part.bytes;
      yield tarHeader(partName(table.name, summary.parts), part.bytes, now);
      for (const chunk of part.chunks) {
        hash.update(chunk);
        yield chunk;
      }
      yield tarPadding(part.bytes);
      source.onRows?.(rows + summary.rows);
    }
    rows += summary.rows;
    written.push({ ...summary, sha256: hash.digest('hex') });
  }
  const manifest: Manifest = { headerSha256: sha256(headerText), tables: written, sequences: await sequenceValues(client) };
  source.onManifest?.(manifest);
  yield* file(MANIFEST_NAME, json(manifest), now);
  yield TAR_END;
}

async function describe({ client, scope, now, secret }: ArchiveSource, tables: readonly ArchivedTable[]): Promise<Header> {
  const migrations = await readApplied(client);
  if (migrations === null || migrations.length === 0) throw notMigrated();
  return {
    format: 'cordee-archive',
    version: FORMAT_VERSION,
    createdAt: new Date(now).toISOString(),
    scope,
    postgres: await serverVersion(client),
    migrations,
    secret: { kept: secret.text === null ? 'operator' : 'archive', fingerprint: secret.fingerprint },
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    clickMonths: await clickMonths(client),
  };
}

interface Part {
  readonly chunks: readonly Buffer[];
  readonly bytes: number;
  readonly rows: number;
}

/** COPY's text format has one line a row: line ends inside values are escaped. */
async function* partsOf(client: Client, select: string): AsyncGenerator<Part> {
  const stream: AsyncIterable<Buffer> = copyOut(client, select);
  let chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const cut = bytes + chunk.length < PART_BYTES ? -1 : chunk.lastIndexOf(NEWLINE);
    if (cut === -1) {
      chunks.push(chunk);
      bytes += chunk.length;
      continue;
    }
    yield partOf([...chunks, chunk.subarray(0, cut + 1)]);
    const rest = chunk.subarray(cut + 1);
    chunks = rest.length === 0 ? [] : [rest];
    bytes = rest.length;
  }
  if (bytes > 0) yield partOf(chunks);
}

function partOf(chunks: readonly Buffer[]): Part {
  return {
    chunks,
    bytes: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    rows: chunks.reduce((sum, chunk) => sum + countRows(chunk), 0),
  };
}

/** Lines in COPY's text format that end in this chunk. */
export function countRows(chunk: Buffer): number {
  let rows = 0;
  for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) rows += 1;
  return rows;
}

function* file(name: string, content: Buffer, now: number): Generator<Buffer> {
  yield tarHeader(name, content.length, now);
  yield content;
  yield tarPadding(content.length);
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
