import type { Identity, Known } from '@cordee/core/qualification';
import type { Tx } from '../../platform/db/index.ts';

interface Row {
  id: string;
  name: string | null;
  email: string | null;
  registration_number: string | null;
  vat_number: string | null;
  street: string | null;
  post_code: string | null;
  town: string | null;
}

/** The latest tax details of each partner that were not refused. */
const details = `left join lateral (
    select d.siren, d.siret, d.vat_number, d.address from tax_details d
      left join tax_details_answer a on a.workspace_id = d.workspace_id and a.details_id = d.id
     where d.workspace_id = p.workspace_id and d.partner_id = p.id and a.answer is distinct from 'refused'
     order by d.id desc limit 1) t on true`;
const partnerColumns = `p.id, p.name, p.email, coalesce(t.siret, t.siren) as registration_number, t.vat_number,
  t.address->>'street' as street, t.address->>'postCode' as post_code, t.address->>'town' as town`;

/** Who a partner is, as far as the workspace knows. */
export async function identityOfPartner(tx: Tx, workspaceId: string, partnerId: string): Promise<Identity> {
  const [row] = await tx.query<Row>(
    `select ${partnerColumns} from partner p ${details} where p.workspace_id = $1 and p.id = $2`,
    [workspaceId, partnerId],
  );
  const people = await tx.query<{ email: string }>(
    `select u.email from membership m join auth_user u on u.id = m.user_id where m.workspace_id = $1 and m.partner_id = $2`,
    [workspaceId, partnerId],
  );
  const own = row === undefined ? nobody : identityOf(row);
  return { ...own, emails: [...own.emails, ...people.map(({ email }) => email)] };
}

const nobody: Identity = { name: null, registrationNumber: null, vatNumber: null, emails: [], address: null };

/**
 * Whom the workspace knows that may have something in common with this one: partners, members of the company, customers. Wider than what
 * is in common in the end, which core decides.
 */
export async function selectKnown(tx: Tx, workspaceId: string, own: Identity, except: string | null): Promise<Known[]> {
  const domains = [...new Set(own.emails.map((email) => email.toLowerCase().split('@').at(-1) ?? ''))];
  const digits = (own.registrationNumber ?? '').replace(/\W/g, '').slice(0, 9);
  const partners = await tx.query<Row>(
    `select ${partnerColumns} from partner p ${details}
      where p.workspace_id = $1 and p.archived_at is null and ($2::uuid is null or p.id <> $2)
        and (p.name_key = lower($3) or split_part(lower(p.email), '@', 2) = any($4::text[]) or ($5 <> '' and left(coalesce(t.siret, t.siren), 9) = $5)
          or upper(t.vat_number) = $6 or position(coalesce(t.address->>'postCode', '?') in $7) > 0)
      limit 500`,
    [
      workspaceId,
      except,
      own.name ?? '',
      domains,
      digits,
      (own.vatNumber ?? '').toUpperCase().replace(/[^A-Z0-9]/g, ''),
      own.address ?? '',
    ],
  );
  const members = await tx.query<{ id: string; name: string; email: string }>(
    `select m.user_id as id, u.name, u.email from membership m join auth_user u on u.id = m.user_id
      where m.workspace_id = $1 and m.partner_id is null and split_part(lower(u.email), '@', 2) = any($2::text[]) limit 100`,
    [workspaceId, domains],
  );
  const customers = await tx.query<{ id: string; name: string | null; email: string | null }>(
    `select id, name, email from customer
      where workspace_id = $1 and erased_at is null and (split_part(lower(email), '@', 2) = any($2::text[]) or lower(name) = lower($3))
      limit 100`,
    [workspaceId, domains, own.name ?? ''],
  );
  return [
    ...partners.map((row) => ({ kind: 'partner' as const, id: row.id, ...identityOf(row) })),
    ...members.map(({ id, name, email }) => ({ ...nobody, kind: 'member' as const, id, name, emails: [email] })),
    ...customers.map(({ id, name, email }) => ({
      ...nobody,
      kind: 'customer' as const,
      id,
      name,
      emails: email === null ? [] : [email],
    })),
  ];
}

function identityOf(row: Row): Identity {
  const place = [row.street, row.post_code, row.town].filter((part) => part !== null);
  return {
    name: row.name,
    registrationNumber: row.registration_number,
    vatNumber: row.vat_number,
    emails: row.email === null ? [] : [row.email],
    address: row.street === null ? null : place.join(' '),
  };
}
