import type { ConfirmContribution, ContributionAnswer } from '@cordee/contract/contribution';
import type { FieldFault } from '@cordee/contract/errors';
import { allowsStep } from '@cordee/core/contribution';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { recordExclusively, type Place } from '../../counting/index.ts';
import { customerIdOf, workspaceKeys, type ReadyFact } from '../../fact/index.ts';
import { auditOf } from '../contribution-answer.ts';
import { contributionFact } from '../contribution-fact.ts';
import { confirm } from '../contribution-change.store.ts';
import { mustDecide } from '../contribution.policy.ts';
import type { ContributionRecord } from '../contribution.store.ts';
import { draftOf } from '../customer-draft.ts';
import { endOf } from '../declared-times.ts';
import { findConflicts, stateOf } from '../find-conflicts.ts';
import { knownCustomer } from '../known-customer.store.ts';
import { answerOf, mustFind } from '../read-contribution.ts';
import { conflicting, isOver } from '../refusals.ts';
import { mustComeBefore } from '../sale-is-new.ts';

/**
 * Makes a contribution that waits into a fact, from which on it counts. Conflicts are looked for where the fact takes its place:
 * two who confirm at once do not both pass. Refuses `not_found`, `conflict` when it is decided or over, `contribution_conflict` unless
 * told to pass over them, `invalid_request` while the company's own id of the customer is missing, and `unavailable` while a large
 * import is being counted.
 */
export async function confirmContribution(
  context: Context,
  id: string,
  input: ConfirmContribution,
): Promise<Wire<ContributionAnswer>> {
  mustDecide(context.actor);
  const { workspaceId } = context;
  const { customerKey } = await workspaceKeys(context.db, workspaceId);
  return write(context, async (tx) => {
    const now = context.now();
    const before = await mustFind(tx, context, id, null);
    await recordExclusively(tx, workspaceId, now, async (place) => [await confirmAt(tx, context, id, input, customerKey, place)]);
    const after = await mustFind(tx, context, id, null);
    const result = await answerOf(tx, context, after);
    const audit = { action: 'contribution.confirmed', subject: encodeId('ctb', id), before: auditOf(before, now) };
    return { result, audit: { ...audit, after: { ...auditOf(after, now), despiteConflicts: input.despiteConflicts } } };
  });
}

async function confirmAt(
  tx: Tx,
  context: Context,
  id: string,
  { customerExternalId, validUntil, despiteConflicts }: ConfirmContribution,
  customerKey: Buffer,
  { seq, recordedAt }: Place,
): Promise<ReadyFact> {
  const { workspaceId } = context;
  const now = context.now();
  const declared = await mustFind(tx, context, id, null);
  const state = stateOf(declared, now);
  if (!allowsStep(state, 'confirm')) throw isOver(state);
  const externalId = customerExternalId ?? declared.customer.externalId;
  if (externalId === null) throw new Refusal('invalid_request', [customerMissing]);
  const customerId = customerIdOf(customerKey, externalId);
  const record: ContributionRecord = {
    ...declared,
    customer: { ...declared.customer, customerId, externalId },
    validUntil: endOf(validUntil, now) ?? declared.validUntil,
  };
  await mustComeBefore(tx, workspaceId, record.saleEventId);
  const conflicts = (await findConflicts(tx, workspaceId, [record], now)).get(id) ?? [];
  const blocking = conflicts.filter(({ blocks }) => blocks);
  if (blocking.length > 0 && !despiteConflicts) throw conflicting(blocking);
  const done = { customerId, externalId, validUntil: record.validUntil, at: recordedAt, seq };
  if (!(await confirm(tx, workspaceId, id, done))) throw isOver('confirmed');
  return contributionFact(record, draftOf(record.customer, await knownCustomer(tx, workspaceId, customerId)));
}

const customerMissing: FieldFault = {
  path: 'customerExternalId',
  rule: 'required',
  message: {
    en: 'Say which customer it is: your own id of it, as sales name it.',
    fr: 'Dites de quel client il s’agit : votre propre identifiant, tel que les ventes le nomment.',
  },
  example: 'customer-7',
};
