import type { SharedKind, Side } from '@cordee/core/partnership';
import type { Tx } from '../../../platform/db/index.ts';
import { isShown } from '../../partner/index.ts';
import { selectPeople, type PersonRecord } from './person.store.ts';

const peopleOf: Readonly<Record<Side, SharedKind>> = { company: 'company_people', partner: 'partner_people' };

/** The people one side sees: its own, the other's main contact and those who sign for it, and the others where they are shown. */
export async function seenPeople(tx: Tx, workspaceId: string, partnerId: string, by: Side): Promise<PersonRecord[]> {
  const all = await selectPeople(tx, workspaceId, partnerId);
  const other = by === 'company' ? 'partner' : 'company';
  const shows = (await isShown(tx, workspaceId, partnerId, peopleOf[other])) === true;
  return all.filter(({ side, isMain, maySign }) => side === by || isMain || maySign || shows);
}
