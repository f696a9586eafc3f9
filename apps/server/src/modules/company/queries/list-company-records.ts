import type { CompanyRecordAnswer } from '@cordee/contract/company';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeNumbers, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { recordAnswers } from '../company-answer.ts';
import { mustSeeCompany } from '../company.policy.ts';
import { loadPlace, selectRecords } from '../company.store.ts';

/** A page of what was written about the company, newest first. */
export function listCompanyRecords(
  context: Context,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: Wire<CompanyRecordAnswer>[]; nextCursor: string | null }> {
  mustSeeCompany(context.actor);
  const [before = null] = decodeNumbers(cursor, 1);
  const { workspaceId } = context;
  return read(context, async (tx) => {
    const all = await selectRecords(tx, workspaceId);
    const { zone } = await loadPlace(tx, workspaceId);
    const rows = all
      .toReversed()
      .filter(({ number }) => before === null || BigInt(number) < before)
      .slice(0, limit + 1);
    const told = await recordAnswers(tx, workspaceId, rows, { all, today: localDateOf(context.now(), zone) });
    return pageOfRows(
      told,
      limit,
      (one) => one,
      ({ number }) => [String(number)],
    );
  });
}
