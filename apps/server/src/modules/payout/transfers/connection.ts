import type { PayoutConnectionAnswer, SetPayoutConnection } from '@cordee/contract/payout-rail';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read, write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { mustConnect, mustSeePayments } from '../payout.policy.ts';
import { type ConnectionRecord, deleteConnection, loadConnection, saveConnection } from './connection.store.ts';
import { hasDoubts } from './transfer.store.ts';

/** Whether Stripe is connected, and by which key as far as that may be shown. */
export function getConnection(context: Context): Promise<PayoutConnectionAnswer> {
  mustSeePayments(context.actor);
  return read(context, async (tx) => answerOf(await loadConnection(tx, context.workspaceId)));
}

/**
 * Connects Stripe; the key is sealed and never given back. Refuses `conflict` while transfers are looked up, unless the key is of
 * the same account: in another one they would seem never to have been sent.
 */
export function setConnection(
  context: Context,
  sealer: Sealer,
  { secret, sameAccount }: SetPayoutConnection,
): Promise<PayoutConnectionAnswer> {
  mustConnect(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    if (!sameAccount) await mustHaveNoDoubts(tx, workspaceId);
    const before = answerOf(await loadConnection(tx, workspaceId));
    const connection = {
      secret: sealer.seal(secret),
      hint: `${secret.slice(0, secret.lastIndexOf('_') + 1)}••••${secret.slice(-4)}`,
      enteredAt: context.now(),
      enteredBy: actorKey(context.actor),
    };
    await saveConnection(tx, workspaceId, connection);
    const result = answerOf(connection);
    return { result, audit: { action: 'payout_connection.set', subject: encodeId('wsp', workspaceId), before, after: result } };
  });
}

/** Disconnects Stripe. Refuses `conflict` while transfers are looked up. */
export function removeConnection(context: Context): Promise<PayoutConnectionAnswer> {
  mustConnect(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    await mustHaveNoDoubts(tx, workspaceId);
    const before = answerOf(await loadConnection(tx, workspaceId));
    const result = answerOf(null);
    if (!(await deleteConnection(tx, workspaceId))) return { result, audit: null };
    return {
      result,
      audit: { action: 'payout_connection.removed', subject: encodeId('wsp', workspaceId), before, after: result },
    };
  });
}

async function mustHaveNoDoubts(tx: Tx, workspaceId: string): Promise<void> {
  if (!(await hasDoubts(tx, workspaceId))) return;
  const message = {
    en: 'Transfers are still looked up at the account connected now. Only another key of that account may take its place.',
    fr: 'Des virements sont encore recherchés dans le compte connecté. Seule une autre clé de ce compte peut prendre sa place.',
  };
  throw new Refusal('conflict', [{ path: 'sameAccount', rule: 'looked_up', message }]);
}

function answerOf(connection: ConnectionRecord | null): PayoutConnectionAnswer {
  if (connection === null) return { connected: false, hint: null, enteredAt: null, enteredBy: null };
  const { hint, enteredAt, enteredBy } = connection;
  return { connected: true, hint, enteredAt: formatInstant(enteredAt), enteredBy };
}
