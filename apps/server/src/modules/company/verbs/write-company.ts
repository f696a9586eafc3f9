import type { CompanyRecordAnswer, WriteCompany } from '@cordee/contract/company';
import type { FieldFault } from '@cordee/contract/errors';
import { type CompanyIdentity, recordOn, sirenOf } from '@cordee/core/company';
import { encodeId } from '@cordee/core/ids';
import { localDateOf } from '@cordee/core/time';
import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { recordAnswers } from '../company-answer.ts';
import { mustWriteCompany } from '../company.policy.ts';
import { insertRecord, loadPlace, selectRecords } from '../company.store.ts';
import { identityFaults } from '../identity-faults.ts';

/**
 * Says who the company is from a day on. Refuses `invalid_request` by field, for a change without a reason too, and `conflict` when it is
 * so already or somebody else wrote at the same moment.
 */
export function writeCompany(
  context: Context,
  { identity: given, validFrom, reason }: WriteCompany,
): Promise<Wire<CompanyRecordAnswer>> {
  const { workspaceId, actor } = context;
  mustWriteCompany(actor);
  return write(context, async (tx) => {
    const { country, zone } = await loadPlace(tx, workspaceId);
    const all = await selectRecords(tx, workspaceId);
    const identity: CompanyIdentity = { ...given, siren: sirenOf(given) };
    const faults = identityFaults(given, country).map((fault) => ({ ...fault, path: `identity.${fault.path}` }));
    if (all.length > 0 && reason === null) faults.push(whyIsMissing);
    if (faults.length > 0) throw new Refusal('invalid_request', faults);
    const now = context.now();
    const today = localDateOf(now, zone);
    const from = validFrom ?? today;
    const before = recordOn(all, from);
    if (before !== null && before.validFrom <= from && isSame(before.identity, identity)) throw new Refusal('conflict', [itIsSo]);
    const number = (all.at(-1)?.number ?? 0) + 1;
    const record = { number, validFrom: from, identity, reason, writtenAt: now, writtenBy: actorKey(actor) };
    if (!(await insertRecord(tx, workspaceId, record))) throw new Refusal('conflict');
    const [result] = await recordAnswers(tx, workspaceId, [record], { all: [...all, record], today });
    if (result === undefined) throw new Error('a record was lost');
    const audit = {
      action: 'company.written',
      subject: encodeId('wsp', workspaceId),
      before: before === null ? null : { number: before.number, validFrom: before.validFrom, ...before.identity },
      after: { number, validFrom: from, reason, ...identity },
    };
    return { result, audit };
  });
}

/** What is left out and what is undefined are the same. */
function isSame(one: CompanyIdentity, other: CompanyIdentity): boolean {
  const plain = (identity: CompanyIdentity): unknown => JSON.parse(JSON.stringify(identity));
  return isDeepStrictEqual(plain(one), plain(other));
}

const whyIsMissing: FieldFault = {
  path: 'reason',
  rule: 'required',
  message: {
    en: 'Say why it changes: whoever reads the history wants to know.',
    fr: 'Dites pourquoi cela change : qui lira l’historique voudra le savoir.',
  },
  example: 'We have moved.',
};

const itIsSo: FieldFault = {
  path: 'identity',
  rule: 'changed',
  message: {
    en: 'This is what holds from that day on already: nothing was written.',
    fr: 'C’est déjà ce qui vaut à partir de ce jour : rien n’a été écrit.',
  },
};
