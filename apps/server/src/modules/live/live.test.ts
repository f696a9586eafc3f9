import { expect, test } from 'vitest';
import { makeSession, makeWorkspace } from '../../../test/app.ts';
import { withOwnBooks, type Books } from '../../../test/books.ts';

interface Event {
  readonly event: string;
  readonly id: string | null;
  readonly data: Record<string, unknown>;
}

/** Reads a stream over a real connection; `next` waits for the next event. */
async function follow(url: string, headers: Record<string, string>, seconds = 60) {
  const stop = new AbortController();
  const answer = await fetch(`${url}/api/v1/live?seconds=${seconds}`, { headers, signal: stop.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<Event | null> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
        const event = field('event');
        if (event !== undefined)
          return { event, id: field('id') ?? null, data: JSON.parse(field('data') ?? '{}') as Record<string, unknown> };
        continue;
      }
      const read = await reader?.read();
      if (read === undefined || read.done) return null;
      text += read.value;
    }
  };
  return { status: answer.status, headers: answer.headers, next, stop: () => stop.abort() };
}

async function listening(books: Books, work: (url: string) => Promise<void>): Promise<void> {
  const port = await books.app.listen('127.0.0.1', 0);
  await work(`http://127.0.0.1:${port}`);
}

test('tells the company and the partner what concerns them, and goes on after an id without a gap', () =>
  withOwnBooks((books) =>
    listening(books, async (url) => {
      const [anna, ben] = [await books.partner('Anna'), await books.partner('Ben')];
      const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', anna.uuid);
      const staff = await follow(url, { authorization: `Bearer ${books.key}` });
      const own = await follow(url, { cookie: session });
      expect(staff.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      await books.sale('s1', ben, 5000);
      await books.sale('s2', anna, 10_000);
      const [first, second] = [await staff.next(), await staff.next()];
      expect([first?.data['eventId'], second?.data['eventId']]).toEqual(['s1', 's2']);
      expect(second?.data).toMatchObject({ kind: 'sale', earned: [{ partnerId: anna.id, currency: 'EUR', amount: 1000 }] });
      expect((await own.next())?.data).toMatchObject({ eventId: 's2' });
      staff.stop();
      await books.refund('r1', 's2', { amount: 1000 });
      const again = await follow(url, { authorization: `Bearer ${books.key}`, 'last-event-id': first?.id ?? '' });
      expect([(await again.next())?.data['eventId'], (await again.next())?.data['eventId']]).toEqual(['s2', 'r1']);
      expect((await own.next())?.data).toMatchObject({ eventId: 'r1', earned: [{ amount: -100 }] });
      own.stop();
      again.stop();
    }),
  ));

test('says what was skipped, ends when asked to, and shows nothing of another workspace', () =>
  withOwnBooks((books) =>
    listening(books, async (url) => {
      const other = await makeWorkspace(books.db, 'Other');
      const anna = await books.partner('Anna');
      await books.sale('s1', anna, 5000);
      const stranger = await follow(url, { authorization: `Bearer ${other.keys.secretKey}`, 'last-event-id': '0' }, 0);
      expect(await stranger.next()).toMatchObject({ event: 'end' });
      expect(await stranger.next()).toBeNull();
      await books.owner.query('update count_head set counted_seq = 1000 where workspace_id = $1', [books.workspace.id]);
      const late = await follow(url, { authorization: `Bearer ${books.key}`, 'last-event-id': '1' }, 0);
      expect(await late.next()).toMatchObject({ event: 'skipped', data: { facts: 799 } });
    }),
  ));
