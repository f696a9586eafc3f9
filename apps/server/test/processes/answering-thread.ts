import { threadId } from 'node:worker_threads';
import { DatabaseUnavailable } from '../../src/platform/db/index.ts';
import { serveThread } from '../../src/platform/threads/index.ts';

export type Asked = 'who' | 'twice' | 'break' | 'lose the database' | 'end' | 'never';

serveThread(async (asked: Asked, tell: (news: number) => void) => {
  if (asked === 'break') throw new RangeError('it broke');
  if (asked === 'lose the database') throw new DatabaseUnavailable('nothing_kept', new Error('gone'));
  if (asked === 'end') process.exit(3);
  tell(1);
  if (asked === 'never') await new Promise((resolve) => setTimeout(resolve, 1e9));
  if (asked === 'twice') tell(2);
  return { threadId, seq: 7n };
});
