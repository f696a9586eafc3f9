import type { DisputeSubject } from '@cordee/contract/dispute-body';
import { decodeId, parseSequenceUuid, type Prefix } from '@cordee/core/ids';
import type { Tx } from '../../../platform/db/index.ts';

const prefixes = {
  commission: 'com',
  statement: 'stm',
  invoice: 'inv',
  obligation: 'obl',
  clause: 'chr',
  claim: 'clm',
} as const satisfies Partial<Record<DisputeSubject, Prefix>>;

const tables = {
  statement: 'statement',
  invoice: 'invoice',
  obligation: 'obligation',
  clause: 'charter',
  claim: 'claim',
} as const;

/** Whether what is named is this partner's. */
export async function isOfPartner(
  tx: Tx,
  workspaceId: string,
  kind: Exclude<DisputeSubject, 'other'>,
  text: string,
  partnerId: string,
): Promise<boolean> {
  const id = decodeId(prefixes[kind], text);
  if (id === null) return false;
  if (kind === 'commission') return isCommissionOf(tx, workspaceId, id, partnerId);
  const rows = await tx.query(`select 1 from ${tables[kind]} where workspace_id = $1 and id = $2 and partner_id = $3`, [
    workspaceId,
    id,
    partnerId,
  ]);
  return rows.length === 1;
}

async function isCommissionOf(tx: Tx, workspaceId: string, id: string, partnerId: string): Promise<boolean> {
  const place = parseSequenceUuid(id);
  if (place === null) return false;
  const rows = await tx.query(
    `select 1 from commission where workspace_id = $1 and fact_seq = $2 and number = $3 and recorded_at = $4 and partner_id = $5`,
    [workspaceId, place.seq, place.n, new Date(place.at), partnerId],
  );
  return rows.length === 1;
}
