import { encodeId } from '@cordee/core/ids';
import { localDateOf, type Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { transaction, type Database } from '../../../platform/db/index.ts';
import { write } from '../../../platform/verb.ts';
import { workspaceIds, workspaceKeys } from '../../fact/index.ts';
import { followVersion } from '../charter-duties.ts';
import { mustManageCharters } from '../charter.policy.ts';
import { lockCharter } from '../charter.store.ts';
import { selectOvertaken } from '../duties.store.ts';

const JOB = 'charter.follow';

interface Parts {
  readonly db: Database;
  readonly now: () => Instant;
}

/** What the clock does about charters, in every workspace: obligations follow the version whose first day has come. */
export async function followCharters(parts: Parts): Promise<void> {
  for (const workspaceId of await workspaceIds(parts.db)) await followChartersOf(parts, workspaceId);
}

/** The same for one workspace: to be run every hour, anywhere, twice or late. How many charters were brought up to date. */
export async function followChartersOf({ db, now }: Parts, workspaceId: string): Promise<number> {
  const { zone } = await workspaceKeys(db, workspaceId);
  const today = localDateOf(now(), zone);
  const overtaken = await transaction(db, (tx) => selectOvertaken(tx, workspaceId, today), { workspaceId });
  const context: Context = { actor: { kind: 'system', job: JOB }, workspaceId, db, now, language: 'en', requestId: JOB };
  let followed = 0;
  for (const id of overtaken) if (await follow(context, id)) followed += 1;
  return followed;
}

function follow(context: Context, id: string): Promise<boolean> {
  mustManageCharters(context.actor);
  return write(context, async (tx) => {
    const told = (await lockCharter(tx, context.workspaceId, id)) ? await followVersion(tx, context, id) : null;
    if (told === null) return { result: false, audit: null };
    const after = { added: told.added.length, gone: told.gone.length, moved: told.moved.length };
    return { result: true, audit: { action: 'charter.duties_followed', subject: encodeId('chr', id), after } };
  });
}
