import { encodeId } from '@cordee/core/ids';
import { invoiceAfter } from '@cordee/core/invoice';
import type { Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { type Database, transaction, withWorkspace } from '../../../platform/db/index.ts';
import { write } from '../../../platform/verb.ts';
import { workspaceIds } from '../../fact/index.ts';
import { selectDue } from '../due.store.ts';
import { mustInvoice } from '../invoice.policy.ts';
import { contestEnd, moveInvoice, mustHold } from '../take-step.ts';

const JOB = 'invoice.follow';

interface Parts {
  readonly db: Database;
  readonly now: () => Instant;
}

/**
 * What the clock does: documents made out are made available to their partners, and accepted by silence once the days to contest are over. To be
 * run every few minutes, anywhere, twice or late: each document is held and looked at again.
 */
export async function followInvoices(parts: Parts): Promise<void> {
  for (const workspaceId of await workspaceIds(parts.db)) await followInvoicesOf(parts, workspaceId);
}

/** The same for one workspace. Returns how many documents moved. */
export async function followInvoicesOf({ db, now }: Parts, workspaceId: string): Promise<number> {
  const context: Context = { actor: { kind: 'system', job: JOB }, workspaceId, db, now, language: 'en', requestId: JOB };
  const due = await transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return selectDue(tx, workspaceId, now());
  });
  let moved = 0;
  for (const id of due) if (await follow(context, id)) moved += 1;
  return moved;
}

function follow(context: Context, id: string): Promise<boolean> {
  mustInvoice(context.actor);
  return write(context, async (tx) => {
    const now = context.now();
    const record = await mustHold(tx, context, id, null);
    const step = record.state === 'issued' ? ('deliver' as const) : ('accept_tacitly' as const);
    const state = invoiceAfter(record, step, now);
    if (state === null) return { result: false, audit: null };
    const kind = step === 'deliver' ? ('delivered' as const) : ('tacitly_accepted' as const);
    const delivered = step === 'deliver' ? { delivered: { at: now, contestUntil: await contestEnd(tx, context, id) } } : {};
    await moveInvoice(tx, context, record, { state, ...delivered }, { kind, side: 'clock', text: null });
    const audit = { action: `invoice.${kind}`, subject: encodeId('inv', id), before: { state: record.state }, after: { state } };
    return { result: true, audit };
  });
}
