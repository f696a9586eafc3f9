import { COPY_SIGNATURE } from './binary-row.ts';
import { copyText } from './copy.ts';

export type ColumnKind = 'uuid' | 'integer' | 'text' | 'instant';

/** The columns of a table in the order of its rows' fields, each with what its bytes mean. */
export type Columns = readonly (readonly [name: string, kind: ColumnKind])[];

export function columnNames(columns: Columns): string {
  return columns.map(([name]) => name).join(', ');
}

/** Rows in COPY's binary format for people to read: as COPY's text, instants in UTC. */
export function spellRows(rows: Buffer, columns: Columns): string[][] {
  const spelled: string[][] = [];
  let at = COPY_SIGNATURE.length;
  while (rows.readInt16BE(at) >= 0) {
    at += 2;
    spelled.push(
      columns.map(([, kind]) => {
        const length = rows.readInt32BE(at);
        const start = at + 4;
        at = start + Math.max(length, 0);
        return length < 0 ? '\\N' : spell(rows.subarray(start, at), kind);
      }),
    );
  }
  return spelled;
}

function spell(field: Buffer, kind: ColumnKind): string {
  if (kind === 'text') return copyText(field.toString('utf8'));
  if (kind === 'uuid') return field.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (kind === 'integer') return String(field.length === 8 ? field.readBigInt64BE() : field.readIntBE(0, field.length));
  return spellInstant(field.readBigInt64BE());
}

const EPOCH_2000 = 946_684_800_000_000n;

/** To the microsecond: whatever differs must be seen to differ. */
function spellInstant(since2000: bigint): string {
  const micros = since2000 + EPOCH_2000;
  const below = ((micros % 1000n) + 1000n) % 1000n;
  const milliseconds = new Date(Number((micros - below) / 1000n)).toISOString().slice(0, -1);
  return `${milliseconds}${below === 0n ? '' : String(below).padStart(3, '0')}Z`;
}
