import type { PartnershipPerson } from '@cordee/contract/partnership-people';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { PersonRecord } from './person.store.ts';

export function personToContract(person: PersonRecord): PartnershipPerson {
  const { id, partnerId, userId, from, until, ...same } = person;
  return {
    ...same,
    id: encodeId('psn', id),
    partnerId: encodeId('prt', partnerId),
    userId: userId === null ? null : encodeId('usr', userId),
    from: formatInstant(from),
    until: until === null ? null : formatInstant(until),
  };
}

/** What the audit trail keeps: it cannot be erased, so neither name nor address is in it. */
export function personToAudit({ side, role, isMain, maySign, until }: PersonRecord, partnerId: string): object {
  return { partnerId: encodeId('prt', partnerId), side, role, isMain, maySign, isOver: until !== null };
}
