import { encodeId } from '@cordee/core/ids';
import { maskedVatNumber } from '@cordee/core/tax';
import { type Instant, localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { read, write } from '../../../platform/verb.ts';
import { companyOn } from '../../company/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { CHECK_JOB, type CheckOrder, enqueueCheck } from '../checking/ask-check.ts';
import { askVies, isPassing } from '../checking/vies.ts';
import type { TaxParts } from '../parts.ts';
import { loadPolicy } from '../policy.store.ts';
import { mustDecideTax } from '../tax.policy.ts';
import { insertCheck, isNumberOf } from '../vat.store.ts';

const MINUTE = 60_000;
/** After each try that found nobody; after the last, the daily job takes over. */
const PAUSES_MS = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * MINUTE);

/** Asks about a partner's VAT number and keeps the answer; when nobody could say for now, it is asked again later. */
export async function checkVat(parts: TaxParts, order: CheckOrder): Promise<void> {
  const { workspaceId, partnerId, vatNumber, attempt } = order;
  const context: Context = {
    actor: { kind: 'system', job: CHECK_JOB },
    workspaceId,
    db: parts.db,
    now: parts.now,
    language: 'en',
    requestId: CHECK_JOB,
  };
  mustDecideTax(context.actor);
  const asked = await read(context, async (tx) => {
    const { checksVat } = await loadPolicy(tx, workspaceId);
    if (!checksVat || !(await isNumberOf(tx, workspaceId, order))) return null;
    const today = localDateOf(parts.now(), await zoneOf(tx, workspaceId));
    return { as: (await companyOn(tx, workspaceId, today))?.vatNumber ?? null };
  });
  if (asked === null) return;
  const answer = await askVies(parts.outbound, parts.viesUrl, vatNumber, asked.as);
  await write(context, async (tx) => {
    const now = parts.now();
    await insertCheck(tx, workspaceId, { ...answer, id: newUuid(now), partnerId, vatNumber, checkedAt: now });
    const next = isPassing(answer) ? nextTry(attempt, now) : null;
    if (next !== null) await enqueueCheck(tx, { ...order, attempt: attempt + 1 }, next);
    const after = { vatNumber: maskedVatNumber(vatNumber), state: answer.state, cause: answer.cause };
    return { result: null, audit: { action: 'vat_number.checked', subject: encodeId('prt', partnerId), after } };
  });
}

function nextTry(attempt: number, now: Instant): Instant | null {
  const pause = PAUSES_MS[attempt - 1];
  return pause === undefined ? null : now + pause;
}
