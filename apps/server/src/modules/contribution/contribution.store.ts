import type { contributionKinds, contributionNatures, contributionUnits } from '@cordee/contract/contribution-body';
import type { ContributionState, StoredState } from '@cordee/core/contribution';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export type ContributionKind = (typeof contributionKinds)[number];

export interface Party {
  readonly partnerId: string;
  readonly enrollmentId: string;
  /** "p/q" */
  readonly share: string;
}

/** Who the customer is, as far as anybody said. */
export interface NamedCustomer {
  readonly customerId: string | null;
  readonly externalId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly country: string | null;
  readonly nameKey: string | null;
  readonly emailHash: string | null;
}

export interface ContributionRecord {
  readonly id: string;
  readonly kind: ContributionKind;
  readonly programId: string;
  readonly parties: readonly Party[];
  readonly customer: NamedCustomer;
  /** Had bought before, by the address that was declared. */
  readonly customerKnown: boolean;
  readonly occurredAt: Instant;
  readonly validUntil: Instant | null;
  readonly description: string | null;
  readonly evidenceUrl: string | null;
  readonly products: readonly string[] | null;
  readonly expectedAmount: bigint | null;
  readonly currency: string | null;
  readonly introducedTo: string | null;
  readonly leadName: string | null;
  readonly consentAt: Instant | null;
  readonly consentHow: string | null;
  readonly nature: (typeof contributionNatures)[number] | null;
  readonly quantity: number | null;
  readonly unit: (typeof contributionUnits)[number] | null;
  readonly saleEventId: string | null;
  readonly declaredAt: Instant;
  readonly byPartner: boolean;
  readonly stored: StoredState;
  readonly decidedAt: Instant | null;
  readonly reason: string | null;
  readonly fact: RecordedFact | null;
  readonly endFact: RecordedFact | null;
}

export interface RecordedFact {
  readonly seq: bigint;
  readonly recordedAt: Instant;
}

export interface ContributionFilter {
  readonly ids?: readonly string[];
  readonly partnerId?: string | null;
  readonly programId?: string | undefined;
  readonly kind?: ContributionKind | undefined;
  readonly state?: ContributionState | undefined;
  readonly customerId?: string | null;
  /** Ids sort by the time they were declared. */
  readonly before?: string | null;
  /** What has expired is judged by it. */
  readonly now: Instant;
  readonly limit: number;
}

interface Row {
  id: string;
  kind: ContributionKind;
  program_id: string;
  parties: [string, string, string][] | null;
  customer_id: string | null;
  customer_external_id: string | null;
  customer_name: string | null;
  customer_email: string | null;
  customer_country: string | null;
  name_key: string | null;
  email_hash: string | null;
  customer_known: boolean;
  occurred_at: Instant;
  valid_until: Instant | null;
  description: string | null;
  evidence_url: string | null;
  products: string[] | null;
  expected_amount: bigint | null;
  currency: string | null;
  introduced_to: string | null;
  lead_name: string | null;
  consent_at: Instant | null;
  consent_how: string | null;
  nature: ContributionRecord['nature'];
  quantity: number | null;
  unit: ContributionRecord['unit'];
  sale_event_id: string | null;
  declared_at: Instant;
  by_partner: boolean;
  state: StoredState;
  decided_at: Instant | null;
  reason: string | null;
  fact_seq: bigint | null;
  fact_at: Instant | null;
  end_seq: bigint | null;
  end_at: Instant | null;
}

/** What a list and everything else reads of a contribution. */
const contributionColumns = `c.id, c.kind, c.program_id, c.customer_id, c.customer_external_id, c.customer_name, c.customer_email,
  c.customer_country, c.name_key, c.email_hash, c.customer_known, c.occurred_at, c.valid_until, c.description, c.evidence_url,
  c.products, c.expected_amount, c.currency, c.introduced_to, c.lead_name, c.consent_at, c.consent_how, c.nature, c.quantity, c.unit, c.sale_event_id, c.declared_at,
  c.by_partner, c.state, c.decided_at, c.reason, c.fact_seq, f.recorded_at as fact_at, c.end_seq, e.recorded_at as end_at,
  (select json_agg(json_build_array(p.partner_id, p.enrollment_id, p.share) order by p.number) from contribution_party p
    where p.workspace_id = c.workspace_id and p.contribution_id = c.id) as parties`;

const withFacts = `left join fact f on f.workspace_id = c.workspace_id and f.seq = c.fact_seq
       left join fact e on e.workspace_id = c.workspace_id and e.seq = c.end_seq`;

/** Contributions, newest first. */
export async function selectContributions(
  tx: Tx,
  workspaceId: string,
  filter: ContributionFilter,
): Promise<ContributionRecord[]> {
  const values: unknown[] = [workspaceId, filter.limit];
  const where: string[] = [];
  const add = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined || value === null) return;
    where.push(condition(`$${values.push(value)}`));
  };
  add(filter.ids, (place) => `c.id = any(${place}::uuid[])`);
  add(filter.programId, (place) => `c.program_id = ${place}`);
  add(filter.kind, (place) => `c.kind = ${place}`);
  add(filter.customerId, (place) => `c.customer_id = ${place}`);
  add(filter.before, (place) => `c.id < ${place}`);
  add(
    filter.partnerId,
    (place) => `exists (select 1 from contribution_party o
      where o.workspace_id = c.workspace_id and o.contribution_id = c.id and o.partner_id = ${place})`,
  );
  if (filter.state !== undefined) where.push(standsAs(filter.state, `$${values.push(new Date(filter.now))}`));
  const rows = await tx.query<Row>(
    `select ${contributionColumns} from contribution c ${withFacts}
      where c.workspace_id = $1${where.map((condition) => ` and ${condition}`).join('')}
      order by c.id desc limit $2`,
    values,
  );
  return rows.map(fromRow);
}

/** Other contributions that are open and may be about one of these customers. */
export async function selectRivals(
  tx: Tx,
  workspaceId: string,
  customers: readonly Pick<NamedCustomer, 'customerId' | 'nameKey' | 'emailHash'>[],
): Promise<ContributionRecord[]> {
  const said = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const rows = await tx.query<Row>(
    `select ${contributionColumns} from contribution c ${withFacts}
      where c.workspace_id = $1 and c.state in ('waiting', 'confirmed')
        and (c.customer_id = any($2::uuid[]) or c.name_key = any($3::text[]) or c.email_hash = any($4::text[]))
      order by c.id limit 1000`,
    [
      workspaceId,
      said(customers.map(({ customerId }) => customerId)),
      said(customers.map(({ nameKey }) => nameKey)),
      said(customers.map(({ emailHash }) => emailHash)),
    ],
  );
  return rows.map(fromRow);
}

/** The expired are open ones whose validity is over. */
function standsAs(state: ContributionState, now: string): string {
  const isOver = `(c.valid_until is not null and c.valid_until <= ${now}::timestamptz)`;
  if (state === 'expired') return `c.state in ('waiting', 'confirmed') and ${isOver}`;
  if (state === 'waiting' || state === 'confirmed') return `c.state = '${state}' and not ${isOver}`;
  // The instant is named so that the statement has a place for each of its values.
  return `c.state = '${state}' and ${now}::timestamptz is not null`;
}

function fromRow(row: Row): ContributionRecord {
  return {
    id: row.id,
    kind: row.kind,
    programId: row.program_id,
    parties: (row.parties ?? []).map(([partnerId, enrollmentId, share]) => ({ partnerId, enrollmentId, share })),
    customer: {
      customerId: row.customer_id,
      externalId: row.customer_external_id,
      name: row.customer_name,
      email: row.customer_email,
      country: row.customer_country,
      nameKey: row.name_key,
      emailHash: row.email_hash,
    },
    customerKnown: row.customer_known,
    occurredAt: row.occurred_at,
    validUntil: row.valid_until,
    description: row.description,
    evidenceUrl: row.evidence_url,
    products: row.products,
    expectedAmount: row.expected_amount,
    currency: row.currency,
    introducedTo: row.introduced_to,
    leadName: row.lead_name,
    consentAt: row.consent_at,
    consentHow: row.consent_how,
    nature: row.nature,
    quantity: row.quantity,
    unit: row.unit,
    saleEventId: row.sale_event_id,
    declaredAt: row.declared_at,
    byPartner: row.by_partner,
    stored: row.state,
    decidedAt: row.decided_at,
    reason: row.reason,
    fact: row.fact_seq === null || row.fact_at === null ? null : { seq: row.fact_seq, recordedAt: row.fact_at },
    endFact: row.end_seq === null || row.end_at === null ? null : { seq: row.end_seq, recordedAt: row.end_at },
  };
}
