import type { CharterKind, Clause } from '@cordee/core/charter';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface OwnClause {
  readonly key: string;
  readonly version: number;
  readonly clause: Clause;
  readonly fits: readonly CharterKind[];
}

/** The newest version of each clause of the company's own. */
export function selectOwnClauses(tx: Tx, workspaceId: string): Promise<OwnClause[]> {
  return tx.query<OwnClause>(
    `select distinct on (key) key, version, clause, fits from charter_clause where workspace_id = $1 order by key, version desc`,
    [workspaceId],
  );
}

/** Keeps a clause as its next version, which is given back. */
export async function insertOwnClause(
  tx: Tx,
  workspaceId: string,
  { key, clause, fits, at }: Omit<OwnClause, 'version'> & { readonly at: Instant },
): Promise<number | null> {
  const rows = await tx.query<{ version: number }>(
    `insert into charter_clause (workspace_id, key, version, clause, fits, at)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5 from charter_clause where workspace_id = $1 and key = $2
     on conflict do nothing returning version`,
    [workspaceId, key, JSON.stringify(clause), [...fits], new Date(at)],
  );
  return rows[0]?.version ?? null;
}

export interface Requirement {
  readonly required: 'nobody' | 'programs' | 'everybody';
  readonly programIds: readonly string[];
}

/** Of whom a charter is asked before anything is paid; of nobody unless somebody said so. */
export async function loadRequirement(tx: Tx, workspaceId: string): Promise<Requirement> {
  const rows = await tx.query<Requirement>(
    `select required, program_ids as "programIds" from charter_requirement where workspace_id = $1`,
    [workspaceId],
  );
  return rows[0] ?? { required: 'nobody', programIds: [] };
}

export async function saveRequirement(tx: Tx, workspaceId: string, { required, programIds }: Requirement): Promise<void> {
  await tx.query(
    `insert into charter_requirement (workspace_id, required, program_ids) values ($1, $2, $3)
     on conflict (workspace_id) do update set required = excluded.required, program_ids = excluded.program_ids`,
    [workspaceId, required, [...programIds]],
  );
}
