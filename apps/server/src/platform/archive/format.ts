import { z } from 'zod';

/** Raised when an older program could not read what a newer one writes. */
export const FORMAT_VERSION = 1;

export const HEADER_NAME = 'archive.json';
export const MANIFEST_NAME = 'manifest.json';
export const SECRET_NAME = 'secret';

/** Waiting jobs, kept apart from the library's own tables so that its versions may change. */
export const JOBS = 'graphile_worker.jobs';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const identifier = z.string().regex(/^[A-Za-z0-9_.]{1,80}$/);

/** What is read of any version, to refuse a newer one properly. */
export const versionSchema = z.object({ format: z.literal('cordee-archive'), version: z.int().min(1) });

/** First file of an archive: what it holds, and of which schema. */
export const headerSchema = versionSchema.extend({
  createdAt: z.iso.datetime(),
  scope: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('workspace'), id: z.uuid(), slug: z.string() }),
  ]),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: digest })).min(1),
  /** Where the master key of the installation is: in this archive, or with the operator; and how to recognise it. */
  secret: z.object({ kept: z.enum(['archive', 'operator']), fingerprint: z.string().nullable() }),
  /** In an order in which every reference leads to a table before. */
  tables: z.array(z.object({ name: identifier, columns: z.array(z.string().min(1)).min(1) })).min(1),
  /** First days of the months that have a partition of clicks. */
  clickMonths: z.array(z.iso.date()),
});
export type Header = z.output<typeof headerSchema>;

/** Last file: without it the archive is not whole. */
export const manifestSchema = z.object({
  headerSha256: digest,
  tables: z.array(
    z.object({ name: identifier, rows: z.int().min(0), bytes: z.int().min(0), parts: z.int().min(0), sha256: digest }),
  ),
  sequences: z.array(z.object({ name: identifier, value: z.string().regex(/^\d{1,19}$/) })),
});
export type Manifest = z.output<typeof manifestSchema>;

const PART = /^tables\/([A-Za-z0-9_.]+)\.(\d{4,9})\.copy$/;

/** Parts are numbered from 1; each holds whole rows. */
export function partName(table: string, part: number): string {
  return `tables/${table}.${String(part).padStart(4, '0')}.copy`;
}

export function parsePartName(name: string): { table: string; part: number } | null {
  const match = PART.exec(name);
  return match === null ? null : { table: match[1] ?? '', part: Number(match[2]) };
}
