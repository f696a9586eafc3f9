import type { Move } from '@cordee/core/accounting';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import { copyBatches, copyField, literalUuid } from '../../platform/db/copy.ts';
import type { Tx } from '../../platform/db/index.ts';

/** Which postings stand in a month: its own up to a fact, and those learned late. */
export interface MonthScope {
  readonly month: string;
  readonly from: Instant;
  readonly to: Instant;
  /** The last fact of a month that was cut. */
  readonly through: bigint | null;
  /** Facts behind this one that took effect before the month stand in it, late; null: none does. */
  readonly lateAfter: bigint | null;
}

export interface MoveForm {
  readonly zone: string;
  /** What its fact is known by. */
  readonly labels: boolean;
  /** Which program a commission is of. */
  readonly programs: boolean;
}

interface Reading extends MoveForm {
  readonly foreignOnly: boolean;
}

/** The postings of a month in the order they are booked, a batch at a time. */
export async function readMoves(
  tx: Tx,
  workspaceId: string,
  scope: MonthScope,
  form: Reading,
  onMoves: (moves: Move[]) => Promise<void>,
): Promise<void> {
  const program = form.programs ? 'c.program_id' : 'null';
  const commission = form.programs
    ? `left join commission c on c.workspace_id = m.workspace_id and c.fact_seq = m.commission_fact_seq and c.number = m.commission_number`
    : '';
  const day = `to_char(m.effective_at at time zone ${literalZone(form.zone)}, 'YYYY-MM-DD')`;
  await copyBatches(
    tx,
    `with m as (${standing(literalUuid(workspaceId), scope)})
     select m.fact_seq, t.kind, ${day}, m.late, m.debit, m.credit, m.partner_id, ${program}, m.currency, m.amount,
            case when t.kind like 'payout%' then m.body->>'payoutId' else m.body->'invoice'->>'number' end, ${form.labels ? `case when t.kind <> 'release' then m.external_id end` : 'null'}
       from m join ledger_transaction t on t.workspace_id = m.workspace_id and t.fact_seq = m.fact_seq ${commission}
      ${form.foreignOnly ? `where m.currency <> 'EUR'` : ''}
      order by m.late desc, m.effective_at, m.fact_seq, m.number`,
    (lines) => onMoves(lines.map((line) => moveOf(line, scope.month))),
  );
}

/** What a month did in euro, by account and partner: enough for what is carried on. */
export async function monthSums(tx: Tx, workspaceId: string, scope: MonthScope, { programs }: MoveForm): Promise<Move[]> {
  const program = programs ? 'c.program_id' : 'null::uuid';
  const commission = programs
    ? `left join commission c on c.workspace_id = m.workspace_id and c.fact_seq = m.commission_fact_seq and c.number = m.commission_number`
    : '';
  const rows = await tx.query<{
    kind: string;
    debit: string;
    credit: string;
    partner: string;
    program: string | null;
    amount: string;
  }>(
    `with m as (${standing('$1::uuid', scope)})
     select t.kind, m.debit, m.credit, m.partner_id as partner, ${program} as program, sum(m.amount)::text as amount
       from m join ledger_transaction t on t.workspace_id = $1 and t.fact_seq = m.fact_seq ${commission}
      where m.currency = 'EUR' group by 1, 2, 3, 4, 5`,
    [workspaceId],
  );
  const day = `${scope.month}-01`;
  return rows.map(({ kind, debit, credit, partner, program: id, amount }) => ({
    factSeq: 0n,
    kind,
    day,
    effectiveOn: day,
    debit,
    credit,
    partnerId: partner,
    currency: 'EUR',
    piece: null,
    label: '',
    programId: id === null ? null : encodeId('prg', id),
    amount: BigInt(amount),
  }));
}

/** The postings that stand in a month, as `core/closing` says; made of our own numbers only, for COPY takes no parameters. */
function standing(workspace: string, { from, to, through, lateAfter }: MonthScope): string {
  const columns = `p.workspace_id, p.fact_seq, p.number, p.debit, p.credit, p.partner_id, p.currency, p.amount, p.effective_at,
    p.commission_fact_seq, p.commission_number, f.body, f.external_id`;
  const upTo = through === null ? '' : ` and f.seq <= ${through}`;
  const late =
    lateAfter === null
      ? ''
      : ` union all
     select ${columns}, true as late from posting p join fact f on f.workspace_id = p.workspace_id and f.seq = p.fact_seq
      where p.workspace_id = ${workspace} and p.fact_seq > ${lateAfter}${through === null ? '' : ` and p.fact_seq <= ${through}`}
        and p.effective_at < to_timestamp(${from}::double precision / 1000)`;
  return `select ${columns}, false as late from fact f join posting p on p.workspace_id = f.workspace_id and p.fact_seq = f.seq
      where f.workspace_id = ${workspace} and f.occurred_at >= to_timestamp(${from}::double precision / 1000)
        and f.occurred_at < to_timestamp(${to}::double precision / 1000)${upTo}${late}`;
}

function moveOf(line: string, month: string): Move {
  const [
    seq = '',
    kind = '',
    on = '',
    late = '',
    debit = '',
    credit = '',
    partnerId = '',
    program = '',
    currency = '',
    amount = '',
    piece = '',
    label = '',
  ] = line.split('\t');
  return {
    factSeq: BigInt(seq),
    kind,
    day: late === 't' ? `${month}-01` : on,
    effectiveOn: on,
    debit,
    credit,
    partnerId,
    programId: program === '\\N' ? null : encodeId('prg', program),
    currency,
    amount: BigInt(amount),
    piece: pieceOf(kind, piece),
    label: label === '\\N' ? '' : copyField(label),
  };
}

/** A payout is known by its id, an invoice or credit note by its number. */
function pieceOf(kind: string, piece: string): string | null {
  if (piece === '\\N') return null;
  return kind.startsWith('payout') ? encodeId('pay', piece) : copyField(piece);
}

function literalZone(zone: string): string {
  if (!/^[A-Za-z0-9_+/-]+$/.test(zone)) throw new Error(`not a zone: ${zone}`);
  return `'${zone}'`;
}

/** The number of each statement of a month, by partner and currency. */
export async function statementNumbers(tx: Tx, workspaceId: string, month: string): Promise<Map<string, number>> {
  const rows = await tx.query<{ partner_id: string; currency: string; number: number }>(
    `select partner_id, currency, number from statement where workspace_id = $1 and month = $2 and number is not null`,
    [workspaceId, month],
  );
  return new Map(rows.map(({ partner_id, currency, number }) => [`${partner_id} ${currency}`, number]));
}
