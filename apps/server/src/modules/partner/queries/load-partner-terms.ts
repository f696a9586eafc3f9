import type { Certificate, Dated, PartnerFacts } from '@cordee/core/counting';
import type { Tx } from '../../../platform/db/index.ts';
import { selectCertificates, selectHistory } from '../partner.store.ts';

export interface PartnerTerms {
  readonly facts: ReadonlyMap<string, readonly Dated<PartnerFacts>[]>;
  readonly certificates: ReadonlyMap<string, readonly Certificate[]>;
}

/** What counting reads about all partners of a workspace, in two statements; histories in the order they were learned. */
export async function loadPartnerTerms(tx: Tx, workspaceId: string): Promise<PartnerTerms> {
  const facts = new Map<string, Dated<PartnerFacts>[]>();
  for (const { partnerId, from, recordedAt, facts: value } of await selectHistory(tx, workspaceId)) {
    append(facts, partnerId, { from, recordedAt, value });
  }
  const certificates = new Map<string, Certificate[]>();
  for (const { partnerId, code, from, to, recordedAt } of await selectCertificates(tx, workspaceId, null)) {
    append(certificates, partnerId, { code, from, to, recordedAt });
  }
  return { facts, certificates };
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
