import { frenchChart, hledgerEntry, keepBooks, type Move } from '@cordee/core/accounting';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckResult, missing, resultOf } from './check-result.ts';
import { hasTool } from './other-tools.ts';

const NAME = 'journal for hledger';

/** A year of a company in journals of hledger, read and added up by hledger itself. */
export function* checkJournals(scratch: string): Generator<CheckResult> {
  if (!hasTool('hledger')) {
    yield missing(NAME, 'hledger is not installed (apt-get install hledger)');
    return;
  }
  for (const detail of [false, true]) {
    const name = `${NAME}, ${detail ? 'each transaction' : 'by day'}`;
    const { text, sums } = journal(detail);
    const file = join(scratch, `journal-${detail ? 'detail' : 'day'}.journal`);
    writeFileSync(file, text);
    yield resultOf(`${name}: hledger check`, said('check', file, '--strict').fault);
    yield resultOf(`${name}: balances`, balanceFault(file, sums));
  }
}

/** Every kind of account moves, names hold what could end a field, and one balance is in dollars. */
function journal(detail: boolean): { text: string; sums: ReadonlyMap<string, bigint> } {
  const parts = ['commodity 1000.00 EUR\n'];
  const accounts = new Set<string>();
  const books = keepBooks({
    charts: [{ validFrom: '2026-01-01', chart: frenchChart }],
    from: '2026-01-01',
    detail,
    language: 'fr',
    rateOf: (currency) => (currency === 'USD' ? '1.25' : null),
    auxiliaryOf: (partnerId) => ({ number: `P ${partnerId}:1; x`, name: 'L’Été ; & fils' }),
    statementOf: () => null,
    emit(entry) {
      const written = hledgerEntry(entry);
      parts.push(written);
      for (const [, account = ''] of written.matchAll(/^ {4}(\S.*?) {2}/gm)) accounts.add(account);
    },
  });
  for (const move of moves()) {
    const fault = books.add(move);
    if (fault !== null) throw new Error(`the year of the sample is wrong: ${fault.code}`);
  }
  const result = books.end();
  if ('code' in result) throw new Error(`the year of the sample is wrong: ${result.code}`);
  const declared = [...accounts].map((account) => `account ${account}\n`).join('');
  return { text: declared + parts.join(''), sums: new Map(result.sums.map(({ number, closing }) => [number, closing])) };
}

function* moves(): Generator<Move> {
  let factSeq = 0n;
  const kinds = [
    ['accrual', 'commission_expense', 'pending'],
    ['release', 'pending', 'payable'],
    ['payout_started', 'payable', 'in_payout'],
    ['payout_confirmed', 'in_payout', 'paid'],
  ] as const;
  for (let month = 1; month <= 12; month += 1) {
    const day = `2026-${String(month).padStart(2, '0')}-15`;
    for (const [kind, debit, credit] of kinds) {
      for (const [partnerId, currency] of [
        ['ana', 'EUR'],
        ['ben', 'EUR'],
        ['zoe', 'USD'],
      ] as const) {
        factSeq += 1n;
        const amount = BigInt(month) * 1_234n + BigInt(partnerId.length);
        const common = { factSeq, day, effectiveOn: day, partnerId, programId: null, currency, amount };
        yield { ...common, kind, debit, credit, piece: null, label: 'vente ; 12 "été"' };
      }
    }
  }
}

/** The accounts whose balance hledger finds otherwise than we do. */
function balanceFault(file: string, sums: ReadonlyMap<string, bigint>): string {
  const { out, fault } = said('balance', file, '-N', '--flat', '--depth', '1', '--format', '%(account) %(total)', '--empty');
  if (fault !== '') return fault;
  const found = new Map(
    out
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .map(([account = '', amount = '0']) => [account, BigInt(amount.replace('.', '').replace(/^0$/, '0'))]),
  );
  return [...sums]
    .filter(([number, closing]) => (found.get(number) ?? 0n) !== -closing)
    .map(([number, closing]) => `${number}: ${found.get(number) ?? 0n} instead of ${-closing}`)
    .join('; ');
}

function said(command: string, file: string, ...more: string[]): { out: string; fault: string } {
  const { status, stdout, stderr } = spawnSync('hledger', [command, '-f', file, ...more], { encoding: 'utf8' });
  return { out: stdout, fault: status === 0 ? '' : (stderr.trim().split('\n')[0] ?? 'refused') };
}
