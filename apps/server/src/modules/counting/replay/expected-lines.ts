import type { Fact, Outcome } from '@cordee/core/counting';
import { copyText, literalUuid } from '../../../platform/db/copy.ts';

/** One table of derived rows: how to read it back as text, and the text a counted fact must have left there. */
export interface DerivedTable {
  readonly name: string;
  query(workspaceId: string, after: bigint, through: bigint): string;
  lines(fact: Fact, outcome: Outcome): string[];
}

const milliseconds = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;

function ranged(table: string, columns: string, order: string) {
  return (workspaceId: string, after: bigint, through: bigint) =>
    `select ${columns} from ${table} where workspace_id = ${literalUuid(workspaceId)}` +
    ` and fact_seq > ${after} and fact_seq <= ${through} order by ${order}`;
}

const text = (value: string | bigint | number | null) => (value === null || value === '' ? '\\N' : String(value));

/** Comparing whole lines is both the strictest comparison and the cheapest. */
export const derivedTables: readonly DerivedTable[] = [
  {
    name: 'decision',
    query: ranged('decision', 'fact_seq, program_id, plan_version_id, unpaid, detail', 'fact_seq'),
    lines(_, { decision }) {
      const { factSeq, programId, planVersionId, unpaid, ...rest } = decision;
      return [`${factSeq}\t${text(programId)}\t${text(planVersionId)}\t${text(unpaid)}\t${copyText(JSON.stringify(rest))}`];
    },
  },
  {
    name: 'commission',
    query: ranged(
      'commission',
      `fact_seq, number, enrollment_id, partner_id, program_id, plan_version_id, clause, rule_id, line_id, currency, base, amount,
       arithmetic, cap, ${milliseconds('occurred_at')}, ${milliseconds('recorded_at')}, ${milliseconds('payable_at')}`,
      'fact_seq, number',
    ),
    lines(fact, { commissions }) {
      return commissions.map(
        (one) =>
          `${one.factSeq}\t${one.number}\t${one.enrollmentId}\t${one.partnerId}\t${one.programId}\t${one.planVersionId}\t${one.clause}\t` +
          `${copyText(one.ruleId)}\t${one.lineId === null ? '\\N' : copyText(one.lineId)}\t${one.currency}\t${one.base}\t${one.amount}\t` +
          `${copyText(JSON.stringify(one.arithmetic))}\t${one.cap === null ? '\\N' : JSON.stringify(one.cap)}\t${one.occurredAt}\t` +
          `${fact.recordedAt}\t${one.payableAt}`,
      );
    },
  },
  {
    name: 'reversal',
    query: ranged(
      'reversal',
      'fact_seq, number, commission_fact_seq, commission_number, partner_id, currency, amount, from_account',
      'fact_seq, number',
    ),
    lines(_, { reversals }) {
      return reversals.map(
        (one, number) =>
          `${one.factSeq}\t${number}\t${one.commission.factSeq}\t${one.commission.number}\t${one.partnerId}\t${one.currency}\t${one.amount}\t${one.from}`,
      );
    },
  },
  {
    name: 'posting',
    query: ranged(
      'posting',
      `fact_seq, number, debit, credit, partner_id, currency, amount, ${milliseconds('effective_at')}, commission_fact_seq, commission_number`,
      'fact_seq, number',
    ),
    lines(_, { transaction }) {
      return (transaction?.postings ?? []).map(
        (one, number) =>
          `${transaction?.factSeq}\t${number}\t${one.debit}\t${one.credit}\t${one.partnerId}\t${one.currency}\t${one.amount}\t` +
          `${transaction?.effectiveAt}\t${one.commission?.factSeq ?? '\\N'}\t${one.commission?.number ?? '\\N'}`,
      );
    },
  },
];
