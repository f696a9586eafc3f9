import { usualTerms, type ClaimTerms } from '@cordee/core/claim';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface DatedTerms extends ClaimTerms {
  /** null: what holds where the company has said nothing. */
  readonly since: Instant | null;
}

export interface TermsInForce {
  readonly workspace: DatedTerms;
  /** Programs with terms of their own. */
  readonly programs: ReadonlyMap<string, DatedTerms>;
}

interface Row {
  program_id: string | null;
  since: Instant;
  days: number | null;
  day_kind: ClaimTerms['dayKind'] | null;
  is_automatic: boolean | null;
}

/** The newest terms of the company and of its programs. */
export async function termsInForce(tx: Tx, workspaceId: string): Promise<TermsInForce> {
  const rows = await tx.query<Row>(
    `select distinct on (program_id) program_id, since, days, day_kind, is_automatic from claim_terms
      where workspace_id = $1 order by program_id, since desc, id desc`,
    [workspaceId],
  );
  let workspace: DatedTerms = { ...usualTerms, since: null };
  const programs = new Map<string, DatedTerms>();
  for (const { program_id: programId, since, days, day_kind: dayKind, is_automatic: isAutomatic } of rows) {
    if (days === null || dayKind === null || isAutomatic === null) continue;
    const terms = { days, dayKind, isAutomatic, since };
    if (programId === null) workspace = terms;
    else programs.set(programId, terms);
  }
  return { workspace, programs };
}

export interface NewTerms {
  readonly id: string;
  readonly programId: string | null;
  readonly since: Instant;
  /** null: the program follows the company again. */
  readonly terms: ClaimTerms | null;
}

export async function insertTerms(tx: Tx, workspaceId: string, { id, programId, since, terms }: NewTerms): Promise<void> {
  await tx.query(
    `insert into claim_terms (workspace_id, id, program_id, since, days, day_kind, is_automatic) values ($1, $2, $3, $4, $5, $6, $7)`,
    [workspaceId, id, programId, new Date(since), terms?.days ?? null, terms?.dayKind ?? null, terms?.isAutomatic ?? null],
  );
}

/** Whether partners may read how the company answers; not unless it said so. */
export async function showsStatistics(tx: Tx, workspaceId: string): Promise<boolean> {
  const [row] = await tx.query<{ shown: boolean }>(
    `select shows_statistics as shown from claim_setting where workspace_id = $1`,
    [workspaceId],
  );
  return row?.shown === true;
}

export async function setShowsStatistics(tx: Tx, workspaceId: string, shown: boolean): Promise<void> {
  await tx.query(
    `insert into claim_setting (workspace_id, shows_statistics) values ($1, $2)
     on conflict (workspace_id) do update set shows_statistics = excluded.shows_statistics`,
    [workspaceId, shown],
  );
}
