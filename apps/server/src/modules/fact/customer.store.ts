import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { CustomerDraft } from './draft.ts';

/** Customers to be saved together, spelled as the arrays of the statement that saves them. */
export class CustomerList {
  #pending: CustomerDraft[] = [];
  readonly #lists: string[][] = [[], [], [], [], []];

  /** The same customer may come twice: what came last is saved. */
  add(customer: CustomerDraft): void {
    this.#pending.push(customer);
  }

  /** Spells those added so far, so that the rows they came from are not held on to. */
  settle(): void {
    const added = this.#pending;
    if (added.length === 0) return;
    const [ids, externalIds, emails, names, countries] = this.#lists;
    ids?.push(added.map(({ id }) => id).join(','));
    externalIds?.push(added.map(({ externalId }) => arrayText(externalId)).join(','));
    emails?.push(added.map(({ email }) => arrayText(email)).join(','));
    names?.push(added.map(({ name }) => arrayText(name)).join(','));
    countries?.push(added.map(({ country }) => arrayText(country)).join(','));
    this.#pending = [];
  }

  get isEmpty(): boolean {
    return this.#pending.length === 0 && this.#lists[0]?.length === 0;
  }

  /** The arrays, in PostgreSQL's text form. */
  arrays(): readonly string[] {
    this.settle();
    return this.#lists.map((list) => `{${list.join(',')}}`);
  }
}

const PLAIN = /^[A-Za-z0-9_@.+-]+$/;

// An element of an array literal: quoted unless it holds nothing that could mean anything.
function arrayText(text: string | null): string {
  if (text === null) return 'null';
  if (PLAIN.test(text) && text.toLowerCase() !== 'null') return text;
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** Keeps what is known of customers in the side table; later knowledge fills gaps, an erased customer stays erased. */
export async function saveCustomerList(tx: Tx, workspaceId: string, customers: CustomerList, at: Instant): Promise<void> {
  if (customers.isEmpty) return;
  await tx.query(
    // In the order of ids, so that two who save the same customers never wait for each other.
    `insert into customer (workspace_id, id, external_id, email, name, country, created_at)
     select distinct on (c.id) $1::uuid, c.id, c.external_id, c.email, c.name, c.country, $7::timestamptz
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
         with ordinality as c (id, external_id, email, name, country, place)
      order by c.id, c.place desc
     on conflict (workspace_id, id) do update set
       email = coalesce(excluded.email, customer.email),
       name = coalesce(excluded.name, customer.name),
       country = coalesce(excluded.country, customer.country)
     where customer.erased_at is null
       and (coalesce(excluded.email, customer.email), coalesce(excluded.name, customer.name), coalesce(excluded.country, customer.country))
         is distinct from (customer.email, customer.name, customer.country)`,
    [workspaceId, ...customers.arrays(), new Date(at)],
  );
}
