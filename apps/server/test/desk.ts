import { createLog } from '../src/platform/telemetry/log.ts';
import { withOwnBooks, type Books } from './books.ts';
import { withPostOffice, type PostOffice } from './post-office.ts';

export interface Desk {
  readonly books: Books;
  readonly office: PostOffice;
  /** Sends all that is queued; the faults of those that wait. */
  readonly post: () => Promise<string[]>;
}

/** Books whose mails go through a real post office. */
export function withDesk(run: (desk: Desk) => Promise<void>): Promise<void> {
  return withPostOffice((office) =>
    withOwnBooks((books) => run({ books, office, post: () => sendAll(books) }), {}, {}, { mail: mailOf(office) }),
  );
}

function mailOf({ mailer }: PostOffice) {
  return { mailer, from: 'partners@alpes.example', shows: false };
}

async function sendAll(books: Books): Promise<string[]> {
  await books.app.follower.follow(books.workspace.id);
  const rows = await books.owner.query<{ id: string }>(`select id from mail where state = 'queued' order by id`);
  const faults: string[] = [];
  for (const { id } of rows) {
    await runJob(books.app.calls, 'messaging.send', { workspaceId: books.workspace.id, mailId: id }).catch((error: unknown) =>
      faults.push(String(error)),
    );
  }
  return faults;
}

/** Does a job at once. */
export async function runJob(jobs: Books['app']['jobs'], name: string, payload: unknown, attempt = 1): Promise<void> {
  const job = jobs[name];
  if (job === undefined) throw new Error(`no job ${name}`);
  await job.perform(payload, { attempt, signal: new AbortController().signal, log: createLog('silent') });
}
