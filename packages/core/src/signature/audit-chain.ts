import { formatInstant, type Instant } from '../time/index.ts';

/** One line of a trail: what happened, when, who did it, and what is to be known of it. */
export interface TrailEvent {
  /** From 1, without gaps. */
  readonly number: number;
  readonly at: Instant;
  readonly kind: string;
  /** Who: the id of a signer, `company` or `clock`. */
  readonly by: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface ChainedEvent extends TrailEvent {
  /** In hexadecimal: of the hash before and this event. */
  readonly hash: string;
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type HashText = (text: string) => string;

/** What stands before the first event. */
export const TRAIL_START = '0'.repeat(64);

/** The one text of an event, whoever writes it: names in order, no spaces, the instant in UTC. */
export function canonicalEvent({ number, at, kind, by, data }: TrailEvent): string {
  const sorted = Object.fromEntries(Object.entries(data).toSorted(([left], [right]) => (left < right ? -1 : 1)));
  return JSON.stringify({ number, at: formatInstant(at), kind, by, data: sorted });
}

/** Adds to an event the hash over the one before and itself. */
export function chainEvent(previous: string, event: TrailEvent, hash: HashText): ChainedEvent {
  return { ...event, hash: hash(`${previous}\n${canonicalEvent(event)}`) };
}

/** A trail as a file: a JSON list with one event in a line, always the same bytes. */
export function writeTrail(events: readonly ChainedEvent[]): string {
  return `[\n${events.map(lineOf).join(',\n')}\n]\n`;
}

function lineOf(event: ChainedEvent): string {
  return `${canonicalEvent(event).slice(0, -1)},"hash":"${event.hash}"}`;
}

/** Whether a trail is whole: the hash it ends in and how many events; or the number of the first that is not as it was written. */
export type TrailVerdict = { readonly head: string; readonly count: number } | { readonly brokenAt: number };

const LINE = /^(\{"number":(\d{1,9}),.*\}),"hash":"([0-9a-f]{64})"\}$/su;

/** Checks the file of a trail against itself: any byte that was changed shows, in the event it stands in. */
export function verifyTrail(text: string, hash: HashText): TrailVerdict {
  const lines = text.split('\n');
  if (lines[0] !== '[') return { brokenAt: 1 };
  let head = TRAIL_START;
  for (let number = 1; ; number += 1) {
    const isLast = lines.length === number + 3 && lines[number + 1] === ']' && lines[number + 2] === '';
    const next = hashOfLine(lines[number] ?? '', number, isLast, head, hash);
    if (next === null) return { brokenAt: number };
    head = next;
    if (isLast) return { head, count: number };
  }
}

function hashOfLine(line: string, number: number, isLast: boolean, before: string, hash: HashText): string | null {
  if (!isLast && !line.endsWith(',')) return null;
  const found = LINE.exec(isLast ? line : line.slice(0, -1));
  if (found === null || Number(found[2]) !== number) return null;
  const [, event = '', , stated = ''] = found;
  return hash(`${before}\n${event}}`) === stated ? stated : null;
}
