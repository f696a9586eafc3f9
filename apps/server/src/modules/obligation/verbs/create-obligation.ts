import type { CreateObligation, ObligationDetail } from '@cordee/contract/obligation';
import { encodeId } from '@cordee/core/ids';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { zoneOf } from '../../fact/index.ts';
import { mustKnowPartners } from '../../partner/index.ts';
import { mustManage } from '../obligation.policy.ts';
import { detailOf } from '../read-obligation.ts';
import { setDutiesIn } from '../set-duties-in.ts';
import { selectDuties } from '../terms.store.ts';

/** Adds an obligation by hand, once or again and again: the first turn is the answer. Refuses `unknown_reference` and days that are past. */
export function createObligation(context: Context, input: CreateObligation): Promise<Wire<ObligationDetail>> {
  mustManage(context.actor);
  const { workspaceId } = context;
  const { partnerId, by, title, dueOn, cadence, proof, remindDays } = input;
  return write(context, async (tx) => {
    await mustKnowPartners(tx, workspaceId, [partnerId], () => 'partnerId');
    const today = localDateOf(context.now(), await zoneOf(tx, workspaceId));
    if (dueOn < today) throw new Refusal('invalid_request', [past]);
    const source = `own-${newUuid(context.now())}`;
    const reminded = remindDays === undefined ? {} : { remindDays };
    const terms = { kind: 'other', key: 'own', by, title, dueOn, cadence, proof, ...reminded } as const;
    const dates = { signedOn: null, startsOn: today, noticedOn: null, endsOn: null };
    await setDutiesIn(tx, context, { partnerId, source, terms: [terms], dates, country: null, region: null });
    const [first] = await selectDuties(tx, workspaceId, partnerId, source);
    if (first === undefined) throw new Refusal('invalid_request', [tooFar]);
    const after = { obligationId: encodeId('obl', first.id), title, owner: by, dueOn };
    const audit = { action: 'obligation.created', subject: encodeId('prt', partnerId), after };
    return { result: await detailOf(tx, context, first.id, null), audit };
  });
}

const past = {
  path: 'dueOn',
  rule: 'future',
  message: {
    en: 'This day is past: give today or a later one.',
    fr: 'Ce jour est passé : donnez aujourd’hui ou un jour à venir.',
  },
};
const tooFar = {
  path: 'dueOn',
  rule: 'near',
  message: { en: 'At most two years ahead.', fr: 'Deux ans à l’avance au plus.' },
};
