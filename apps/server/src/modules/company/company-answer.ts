import type { CompanyRecordAnswer } from '@cordee/contract/company';
import { placeRecords } from '@cordee/core/company';
import { decodeId } from '@cordee/core/ids';
import { formatInstant, type LocalDate } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { nameActors } from '../partner/index.ts';
import type { CompanyRecord } from './company.store.ts';

/** Some of the records of a workspace as they are told, with who wrote them and where they stand among all. */
export async function recordAnswers(
  tx: Tx,
  workspaceId: string,
  told: readonly CompanyRecord[],
  { all, today }: { readonly all: readonly CompanyRecord[]; readonly today: LocalDate },
): Promise<Wire<CompanyRecordAnswer>[]> {
  const places = placeRecords(all, today);
  const authors = await nameActors(
    tx,
    workspaceId,
    told.map(({ writtenBy }) => actorOf(writtenBy)),
  );
  return told.map(({ number, validFrom, identity, reason, writtenAt }, index) => {
    const place = places.get(number);
    if (place === undefined) throw new Error(`record ${number} is not among those of its workspace`);
    return {
      number,
      validFrom,
      ...place,
      identity,
      reason,
      writtenAt: formatInstant(writtenAt),
      author: authors[index]?.name ?? null,
    };
  });
}

/** Whom a kept key of an actor stands for; only what names it. */
function actorOf(key: string): Actor {
  const userId = decodeId('usr', key) ?? (key.startsWith('usr_') ? key : null);
  if (userId !== null) return { kind: 'user', userId, role: 'viewer', partnerId: null };
  const keyId = decodeId('key', key);
  if (keyId !== null) return { kind: 'key', keyId, scopes: [], publishable: false };
  return { kind: 'system', job: key };
}
