import type { FactKind } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface ContestedFact {
  readonly seq: bigint;
  readonly kind: FactKind;
  readonly recordedAt: Instant;
  readonly occurredAt: Instant;
  readonly currency: string | null;
  readonly customerId: string | null;
  readonly customerExternalId: string | null;
}

/** A fact that concerns this partner: it credits it or moves its accounts. Null when there is none. */
export async function factOfPartner(
  tx: Tx,
  workspaceId: string,
  place: { readonly seq: bigint; readonly at: Instant },
  partnerId: string,
): Promise<ContestedFact | null> {
  const [row] = await tx.query<ContestedFact>(
    `select f.seq, f.kind, f.recorded_at as "recordedAt", f.occurred_at as "occurredAt", f.currency, f.customer_id as "customerId",
       u.external_id as "customerExternalId"
       from fact f left join customer u on u.workspace_id = f.workspace_id and u.id = f.customer_id
      where f.workspace_id = $1 and f.seq = $2 and f.recorded_at = $3 and (
        exists (select 1 from posting m where m.workspace_id = f.workspace_id and m.fact_seq = f.seq and m.partner_id = $4)
        or exists (select 1 from decision d cross join lateral json_array_elements(d.detail->'credits') k
             where d.workspace_id = f.workspace_id and d.fact_seq = f.seq and k->>'partnerId' = $4::text))`,
    [workspaceId, place.seq, new Date(place.at), partnerId],
  );
  return row ?? null;
}

export interface ContestedCommission {
  readonly enrollmentId: string;
  readonly partnerId: string;
  readonly recordedAt: Instant;
}

/** A commission by its fact and its number; null when there is none. */
export async function findContestedCommission(
  tx: Tx,
  workspaceId: string,
  place: { readonly seq: bigint; readonly n: number },
): Promise<ContestedCommission | null> {
  const [row] = await tx.query<ContestedCommission>(
    `select enrollment_id as "enrollmentId", partner_id as "partnerId", recorded_at as "recordedAt" from commission
      where workspace_id = $1 and fact_seq = $2 and number = $3`,
    [workspaceId, place.seq, place.n],
  );
  return row ?? null;
}

/** How a contribution of this partner was decided; null when it has none of this id. */
export async function contributionStateOf(tx: Tx, workspaceId: string, id: string, partnerId: string): Promise<string | null> {
  const [row] = await tx.query<{ state: string }>(
    `select c.state from contribution c
       join contribution_party y on y.workspace_id = c.workspace_id and y.contribution_id = c.id and y.partner_id = $3
      where c.workspace_id = $1 and c.id = $2`,
    [workspaceId, id, partnerId],
  );
  return row?.state ?? null;
}

/** The facts of a kind that any system told under this name, newest first. */
export async function factsToldAs(
  tx: Tx,
  workspaceId: string,
  kind: 'sale' | 'lead',
  externalId: string,
): Promise<{ readonly seq: bigint; readonly recordedAt: Instant }[]> {
  return tx.query(
    // One look into the index for each system that may have told it.
    `select f.seq, f.recorded_at as "recordedAt"
       from (select 'company/' || $2::text as source
             union all select c.kind || ':' || c.id || '/' || $2::text from connection c where c.workspace_id = $1) s
       join fact f on f.workspace_id = $1 and f.source = s.source and f.external_id = $3
      order by f.seq desc limit 10`,
    [workspaceId, kind, externalId],
  );
}

/** An open claim of the same partner about the same thing, if there is one. */
export async function findTwin(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  about: {
    readonly factSeq: bigint | null;
    readonly commissionNumber: number | null;
    readonly contributionId: string | null;
    readonly eventId: string | null;
  },
): Promise<string | null> {
  const { factSeq, commissionNumber, contributionId, eventId } = about;
  const [row] = await tx.query<{ id: string }>(
    `select id from claim where workspace_id = $1 and partner_id = $2 and state in ('open', 'asked')
       and ((fact_seq = $3 and commission_number is not distinct from $4) or contribution_id = $5
         or ($3::bigint is null and event_id = $6)) limit 1`,
    [workspaceId, partnerId, factSeq, commissionNumber, contributionId, eventId],
  );
  return row?.id ?? null;
}
