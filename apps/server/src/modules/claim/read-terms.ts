import type { ClaimTermsAnswer } from '@cordee/contract/claim-terms';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { termsInForce, type DatedTerms } from './claim-terms.store.ts';
import { statisticsShownTo } from './statistics-shown.ts';

/** What the company promised about answering, on the wire. */
export async function termsAnswer(tx: Tx, workspaceId: string, own: string | null): Promise<Wire<ClaimTermsAnswer>> {
  const { workspace, programs } = await termsInForce(tx, workspaceId);
  return {
    workspace: told(workspace),
    programs: [...programs].map(([programId, terms]) => ({ programId: encodeId('prg', programId), ...told(terms) })),
    showsStatistics: await statisticsShownTo(tx, workspaceId, own),
  };
}

function told({ days, dayKind, isAutomatic, since }: DatedTerms) {
  return { days, dayKind, automatic: isAutomatic, since: since === null ? null : formatInstant(since) };
}
