import type { Client } from 'pg';

export interface Column {
  readonly name: string;
  /** Name of the element type for an array, of the base type for a domain. */
  readonly type: string;
  readonly isArray: boolean;
  /** As written in SQL, such as `numeric(10,2)`. */
  readonly sqlType: string;
  readonly notNull: boolean;
  readonly default: string | null;
  /** `always` and `stored` columns cannot be written. */
  readonly generated: 'always' | 'by default' | 'stored' | null;
  readonly grants: readonly string[];
}

export interface Constraint {
  readonly name: string;
  readonly definition: string;
}

export interface Table {
  readonly name: string;
  readonly partitionOf: string | null;
  readonly partitionKey: string | null;
  readonly bound: string | null;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly string[];
  readonly rowSecurity: boolean;
  readonly policies: readonly string[];
  readonly triggers: readonly string[];
  readonly grants: readonly string[];
}

export interface Schema {
  readonly tables: readonly Table[];
  readonly enums: ReadonlyMap<string, readonly string[]>;
  readonly sequences: readonly string[];
  readonly views: readonly string[];
  readonly functions: readonly string[];
}

/** Rights given to others than the owner: "select to cordee_app". */
const GRANTS = (acl: string) => `(select coalesce(array_agg(line order by line), '{}') from (
  select string_agg(lower(privilege_type), ', ' order by privilege_type) || ' to ' || coalesce(rolname, 'public') as line
  from aclexplode(${acl}) left join pg_roles on pg_roles.oid = grantee
  where grantee <> c.relowner group by rolname) lines)`;

const TABLES = `
select c.relname as name, parent.relname as "partitionOf", pg_get_partkeydef(c.oid) as "partitionKey",
  pg_get_expr(c.relpartbound, c.oid) as bound, c.relrowsecurity as "rowSecurity",
  (select coalesce(json_agg(json_build_object(
      'name', a.attname,
      'type', coalesce(base.typname, element.typname, t.typname),
      'isArray', element.typname is not null,
      'sqlType', format_type(a.atttypid, a.atttypmod),
      'notNull', a.attnotnull,
      'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
      'generated', case when a.attgenerated = 's' then 'stored' when a.attidentity = 'a' then 'always' when a.attidentity = 'd' then 'by default' end,
      'grants', ${GRANTS('a.attacl')}
    ) order by a.attnum), '[]')
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
    left join pg_type base on base.oid = t.typbasetype
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
  (select coalesce(json_agg(json_build_object('name', conname, 'definition', pg_get_constraintdef(oid))
      order by array_position(array['p', 'u', 'f', 'c', 'x'], contype::text), conname), '[]')
    from pg_constraint where conrelid = c.oid and contype in ('p', 'u', 'f', 'c', 'x')) as constraints,
  (select coalesce(array_agg(pg_get_indexdef(indexrelid) order by pg_get_indexdef(indexrelid)), '{}') from pg_index
    where indrelid = c.oid and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))) as indexes,
  (select coalesce(array_agg(format('%s: %s for %s to %s%s%s', polname, case when polpermissive then 'permissive' else 'restrictive' end,
      case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      (select coalesce(string_agg(rolname, ', ' order by rolname), 'public') from pg_roles where oid = any (polroles)),
      ' using ' || pg_get_expr(polqual, polrelid), ' with check ' || pg_get_expr(polwithcheck, polrelid)) order by polname), '{}')
    from pg_policy where polrelid = c.oid) as policies,
  (select coalesce(array_agg(pg_get_triggerdef(oid) order by tgname), '{}') from pg_trigger where tgrelid = c.oid and not tgisinternal) as triggers,
  ${GRANTS('c.relacl')} as grants
from pg_class c
left join pg_inherits on inhrelid = c.oid
left join pg_class parent on parent.oid = inhparent
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
order by c.relname`;

const ENUMS = `
select typname as name, array_agg(enumlabel::text order by enumsortorder) as labels
from pg_type join pg_enum on enumtypid = pg_type.oid
where typnamespace = 'public'::regnamespace group by typname order by typname`;

const SEQUENCES = `
select format('create sequence %I as %s start %s increment %s', c.relname, format_type(seqtypid, null), seqstart, seqincrement) as text,
  ${GRANTS('c.relacl')} as grants
from pg_sequence join pg_class c on c.oid = seqrelid
where c.relnamespace = 'public'::regnamespace
  and not exists (select from pg_depend where objid = c.oid and deptype = 'i') order by c.relname`;

const VIEWS = `
select format('create %s %I as%s%s', case c.relkind when 'm' then 'materialized view' else 'view' end, c.relname, chr(10), pg_get_viewdef(c.oid)) as text,
  ${GRANTS('c.relacl')} as grants
from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm') order by c.relname`;

const FUNCTIONS = `
select pg_get_functiondef(c.oid) as text, ${GRANTS('c.relacl')} as grants
from (select oid, proname, proowner as relowner, coalesce(proacl, acldefault('f', proowner)) as relacl from pg_proc
  where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')) c
where not exists (select from pg_depend where objid = c.oid and deptype = 'e') order by proname, text`;

/** Reads the schema `public` of a migrated database. */
export async function introspect(client: Client): Promise<Schema> {
  // Names then appear without the schema in all definitions.
  await client.query('set search_path to public, pg_catalog');
  const tables = await client.query<Table>(TABLES);
  const enums = await client.query<{ name: string; labels: string[] }>(ENUMS);
  return {
    tables: tables.rows,
    enums: new Map(enums.rows.map(({ name, labels }) => [name, labels])),
    sequences: await definitions(client, SEQUENCES),
    views: await definitions(client, VIEWS),
    functions: await definitions(client, FUNCTIONS),
  };
}

async function definitions(client: Client, text: string): Promise<string[]> {
  const { rows } = await client.query<{ text: string; grants: string[] }>(text);
  return rows.map((row) =>
    [`${row.text.trim().replace(/;$/, '')};`, ...row.grants.map((grant) => `-- grant ${grant}`)].join('\n'),
  );
}
