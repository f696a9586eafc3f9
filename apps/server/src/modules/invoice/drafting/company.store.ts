import type { Language } from '@cordee/contract/language';
import type { Tx } from '../../../platform/db/index.ts';

export interface CompanyRecord {
  readonly country: string;
  readonly currency: string;
  readonly zone: string;
  readonly language: Language;
}

/** Where the company is, and in what it keeps its books. */
export async function loadCompany(tx: Tx, workspaceId: string): Promise<CompanyRecord> {
  const [row] = await tx.query<CompanyRecord>(`select country, currency, zone, language from workspace where id = $1`, [
    workspaceId,
  ]);
  if (row === undefined) throw new Error(`workspace ${workspaceId} is not there`);
  return row;
}
