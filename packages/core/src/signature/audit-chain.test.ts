import { assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { chainEvent, TRAIL_START, verifyTrail, writeTrail, type ChainedEvent } from './index.ts';

/** Eight of FNV-1a, each begun elsewhere: enough to tell texts apart that nobody chose. */
function hash(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return Array.from({ length: 8 }, (_, seed) => {
    let sum = 0x811c9dc5 ^ seed;
    for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
    return (sum >>> 0).toString(16).padStart(8, '0');
  }).join('');
}

function trail(count: number): ChainedEvent[] {
  const events: ChainedEvent[] = [];
  for (let number = 1; number <= count; number += 1) {
    const data = { name: `Zoé “${number}”\n\\`, address: '192.0.2.1' };
    const event = { number, at: 1_790_000_000_000 + number, kind: 'signed', by: 'company', data };
    events.push(chainEvent(events.at(-1)?.hash ?? TRAIL_START, event, hash));
  }
  return events;
}

it('is whole as it was written, and readable as JSON', () => {
  const events = trail(7);
  const text = writeTrail(events);
  expect(verifyTrail(text, hash)).toEqual({ head: events.at(-1)?.hash, count: 7 });
  expect((JSON.parse(text) as { hash: string; data: object }[])[3]).toMatchObject({
    hash: events[3]?.hash,
    data: events[3]?.data,
  });
});

it('a byte that was changed shows in the event it stands in, an event taken out in the next', () => {
  const events = trail(9);
  const bytes = new TextEncoder().encode(writeTrail(events));
  assert(
    property(integer({ min: 0, max: bytes.length - 1 }), integer({ min: 1, max: 255 }), (position, flip) => {
      const changed = Uint8Array.from(bytes);
      changed[position] = (changed[position] ?? 0) ^ flip;
      const line = Math.min(9, Math.max(1, bytes.subarray(0, position).filter((byte) => byte === 10).length));
      expect(verifyTrail(new TextDecoder().decode(changed), hash)).toEqual({ brokenAt: line });
    }),
    { numRuns: 2000 },
  );
  expect(verifyTrail(writeTrail(events.toSpliced(4, 1)), hash)).toEqual({ brokenAt: 5 });
  expect(verifyTrail('', hash)).toEqual({ brokenAt: 1 });
});
