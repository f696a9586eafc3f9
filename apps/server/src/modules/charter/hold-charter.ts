import type { Side } from '@cordee/core/partnership';
import type { CharterDetail } from '@cordee/contract/charter';
import type { VersionStep } from '@cordee/core/charter';
import { canonicalText, mayStep } from '@cordee/core/charter';
import { encodeId } from '@cordee/core/ids';
import { type Instant, localDateOf, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import { sha256 } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { write } from '../../platform/verb.ts';
import { workspaceKeys } from '../fact/index.ts';
import { insertEntry } from './charter-change.store.ts';
import { mayTakePart, sideOf } from './charter.policy.ts';
import {
  lockCharter,
  selectCharters,
  selectVersionsOf,
  type CharterRecord,
  type EntryRecord,
  type VersionRecord,
} from './charter.store.ts';
import { detailOf } from './read-charter.ts';
import { impossibleNow } from './refusals.ts';
import { isVisible } from './visible.ts';

/** A charter held against everybody else, as one side finds it. */
export interface HeldCharter {
  readonly charter: CharterRecord;
  /** Those this side sees. */
  readonly versions: readonly VersionRecord[];
  readonly side: Side;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly zone: string;
}

/** What was done, for the history both read and for the audit trail. */
export interface Done {
  readonly action: string;
  readonly entry: Pick<EntryRecord, 'kind' | 'version'> & Partial<Pick<EntryRecord, 'clause' | 'proposal' | 'text'>>;
}

/** Does something about a charter for the actor's side in one transaction, with its entry and its audit row. Refuses `not_found`. */
export async function actOnCharter(
  context: Context,
  id: string,
  act: (tx: Tx, held: HeldCharter) => Promise<Done>,
): Promise<Wire<CharterDetail>> {
  const own = mayTakePart(context.actor);
  const side = sideOf(own);
  const { workspaceId, actor, db } = context;
  const { zone } = await workspaceKeys(db, workspaceId);
  return write(context, async (tx) => {
    const now = context.now();
    if (!(await lockCharter(tx, workspaceId, id))) throw new Refusal('not_found');
    const [charter] = await selectCharters(tx, workspaceId, { id, partnerId: own, limit: 1 });
    const versions = (await selectVersionsOf(tx, workspaceId, [id])).filter((version) => isVisible(version, side));
    if (charter === undefined || versions.length === 0) throw new Refusal('not_found');
    const { action, entry } = await act(tx, { charter, versions, side, now, today: localDateOf(now, zone), zone });
    const number = await insertEntry(tx, workspaceId, id, {
      clause: null,
      proposal: null,
      text: null,
      ...entry,
      at: now,
      side,
      actor,
    });
    const result = await detailOf(tx, context, id, own);
    const { state, inForce, draft } = result;
    const after = { state, inForce, draft, version: entry.version, proposal: entry.proposal ?? null, entry: number };
    return { result, audit: { action: `charter.${action}`, subject: encodeId('chr', id), after } };
  });
}

/** The version on which a step may be taken now. Refuses `conflict`. */
export function mustStand({ versions, side, today }: HeldCharter, step: VersionStep): VersionRecord {
  const found = versions.findLast(({ state }) => mayStep(state, step));
  const isOwn = found?.state !== 'own' || found.side === side;
  const isPast = found?.state === 'announced' && (found.holdsFrom ?? '') <= today;
  if (found === undefined || !isOwn || isPast) throw impossibleNow(step);
  return found;
}

/** The hash of a document, as it is approved and signed. */
export function hashOf(document: VersionRecord['document']): string {
  return sha256(canonicalText(document)).toString('hex');
}
