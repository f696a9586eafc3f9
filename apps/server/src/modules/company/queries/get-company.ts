import type { CompanyAnswer } from '@cordee/contract/company';
import { companyLacks, companyPurposes, placeRecords, recordOn } from '@cordee/core/company';
import { type LocalDate, localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { recordAnswers } from '../company-answer.ts';
import { mustSeeCompany } from '../company.policy.ts';
import { loadPlace, selectRecords } from '../company.store.ts';

/** Who the company is on a day, today unless said; what comes next, and what documents still lack of it. */
export function getCompany(context: Context, asked?: LocalDate): Promise<Wire<CompanyAnswer>> {
  mustSeeCompany(context.actor);
  const { workspaceId } = context;
  return read(context, async (tx) => {
    const { country, zone } = await loadPlace(tx, workspaceId);
    const today = localDateOf(context.now(), zone);
    const on = asked ?? today;
    const all = await selectRecords(tx, workspaceId);
    const held = recordOn(all, on);
    const places = placeRecords(all, on);
    const next = all
      .filter(({ number, validFrom }) => places.get(number)?.state === 'future' && validFrom > (held?.validFrom ?? on))
      .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))[0];
    const told = await recordAnswers(tx, workspaceId, [held, next].filter(isThere), { all, today });
    const lacks = companyPurposes.map((purpose) => ({ purpose, data: companyLacks(held?.identity ?? null, purpose) }));
    return {
      on,
      country,
      record: told[0] ?? null,
      next: told[1] ?? null,
      lacks: lacks.filter(({ data }) => data.length > 0),
    };
  });
}

function isThere<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
