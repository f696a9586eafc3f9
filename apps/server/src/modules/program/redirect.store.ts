import type { EnrollmentState } from '@cordee/core/counting';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';

/** Everything the redirect needs to know about a link, so that it asks nothing more. */
export interface RedirectEntry {
  readonly workspaceId: string;
  readonly workspaceSlug: string;
  /** The company's own hosts that answer for this workspace. */
  readonly hosts: readonly string[];
  readonly code: string;
  readonly linkId: string;
  readonly enrollmentId: string;
  readonly partnerId: string;
  readonly programId: string;
  /** Absolute, to be completed with the click id. */
  readonly destination: string;
  readonly clickParameter: string;
  readonly cookie: 'set' | 'never';
  readonly cookieDays: number;
  readonly gpc: 'respect' | 'ignore';
  readonly subId: string | null;
  readonly repeatMinutes: number;
  /** Where links that are over lead. */
  readonly programPage: string;
  /** Of the enrollment as it is loaded; `ended` for a link that has ended. */
  readonly state: EnrollmentState;
}

export interface LinkScope {
  readonly workspaceId: string;
  /** Canonical. */
  readonly code?: string;
}

/**
 * The links of all workspaces, or of one, or one link; ended ones too. The caller's transaction sees those workspaces:
 * `withWorkspace(tx, '*')` for all. Read again when `cordee_links` is notified, and now and then: announced states begin in silence.
 */
export async function loadLinks(tx: Tx, scope?: LinkScope): Promise<RedirectEntry[]> {
  const { rows } = await sql<RedirectEntry>`
    select l.workspace_id as "workspaceId", w.slug as "workspaceSlug", w.tracking_hosts as hosts, l.code, l.id as "linkId",
      l.enrollment_id as "enrollmentId", e.partner_id as "partnerId", e.program_id as "programId",
      coalesce(l.destination_url, p.destination_url) as destination, p.click_parameter as "clickParameter", p.cookie,
      p.cookie_days as "cookieDays", p.gpc, l.sub_id as "subId", p.repeat_minutes as "repeatMinutes",
      p.destination_url as "programPage",
      case when l.ended_at is not null then 'ended' else coalesce(s.state, 'pending') end as state
    from link l
    join enrollment e on e.workspace_id = l.workspace_id and e.id = l.enrollment_id
    join program p on p.workspace_id = e.workspace_id and p.id = e.program_id
    join workspace w on w.id = l.workspace_id
    left join (
      select distinct on (workspace_id, enrollment_id) workspace_id, enrollment_id, state
      from enrollment_state
      where from_at <= greatest(clock_timestamp(), recorded_at) ${scope === undefined ? sql`` : sql`and workspace_id = ${scope.workspaceId}`}
      order by workspace_id, enrollment_id, from_at desc, number desc
    ) s on s.workspace_id = e.workspace_id and s.enrollment_id = e.id
    where true
      ${scope === undefined ? sql`` : sql`and l.workspace_id = ${scope.workspaceId}`}
      ${scope?.code === undefined ? sql`` : sql`and l.code = ${scope.code}`}
  `.execute(tx.kysely);
  return rows;
}
