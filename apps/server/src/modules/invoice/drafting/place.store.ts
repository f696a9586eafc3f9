import type { Language } from '@cordee/contract/language';
import type { Tx } from '../../../platform/db/index.ts';

/** Where the workspace is, and in what it keeps its books. */
export interface Place {
  readonly country: string;
  readonly currency: string;
  readonly zone: string;
  readonly language: Language;
}

/** Of the workspace of a draft. */
export async function loadPlace(tx: Tx, workspaceId: string): Promise<Place> {
  const [row] = await tx.query<Place>(`select country, currency, zone, language from workspace where id = $1`, [workspaceId]);
  if (row === undefined) throw new Error(`workspace ${workspaceId} is not there`);
  return row;
}
