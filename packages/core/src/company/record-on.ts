import { type Instant, type LocalDate, shiftDate } from '../time/index.ts';

/** Something that holds from a day on; of the same day, the greater number was written later. */
export interface DatedRecord {
  readonly validFrom: LocalDate;
  readonly number: number;
}

/** The record that holds on a day. Before all of them the earliest does; null only when there is none. */
export function recordOn<Row extends DatedRecord>(records: readonly Row[], day: LocalDate): Row | null {
  const begun = records.filter(({ validFrom }) => validFrom <= day);
  if (begun.length > 0) return begun.reduce((one, other) => (comesAfter(other, one) ? other : one));
  const first = records.map(({ validFrom }) => validFrom).sort()[0];
  return first === undefined ? null : recordOn(records, first);
}

export interface KnownRecord extends DatedRecord {
  readonly writtenAt: Instant;
}

/** The same by what had been written at an instant, so that a text about an old file stays as it was. Before anything was, the first one. */
export function recordKnownOn<Row extends KnownRecord>(records: readonly Row[], day: LocalDate, at: Instant): Row | null {
  const known = records.filter(({ writtenAt }) => writtenAt <= at);
  if (known.length > 0) return recordOn(known, day);
  return records.reduce<Row | null>((first, one) => (first === null || one.number < first.number ? one : first), null);
}

function comesAfter(one: DatedRecord, other: DatedRecord): boolean {
  return one.validFrom === other.validFrom ? one.number > other.number : one.validFrom > other.validFrom;
}

export type RecordState = 'holds' | 'past' | 'future' | 'replaced';
export interface RecordPlace {
  readonly state: RecordState;
  /** The last day on which it holds; null until another one does, and for one that never does. */
  readonly validTo: LocalDate | null;
}

/** Where each record stands on a day, by its number. */
export function placeRecords(records: readonly DatedRecord[], today: LocalDate): Map<number, RecordPlace> {
  const places = new Map<number, RecordPlace>();
  const current = recordOn(records, today);
  let next: LocalDate | null = null;
  for (const record of records.toSorted((one, other) => (comesAfter(one, other) ? -1 : 1))) {
    if (next === record.validFrom) {
      places.set(record.number, { state: 'replaced', validTo: null });
      continue;
    }
    const state = record === current ? 'holds' : record.validFrom > today ? 'future' : 'past';
    places.set(record.number, { state, validTo: next === null ? null : shiftDate(next, -1) });
    next = record.validFrom;
  }
  return places;
}
