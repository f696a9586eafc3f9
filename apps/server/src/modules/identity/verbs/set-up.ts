import { hashPassword } from 'better-auth/crypto';
import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace, type Database, type Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { issueLink, useLink } from '../links.store.ts';
import { hasAnyOwner } from '../members.store.ts';
import { findUserByEmail, insertUser, setPassword } from '../users.store.ts';
import { openWorkspace, type FirstKeys, type NewWorkspace } from './open-workspace.ts';

export interface SetUp {
  readonly token: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly workspace: NewWorkspace;
}

const DAY_MS = 86_400_000;

/** The one-time link that creates the first administrator, good for a day and replacing the former one; null once there is one. */
export async function ensureSetupLink(db: Database, baseUrl: string, now: number): Promise<string | null> {
  return transaction(db, async (tx) => {
    await lockSetup(tx);
    if (await hasAnyOwner(tx)) return null;
    return `${baseUrl}/setup?token=${await issueLink(tx, { purpose: 'setup' }, now + DAY_MS)}`;
  });
}

/** Creates the first administrator and workspace. Refuses `link_expired` once there is an owner, or with another token. */
export async function setUp(context: Context, input: SetUp): Promise<FirstKeys> {
  const hash = await hashPassword(input.password);
  return transaction(context.db, async (tx) => {
    const now = context.now();
    await lockSetup(tx);
    const link = await useLink(tx, 'setup', input.token, now);
    if (link === null || (await hasAnyOwner(tx))) throw new Refusal('link_expired');
    const known = await findUserByEmail(tx, input.email);
    const userId = known?.id ?? newUuid(now);
    if (known === null) await insertUser(tx, { id: userId, email: input.email, name: input.name, broughtByPartner: false }, now);
    await setPassword(tx, userId, hash, now);
    const { keys } = await openWorkspace(tx, context, input.workspace, userId);
    return keys;
  });
}

/** Only one of several requests becomes the first; and owners of any workspace count. */
async function lockSetup(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('first administrator', 0))`);
  await withWorkspace(tx, '*');
}
