-- Partnerships: gates that were waived, people of both sides, joint facts, a partner's own notes, and what each side shows the other.

-- The gates a stage was reached in spite of. The stage itself, with who moved it, is in `partner_stage`.
create table partnership_waiver (
  workspace_id uuid not null references workspace (id),
  partner_id uuid not null,
  stage_number integer not null,
  -- A gate, or `move` where the stage was set although no such move is foreseen.
  gate text not null,
  state text not null check (state in ('open', 'unknown', 'no_move')),
  -- None only where a stage was set by hand without one.
  reason text,
  primary key (workspace_id, partner_id, stage_number, gate),
  check ((gate = 'move') = (state = 'no_move'))
);

create table partnership_person (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  side text not null check (side in ('company', 'partner')),
  -- Who signs in; otherwise a name, and perhaps an address.
  user_id text,
  name text not null,
  email text,
  role text not null check (role in ('sponsor', 'manager', 'operations', 'finance', 'legal', 'technical')),
  is_main boolean not null,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (workspace_id, id),
  check (until_at is null or not is_main)
);
create index partnership_person_partner on partnership_person (workspace_id, partner_id, side);
create unique index partnership_person_main on partnership_person (workspace_id, partner_id, side) where is_main;

create table joint_fact (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  kind text not null check (kind in ('decision', 'figure', 'meeting', 'contact')),
  text text not null,
  on_date date not null,
  state text not null check (state in ('proposed', 'confirmed', 'contested', 'withdrawn')),
  proposed_by text not null check (proposed_by in ('company', 'partner')),
  proposed_at timestamptz not null,
  proposer json not null,
  answered_at timestamptz,
  answerer json,
  reason text,
  primary key (workspace_id, id),
  check ((state = 'proposed') = (answered_at is null)),
  check (state <> 'contested' or reason is not null)
);
create index joint_fact_partner on joint_fact (workspace_id, partner_id, id);

-- What a partner writes down for itself, sealed: whoever reads the database or an archive of it reads nothing.
create table partner_own_note (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  sealed bytea not null,
  user_id text not null,
  created_at timestamptz not null,
  changed_at timestamptz,
  removed_at timestamptz,
  primary key (workspace_id, id)
);
create index partner_own_note_partner on partner_own_note (workspace_id, partner_id, id);

-- What a side chose to show the other, from when on; the newest entry of a kind holds.
create table partner_visibility (
  workspace_id uuid not null references workspace (id),
  partner_id uuid not null,
  kind text not null,
  number integer not null,
  is_shown boolean not null,
  from_at timestamptz not null,
  actor json not null,
  primary key (workspace_id, partner_id, kind, number)
);

do $$
declare
  name text;
begin
  foreach name in array array['partnership_waiver', 'partnership_person', 'joint_fact', 'partner_own_note', 'partner_visibility']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert on partnership_waiver to cordee_app;
grant select, insert, update on partnership_person to cordee_app;
grant select, insert on joint_fact to cordee_app;
-- What was stated is never changed; it is answered once.
grant update (state, answered_at, answerer, reason) on joint_fact to cordee_app;
grant select, insert, update on partner_own_note to cordee_app;
grant select, insert on partner_visibility to cordee_app;
