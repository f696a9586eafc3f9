import type { ChangePartnershipPerson, PartnershipPerson } from '@cordee/contract/partnership-people';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { lockStages } from '../../partner/index.ts';
import { personToAudit, personToContract } from '../people/person-answer.ts';
import { clearMain, findPerson, selectPeople, updatePerson, type PersonRecord } from '../people/person.store.ts';
import { seenPeople } from '../people/seen-people.ts';
import { mustTakePart } from '../partnership.policy.ts';
import { mustKnow } from '../which-side.ts';

/** Changes somebody's role, makes somebody the main contact, or says whether somebody signs for its side. Refuses `not_found`, and `conflict` for somebody who left. */
export function changePartnershipPerson(
  context: Context,
  id: string,
  changes: ChangePartnershipPerson,
): Promise<PartnershipPerson> {
  return writePerson(context, id, 'partnership.person_changed', async (tx, before) => {
    const isMain = before.isMain || changes.isMain === true;
    if (isMain && !before.isMain) await clearMain(tx, context.workspaceId, before.partnerId, before.side);
    return { ...before, role: changes.role ?? before.role, isMain, maySign: changes.maySign ?? before.maySign };
  });
}

/** Somebody is no longer in the partnership. Refuses `not_found`, and `conflict` for a main contact others of its side rely on. */
export function endPartnershipPerson(context: Context, id: string): Promise<PartnershipPerson> {
  return writePerson(context, id, 'partnership.person_ended', async (tx, before) => {
    const there = await selectPeople(tx, context.workspaceId, before.partnerId);
    if (before.isMain && there.some((each) => each.side === before.side && each.id !== before.id)) throw mainIsNeeded();
    return { ...before, isMain: false, until: context.now() };
  });
}

function writePerson(
  context: Context,
  id: string,
  action: string,
  change: (tx: Tx, before: PersonRecord) => Promise<PersonRecord>,
): Promise<PartnershipPerson> {
  const acting = mustTakePart(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const found = await findPerson(tx, workspaceId, id);
    if (found === null) throw new Refusal('not_found');
    const { partnerId } = found;
    await mustKnow(tx, context, partnerId);
    await lockStages(tx, workspaceId, [partnerId]);
    const before = (await seenPeople(tx, workspaceId, partnerId, acting)).find((each) => each.id === id);
    if (before === undefined) throw new Refusal(found.until !== null && found.side === acting ? 'conflict' : 'not_found');
    if (acting === 'partner' && before.side !== 'partner') throw new Refusal('forbidden');
    const after = await change(tx, before);
    await updatePerson(tx, workspaceId, after);
    return {
      result: personToContract(after),
      audit: {
        action,
        subject: encodeId('psn', id),
        before: personToAudit(before, partnerId),
        after: personToAudit(after, partnerId),
      },
    };
  });
}

function mainIsNeeded(): Refusal {
  return new Refusal('conflict', [
    {
      path: 'id',
      rule: 'main_contact',
      message: {
        en: 'This is the main contact: name another one first.',
        fr: 'C’est le contact principal : désignez-en d’abord un autre.',
      },
    },
  ]);
}
