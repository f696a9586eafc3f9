import type { KeepRehearsal, KeptRehearsal } from '@cordee/contract/exit-rehearsal';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { mustTakePart } from '../leaving.policy.ts';
import { keptToContract, rehearseIn } from '../queries/rehearse-exit.ts';
import { rehearsalToContract } from '../rehearsal-answer.ts';
import { holdRehearsal, insertRehearsal, type RehearsalRecord, updateShown } from '../rehearsal.store.ts';

/** Keeps a rehearsal as it reads now, for oneself or for both. Refuses `not_found`. */
export function keepRehearsal(context: Context, partnerId: string, input: KeepRehearsal): Promise<Wire<KeptRehearsal>> {
  const side = mustTakePart(context.actor, partnerId);
  const { shown, ...query } = input;
  return write(context, async (tx) => {
    const { of, told } = await rehearseIn(tx, context, partnerId, side, query);
    const text = JSON.stringify(rehearsalToContract(of, told, context.language));
    const at = context.now();
    const content = JSON.parse(text) as RehearsalRecord['content'];
    const record = { id: newUuid(at), partnerId, side, isShown: shown, at, content, hash: sha256(text).toString('hex') };
    await insertRehearsal(tx, context.workspaceId, record, text, context.actor);
    const result = keptToContract(record);
    const after = { id: result.id, hash: record.hash, endsOn: told.endsOn, shown };
    return { result, audit: { action: 'exit_rehearsal.kept', subject: encodeId('prt', partnerId), after } };
  });
}

/** Shows a rehearsal of one's own side to the other, or no longer. Refuses `not_found`, also for one of the other side. */
export function showRehearsal(context: Context, id: string, shown: boolean): Promise<Wire<KeptRehearsal>> {
  return write(context, async (tx) => {
    const record = await holdRehearsal(tx, context.workspaceId, id);
    if (record === null || mustTakePart(context.actor, record.partnerId) !== record.side) throw new Refusal('not_found');
    const result = keptToContract({ ...record, isShown: shown });
    if (record.isShown === shown) return { result, audit: null };
    await updateShown(tx, context.workspaceId, id, shown);
    const after = { id: result.id, shown };
    return { result, audit: { action: 'exit_rehearsal.shown', subject: encodeId('prt', record.partnerId), after } };
  });
}
