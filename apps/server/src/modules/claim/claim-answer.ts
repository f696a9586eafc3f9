import type { ClaimAnswer, ClaimDetail } from '@cordee/contract/claim';
import type { FileAnswer } from '@cordee/contract/file';
import type { Language } from '@cordee/contract/language';
import { daysLeft, isDecided, isOverdue } from '@cordee/core/claim';
import { commissionId, encodeId, factId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Wire } from '../../platform/http/index.ts';
import { clockOf } from './claim-clock.ts';
import type { ClaimEntry, ClaimRecord, RecordedFact, Settled } from './claim.store.ts';
import { outcomeTexts } from './outcome-words.ts';

export interface Reading {
  readonly language: Language;
  readonly now: Instant;
  /** In which days begin and end. */
  readonly zone: string;
}

/** A claim on the wire: both sides read the same. */
export function claimToContract(record: ClaimRecord, { language, now, zone }: Reading): Wire<ClaimAnswer> {
  const { deadline, outcome, settled, fact, commissionNumber: number, days, dayKind } = record;
  const commission = fact === null || number === null ? null : commissionId(fact.recordedAt, fact.seq, number);
  return {
    id: encodeId('clm', record.id),
    kind: record.kind,
    state: record.state,
    partnerId: encodeId('prt', record.partnerId),
    partnerName: record.partnerName,
    enrollmentId: encodeId('enr', record.enrollmentId),
    programId: encodeId('prg', record.programId),
    factId: idOf(fact),
    commissionId: commission,
    contributionId: record.contributionId === null ? null : encodeId('ctb', record.contributionId),
    expected: expectedOf(record),
    openedAt: formatInstant(record.openedAt),
    openedBy: record.byPartner ? 'partner' : 'company',
    terms: { days, dayKind, automatic: record.isAutomatic },
    deadline: deadline === null ? null : formatInstant(deadline),
    daysLeft: deadline === null || isDecided(record.state) ? null : daysLeft(deadline, now, clockOf(record, [], zone)),
    overdue: isOverdue(record, now),
    outcome:
      outcome === null
        ? null
        : {
            code: outcome.code,
            text: outcomeTexts[outcome.code][language],
            reason: outcome.reason,
            at: formatInstant(outcome.at),
            automatic: outcome.byClock,
          },
    settlement: settlementOf(settled, language),
  };
}

function expectedOf({ expected }: ClaimRecord): Wire<ClaimAnswer>['expected'] {
  if (expected === null) return null;
  const { what, occurredAt, eventId, externalId, name, email, amount, currency } = expected;
  return { what, occurredAt: formatInstant(occurredAt), eventId, customer: { externalId, name, email }, amount, currency };
}

function settlementOf(settled: Settled | null, language: Language): Wire<ClaimAnswer>['settlement'] {
  if (settled === null) return null;
  const { by, fact, contributionId, unsettled } = settled;
  return {
    by,
    factId: idOf(fact),
    contributionId: contributionId === null ? null : encodeId('ctb', contributionId),
    missing: unsettled === null ? null : unsettled[language],
  };
}

/** What was written, in order. Who of the company wrote is for the company: `names` is empty for a partner. */
export function entriesToContract(
  entries: readonly ClaimEntry[],
  names: readonly (string | null)[],
  files: readonly FileAnswer[][],
): Wire<ClaimDetail>['entries'] {
  return entries.map(({ number, at, kind, side, text, links }, index) => ({
    number,
    at: formatInstant(at),
    kind,
    side,
    author: names[index] ?? null,
    text,
    links: [...links],
    files: files[index] ?? [],
  }));
}

/** What the audit trail keeps: nothing of who the customer is, for that can be erased, nor of what people wrote. */
export function auditOf(record: ClaimRecord, now: Instant, zone: string): object {
  const {
    partnerName: _,
    expected,
    overdue: __,
    daysLeft: ___,
    ...told
  } = claimToContract(record, { language: 'en', now, zone });
  const { customer: ____, ...said } = expected ?? { customer: null };
  const outcome = told.outcome === null ? null : { ...told.outcome, text: undefined };
  return { ...told, outcome, expected: expected === null ? null : said, entries: record.entries };
}

function idOf(fact: RecordedFact | null): string | null {
  return fact === null ? null : factId(fact.recordedAt, fact.seq);
}
