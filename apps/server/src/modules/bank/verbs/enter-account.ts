import type { BankAccountAnswer, EnterBankAccount } from '@cordee/contract/bank-account';
import type { EnterDestination } from '@cordee/contract/payout-rail';
import { encodeId } from '@cordee/core/ids';
import type { PostalAddress } from '@cordee/core/payment';
import type { Context } from '../../../platform/context.ts';
import { hmacSha256 } from '../../../platform/crypto/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { partnerNames } from '../../partner/index.ts';
import { answerOf } from '../account-answer.ts';
import { actorKey } from '../actor-key.ts';
import type { BankParts } from '../bank-parts.ts';
import { mustEnterAccount } from '../bank.policy.ts';
import { type Destination, destinationHint, destinationText, enteredDestination, sameness } from '../destination.ts';
import { insertAccount, selectAccountsById } from '../bank.store.ts';

/**
 * Enters the account a partner is paid on, or with null the one the company pays from. It waits to be confirmed. Refuses
 * `not_found` for an unknown partner.
 */
export function enterAccount(
  context: Context,
  parts: BankParts,
  partnerId: string | null,
  input: EnterBankAccount,
): Promise<BankAccountAnswer> {
  const { holder, iban, bic = null, address = null } = input;
  return enter(context, parts, partnerId, { holder, bic, address, to: { rail: 'sepa', iban } });
}

/** Enters where a partner is paid on another rail. It waits to be confirmed. Refuses `not_found` for an unknown partner. */
export function enterDestination(
  context: Context,
  parts: BankParts,
  partnerId: string,
  input: EnterDestination,
): Promise<BankAccountAnswer> {
  const { holder } = input;
  return enter(context, parts, partnerId, { holder, bic: null, address: null, to: enteredDestination(input) });
}

interface Entered {
  readonly holder: string;
  readonly bic: string | null;
  readonly address: PostalAddress | null;
  readonly to: Destination;
}

function enter(
  context: Context,
  { sealer, masterKey }: BankParts,
  partnerId: string | null,
  { holder, bic, address, to }: Entered,
): Promise<BankAccountAnswer> {
  mustEnterAccount(context.actor, partnerId);
  const { workspaceId, actor } = context;
  return write(context, async (tx) => {
    if (partnerId !== null && !(await partnerNames(tx, workspaceId, [partnerId])).has(partnerId)) throw new Refusal('not_found');
    const now = context.now();
    const id = newUuid(now);
    await insertAccount(tx, workspaceId, {
      id,
      partnerId,
      rail: to.rail,
      holder,
      iban: sealer.seal(destinationText(to)),
      hint: destinationHint(to),
      hash: hmacSha256(hmacSha256(masterKey, 'bank accounts'), sameness(to)),
      bic,
      address,
      enteredAt: now,
      enteredBy: actorKey(actor),
      byPartner: actor.kind === 'user' && actor.role === 'partner',
    });
    const account = (await selectAccountsById(tx, workspaceId, [id])).get(id);
    if (account === undefined) throw new Error('an account was lost while it was entered');
    const result = answerOf(account, actor);
    return { result, audit: { action: 'bank_account.entered', subject: encodeId('bac', id), after: result } };
  });
}
