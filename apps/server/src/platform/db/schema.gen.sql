-- The whole schema as the migrations leave it, to be read and reviewed. Made by tools/generate.ts: run `npm run generate`.

create type account_kind as enum ('pending', 'payable', 'in_payout', 'paid', 'commission_expense', 'vat', 'withholding', 'rounding', 'adjustment', 'exchange', 'vat_due', 'planned_debt', 'debt_waived');

create sequence click_seq as bigint start 1 increment 1;
-- grant usage to cordee_app

create table accounting_auxiliary (
  workspace_id uuid not null,
  partner_id   uuid not null,
  number       text not null,
  constraint accounting_auxiliary_pkey PRIMARY KEY (workspace_id, partner_id),
  constraint accounting_auxiliary_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint accounting_auxiliary_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id)
);
CREATE UNIQUE INDEX accounting_auxiliary_number ON public.accounting_auxiliary USING btree (workspace_id, number);
alter table accounting_auxiliary enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table accounting_chart (
  workspace_id uuid not null,
  valid_from   date not null,
  chart        jsonb not null,
  written_at   timestamp with time zone not null,
  written_by   text not null,
  constraint accounting_chart_pkey PRIMARY KEY (workspace_id, valid_from),
  constraint accounting_chart_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table accounting_chart enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table accounting_declaration (
  workspace_id  uuid not null,
  pays_salaries boolean not null,
  das2_column   text not null,
  constraint accounting_declaration_pkey PRIMARY KEY (workspace_id),
  constraint accounting_declaration_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table accounting_declaration enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table address_salt (
  day date not null,
  key bytea not null,
  constraint address_salt_pkey PRIMARY KEY (day)
);
-- grant delete, insert, select to cordee_app

create table api_key (
  workspace_id uuid not null,
  id           uuid not null,
  name         text not null,
  publishable  boolean not null,
  prefix       text not null,
  hash         bytea not null,
  scopes       text[] not null,
  origins      text[] not null default '{}'::text[],
  created_at   timestamp with time zone not null,
  created_by   text not null,
  expires_at   timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at   timestamp with time zone,
  constraint api_key_pkey PRIMARY KEY (workspace_id, id),
  constraint api_key_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
CREATE UNIQUE INDEX api_key_hash ON public.api_key USING btree (workspace_id, hash);
alter table api_key enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table application (
  workspace_id        uuid not null,
  id                  uuid not null,
  form_id             uuid not null,
  program_id          uuid not null,
  state               text not null,
  document            json not null,
  name                text not null,
  contact             text not null,
  email               text not null,
  language            text not null,
  country             text,
  website             text,
  registration_number text,
  vat_number          text,
  address             text,
  ties                text,
  answers             json not null,
  sent_at             timestamp with time zone not null,
  confirmed_at        timestamp with time zone,
  decided_at          timestamp with time zone,
  reason              text,
  partner_id          uuid,
  enrollment_id       uuid,
  constraint application_pkey PRIMARY KEY (workspace_id, id),
  constraint application_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint application_check CHECK (((state = ANY (ARRAY['unconfirmed'::text, 'withdrawn'::text])) OR (confirmed_at IS NOT NULL))),
  constraint application_check1 CHECK (((state = 'accepted'::text) = (enrollment_id IS NOT NULL))),
  constraint application_check2 CHECK (((state <> ALL (ARRAY['asked'::text, 'accepted'::text, 'refused'::text])) OR ((decided_at IS NOT NULL) AND (reason IS NOT NULL)))),
  constraint application_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint application_state_check CHECK ((state = ANY (ARRAY['unconfirmed'::text, 'waiting'::text, 'asked'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX application_email ON public.application USING btree (workspace_id, lower(email));
CREATE INDEX application_state ON public.application USING btree (workspace_id, state, id);
alter table application enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table application_count (
  workspace_id uuid not null,
  form_id      uuid not null,
  day          date not null,
  step         text not null,
  number       integer not null,
  constraint application_count_pkey PRIMARY KEY (workspace_id, form_id, day, step),
  constraint application_count_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint application_count_step_check CHECK ((step = ANY (ARRAY['seen'::text, 'begun'::text, 'sent'::text, 'confirmed'::text, 'accepted'::text, 'refused'::text])))
);
alter table application_count enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table application_form (
  workspace_id uuid not null,
  id           uuid not null,
  program_id   uuid not null,
  is_open      boolean not null,
  document     json not null,
  changed_at   timestamp with time zone not null,
  constraint application_form_pkey PRIMARY KEY (workspace_id, id),
  constraint application_form_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
CREATE UNIQUE INDEX application_form_program ON public.application_form USING btree (workspace_id, program_id);
alter table application_form enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table audit (
  workspace_id uuid not null,
  id           uuid not null,
  at           timestamp with time zone not null,
  actor        jsonb not null,
  action       text not null,
  subject      text not null,
  before       jsonb,
  after        jsonb,
  request_id   text not null,
  constraint audit_pkey PRIMARY KEY (workspace_id, id)
);
CREATE INDEX audit_subject ON public.audit USING btree (workspace_id, subject, id);
alter table audit enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table auth_account (
  id                    text not null,
  accountId             text not null,
  providerId            text not null,
  userId                text not null,
  accessToken           text,
  refreshToken          text,
  idToken               text,
  accessTokenExpiresAt  timestamp with time zone,
  refreshTokenExpiresAt timestamp with time zone,
  scope                 text,
  password              text,
  createdAt             timestamp with time zone not null default CURRENT_TIMESTAMP,
  updatedAt             timestamp with time zone not null,
  constraint auth_account_pkey PRIMARY KEY (id),
  constraint auth_account_userId_fkey FOREIGN KEY ("userId") REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX "auth_account_userId_idx" ON public.auth_account USING btree ("userId");
-- grant delete, insert, select, update to cordee_app

create table auth_passkey (
  id           text not null,
  name         text,
  publicKey    text not null,
  userId       text not null,
  credentialID text not null,
  counter      integer not null,
  deviceType   text not null,
  backedUp     boolean not null,
  transports   text,
  createdAt    timestamp with time zone,
  aaguid       text,
  constraint auth_passkey_pkey PRIMARY KEY (id),
  constraint auth_passkey_userId_fkey FOREIGN KEY ("userId") REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX "auth_passkey_credentialID_idx" ON public.auth_passkey USING btree ("credentialID");
CREATE INDEX "auth_passkey_userId_idx" ON public.auth_passkey USING btree ("userId");
-- grant delete, insert, select, update to cordee_app

create table auth_session (
  id                text not null,
  expiresAt         timestamp with time zone not null,
  token             text not null,
  createdAt         timestamp with time zone not null default CURRENT_TIMESTAMP,
  updatedAt         timestamp with time zone not null,
  ipAddress         text,
  userAgent         text,
  userId            text not null,
  signOnWorkspaceId text,
  constraint auth_session_pkey PRIMARY KEY (id),
  constraint auth_session_token_key UNIQUE (token),
  constraint auth_session_userId_fkey FOREIGN KEY ("userId") REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX "auth_session_signOnWorkspaceId" ON public.auth_session USING btree ("signOnWorkspaceId") WHERE ("signOnWorkspaceId" IS NOT NULL);
CREATE INDEX "auth_session_userId_idx" ON public.auth_session USING btree ("userId");
-- grant delete, insert, select, update to cordee_app

create table auth_two_factor (
  id                      text not null,
  secret                  text not null,
  backupCodes             text not null,
  userId                  text not null,
  verified                boolean,
  failedVerificationCount integer,
  lockedUntil             timestamp with time zone,
  constraint auth_two_factor_pkey PRIMARY KEY (id),
  constraint auth_two_factor_userId_fkey FOREIGN KEY ("userId") REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX "auth_two_factor_userId_idx" ON public.auth_two_factor USING btree ("userId");
CREATE INDEX auth_two_factor_secret_idx ON public.auth_two_factor USING btree (secret);
-- grant delete, insert, select, update to cordee_app

create table auth_user (
  id                 text not null,
  name               text not null,
  email              text not null,
  emailVerified      boolean not null,
  image              text,
  createdAt          timestamp with time zone not null default CURRENT_TIMESTAMP,
  updatedAt          timestamp with time zone not null default CURRENT_TIMESTAMP,
  twoFactorEnabled   boolean,
  language           text,
  brought_by_partner boolean not null default false,
  constraint auth_user_pkey PRIMARY KEY (id),
  constraint auth_user_email_key UNIQUE (email),
  constraint auth_user_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
);
-- grant delete, insert, select, update to cordee_app

create table auth_verification (
  id         text not null,
  identifier text not null,
  value      text not null,
  expiresAt  timestamp with time zone not null,
  createdAt  timestamp with time zone not null default CURRENT_TIMESTAMP,
  updatedAt  timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint auth_verification_pkey PRIMARY KEY (id)
);
CREATE INDEX auth_verification_identifier_idx ON public.auth_verification USING btree (identifier);
-- grant delete, insert, select, update to cordee_app

create table balance_snapshot (
  workspace_id uuid not null,
  partner_id   uuid not null,
  currency     text not null,
  account      account_kind not null,
  through_seq  bigint not null,
  debits       numeric(38,0) not null,
  credits      numeric(38,0) not null,
  constraint balance_snapshot_pkey PRIMARY KEY (workspace_id, partner_id, currency, account)
);
alter table balance_snapshot enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table bank_account (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid,
  holder       text not null,
  iban         bytea not null,
  iban_hint    text not null,
  iban_hash    bytea not null,
  bic          text,
  address      jsonb,
  state        text not null,
  entered_at   timestamp with time zone not null,
  entered_by   text not null,
  by_partner   boolean not null,
  decided_at   timestamp with time zone,
  decided_by   text,
  usable_from  timestamp with time zone,
  reason       text,
  rail         text not null default 'sepa'::text,
  constraint bank_account_pkey PRIMARY KEY (workspace_id, id),
  constraint bank_account_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint bank_account_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint bank_account_check CHECK (((state <> 'refused'::text) OR (reason IS NOT NULL))),
  constraint bank_account_check1 CHECK (((state = 'in_force'::text) <= (usable_from IS NOT NULL))),
  constraint bank_account_check2 CHECK (((partner_id IS NOT NULL) OR (rail = 'sepa'::text))),
  constraint bank_account_rail_check CHECK ((rail = ANY (ARRAY['sepa'::text, 'wise'::text, 'paypal'::text, 'stripe'::text]))),
  constraint bank_account_state_check CHECK ((state = ANY (ARRAY['to_confirm'::text, 'in_force'::text, 'refused'::text, 'replaced'::text])))
);
CREATE INDEX bank_account_hash ON public.bank_account USING btree (workspace_id, iban_hash);
CREATE INDEX bank_account_partner ON public.bank_account USING btree (workspace_id, partner_id, id);
CREATE UNIQUE INDEX bank_account_in_force ON public.bank_account USING btree (workspace_id, COALESCE(partner_id, '00000000-0000-0000-0000-000000000000'::uuid), rail) WHERE (state = 'in_force'::text);
CREATE UNIQUE INDEX bank_account_to_confirm ON public.bank_account USING btree (workspace_id, COALESCE(partner_id, '00000000-0000-0000-0000-000000000000'::uuid), rail) WHERE (state = 'to_confirm'::text);
alter table bank_account enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table bank_report (
  workspace_id uuid not null,
  id           uuid not null,
  sha256       text not null,
  kind         text not null,
  read_at      timestamp with time zone not null,
  result       jsonb not null,
  constraint bank_report_pkey PRIMARY KEY (workspace_id, id),
  constraint bank_report_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint bank_report_kind_check CHECK ((kind = ANY (ARRAY['camt.053'::text, 'pain.002'::text, 'csv'::text])))
);
alter table bank_report enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table billing_mandate (
  workspace_id       uuid not null,
  id                 uuid not null,
  partner_id         uuid not null,
  language           text not null,
  text               text not null,
  text_sha256        text not null,
  contest_days       integer not null,
  signer             text not null,
  reference          text,
  signed_at          timestamp with time zone not null,
  signed_by          text not null,
  by_partner         boolean not null,
  valid_from         date not null,
  revoked_at         timestamp with time zone,
  revoked_by         text,
  revoked_by_partner boolean,
  revocation_reason  text,
  constraint billing_mandate_pkey PRIMARY KEY (workspace_id, id),
  constraint billing_mandate_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint billing_mandate_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint billing_mandate_check CHECK ((((revoked_at IS NULL) = (revoked_by IS NULL)) AND ((revoked_at IS NULL) = (revoked_by_partner IS NULL)))),
  constraint billing_mandate_contest_days_check CHECK ((contest_days > 0)),
  constraint billing_mandate_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
);
CREATE INDEX billing_mandate_partner ON public.billing_mandate USING btree (workspace_id, partner_id, id);
CREATE UNIQUE INDEX billing_mandate_in_force ON public.billing_mandate USING btree (workspace_id, partner_id) WHERE (revoked_at IS NULL);
alter table billing_mandate enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
-- grant on column revoked_at: update to cordee_app
-- grant on column revoked_by: update to cordee_app
-- grant on column revoked_by_partner: update to cordee_app
-- grant on column revocation_reason: update to cordee_app

create table book_export (
  workspace_id uuid not null,
  id           uuid not null,
  request      jsonb not null,
  language     text not null,
  state        text not null,
  is_draft     boolean not null,
  file_name    text not null,
  postings     integer not null default 0,
  result       jsonb,
  fault        jsonb,
  bytes        bigint,
  sha256       text,
  created_at   timestamp with time zone not null,
  created_by   text not null,
  finished_at  timestamp with time zone,
  constraint book_export_pkey PRIMARY KEY (workspace_id, id),
  constraint book_export_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint book_export_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
alter table book_export enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table book_export_part (
  workspace_id uuid not null,
  export_id    uuid not null,
  number       integer not null,
  bytes        bytea not null,
  constraint book_export_part_pkey PRIMARY KEY (workspace_id, export_id, number),
  constraint book_export_part_workspace_id_export_id_fkey FOREIGN KEY (workspace_id, export_id) REFERENCES book_export(workspace_id, id)
);
alter table book_export_part enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select to cordee_app

create table certificate (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid not null,
  code         text not null,
  from_at      timestamp with time zone not null,
  to_at        timestamp with time zone,
  recorded_at  timestamp with time zone not null,
  constraint certificate_pkey PRIMARY KEY (workspace_id, id)
);
CREATE INDEX certificate_partner ON public.certificate USING btree (workspace_id, partner_id);
alter table certificate enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table charter (
  workspace_id   uuid not null,
  id             uuid not null,
  partner_id     uuid not null,
  kind           text not null,
  opened_at      timestamp with time zone not null,
  is_open        boolean not null,
  is_dropped     boolean not null,
  ends_on        text,
  versions       integer not null,
  proposals      integer not null,
  entries        integer not null,
  duties_version integer,
  duties_ends_on text,
  constraint charter_pkey PRIMARY KEY (workspace_id, id),
  constraint charter_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint charter_check CHECK ((is_open OR is_dropped OR (ends_on IS NOT NULL)))
);
CREATE INDEX charter_partner ON public.charter USING btree (workspace_id, partner_id, id);
CREATE UNIQUE INDEX charter_open ON public.charter USING btree (workspace_id, partner_id) WHERE is_open;
alter table charter enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table charter_approval (
  workspace_id uuid not null,
  charter_id   uuid not null,
  version      integer not null,
  side         text not null,
  hash         text not null,
  actor        json not null,
  at           timestamp with time zone not null,
  constraint charter_approval_pkey PRIMARY KEY (workspace_id, charter_id, version, side, hash),
  constraint charter_approval_workspace_id_charter_id_fkey FOREIGN KEY (workspace_id, charter_id) REFERENCES charter(workspace_id, id),
  constraint charter_approval_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text])))
);
alter table charter_approval enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table charter_clause (
  workspace_id uuid not null,
  key          text not null,
  version      integer not null,
  clause       json not null,
  fits         text[] not null,
  at           timestamp with time zone not null,
  constraint charter_clause_pkey PRIMARY KEY (workspace_id, key, version),
  constraint charter_clause_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table charter_clause enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table charter_entry (
  workspace_id uuid not null,
  charter_id   uuid not null,
  number       integer not null,
  at           timestamp with time zone not null,
  kind         text not null,
  side         text not null,
  actor        json not null,
  version      integer not null,
  clause       text,
  proposal     integer,
  text         text,
  constraint charter_entry_pkey PRIMARY KEY (workspace_id, charter_id, number),
  constraint charter_entry_workspace_id_charter_id_fkey FOREIGN KEY (workspace_id, charter_id) REFERENCES charter(workspace_id, id),
  constraint charter_entry_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text])))
);
alter table charter_entry enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table charter_paper (
  workspace_id uuid not null,
  charter_id   uuid not null,
  version      integer not null,
  bytes        bytea not null,
  sha256       text not null,
  constraint charter_paper_pkey PRIMARY KEY (workspace_id, charter_id, version),
  constraint charter_paper_workspace_id_charter_id_fkey FOREIGN KEY (workspace_id, charter_id) REFERENCES charter(workspace_id, id)
);
alter table charter_paper enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table charter_proposal (
  workspace_id uuid not null,
  charter_id   uuid not null,
  number       integer not null,
  version      integer not null,
  side         text not null,
  actor        json not null,
  at           timestamp with time zone not null,
  change       json not null,
  before       json,
  text         text,
  state        text not null,
  reason       text,
  constraint charter_proposal_pkey PRIMARY KEY (workspace_id, charter_id, number),
  constraint charter_proposal_workspace_id_charter_id_fkey FOREIGN KEY (workspace_id, charter_id) REFERENCES charter(workspace_id, id),
  constraint charter_proposal_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text]))),
  constraint charter_proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])))
);
alter table charter_proposal enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table charter_requirement (
  workspace_id uuid not null,
  required     text not null,
  program_ids  uuid[] not null,
  constraint charter_requirement_pkey PRIMARY KEY (workspace_id),
  constraint charter_requirement_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint charter_requirement_required_check CHECK ((required = ANY (ARRAY['nobody'::text, 'programs'::text, 'everybody'::text])))
);
alter table charter_requirement enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table charter_sending (
  workspace_id uuid not null,
  charter_id   uuid not null,
  version      integer not null,
  envelope_id  uuid not null,
  hash         text not null,
  paper_sha256 text not null,
  state        text not null,
  sent_at      timestamp with time zone not null,
  ended_at     timestamp with time zone,
  constraint charter_sending_pkey PRIMARY KEY (workspace_id, envelope_id),
  constraint charter_sending_workspace_id_charter_id_fkey FOREIGN KEY (workspace_id, charter_id) REFERENCES charter(workspace_id, id),
  constraint charter_sending_check CHECK (((state = 'sent'::text) = (ended_at IS NULL))),
  constraint charter_sending_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'completed'::text, 'refused'::text, 'expired'::text, 'cancelled'::text])))
);
CREATE INDEX charter_sending_charter ON public.charter_sending USING btree (workspace_id, charter_id, sent_at);
CREATE UNIQUE INDEX charter_sending_open ON public.charter_sending USING btree (workspace_id, charter_id) WHERE (state = 'sent'::text);
alter table charter_sending enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table charter_signature (
  workspace_id uuid not null,
  charter_id   uuid not null,
  version      integer not null,
  side         text not null,
  signed_on    text not null,
  reference    text,
  actor        json not null,
  at           timestamp with time zone not null,
  envelope_id  uuid,
  constraint charter_signature_pkey PRIMARY KEY (workspace_id, charter_id, version, side),
  constraint charter_signature_workspace_id_charter_id_fkey FOREIGN KEY (workspace_id, charter_id) REFERENCES charter(workspace_id, id),
  constraint charter_signature_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text])))
);
alter table charter_signature enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table charter_version (
  workspace_id uuid not null,
  charter_id   uuid not null,
  number       integer not null,
  state        text not null,
  mode         text not null,
  side         text not null,
  document     json not null,
  hash         text not null,
  revision     integer not null,
  opened_at    timestamp with time zone not null,
  shared_at    timestamp with time zone,
  approved_at  timestamp with time zone,
  signed_at    timestamp with time zone,
  holds_from   text,
  constraint charter_version_pkey PRIMARY KEY (workspace_id, charter_id, number),
  constraint charter_version_workspace_id_charter_id_fkey FOREIGN KEY (workspace_id, charter_id) REFERENCES charter(workspace_id, id),
  constraint charter_version_check CHECK (((state <> ALL (ARRAY['announced'::text, 'signed'::text])) OR (holds_from IS NOT NULL))),
  constraint charter_version_mode_check CHECK ((mode = ANY (ARRAY['agree'::text, 'replace'::text]))),
  constraint charter_version_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text]))),
  constraint charter_version_state_check CHECK ((state = ANY (ARRAY['own'::text, 'shared'::text, 'approved'::text, 'announced'::text, 'signed'::text, 'dropped'::text])))
);
CREATE UNIQUE INDEX charter_draft ON public.charter_version USING btree (workspace_id, charter_id) WHERE (state = ANY (ARRAY['own'::text, 'shared'::text, 'approved'::text]));
CREATE TRIGGER charter_version_keep BEFORE UPDATE ON public.charter_version FOR EACH ROW EXECUTE FUNCTION cordee_keep_charter();
alter table charter_version enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table claim (
  workspace_id            uuid not null,
  id                      uuid not null,
  kind                    text not null,
  partner_id              uuid not null,
  enrollment_id           uuid not null,
  program_id              uuid not null,
  by_partner              boolean not null,
  fact_seq                bigint,
  commission_number       integer,
  contribution_id         uuid,
  what                    text,
  occurred_at             timestamp with time zone,
  event_id                text,
  customer_id             uuid,
  customer_external_id    text,
  customer_name           text,
  customer_email          text,
  amount                  bigint,
  currency                text,
  opened_at               timestamp with time zone not null,
  days                    integer not null,
  day_kind                text not null,
  is_automatic            boolean not null,
  state                   text not null,
  deadline                timestamp with time zone,
  reminded_for            timestamp with time zone,
  overdue_for             timestamp with time zone,
  entries                 integer not null,
  decided_at              timestamp with time zone,
  decided_by_clock        boolean,
  was_late                boolean,
  answer_ms               bigint,
  code                    text,
  reason                  text,
  settled_by              text,
  settled_seq             bigint,
  settled_contribution_id uuid,
  unsettled               json,
  constraint claim_pkey PRIMARY KEY (workspace_id, id),
  constraint claim_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint claim_amount_check CHECK ((amount >= 0)),
  constraint claim_check CHECK (((state = 'open'::text) = (deadline IS NOT NULL))),
  constraint claim_check1 CHECK (((state = ANY (ARRAY['open'::text, 'asked'::text])) = (decided_at IS NULL))),
  constraint claim_check2 CHECK (((commission_number IS NULL) OR (fact_seq IS NOT NULL))),
  constraint claim_check3 CHECK (((what IS NULL) = (occurred_at IS NULL))),
  constraint claim_check4 CHECK (((amount IS NULL) = (currency IS NULL))),
  constraint claim_check5 CHECK (((settled_by IS NULL) OR (state = ANY (ARRAY['accepted'::text, 'partly_accepted'::text])))),
  constraint claim_check6 CHECK (((state <> ALL (ARRAY['accepted'::text, 'partly_accepted'::text, 'refused'::text])) OR ((code IS NOT NULL) AND (reason IS NOT NULL)))),
  constraint claim_check7 CHECK (((state <> ALL (ARRAY['accepted'::text, 'partly_accepted'::text])) OR ((settled_by IS NULL) = (unsettled IS NOT NULL)))),
  constraint claim_kind_check CHECK ((kind = ANY (ARRAY['missing'::text, 'wrong'::text, 'rejected'::text, 'split'::text]))),
  constraint claim_settled_by_check CHECK ((settled_by = ANY (ARRAY['sale'::text, 'lead'::text, 'commission'::text, 'split'::text, 'fact'::text]))),
  constraint claim_state_check CHECK ((state = ANY (ARRAY['open'::text, 'asked'::text, 'accepted'::text, 'partly_accepted'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint claim_what_check CHECK ((what = ANY (ARRAY['sale'::text, 'lead'::text])))
);
CREATE INDEX claim_customer ON public.claim USING btree (workspace_id, customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX claim_decided ON public.claim USING btree (workspace_id, decided_at) WHERE (decided_at IS NOT NULL);
CREATE INDEX claim_partner ON public.claim USING btree (workspace_id, partner_id, id);
CREATE INDEX claim_running ON public.claim USING btree (workspace_id, deadline) WHERE (state = 'open'::text);
CREATE INDEX claim_to_settle ON public.claim USING btree (workspace_id, id) WHERE ((settled_by IS NULL) AND (unsettled IS NOT NULL));
alter table claim enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table claim_entry (
  workspace_id uuid not null,
  claim_id     uuid not null,
  number       integer not null,
  at           timestamp with time zone not null,
  kind         text not null,
  side         text not null,
  actor        json not null,
  text         text,
  links        text[] not null,
  constraint claim_entry_pkey PRIMARY KEY (workspace_id, claim_id, number),
  constraint claim_entry_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text, 'clock'::text])))
);
alter table claim_entry enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
-- grant on column text: update to cordee_app
-- grant on column links: update to cordee_app

create table claim_setting (
  workspace_id     uuid not null,
  shows_statistics boolean not null,
  constraint claim_setting_pkey PRIMARY KEY (workspace_id),
  constraint claim_setting_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table claim_setting enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table claim_terms (
  workspace_id uuid not null,
  id           uuid not null,
  program_id   uuid,
  since        timestamp with time zone not null,
  days         integer,
  day_kind     text,
  is_automatic boolean,
  constraint claim_terms_pkey PRIMARY KEY (workspace_id, id),
  constraint claim_terms_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint claim_terms_check CHECK ((num_nonnulls(days, day_kind, is_automatic) = ANY (ARRAY[0, 3]))),
  constraint claim_terms_check1 CHECK (((days IS NOT NULL) OR (program_id IS NOT NULL))),
  constraint claim_terms_day_kind_check CHECK ((day_kind = ANY (ARRAY['calendar'::text, 'business'::text]))),
  constraint claim_terms_days_check CHECK (((days >= 1) AND (days <= 90)))
);
alter table claim_terms enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table click (
  workspace_id  uuid not null,
  id            uuid not null,
  at            timestamp with time zone not null,
  seq           bigint not null default nextval('click_seq'::regclass),
  program_id    uuid not null,
  enrollment_id uuid not null,
  partner_id    uuid not null,
  link_id       uuid not null,
  visitor_id    uuid,
  sub_id        text,
  flag          text,
  address_hash  bytea,
  agent         text,
  referrer_host text,
  parameter     text,
  path          text not null,
  constraint click_pkey PRIMARY KEY (workspace_id, at, id)
) partition by RANGE (at);
CREATE INDEX click_order ON ONLY public.click USING brin (seq);
CREATE INDEX click_visitor ON ONLY public.click USING btree (workspace_id, visitor_id, at) WHERE (visitor_id IS NOT NULL);
alter table click enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select to cordee_app

create table click_daily (
  workspace_id uuid not null,
  partner_id   uuid not null,
  day          date not null,
  program_id   uuid not null,
  clicks       bigint not null,
  repeats      bigint not null,
  bots         bigint not null,
  constraint click_daily_pkey PRIMARY KEY (workspace_id, partner_id, day, program_id)
);
alter table click_daily enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table click_daily_link (
  workspace_id uuid not null,
  partner_id   uuid not null,
  link_id      uuid not null,
  sub_id       text not null,
  day          date not null,
  program_id   uuid not null,
  clicks       bigint not null,
  repeats      bigint not null,
  bots         bigint not null,
  constraint click_daily_link_pkey PRIMARY KEY (workspace_id, partner_id, link_id, sub_id, day, program_id)
);
CREATE INDEX click_daily_link_day ON public.click_daily_link USING btree (workspace_id, day);
alter table click_daily_link enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table click_daily_total (
  workspace_id uuid not null,
  day          date not null,
  program_id   uuid not null,
  clicks       bigint not null,
  repeats      bigint not null,
  bots         bigint not null,
  constraint click_daily_total_pkey PRIMARY KEY (workspace_id, day, program_id)
);
alter table click_daily_total enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table click_use (
  workspace_id uuid not null,
  click_id     uuid not null,
  fact_seq     bigint not null,
  constraint click_use_pkey PRIMARY KEY (workspace_id, click_id, fact_seq)
);
alter table click_use enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table click_use_head (
  workspace_id uuid not null,
  seq          bigint not null,
  constraint click_use_head_pkey PRIMARY KEY (workspace_id),
  constraint click_use_head_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table click_use_head enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table code_owner (
  workspace_id  uuid not null,
  kind          text not null,
  code          text not null,
  number        integer not null,
  from_at       timestamp with time zone not null,
  recorded_at   timestamp with time zone not null,
  enrollment_id uuid,
  link_id       uuid,
  constraint code_owner_pkey PRIMARY KEY (workspace_id, kind, code, number),
  constraint code_owner_kind_check CHECK ((kind = ANY (ARRAY['code'::text, 'coupon'::text])))
);
alter table code_owner enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table cohort_customer (
  workspace_id uuid not null,
  customer_id  uuid not null,
  month        date not null,
  partner_id   uuid not null,
  program_id   uuid not null,
  constraint cohort_customer_pkey PRIMARY KEY (workspace_id, customer_id)
);
alter table cohort_customer enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select to cordee_app

create table cohort_monthly (
  workspace_id uuid not null,
  cohort       date not null,
  partner_id   uuid not null,
  program_id   uuid not null,
  month        date not null,
  currency     text not null,
  customers    bigint not null,
  sales        bigint not null,
  amount       bigint not null,
  refunded     bigint not null,
  earned       bigint not null,
  reversed     bigint not null,
  constraint cohort_monthly_pkey PRIMARY KEY (workspace_id, cohort, partner_id, program_id, month, currency)
);
alter table cohort_monthly enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table commission (
  workspace_id    uuid not null,
  fact_seq        bigint not null,
  number          integer not null,
  enrollment_id   uuid not null,
  partner_id      uuid not null,
  program_id      uuid not null,
  plan_version_id uuid not null,
  clause          text not null,
  rule_id         text not null,
  line_id         text,
  currency        text not null,
  base            bigint not null,
  amount          bigint not null,
  arithmetic      json not null,
  cap             json,
  occurred_at     timestamp with time zone not null,
  recorded_at     timestamp with time zone not null,
  payable_at      timestamp with time zone not null,
  status          text not null default 'pending'::text,
  reversed        bigint not null default 0,
  payout_seq      bigint,
  blocks          smallint not null default 0,
  settled_in      text,
  constraint commission_pkey PRIMARY KEY (workspace_id, fact_seq, number),
  constraint commission_amount_check CHECK ((amount > 0)),
  constraint commission_check CHECK (((reversed >= 0) AND (reversed <= amount))),
  constraint commission_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'in_review'::text, 'held'::text, 'suspended'::text, 'payable'::text, 'in_payout'::text, 'paid'::text, 'reversed'::text, 'refused'::text])))
) partition by HASH (workspace_id);
CREATE INDEX commission_due ON ONLY public.commission USING btree (workspace_id, payable_at) WHERE (status = 'pending'::text);
CREATE INDEX commission_partner ON ONLY public.commission USING btree (workspace_id, partner_id, fact_seq);
CREATE INDEX commission_queue ON ONLY public.commission USING btree (workspace_id, fact_seq, number) WHERE (status = ANY (ARRAY['in_review'::text, 'held'::text]));
CREATE INDEX commission_suspended ON ONLY public.commission USING btree (workspace_id, fact_seq) WHERE (status = 'suspended'::text);
alter table commission enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
-- grant on column status: update to cordee_app
-- grant on column reversed: update to cordee_app
-- grant on column payout_seq: update to cordee_app
-- grant on column blocks: update to cordee_app
-- grant on column settled_in: update to cordee_app
create table commission_0 partition of commission FOR VALUES WITH (modulus 1, remainder 0);
-- grant insert to cordee_app

create table commission_change (
  workspace_id        uuid not null,
  fact_seq            bigint not null,
  commission_fact_seq bigint not null,
  commission_number   integer not null,
  status_before       text not null,
  status_after        text not null,
  constraint commission_change_pkey PRIMARY KEY (workspace_id, fact_seq, commission_fact_seq, commission_number)
);
alter table commission_change enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select to cordee_app
-- grant on column status_after: update to cordee_app

create table company_record (
  workspace_id uuid not null,
  number       integer not null,
  valid_from   date not null,
  identity     jsonb not null,
  reason       text,
  written_at   timestamp with time zone not null,
  written_by   text not null,
  constraint company_record_pkey PRIMARY KEY (workspace_id, number),
  constraint company_record_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint company_record_number_check CHECK ((number > 0))
);
alter table company_record enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table connection (
  workspace_id  uuid not null,
  id            uuid not null,
  kind          text not null,
  name          text not null,
  secret        bytea not null,
  settings      jsonb not null default '{}'::jsonb,
  created_at    timestamp with time zone not null,
  ended_at      timestamp with time zone,
  last_event_at timestamp with time zone,
  constraint connection_pkey PRIMARY KEY (workspace_id, id),
  constraint connection_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint connection_kind_check CHECK ((kind = ANY (ARRAY['stripe'::text, 'shopify'::text, 'woocommerce'::text, 'generic'::text])))
);
CREATE INDEX connection_alone ON public.connection USING btree (id);
alter table connection enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table contribution (
  workspace_id         uuid not null,
  id                   uuid not null,
  kind                 text not null,
  program_id           uuid not null,
  customer_id          uuid,
  customer_external_id text,
  customer_name        text,
  customer_email       text,
  customer_country     text,
  name_key             text,
  email_hash           text,
  customer_known       boolean not null,
  occurred_at          timestamp with time zone not null,
  valid_until          timestamp with time zone,
  description          text,
  evidence_url         text,
  products             text[],
  expected_amount      bigint,
  currency             text,
  introduced_to        text,
  nature               text,
  quantity             integer,
  unit                 text,
  sale_event_id        text,
  declared_at          timestamp with time zone not null,
  by_partner           boolean not null,
  state                text not null,
  decided_at           timestamp with time zone,
  reason               text,
  fact_seq             bigint,
  end_seq              bigint,
  lead_name            text,
  consent_at           timestamp with time zone,
  consent_how          text,
  constraint contribution_pkey PRIMARY KEY (workspace_id, id),
  constraint contribution_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint contribution_check CHECK (((valid_until IS NULL) OR (valid_until > occurred_at))),
  constraint contribution_check1 CHECK (((state = 'waiting'::text) = (decided_at IS NULL))),
  constraint contribution_check2 CHECK (((state <> 'refused'::text) OR (reason IS NOT NULL))),
  constraint contribution_check3 CHECK (((state = 'confirmed'::text) = ((fact_seq IS NOT NULL) AND (end_seq IS NULL)))),
  constraint contribution_check4 CHECK (((end_seq IS NULL) OR ((state = 'withdrawn'::text) AND (fact_seq IS NOT NULL)))),
  constraint contribution_check5 CHECK (((state = 'waiting'::text) OR (state = 'refused'::text) OR (fact_seq IS NULL) OR (customer_id IS NOT NULL))),
  constraint contribution_consent CHECK (((kind = 'lead'::text) = (consent_at IS NOT NULL))),
  constraint contribution_expected_amount_check CHECK ((expected_amount >= 0)),
  constraint contribution_kind_check CHECK ((kind = ANY (ARRAY['deal'::text, 'introduction'::text, 'lead'::text, 'contribution'::text, 'agreement'::text]))),
  constraint contribution_quantity_check CHECK ((quantity > 0)),
  constraint contribution_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX contribution_customer ON public.contribution USING btree (workspace_id, customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX contribution_email ON public.contribution USING btree (workspace_id, email_hash) WHERE (email_hash IS NOT NULL);
CREATE INDEX contribution_name ON public.contribution USING btree (workspace_id, name_key) WHERE (name_key IS NOT NULL);
CREATE INDEX contribution_program ON public.contribution USING btree (workspace_id, program_id, id);
CREATE INDEX contribution_waiting ON public.contribution USING btree (workspace_id, id) WHERE (state = 'waiting'::text);
alter table contribution enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table contribution_party (
  workspace_id    uuid not null,
  contribution_id uuid not null,
  number          integer not null,
  partner_id      uuid not null,
  enrollment_id   uuid not null,
  share           text not null,
  constraint contribution_party_pkey PRIMARY KEY (workspace_id, contribution_id, number)
);
CREATE INDEX contribution_party_partner ON public.contribution_party USING btree (workspace_id, partner_id, contribution_id);
alter table contribution_party enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table conversion_daily (
  workspace_id uuid not null,
  grain        text not null,
  partner_id   uuid not null,
  key          text not null,
  day          date not null,
  program_id   uuid not null,
  currency     text not null,
  sales        bigint not null,
  amount       bigint not null,
  leads        bigint not null,
  refunds      bigint not null,
  refunded     bigint not null,
  commissions  bigint not null,
  earned       bigint not null,
  reversed     bigint not null,
  paid         bigint not null,
  constraint conversion_daily_pkey PRIMARY KEY (workspace_id, grain, partner_id, key, day, program_id, currency),
  constraint conversion_daily_grain_check CHECK ((grain = ANY (ARRAY['total'::text, 'country'::text, 'link'::text, 'sub_id'::text, 'path'::text])))
);
CREATE INDEX conversion_daily_day ON public.conversion_daily USING btree (workspace_id, grain, day);
alter table conversion_daily enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table conversion_head (
  workspace_id uuid not null,
  through_seq  bigint not null,
  constraint conversion_head_pkey PRIMARY KEY (workspace_id),
  constraint conversion_head_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table conversion_head enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table cordee_migration (
  name       text not null,
  checksum   text not null,
  applied_at timestamp with time zone not null default now(),
  constraint cordee_migration_pkey PRIMARY KEY (name)
);
-- grant select to cordee_app

create table count_head (
  workspace_id     uuid not null,
  counted_seq      bigint not null,
  transaction_hash bytea not null,
  keeps_changes    boolean not null default false,
  constraint count_head_pkey PRIMARY KEY (workspace_id),
  constraint count_head_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table count_head enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table counter (
  workspace_id uuid not null,
  entity       text not null,
  key          text not null,
  value        bigint not null,
  constraint counter_pkey PRIMARY KEY (workspace_id, entity, key)
);
alter table counter enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table coupon (
  workspace_id  uuid not null,
  id            uuid not null,
  enrollment_id uuid not null,
  code          text not null,
  created_at    timestamp with time zone not null,
  ended_at      timestamp with time zone,
  constraint coupon_pkey PRIMARY KEY (workspace_id, id),
  constraint coupon_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
CREATE INDEX coupon_enrollment ON public.coupon USING btree (workspace_id, enrollment_id);
CREATE UNIQUE INDEX coupon_code ON public.coupon USING btree (workspace_id, code);
alter table coupon enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table currency_exchange (
  workspace_id  uuid not null,
  id            uuid not null,
  partner_id    uuid not null,
  from_currency text not null,
  from_amount   bigint not null,
  to_currency   text not null,
  to_amount     bigint not null,
  per_euro      jsonb not null,
  rate_on       date not null,
  rate_source   text not null,
  fact_seq      bigint not null,
  created_at    timestamp with time zone not null,
  constraint currency_exchange_pkey PRIMARY KEY (workspace_id, id),
  constraint currency_exchange_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint currency_exchange_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint currency_exchange_from_amount_check CHECK ((from_amount <> 0)),
  constraint currency_exchange_to_amount_check CHECK ((to_amount <> 0))
);
CREATE INDEX currency_exchange_partner ON public.currency_exchange USING btree (workspace_id, partner_id, id);
alter table currency_exchange enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table customer (
  workspace_id uuid not null,
  id           uuid not null,
  external_id  text,
  email        text,
  name         text,
  country      text,
  created_at   timestamp with time zone not null,
  erased_at    timestamp with time zone,
  constraint customer_pkey PRIMARY KEY (workspace_id, id)
);
alter table customer enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table debt_movement (
  workspace_id uuid not null,
  plan_id      uuid not null,
  number       integer not null,
  kind         text not null,
  amount       bigint not null,
  fact_seq     bigint not null,
  at           timestamp with time zone not null,
  paid_on      date,
  reference    text,
  constraint debt_movement_pkey PRIMARY KEY (workspace_id, plan_id, number),
  constraint debt_movement_workspace_id_plan_id_fkey FOREIGN KEY (workspace_id, plan_id) REFERENCES debt_plan(workspace_id, id),
  constraint debt_movement_amount_check CHECK ((amount > 0)),
  constraint debt_movement_kind_check CHECK ((kind = ANY (ARRAY['planned'::text, 'kept_back'::text, 'paid'::text, 'waived'::text, 'returned'::text])))
);
alter table debt_movement enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table debt_plan (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid not null,
  currency     text not null,
  amount       bigint not null,
  terms        jsonb not null,
  reason       text not null,
  proposed_by  text not null,
  proposer     text not null,
  proposed_at  timestamp with time zone not null,
  state        text not null,
  answerer     text,
  answered_at  timestamp with time zone,
  ended_at     timestamp with time zone,
  end_reason   text,
  told_missed  integer not null default 0,
  constraint debt_plan_pkey PRIMARY KEY (workspace_id, id),
  constraint debt_plan_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint debt_plan_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint debt_plan_amount_check CHECK ((amount > 0)),
  constraint debt_plan_proposed_by_check CHECK ((proposed_by = ANY (ARRAY['company'::text, 'partner'::text]))),
  constraint debt_plan_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'running'::text, 'settled'::text, 'broken'::text, 'ended'::text, 'declined'::text, 'withdrawn'::text, 'replaced'::text])))
);
CREATE INDEX debt_plan_partner ON public.debt_plan USING btree (workspace_id, partner_id, id);
CREATE UNIQUE INDEX debt_plan_open ON public.debt_plan USING btree (workspace_id, partner_id, currency, state) WHERE (state = ANY (ARRAY['proposed'::text, 'running'::text]));
alter table debt_plan enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table debt_waiver (
  workspace_id    uuid not null,
  id              uuid not null,
  plan_id         uuid not null,
  amount          bigint not null,
  reason          text not null,
  asked_by        text not null,
  asked_at        timestamp with time zone not null,
  state           text not null,
  decided_by      text,
  decided_at      timestamp with time zone,
  decision_reason text,
  constraint debt_waiver_pkey PRIMARY KEY (workspace_id, id),
  constraint debt_waiver_workspace_id_plan_id_fkey FOREIGN KEY (workspace_id, plan_id) REFERENCES debt_plan(workspace_id, id),
  constraint debt_waiver_amount_check CHECK ((amount > 0)),
  constraint debt_waiver_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text])))
);
CREATE UNIQUE INDEX debt_waiver_waiting ON public.debt_waiver USING btree (workspace_id, plan_id) WHERE (state = 'waiting'::text);
alter table debt_waiver enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table decision (
  workspace_id    uuid not null,
  fact_seq        bigint not null,
  program_id      uuid,
  plan_version_id uuid,
  unpaid          text,
  detail          json not null,
  constraint decision_pkey PRIMARY KEY (workspace_id, fact_seq)
) partition by HASH (workspace_id);
CREATE INDEX decision_unpaid ON ONLY public.decision USING btree (workspace_id, fact_seq) WHERE (unpaid IS NOT NULL);
alter table decision enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
create table decision_0 partition of decision FOR VALUES WITH (modulus 1, remainder 0);
-- grant insert to cordee_app

create table dispute (
  workspace_id   uuid not null,
  id             uuid not null,
  partner_id     uuid not null,
  opened_by      text not null,
  subject        text not null,
  subject_id     text,
  clause         text,
  title          text not null,
  asks           text not null,
  opened_at      timestamp with time zone not null,
  ladder         json not null,
  run            json not null,
  state          text not null,
  step           integer not null,
  deadline       date,
  waits_for      text,
  ended_on       date,
  holds_payments boolean not null,
  reminded_for   date,
  entries        integer not null,
  head           text not null,
  constraint dispute_pkey PRIMARY KEY (workspace_id, id),
  constraint dispute_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint dispute_check CHECK (((state = ANY (ARRAY['open'::text, 'paused'::text])) = (ended_on IS NULL))),
  constraint dispute_check1 CHECK (((deadline IS NULL) OR (state = 'open'::text))),
  constraint dispute_check2 CHECK (((subject = 'other'::text) = (subject_id IS NULL))),
  constraint dispute_opened_by_check CHECK ((opened_by = ANY (ARRAY['company'::text, 'partner'::text]))),
  constraint dispute_state_check CHECK ((state = ANY (ARRAY['open'::text, 'paused'::text, 'settled'::text, 'decided'::text, 'exhausted'::text, 'withdrawn'::text]))),
  constraint dispute_waits_for_check CHECK ((waits_for = ANY (ARRAY['company'::text, 'partner'::text, 'both'::text])))
);
CREATE INDEX dispute_partner ON public.dispute USING btree (workspace_id, partner_id, id);
CREATE INDEX dispute_running ON public.dispute USING btree (workspace_id, id) WHERE (state = ANY (ARRAY['open'::text, 'paused'::text]));
CREATE UNIQUE INDEX dispute_subject ON public.dispute USING btree (workspace_id, partner_id, subject_id, COALESCE(clause, ''::text)) WHERE ((subject_id IS NOT NULL) AND (state = ANY (ARRAY['open'::text, 'paused'::text])));
alter table dispute enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table dispute_brief (
  workspace_id uuid not null,
  id           uuid not null,
  dispute_id   uuid not null,
  step         integer not null,
  side         text not null,
  texts        json not null,
  saved_at     timestamp with time zone not null,
  actor        json not null,
  submitted_at timestamp with time zone,
  sha256       text,
  constraint dispute_brief_pkey PRIMARY KEY (workspace_id, id),
  constraint dispute_brief_workspace_id_dispute_id_step_side_key UNIQUE (workspace_id, dispute_id, step, side),
  constraint dispute_brief_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint dispute_brief_check CHECK (((submitted_at IS NULL) = (sha256 IS NULL))),
  constraint dispute_brief_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text])))
);
alter table dispute_brief enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table dispute_decision (
  workspace_id uuid not null,
  dispute_id   uuid not null,
  number       integer not null,
  step         integer not null,
  side         text not null,
  is_final     boolean not null,
  outcome      text not null,
  reasons      text not null,
  consequences json not null,
  at           timestamp with time zone not null,
  actor        json not null,
  state        text not null,
  constraint dispute_decision_pkey PRIMARY KEY (workspace_id, dispute_id, number),
  constraint dispute_decision_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text]))),
  constraint dispute_decision_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'refused'::text, 'replaced'::text, 'decided'::text, 'lapsed'::text])))
);
alter table dispute_decision enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
-- grant on column state: update to cordee_app

create table dispute_entry (
  workspace_id uuid not null,
  dispute_id   uuid not null,
  number       integer not null,
  at           timestamp with time zone not null,
  kind         text not null,
  side         text not null,
  actor        json not null,
  data         json not null,
  links        text[] not null,
  hash         text not null,
  constraint dispute_entry_pkey PRIMARY KEY (workspace_id, dispute_id, number),
  constraint dispute_entry_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text, 'clock'::text])))
);
alter table dispute_entry enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table dispute_ladder (
  workspace_id uuid not null,
  number       integer not null,
  valid_from   date not null,
  document     json not null,
  source_fr    text not null,
  source_en    text not null,
  set_at       timestamp with time zone not null,
  actor        json not null,
  constraint dispute_ladder_pkey PRIMARY KEY (workspace_id, number),
  constraint dispute_ladder_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table dispute_ladder enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table enrollment (
  workspace_id         uuid not null,
  id                   uuid not null,
  program_id           uuid not null,
  partner_id           uuid not null,
  upline_enrollment_id uuid,
  created_at           timestamp with time zone not null,
  constraint enrollment_pkey PRIMARY KEY (workspace_id, id),
  constraint enrollment_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
CREATE INDEX enrollment_partner ON public.enrollment USING btree (workspace_id, partner_id);
CREATE UNIQUE INDEX enrollment_once ON public.enrollment USING btree (workspace_id, program_id, partner_id);
alter table enrollment enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table enrollment_plan (
  workspace_id  uuid not null,
  enrollment_id uuid not null,
  number        integer not null,
  from_at       timestamp with time zone not null,
  recorded_at   timestamp with time zone not null,
  plan_id       uuid,
  constraint enrollment_plan_pkey PRIMARY KEY (workspace_id, enrollment_id, number)
);
alter table enrollment_plan enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table enrollment_state (
  workspace_id  uuid not null,
  enrollment_id uuid not null,
  number        integer not null,
  from_at       timestamp with time zone not null,
  recorded_at   timestamp with time zone not null,
  state         text not null,
  reason        text,
  constraint enrollment_state_pkey PRIMARY KEY (workspace_id, enrollment_id, number),
  constraint enrollment_state_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'active'::text, 'paused'::text, 'ended'::text])))
);
CREATE INDEX enrollment_state_now ON public.enrollment_state USING btree (workspace_id, state, enrollment_id);
alter table enrollment_state enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table evidence (
  workspace_id     uuid not null,
  id               uuid not null,
  qualification_id uuid not null,
  partner_id       uuid not null,
  side             text not null,
  item             text,
  title            text not null,
  url              text,
  expires_on       date,
  added_at         timestamp with time zone not null,
  removed_at       timestamp with time zone,
  reminded_for     date,
  taken_from       uuid,
  constraint evidence_pkey PRIMARY KEY (workspace_id, id),
  constraint evidence_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint evidence_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text])))
);
CREATE INDEX evidence_ending ON public.evidence USING btree (workspace_id, expires_on) WHERE ((removed_at IS NULL) AND (expires_on IS NOT NULL));
CREATE INDEX evidence_qualification ON public.evidence USING btree (workspace_id, qualification_id);
alter table evidence enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table exchange_rate (
  workspace_id uuid not null,
  source       text not null,
  currency     text not null,
  date         date not null,
  rate         text not null,
  file_id      uuid not null,
  constraint exchange_rate_pkey PRIMARY KEY (workspace_id, source, currency, date),
  constraint exchange_rate_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint exchange_rate_source_check CHECK ((source = 'ecb'::text))
);
alter table exchange_rate enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table exchange_rate_file (
  workspace_id uuid not null,
  id           uuid not null,
  source       text not null,
  sha256       text not null,
  read_at      timestamp with time zone not null,
  read_by      text not null,
  added        integer not null,
  first_date   date not null,
  last_date    date not null,
  constraint exchange_rate_file_pkey PRIMARY KEY (workspace_id, id),
  constraint exchange_rate_file_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table exchange_rate_file enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table exchange_rules (
  workspace_id uuid not null,
  fetches      boolean not null,
  constraint exchange_rules_pkey PRIMARY KEY (workspace_id),
  constraint exchange_rules_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table exchange_rules enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table exit_rehearsal (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid not null,
  side         text not null,
  is_shown     boolean not null,
  at           timestamp with time zone not null,
  actor        json not null,
  content      json not null,
  hash         text not null,
  constraint exit_rehearsal_pkey PRIMARY KEY (workspace_id, id),
  constraint exit_rehearsal_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint exit_rehearsal_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint exit_rehearsal_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text])))
);
CREATE INDEX exit_rehearsal_partner ON public.exit_rehearsal USING btree (workspace_id, partner_id, id);
alter table exit_rehearsal enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
-- grant on column is_shown: update to cordee_app

create table export (
  workspace_id uuid not null,
  id           uuid not null,
  state        text not null,
  rows         bigint not null default 0,
  bytes        bigint,
  actor        jsonb not null,
  created_at   timestamp with time zone not null,
  finished_at  timestamp with time zone,
  expires_at   timestamp with time zone,
  constraint export_pkey PRIMARY KEY (workspace_id, id),
  constraint export_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'expired'::text])))
);
CREATE INDEX export_expiry ON public.export USING btree (expires_at) WHERE (state = 'done'::text);
alter table export enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table fact (
  workspace_id uuid not null,
  seq          bigint not null,
  kind         text not null,
  source       text not null,
  external_id  text not null,
  occurred_at  timestamp with time zone not null,
  recorded_at  timestamp with time zone not null,
  customer_id  uuid,
  currency     text,
  amount       bigint,
  target_seq   bigint,
  body         json not null,
  awaits       text,
  input_hash   bytea not null,
  hash         bytea not null,
  constraint fact_pkey PRIMARY KEY (workspace_id, seq),
  constraint fact_workspace_id_source_external_id_key UNIQUE (workspace_id, source, external_id)
) partition by HASH (workspace_id);
CREATE INDEX fact_awaits ON ONLY public.fact USING btree (workspace_id, awaits) WHERE (awaits IS NOT NULL);
CREATE INDEX fact_customer ON ONLY public.fact USING btree (workspace_id, customer_id, seq) WHERE (customer_id IS NOT NULL);
CREATE INDEX fact_kind ON ONLY public.fact USING btree (workspace_id, kind, seq) WHERE (kind <> 'sale'::text);
CREATE INDEX fact_occurred ON ONLY public.fact USING btree (workspace_id, occurred_at, seq);
CREATE INDEX fact_target ON ONLY public.fact USING btree (workspace_id, target_seq) WHERE (target_seq IS NOT NULL);
alter table fact enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
create table fact_0 partition of fact FOR VALUES WITH (modulus 1, remainder 0);
-- grant insert to cordee_app

create table fact_head (
  workspace_id  uuid not null,
  seq           bigint not null,
  hash          bytea not null,
  recorded_at   timestamp with time zone not null,
  terms_version bigint not null,
  constraint fact_head_pkey PRIMARY KEY (workspace_id),
  constraint fact_head_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table fact_head enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table file_storage (
  workspace_id uuid not null,
  quota_bytes  bigint not null,
  constraint file_storage_pkey PRIMARY KEY (workspace_id),
  constraint file_storage_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint file_storage_quota_bytes_check CHECK ((quota_bytes >= 0))
);
alter table file_storage enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table final_account (
  workspace_id uuid not null,
  leaving_id   uuid not null,
  number       integer not null,
  at           timestamp with time zone not null,
  actor        json not null,
  content      json not null,
  hash         text not null,
  constraint final_account_pkey PRIMARY KEY (workspace_id, leaving_id, number),
  constraint final_account_workspace_id_leaving_id_fkey FOREIGN KEY (workspace_id, leaving_id) REFERENCES leaving(workspace_id, id)
);
alter table final_account enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table guard_set (
  workspace_id uuid not null,
  id           uuid not null,
  name         text not null,
  country      text not null,
  document     json not null,
  created_at   timestamp with time zone not null,
  actor        json not null,
  retired_at   timestamp with time zone,
  constraint guard_set_pkey PRIMARY KEY (workspace_id, id),
  constraint guard_set_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table guard_set enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
-- grant on column retired_at: update to cordee_app

create table holiday_choice (
  workspace_id   uuid not null,
  partner_id     uuid,
  holds          text not null,
  company_region text,
  partner_region text,
  set_at         timestamp with time zone not null,
  constraint holiday_choice_workspace_id_partner_id_key UNIQUE NULLS NOT DISTINCT (workspace_id, partner_id),
  constraint holiday_choice_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint holiday_choice_holds_check CHECK ((holds = ANY (ARRAY['company'::text, 'partner'::text, 'both'::text])))
);
alter table holiday_choice enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table hook_event (
  workspace_id  uuid not null,
  connection_id uuid not null,
  event_id      text not null,
  type          text not null,
  received_at   timestamp with time zone not null,
  state         text not null,
  detail        jsonb,
  body          json,
  constraint hook_event_pkey PRIMARY KEY (workspace_id, connection_id, event_id),
  constraint hook_event_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'ignored'::text, 'failed'::text])))
);
CREATE INDEX hook_event_failed ON public.hook_event USING btree (workspace_id, received_at) WHERE (state = 'failed'::text);
CREATE INDEX hook_event_recent ON public.hook_event USING btree (workspace_id, connection_id, received_at, event_id);
CREATE INDEX hook_event_waiting ON public.hook_event USING btree (workspace_id, connection_id) WHERE (state = 'waiting'::text);
alter table hook_event enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table hook_reference (
  workspace_id  uuid not null,
  connection_id uuid not null,
  reference     text not null,
  data          jsonb not null,
  constraint hook_reference_pkey PRIMARY KEY (workspace_id, connection_id, reference)
);
alter table hook_reference enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table idempotency (
  workspace_id uuid not null,
  key          text not null,
  route        text not null,
  input_hash   bytea not null,
  status       smallint not null,
  answer       json,
  created_at   timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (workspace_id, key)
);
CREATE INDEX idempotency_age ON public.idempotency USING btree (workspace_id, created_at);
alter table idempotency enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select to cordee_app

create table import (
  workspace_id   uuid not null,
  id             uuid not null,
  kind           text not null,
  file_name      text not null,
  file_hash      bytea,
  state          text not null,
  settings       jsonb not null,
  size_bytes     bigint,
  position_bytes bigint not null default 0,
  line           bigint not null default 0,
  accepted       bigint not null default 0,
  duplicates     bigint not null default 0,
  rejected       bigint not null default 0,
  created_at     timestamp with time zone not null,
  finished_at    timestamp with time zone,
  fault          jsonb,
  constraint import_pkey PRIMARY KEY (workspace_id, id),
  constraint import_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint import_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX import_state ON public.import USING btree (workspace_id, state, created_at);
alter table import enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table import_mapping (
  workspace_id uuid not null,
  kind         text not null,
  header_hash  bytea not null,
  mapping      jsonb not null,
  saved_at     timestamp with time zone not null,
  constraint import_mapping_pkey PRIMARY KEY (workspace_id, kind, header_hash)
);
alter table import_mapping enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table import_reject (
  workspace_id uuid not null,
  import_id    uuid not null,
  line         bigint not null,
  column_name  text,
  code         text not null,
  raw          text not null,
  value        text,
  constraint import_reject_pkey PRIMARY KEY (workspace_id, import_id, line)
);
alter table import_reject enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select to cordee_app

create table invoice (
  workspace_id  uuid not null,
  id            uuid not null,
  partner_id    uuid not null,
  type          text not null,
  number        text not null,
  place         integer,
  state         text not null,
  currency      text not null,
  net           bigint not null,
  vat           bigint not null,
  vat_category  text not null,
  vat_rate      integer not null,
  self_assessed bigint not null,
  issued_on     date not null,
  due_on        date,
  period_from   date not null,
  period_to     date not null,
  mandate_id    uuid,
  language      text not null,
  document      jsonb not null,
  decision      jsonb not null,
  reopens       boolean not null,
  created_at    timestamp with time zone not null,
  created_by    text not null,
  delivered_at  timestamp with time zone,
  contest_until timestamp with time zone,
  fact_seq      bigint,
  constraint invoice_pkey PRIMARY KEY (workspace_id, id),
  constraint invoice_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint invoice_workspace_id_mandate_id_fkey FOREIGN KEY (workspace_id, mandate_id) REFERENCES billing_mandate(workspace_id, id),
  constraint invoice_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint invoice_check CHECK (((type = '380'::text) = (place IS NULL))),
  constraint invoice_check1 CHECK (((type = '380'::text) OR (mandate_id IS NOT NULL))),
  constraint invoice_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint invoice_net_check CHECK ((net > 0)),
  constraint invoice_place_check CHECK ((place > 0)),
  constraint invoice_self_assessed_check CHECK ((self_assessed >= 0)),
  constraint invoice_state_check CHECK ((state = ANY (ARRAY['issued'::text, 'delivered'::text, 'accepted'::text, 'tacitly_accepted'::text, 'contested'::text, 'credited'::text, 'submitted'::text, 'refused'::text]))),
  constraint invoice_type_check CHECK ((type = ANY (ARRAY['389'::text, '261'::text, '380'::text]))),
  constraint invoice_vat_check CHECK ((vat >= 0))
);
CREATE INDEX invoice_partner ON public.invoice USING btree (workspace_id, partner_id, id);
CREATE INDEX invoice_waiting ON public.invoice USING btree (workspace_id, state, contest_until) WHERE (state = ANY (ARRAY['issued'::text, 'delivered'::text, 'contested'::text, 'submitted'::text]));
CREATE UNIQUE INDEX invoice_number ON public.invoice USING btree (workspace_id, partner_id, number) WHERE (state <> 'refused'::text);
CREATE UNIQUE INDEX invoice_place ON public.invoice USING btree (workspace_id, partner_id, place) WHERE (place IS NOT NULL);
alter table invoice enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
-- grant on column state: update to cordee_app
-- grant on column delivered_at: update to cordee_app
-- grant on column contest_until: update to cordee_app
-- grant on column fact_seq: update to cordee_app

create table invoice_credit (
  workspace_id uuid not null,
  invoice_id   uuid not null,
  credited_id  uuid not null,
  net          bigint not null,
  constraint invoice_credit_pkey PRIMARY KEY (workspace_id, invoice_id, credited_id),
  constraint invoice_credit_workspace_id_credited_id_fkey FOREIGN KEY (workspace_id, credited_id) REFERENCES invoice(workspace_id, id),
  constraint invoice_credit_workspace_id_invoice_id_fkey FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoice(workspace_id, id),
  constraint invoice_credit_net_check CHECK ((net > 0))
);
CREATE INDEX invoice_credit_credited ON public.invoice_credit USING btree (workspace_id, credited_id);
alter table invoice_credit enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table invoice_file (
  workspace_id uuid not null,
  invoice_id   uuid not null,
  form         text not null,
  media_type   text not null,
  file_name    text not null,
  bytes        bytea not null,
  sha256       text not null,
  kept_at      timestamp with time zone not null,
  constraint invoice_file_pkey PRIMARY KEY (workspace_id, invoice_id, form),
  constraint invoice_file_workspace_id_invoice_id_fkey FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoice(workspace_id, id),
  constraint invoice_file_form_check CHECK ((form = ANY (ARRAY['xml'::text, 'pdf'::text, 'sent'::text])))
);
alter table invoice_file enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table invoice_handover (
  workspace_id uuid not null,
  invoice_id   uuid not null,
  handed_at    timestamp with time zone not null,
  handed_by    text not null,
  constraint invoice_handover_pkey PRIMARY KEY (workspace_id, invoice_id),
  constraint invoice_handover_workspace_id_invoice_id_fkey FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoice(workspace_id, id)
);
alter table invoice_handover enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table invoice_part (
  workspace_id uuid not null,
  invoice_id   uuid not null,
  number       integer not null,
  statement_id uuid,
  reopened_id  uuid,
  net          bigint not null,
  holds        boolean not null default true,
  constraint invoice_part_pkey PRIMARY KEY (workspace_id, invoice_id, number),
  constraint invoice_part_workspace_id_invoice_id_fkey FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoice(workspace_id, id),
  constraint invoice_part_workspace_id_reopened_id_fkey FOREIGN KEY (workspace_id, reopened_id) REFERENCES invoice(workspace_id, id),
  constraint invoice_part_workspace_id_statement_id_fkey FOREIGN KEY (workspace_id, statement_id) REFERENCES statement(workspace_id, id),
  constraint invoice_part_check CHECK (((statement_id IS NULL) <> (reopened_id IS NULL))),
  constraint invoice_part_number_check CHECK ((number > 0))
);
CREATE UNIQUE INDEX invoice_part_reopened ON public.invoice_part USING btree (workspace_id, reopened_id) WHERE (holds AND (reopened_id IS NOT NULL));
CREATE UNIQUE INDEX invoice_part_statement ON public.invoice_part USING btree (workspace_id, statement_id) WHERE (holds AND (statement_id IS NOT NULL));
alter table invoice_part enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
-- grant on column holds: update to cordee_app

create table invoice_series (
  workspace_id uuid not null,
  partner_id   uuid not null,
  series       integer not null,
  last_number  integer not null,
  last_on      date,
  constraint invoice_series_pkey PRIMARY KEY (workspace_id, partner_id),
  constraint invoice_series_workspace_id_series_key UNIQUE (workspace_id, series),
  constraint invoice_series_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint invoice_series_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint invoice_series_last_number_check CHECK ((last_number >= 0)),
  constraint invoice_series_series_check CHECK ((series > 0))
);
alter table invoice_series enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
-- grant on column last_number: update to cordee_app
-- grant on column last_on: update to cordee_app

create table invoice_step (
  workspace_id  uuid not null,
  invoice_id    uuid not null,
  number        integer not null,
  at            timestamp with time zone not null,
  kind          text not null,
  side          text not null,
  actor         jsonb not null,
  text          text,
  platform_code text,
  platform_at   timestamp with time zone,
  constraint invoice_step_pkey PRIMARY KEY (workspace_id, invoice_id, number),
  constraint invoice_step_workspace_id_invoice_id_fkey FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoice(workspace_id, id),
  constraint invoice_step_number_check CHECK ((number > 0)),
  constraint invoice_step_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text, 'clock'::text, 'platform'::text])))
);
alter table invoice_step enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table invoicing (
  workspace_id uuid not null,
  version      integer not null,
  document     jsonb not null,
  changed_at   timestamp with time zone not null,
  changed_by   text not null,
  constraint invoicing_pkey PRIMARY KEY (workspace_id, version),
  constraint invoicing_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint invoicing_version_check CHECK ((version > 0))
);
alter table invoicing enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table joint_fact (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid not null,
  kind         text not null,
  text         text not null,
  on_date      date not null,
  state        text not null,
  proposed_by  text not null,
  proposed_at  timestamp with time zone not null,
  proposer     json not null,
  answered_at  timestamp with time zone,
  answerer     json,
  reason       text,
  constraint joint_fact_pkey PRIMARY KEY (workspace_id, id),
  constraint joint_fact_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint joint_fact_check CHECK (((state = 'proposed'::text) = (answered_at IS NULL))),
  constraint joint_fact_check1 CHECK (((state <> 'contested'::text) OR (reason IS NOT NULL))),
  constraint joint_fact_kind_check CHECK ((kind = ANY (ARRAY['decision'::text, 'figure'::text, 'meeting'::text, 'contact'::text]))),
  constraint joint_fact_proposed_by_check CHECK ((proposed_by = ANY (ARRAY['company'::text, 'partner'::text]))),
  constraint joint_fact_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'contested'::text, 'withdrawn'::text])))
);
CREATE INDEX joint_fact_partner ON public.joint_fact USING btree (workspace_id, partner_id, id);
alter table joint_fact enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
-- grant on column state: update to cordee_app
-- grant on column answered_at: update to cordee_app
-- grant on column answerer: update to cordee_app
-- grant on column reason: update to cordee_app

create table leaving (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid not null,
  state        text not null,
  side         text not null,
  noticed_on   text not null,
  ends_on      text not null,
  earliest_on  text not null,
  basis        text not null,
  reason       text not null,
  offer        json,
  stage        text,
  run_off_on   text,
  access_days  integer not null,
  ended_on     text,
  reads_until  text,
  entries      integer not null default 0,
  created_at   timestamp with time zone not null,
  constraint leaving_pkey PRIMARY KEY (workspace_id, id),
  constraint leaving_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint leaving_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint leaving_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text]))),
  constraint leaving_state_check CHECK ((state = ANY (ARRAY['noticed'::text, 'begun'::text, 'settled'::text, 'ended'::text, 'withdrawn'::text])))
);
CREATE INDEX leaving_due ON public.leaving USING btree (workspace_id, ends_on) WHERE (state <> 'withdrawn'::text);
CREATE INDEX leaving_partner ON public.leaving USING btree (workspace_id, partner_id, id);
CREATE UNIQUE INDEX leaving_open ON public.leaving USING btree (workspace_id, partner_id) WHERE (state <> ALL (ARRAY['ended'::text, 'withdrawn'::text]));
alter table leaving enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table leaving_entry (
  workspace_id uuid not null,
  leaving_id   uuid not null,
  number       integer not null,
  at           timestamp with time zone not null,
  kind         text not null,
  side         text not null,
  actor        json not null,
  text         text,
  ends_on      text,
  constraint leaving_entry_pkey PRIMARY KEY (workspace_id, leaving_id, number),
  constraint leaving_entry_workspace_id_leaving_id_fkey FOREIGN KEY (workspace_id, leaving_id) REFERENCES leaving(workspace_id, id),
  constraint leaving_entry_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text, 'clock'::text])))
);
alter table leaving_entry enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table leaving_step (
  workspace_id uuid not null,
  leaving_id   uuid not null,
  step         text not null,
  at           timestamp with time zone not null,
  side         text not null,
  actor        json not null,
  text         text,
  constraint leaving_step_pkey PRIMARY KEY (workspace_id, leaving_id, step),
  constraint leaving_step_workspace_id_leaving_id_fkey FOREIGN KEY (workspace_id, leaving_id) REFERENCES leaving(workspace_id, id),
  constraint leaving_step_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text, 'clock'::text])))
);
alter table leaving_step enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table ledger_transaction (
  workspace_id uuid not null,
  fact_seq     bigint not null,
  kind         text not null,
  effective_at timestamp with time zone not null,
  recorded_at  timestamp with time zone not null,
  hash         bytea not null,
  constraint ledger_transaction_pkey PRIMARY KEY (workspace_id, fact_seq)
) partition by HASH (workspace_id);
alter table ledger_transaction enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
create table ledger_transaction_0 partition of ledger_transaction FOR VALUES WITH (modulus 1, remainder 0);
-- grant insert to cordee_app

create table link (
  workspace_id    uuid not null,
  id              uuid not null,
  enrollment_id   uuid not null,
  code            text not null,
  destination_url text,
  sub_id          text,
  created_at      timestamp with time zone not null,
  ended_at        timestamp with time zone,
  constraint link_pkey PRIMARY KEY (workspace_id, id),
  constraint link_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
CREATE INDEX link_enrollment ON public.link USING btree (workspace_id, enrollment_id);
CREATE UNIQUE INDEX link_code ON public.link USING btree (workspace_id, code);
alter table link enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table mail (
  workspace_id uuid not null,
  id           uuid not null,
  kind         text not null,
  occasion     text,
  recipient    text not null,
  language     text not null,
  subject      text not null,
  content      bytea,
  state        text not null,
  attempts     integer not null default 0,
  fault        text,
  created_at   timestamp with time zone not null,
  ended_at     timestamp with time zone,
  constraint mail_pkey PRIMARY KEY (workspace_id, id),
  constraint mail_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint mail_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint mail_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'kept'::text, 'failed'::text])))
);
CREATE INDEX mail_age ON public.mail USING btree (workspace_id, created_at);
CREATE UNIQUE INDEX mail_occasion ON public.mail USING btree (workspace_id, kind, occasion, recipient) WHERE (occasion IS NOT NULL);
alter table mail enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table mail_preference (
  workspace_id uuid not null,
  address      text not null,
  kind         text not null,
  wanted       boolean not null,
  changed_at   timestamp with time zone not null,
  constraint mail_preference_pkey PRIMARY KEY (workspace_id, address, kind),
  constraint mail_preference_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table mail_preference enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table membership (
  workspace_id uuid not null,
  user_id      text not null,
  role         text not null,
  partner_id   uuid,
  created_at   timestamp with time zone not null,
  constraint membership_pkey PRIMARY KEY (workspace_id, user_id),
  constraint membership_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint membership_check CHECK (((role = 'partner'::text) = (partner_id IS NOT NULL))),
  constraint membership_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'finance'::text, 'viewer'::text, 'partner'::text])))
);
CREATE INDEX membership_user ON public.membership USING btree (user_id);
alter table membership enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table obligation (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid not null,
  source       text not null,
  key          text not null,
  kind         text not null,
  owner        text not null,
  title_fr     text not null,
  title_en     text not null,
  due_on       date not null,
  remind_days  integer[] not null,
  proof        text not null,
  last_kind    text,
  last_on      date,
  told         text,
  told_on      date,
  entries      integer not null,
  gone_at      timestamp with time zone,
  constraint obligation_pkey PRIMARY KEY (workspace_id, id),
  constraint obligation_workspace_id_partner_id_source_key_key UNIQUE (workspace_id, partner_id, source, key),
  constraint obligation_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint obligation_check CHECK (((last_kind IS NULL) = (last_on IS NULL))),
  constraint obligation_check1 CHECK (((told IS NULL) = (told_on IS NULL))),
  constraint obligation_last_kind_check CHECK ((last_kind = ANY (ARRAY['handed_in'::text, 'refused'::text, 'waived'::text, 'missed'::text]))),
  constraint obligation_owner_check CHECK ((owner = ANY (ARRAY['company'::text, 'partner'::text, 'both'::text]))),
  constraint obligation_told_check CHECK ((told = ANY (ARRAY['reminder'::text, 'late'::text, 'missed'::text, 'kept'::text])))
);
CREATE INDEX obligation_due ON public.obligation USING btree (workspace_id, due_on, id) WHERE (gone_at IS NULL);
CREATE INDEX obligation_of_partner ON public.obligation USING btree (workspace_id, partner_id, due_on, id) WHERE (gone_at IS NULL);
CREATE INDEX obligation_open ON public.obligation USING btree (workspace_id, due_on, id) WHERE ((gone_at IS NULL) AND ((last_kind IS NULL) OR (last_kind = 'refused'::text)) AND (told IS DISTINCT FROM 'kept'::text));
alter table obligation enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table obligation_entry (
  workspace_id  uuid not null,
  obligation_id uuid not null,
  number        integer not null,
  at            timestamp with time zone not null,
  kind          text not null,
  side          text not null,
  actor         json not null,
  text          text,
  links         text[] not null,
  constraint obligation_entry_pkey PRIMARY KEY (workspace_id, obligation_id, number),
  constraint obligation_entry_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text, 'clock'::text])))
);
alter table obligation_entry enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table obligation_feed (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid,
  by_partner   boolean not null,
  token_hash   bytea not null,
  created_at   timestamp with time zone not null,
  actor        json not null,
  revoked_at   timestamp with time zone,
  constraint obligation_feed_pkey PRIMARY KEY (workspace_id, id),
  constraint obligation_feed_token_hash_key UNIQUE (token_hash),
  constraint obligation_feed_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table obligation_feed enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
-- grant on column revoked_at: update to cordee_app

create table obligation_terms (
  workspace_id     uuid not null,
  partner_id       uuid not null,
  source           text not null,
  version          integer not null,
  terms            json not null,
  dates            json not null,
  country          text not null,
  region           text,
  set_at           timestamp with time zone not null,
  actor            json not null,
  also_country     text,
  also_region      text,
  follows_settings boolean not null default false,
  constraint obligation_terms_pkey PRIMARY KEY (workspace_id, partner_id, source, version),
  constraint obligation_terms_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table obligation_terms enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table one_time_link (
  hash       bytea not null,
  purpose    text not null,
  user_id    text,
  expires_at timestamp with time zone not null,
  constraint one_time_link_pkey PRIMARY KEY (hash),
  constraint one_time_link_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE,
  constraint one_time_link_check CHECK (((purpose = 'invitation'::text) = (user_id IS NOT NULL))),
  constraint one_time_link_purpose_check CHECK ((purpose = ANY (ARRAY['setup'::text, 'invitation'::text])))
);
-- grant delete, insert, select, update to cordee_app

create table outbox (
  workspace_id uuid not null,
  audit_id     uuid not null,
  tries        integer not null default 0,
  next_at      timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (workspace_id, audit_id)
);
alter table outbox enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table partner (
  workspace_id uuid not null,
  id           uuid not null,
  name         text not null,
  kind         text not null,
  country      text,
  email        text,
  language     text not null,
  external_id  text,
  attributes   jsonb not null default '{}'::jsonb,
  created_at   timestamp with time zone not null,
  archived_at  timestamp with time zone,
  stage        text not null default 'active'::text,
  stage_since  timestamp with time zone not null default now(),
  name_key     text generated stored,
  search_text  text generated stored,
  constraint partner_pkey PRIMARY KEY (workspace_id, id),
  constraint partner_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint partner_stage_check CHECK ((stage = ANY (ARRAY['prospect'::text, 'qualifying'::text, 'negotiating'::text, 'onboarding'::text, 'active'::text, 'under_review'::text, 'renewing'::text, 'leaving'::text, 'ended'::text])))
);
CREATE INDEX partner_by_country ON public.partner USING btree (workspace_id, country, name_key, id);
CREATE INDEX partner_by_name ON public.partner USING btree (workspace_id, name_key, id);
CREATE INDEX partner_by_stage ON public.partner USING btree (workspace_id, stage, name_key, id);
CREATE INDEX partner_email ON public.partner USING btree (workspace_id, lower(email)) WHERE (email IS NOT NULL);
CREATE INDEX partner_name_start ON public.partner USING btree (workspace_id, name_key text_pattern_ops);
CREATE INDEX partner_search ON public.partner USING gin (search_text gin_trgm_ops);
CREATE UNIQUE INDEX partner_external ON public.partner USING btree (workspace_id, external_id) WHERE (external_id IS NOT NULL);
alter table partner enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table partner_access (
  workspace_id uuid not null,
  partner_id   uuid not null,
  limited_at   timestamp with time zone not null,
  closed_at    timestamp with time zone,
  constraint partner_access_pkey PRIMARY KEY (workspace_id, partner_id),
  constraint partner_access_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint partner_access_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id)
);
alter table partner_access enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table partner_archive (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid not null,
  side         text not null,
  state        text not null,
  parts_done   integer not null default 0,
  parts        integer not null default 0,
  bytes        bigint,
  sha256       text,
  actor        json not null,
  language     text not null,
  created_at   timestamp with time zone not null,
  finished_at  timestamp with time zone,
  expires_at   timestamp with time zone,
  constraint partner_archive_pkey PRIMARY KEY (workspace_id, id),
  constraint partner_archive_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint partner_archive_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint partner_archive_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint partner_archive_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text]))),
  constraint partner_archive_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'expired'::text])))
);
CREATE INDEX partner_archive_expiry ON public.partner_archive USING btree (expires_at) WHERE (state = 'done'::text);
CREATE INDEX partner_archive_partner ON public.partner_archive USING btree (workspace_id, partner_id, id);
alter table partner_archive enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table partner_fact (
  workspace_id uuid not null,
  partner_id   uuid not null,
  fact_seq     bigint not null,
  constraint partner_fact_pkey PRIMARY KEY (workspace_id, partner_id, fact_seq)
);
alter table partner_fact enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select to cordee_app

create table partner_figures (
  workspace_id uuid not null,
  partner_id   uuid not null,
  earned       bigint not null,
  last_at      timestamp with time zone not null,
  constraint partner_figures_pkey PRIMARY KEY (workspace_id, partner_id)
);
CREATE INDEX partner_figures_earned ON public.partner_figures USING btree (workspace_id, earned DESC, partner_id DESC);
CREATE INDEX partner_figures_last ON public.partner_figures USING btree (workspace_id, last_at DESC, partner_id DESC);
alter table partner_figures enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table partner_history (
  workspace_id uuid not null,
  partner_id   uuid not null,
  number       integer not null,
  from_at      timestamp with time zone not null,
  recorded_at  timestamp with time zone not null,
  facts        jsonb not null,
  constraint partner_history_pkey PRIMARY KEY (workspace_id, partner_id, number)
);
alter table partner_history enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table partner_note (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid not null,
  text         text not null,
  author       jsonb not null,
  created_at   timestamp with time zone not null,
  changed_at   timestamp with time zone,
  removed_at   timestamp with time zone,
  constraint partner_note_pkey PRIMARY KEY (workspace_id, id)
);
CREATE INDEX partner_note_of ON public.partner_note USING btree (workspace_id, partner_id, id);
alter table partner_note enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table partner_own_note (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid not null,
  sealed       bytea not null,
  user_id      text not null,
  created_at   timestamp with time zone not null,
  changed_at   timestamp with time zone,
  removed_at   timestamp with time zone,
  constraint partner_own_note_pkey PRIMARY KEY (workspace_id, id),
  constraint partner_own_note_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
CREATE INDEX partner_own_note_partner ON public.partner_own_note USING btree (workspace_id, partner_id, id);
alter table partner_own_note enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table partner_stage (
  workspace_id uuid not null,
  partner_id   uuid not null,
  number       integer not null,
  stage        text not null,
  reason       text,
  from_at      timestamp with time zone not null,
  recorded_at  timestamp with time zone not null,
  actor        jsonb not null,
  constraint partner_stage_pkey PRIMARY KEY (workspace_id, partner_id, number)
);
alter table partner_stage enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table partner_tag (
  workspace_id uuid not null,
  partner_id   uuid not null,
  tag          text not null,
  constraint partner_tag_pkey PRIMARY KEY (workspace_id, partner_id, tag)
);
CREATE INDEX partner_tag_alone ON public.partner_tag USING btree (workspace_id, tag, partner_id);
alter table partner_tag enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select to cordee_app

create table partner_visibility (
  workspace_id uuid not null,
  partner_id   uuid not null,
  kind         text not null,
  number       integer not null,
  is_shown     boolean not null,
  from_at      timestamp with time zone not null,
  actor        json not null,
  constraint partner_visibility_pkey PRIMARY KEY (workspace_id, partner_id, kind, number),
  constraint partner_visibility_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table partner_visibility enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table partnership_person (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid not null,
  side         text not null,
  user_id      text,
  name         text not null,
  email        text,
  role         text not null,
  is_main      boolean not null,
  from_at      timestamp with time zone not null,
  until_at     timestamp with time zone,
  may_sign     boolean not null default false,
  constraint partnership_person_pkey PRIMARY KEY (workspace_id, id),
  constraint partnership_person_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint partnership_person_check CHECK (((until_at IS NULL) OR (NOT is_main))),
  constraint partnership_person_role_check CHECK ((role = ANY (ARRAY['sponsor'::text, 'manager'::text, 'operations'::text, 'finance'::text, 'legal'::text, 'technical'::text]))),
  constraint partnership_person_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text])))
);
CREATE INDEX partnership_person_partner ON public.partnership_person USING btree (workspace_id, partner_id, side);
CREATE UNIQUE INDEX partnership_person_main ON public.partnership_person USING btree (workspace_id, partner_id, side) WHERE is_main;
alter table partnership_person enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table partnership_waiver (
  workspace_id uuid not null,
  partner_id   uuid not null,
  stage_number integer not null,
  gate         text not null,
  state        text not null,
  reason       text,
  constraint partnership_waiver_pkey PRIMARY KEY (workspace_id, partner_id, stage_number, gate),
  constraint partnership_waiver_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint partnership_waiver_check CHECK (((gate = 'move'::text) = (state = 'no_move'::text))),
  constraint partnership_waiver_state_check CHECK ((state = ANY (ARRAY['open'::text, 'unknown'::text, 'no_move'::text])))
);
alter table partnership_waiver enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table payment_rules (
  workspace_id   uuid not null,
  minimum_amount bigint not null,
  cooling_hours  integer not null,
  four_eyes      boolean not null,
  payment_day    integer,
  wise_header    text,
  minimums       jsonb not null default '[]'::jsonb,
  constraint payment_rules_pkey PRIMARY KEY (workspace_id),
  constraint payment_rules_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint payment_rules_cooling_hours_check CHECK (((cooling_hours >= 0) AND (cooling_hours <= 720))),
  constraint payment_rules_minimum_amount_check CHECK ((minimum_amount >= 0)),
  constraint payment_rules_payment_day_check CHECK (((payment_day >= 1) AND (payment_day <= 31)))
);
alter table payment_rules enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table payout (
  workspace_id    uuid not null,
  id              uuid not null,
  partner_id      uuid not null,
  currency        text not null,
  amount          bigint not null,
  state           text not null,
  started_seq     bigint not null,
  ended_seq       bigint,
  reference       text,
  created_at      timestamp with time zone not null,
  batch_id        uuid,
  bank_account_id uuid,
  end_reason      text,
  settlement      text,
  constraint payout_pkey PRIMARY KEY (workspace_id, id),
  constraint payout_workspace_id_bank_account_id_fkey FOREIGN KEY (workspace_id, bank_account_id) REFERENCES bank_account(workspace_id, id),
  constraint payout_workspace_id_batch_id_fkey FOREIGN KEY (workspace_id, batch_id) REFERENCES payout_batch(workspace_id, id),
  constraint payout_amount_check CHECK ((amount > 0)),
  constraint payout_state_check CHECK ((state = ANY (ARRAY['in_payout'::text, 'paid'::text, 'rejected'::text])))
);
CREATE INDEX payout_batch_lines ON public.payout USING btree (workspace_id, batch_id, id) WHERE (batch_id IS NOT NULL);
CREATE INDEX payout_partner ON public.payout USING btree (workspace_id, partner_id, created_at);
CREATE INDEX payout_under_way ON public.payout USING btree (workspace_id, id) WHERE (state = 'in_payout'::text);
alter table payout enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table payout_batch (
  workspace_id      uuid not null,
  id                uuid not null,
  state             text not null,
  execution_date    date not null,
  account_id        uuid,
  remittance        text not null,
  lines             integer not null,
  amount            bigint not null,
  created_at        timestamp with time zone not null,
  created_by        text not null,
  approved_at       timestamp with time zone,
  approved_by       text,
  sent_at           timestamp with time zone,
  ended_at          timestamp with time zone,
  reason            text,
  file              bytea,
  file_version      text,
  file_sha256       text,
  rail              text not null default 'sepa'::text,
  currency          text not null default 'EUR'::text,
  problem           text,
  paid_on           date,
  outside_reference text,
  constraint payout_batch_pkey PRIMARY KEY (workspace_id, id),
  constraint payout_batch_workspace_id_account_id_fkey FOREIGN KEY (workspace_id, account_id) REFERENCES bank_account(workspace_id, id),
  constraint payout_batch_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint payout_batch_account CHECK (((rail = 'sepa'::text) <= (account_id IS NOT NULL))),
  constraint payout_batch_amount_check CHECK ((amount > 0)),
  constraint payout_batch_check1 CHECK (((state <> 'cancelled'::text) OR (reason IS NOT NULL))),
  constraint payout_batch_currency CHECK (((rail <> 'sepa'::text) OR (currency = 'EUR'::text))),
  constraint payout_batch_file CHECK (((rail <> 'sepa'::text) OR ((state = ANY (ARRAY['approved'::text, 'sent'::text, 'closed'::text])) <= (file IS NOT NULL)))),
  constraint payout_batch_lines_check CHECK ((lines > 0)),
  constraint payout_batch_rail_check CHECK ((rail = ANY (ARRAY['sepa'::text, 'wise'::text, 'paypal'::text, 'stripe'::text, 'outside'::text]))),
  constraint payout_batch_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'sent'::text, 'closed'::text, 'cancelled'::text])))
);
alter table payout_batch enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table payout_batch_file (
  workspace_id uuid not null,
  batch_id     uuid not null,
  part         integer not null,
  file         bytea not null,
  sha256       text not null,
  lines        integer not null,
  constraint payout_batch_file_pkey PRIMARY KEY (workspace_id, batch_id, part),
  constraint payout_batch_file_workspace_id_batch_id_fkey FOREIGN KEY (workspace_id, batch_id) REFERENCES payout_batch(workspace_id, id),
  constraint payout_batch_file_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint payout_batch_file_lines_check CHECK ((lines > 0)),
  constraint payout_batch_file_part_check CHECK ((part > 0))
);
alter table payout_batch_file enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table payout_connection (
  workspace_id uuid not null,
  rail         text not null,
  secret       bytea not null,
  hint         text not null,
  entered_at   timestamp with time zone not null,
  entered_by   text not null,
  constraint payout_connection_pkey PRIMARY KEY (workspace_id, rail),
  constraint payout_connection_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint payout_connection_rail_check CHECK ((rail = 'stripe'::text))
);
alter table payout_connection enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table payout_transfer (
  workspace_id  uuid not null,
  payout_id     uuid not null,
  batch_id      uuid not null,
  state         text not null,
  attempts      integer not null default 0,
  unanswered_at timestamp with time zone,
  transfer_id   text,
  problem       text,
  changed_at    timestamp with time zone not null,
  constraint payout_transfer_pkey PRIMARY KEY (workspace_id, payout_id),
  constraint payout_transfer_workspace_id_batch_id_fkey FOREIGN KEY (workspace_id, batch_id) REFERENCES payout_batch(workspace_id, id),
  constraint payout_transfer_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint payout_transfer_workspace_id_payout_id_fkey FOREIGN KEY (workspace_id, payout_id) REFERENCES payout(workspace_id, id),
  constraint payout_transfer_check CHECK (((state = 'sent'::text) = (transfer_id IS NOT NULL))),
  constraint payout_transfer_state_check CHECK ((state = ANY (ARRAY['to_send'::text, 'asking'::text, 'unknown'::text, 'sent'::text, 'refused'::text])))
);
CREATE INDEX payout_transfer_batch ON public.payout_transfer USING btree (workspace_id, batch_id, payout_id);
alter table payout_transfer enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table period_closing (
  workspace_id     uuid not null,
  month            text not null,
  from_at          timestamp with time zone not null,
  to_at            timestamp with time zone not null,
  after_seq        bigint not null,
  through_seq      bigint not null,
  transaction_hash bytea not null,
  state            text not null,
  workspace_name   text not null,
  closed_at        timestamp with time zone not null,
  closed_by        jsonb not null,
  statements       integer,
  tells_debts      boolean not null default false,
  constraint period_closing_pkey PRIMARY KEY (workspace_id, month),
  constraint period_closing_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint period_closing_check CHECK ((to_at > from_at)),
  constraint period_closing_check1 CHECK ((through_seq >= after_seq)),
  constraint period_closing_check2 CHECK (((state = 'closed'::text) = (statements IS NOT NULL))),
  constraint period_closing_month_check CHECK ((month ~ '^[0-9]{4}-[0-9]{2}$'::text)),
  constraint period_closing_state_check CHECK ((state = ANY (ARRAY['closing'::text, 'closed'::text])))
);
alter table period_closing enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
-- grant on column state: update to cordee_app
-- grant on column statements: update to cordee_app

create table plan (
  workspace_id uuid not null,
  id           uuid not null,
  program_id   uuid not null,
  name         text not null,
  created_at   timestamp with time zone not null,
  constraint plan_pkey PRIMARY KEY (workspace_id, id),
  constraint plan_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table plan enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table plan_version (
  workspace_id  uuid not null,
  id            uuid not null,
  plan_id       uuid not null,
  number        integer not null,
  document      json not null,
  document_hash bytea not null,
  created_at    timestamp with time zone not null,
  published_at  timestamp with time zone,
  effective_at  timestamp with time zone,
  revision      integer not null default 1,
  constraint plan_version_pkey PRIMARY KEY (workspace_id, id),
  constraint plan_version_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint plan_version_check CHECK (((published_at IS NULL) = (effective_at IS NULL))),
  constraint plan_version_revision_check CHECK ((revision >= 1))
);
CREATE UNIQUE INDEX plan_version_number ON public.plan_version USING btree (workspace_id, plan_id, number);
alter table plan_version enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- policy published_is_final: restrictive for update to cordee_app using (published_at IS NULL) with check true
-- policy published_is_kept: restrictive for delete to cordee_app using (published_at IS NULL)
-- grant delete, insert, select, update to cordee_app

create table posting (
  workspace_id        uuid not null,
  fact_seq            bigint not null,
  number              integer not null,
  debit               account_kind not null,
  credit              account_kind not null,
  partner_id          uuid not null,
  currency            text not null,
  amount              bigint not null,
  effective_at        timestamp with time zone not null,
  commission_fact_seq bigint,
  commission_number   integer,
  constraint posting_pkey PRIMARY KEY (workspace_id, fact_seq, number),
  constraint posting_amount_check CHECK ((amount > 0)),
  constraint posting_check CHECK ((debit <> credit))
) partition by HASH (workspace_id);
CREATE INDEX posting_partner ON ONLY public.posting USING btree (workspace_id, partner_id, fact_seq);
alter table posting enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
create table posting_0 partition of posting FOR VALUES WITH (modulus 1, remainder 0);
-- grant insert to cordee_app

create table program (
  workspace_id    uuid not null,
  id              uuid not null,
  name            text not null,
  slug            text not null,
  destination_url text not null,
  click_parameter text not null default 'cordee_click'::text,
  cookie          text not null default 'never'::text,
  cookie_days     integer not null default 90,
  gpc             text not null default 'respect'::text,
  repeat_minutes  integer not null default 60,
  mask_customers  boolean not null default true,
  created_at      timestamp with time zone not null,
  archived_at     timestamp with time zone,
  constraint program_pkey PRIMARY KEY (workspace_id, id),
  constraint program_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint program_cookie_check CHECK ((cookie = ANY (ARRAY['set'::text, 'never'::text]))),
  constraint program_gpc_check CHECK ((gpc = ANY (ARRAY['respect'::text, 'ignore'::text])))
);
CREATE UNIQUE INDEX program_slug ON public.program USING btree (workspace_id, slug);
alter table program enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table program_terms (
  workspace_id uuid not null,
  program_id   uuid not null,
  number       integer not null,
  from_at      timestamp with time zone not null,
  recorded_at  timestamp with time zone not null,
  precedence   integer not null,
  plan_id      uuid not null,
  constraint program_terms_pkey PRIMARY KEY (workspace_id, program_id, number)
);
alter table program_terms enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table qualification (
  workspace_id      uuid not null,
  id                uuid not null,
  partner_id        uuid not null,
  questionnaire_id  uuid not null,
  version           integer not null,
  state             text not null,
  opened_at         timestamp with time zone not null,
  expires_at        timestamp with time zone not null,
  reminded_at       timestamp with time zone,
  company_seal      text,
  company_sealed_at timestamp with time zone,
  partner_seal      text,
  partner_sealed_at timestamp with time zone,
  revealed_at       timestamp with time zone,
  withdrawn_reason  text,
  decision          text,
  reason            text,
  decided_at        timestamp with time zone,
  requalify_on      date,
  followed_by       uuid,
  constraint qualification_pkey PRIMARY KEY (workspace_id, id),
  constraint qualification_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint qualification_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint qualification_check CHECK ((((company_seal IS NULL) = (company_sealed_at IS NULL)) AND ((partner_seal IS NULL) = (partner_sealed_at IS NULL)))),
  constraint qualification_check1 CHECK (((state = 'revealed'::text) = (revealed_at IS NOT NULL))),
  constraint qualification_check2 CHECK (((state <> 'revealed'::text) OR ((company_seal IS NOT NULL) AND (partner_seal IS NOT NULL)))),
  constraint qualification_check3 CHECK ((((decision IS NULL) = (decided_at IS NULL)) AND ((decision IS NULL) = (reason IS NULL)))),
  constraint qualification_check4 CHECK (((decision IS NULL) OR (state = 'revealed'::text))),
  constraint qualification_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'refused'::text, 'more_questions'::text]))),
  constraint qualification_state_check CHECK ((state = ANY (ARRAY['open'::text, 'revealed'::text, 'withdrawn'::text, 'expired'::text])))
);
CREATE INDEX qualification_again ON public.qualification USING btree (workspace_id, requalify_on) WHERE ((requalify_on IS NOT NULL) AND (followed_by IS NULL));
CREATE INDEX qualification_partner ON public.qualification USING btree (workspace_id, partner_id, id);
CREATE INDEX qualification_running ON public.qualification USING btree (workspace_id, expires_at) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX qualification_open ON public.qualification USING btree (workspace_id, partner_id, questionnaire_id) WHERE (state = 'open'::text);
alter table qualification enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table qualification_answer (
  workspace_id     uuid not null,
  qualification_id uuid not null,
  side             text not null,
  sealed           bytea not null,
  changed_at       timestamp with time zone not null,
  revealed         boolean not null default false,
  constraint qualification_answer_pkey PRIMARY KEY (workspace_id, qualification_id, side),
  constraint qualification_answer_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text])))
);
alter table qualification_answer enable row level security;
-- policy own_side: restrictive for select to cordee_app using (revealed OR (side = ( SELECT current_setting('cordee.qualification_side'::text, true) AS current_setting)))
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
-- grant on column sealed: update to cordee_app
-- grant on column changed_at: update to cordee_app

create table questionnaire (
  workspace_id uuid not null,
  id           uuid not null,
  draft        json not null,
  created_at   timestamp with time zone not null,
  archived_at  timestamp with time zone,
  versions     integer not null default 0,
  constraint questionnaire_pkey PRIMARY KEY (workspace_id, id),
  constraint questionnaire_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table questionnaire enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table questionnaire_version (
  workspace_id     uuid not null,
  questionnaire_id uuid not null,
  version          integer not null,
  document         json not null,
  hash             text not null,
  published_at     timestamp with time zone not null,
  constraint questionnaire_version_pkey PRIMARY KEY (workspace_id, questionnaire_id, version)
);
alter table questionnaire_version enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table reversal (
  workspace_id        uuid not null,
  fact_seq            bigint not null,
  number              integer not null,
  commission_fact_seq bigint not null,
  commission_number   integer not null,
  partner_id          uuid not null,
  currency            text not null,
  amount              bigint not null,
  from_account        account_kind not null,
  constraint reversal_pkey PRIMARY KEY (workspace_id, fact_seq, number),
  constraint reversal_amount_check CHECK ((amount <> 0))
) partition by HASH (workspace_id);
CREATE INDEX reversal_commission ON ONLY public.reversal USING btree (workspace_id, commission_fact_seq, commission_number);
alter table reversal enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app
create table reversal_0 partition of reversal FOR VALUES WITH (modulus 1, remainder 0);
-- grant insert to cordee_app

create table rollup_cursor (
  name       text not null,
  seq        bigint not null,
  settled_at timestamp with time zone,
  constraint rollup_cursor_pkey PRIMARY KEY (name)
);
-- grant insert, select, update to cordee_app

create table saved_view (
  workspace_id uuid not null,
  id           uuid not null,
  user_id      text not null,
  screen       text not null,
  name         text not null,
  query        jsonb not null,
  created_at   timestamp with time zone not null,
  constraint saved_view_pkey PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX saved_view_name ON public.saved_view USING btree (workspace_id, user_id, screen, lower(name));
alter table saved_view enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table script_hit (
  host    text not null,
  last_at timestamp with time zone not null,
  constraint script_hit_pkey PRIMARY KEY (host)
);
-- grant delete, insert, select, update to cordee_app

create table seal_key (
  workspace_id uuid not null,
  number       integer not null,
  private_key  bytea not null,
  certificate  bytea not null,
  created_at   timestamp with time zone not null,
  constraint seal_key_pkey PRIMARY KEY (workspace_id, number),
  constraint seal_key_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint seal_key_number_check CHECK ((number > 0))
);
alter table seal_key enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table sign_on (
  workspace_id  uuid not null,
  issuer        text not null,
  client_id     text not null,
  client_secret bytea not null,
  domains       text[] not null,
  new_role      text,
  active        boolean not null,
  required      boolean not null,
  changed_at    timestamp with time zone not null,
  constraint sign_on_pkey PRIMARY KEY (workspace_id),
  constraint sign_on_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint sign_on_check CHECK ((active OR (NOT required))),
  constraint sign_on_domains_check CHECK ((cardinality(domains) > 0)),
  constraint sign_on_new_role_check CHECK ((new_role = ANY (ARRAY['manager'::text, 'finance'::text, 'viewer'::text])))
);
alter table sign_on enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table sign_on_person (
  workspace_id uuid not null,
  issuer       text not null,
  subject      text not null,
  user_id      text not null,
  linked_at    timestamp with time zone not null,
  constraint sign_on_person_pkey PRIMARY KEY (workspace_id, issuer, subject)
);
CREATE UNIQUE INDEX sign_on_person_user ON public.sign_on_person USING btree (workspace_id, issuer, user_id);
alter table sign_on_person enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table signature_certificate (
  workspace_id uuid not null,
  envelope_id  uuid not null,
  language     text not null,
  bytes        bytea not null,
  constraint signature_certificate_pkey PRIMARY KEY (workspace_id, envelope_id, language)
);
alter table signature_certificate enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table signature_document (
  workspace_id uuid not null,
  envelope_id  uuid not null,
  number       integer not null,
  version      integer not null,
  name         text not null,
  sha256       text not null,
  length       integer not null,
  bytes        bytea not null,
  constraint signature_document_pkey PRIMARY KEY (workspace_id, envelope_id, number, version),
  constraint signature_document_workspace_id_envelope_id_fkey FOREIGN KEY (workspace_id, envelope_id) REFERENCES signature_envelope(workspace_id, id),
  constraint signature_document_number_check CHECK (((number >= 1) AND (number <= 20)))
);
alter table signature_document enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table signature_envelope (
  workspace_id      uuid not null,
  id                uuid not null,
  purpose           text not null,
  subject           text,
  partner_id        uuid,
  state             text not null,
  signing_order     text not null,
  created_at        timestamp with time zone not null,
  sent_at           timestamp with time zone,
  expires_at        timestamp with time zone not null,
  ended_at          timestamp with time zone,
  remind_every_days integer,
  remind_at         timestamp with time zone,
  reason            text,
  events            integer not null,
  head              text not null,
  message           text,
  constraint signature_envelope_pkey PRIMARY KEY (workspace_id, id),
  constraint signature_envelope_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint signature_envelope_check CHECK (((state = ANY (ARRAY['draft'::text, 'sent'::text])) = (ended_at IS NULL))),
  constraint signature_envelope_remind_every_days_check CHECK (((remind_every_days >= 1) AND (remind_every_days <= 30))),
  constraint signature_envelope_signing_order_check CHECK ((signing_order = ANY (ARRAY['sequence'::text, 'parallel'::text]))),
  constraint signature_envelope_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'completed'::text, 'refused'::text, 'expired'::text, 'cancelled'::text])))
);
CREATE INDEX signature_envelope_partner ON public.signature_envelope USING btree (workspace_id, partner_id, id);
CREATE INDEX signature_envelope_running ON public.signature_envelope USING btree (workspace_id, expires_at) WHERE (state = 'sent'::text);
alter table signature_envelope enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table signature_event (
  workspace_id uuid not null,
  envelope_id  uuid not null,
  number       integer not null,
  at           timestamp with time zone not null,
  kind         text not null,
  by_whom      text not null,
  data         json not null,
  hash         text not null,
  constraint signature_event_pkey PRIMARY KEY (workspace_id, envelope_id, number)
);
alter table signature_event enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table signature_link (
  workspace_id uuid not null,
  token_hash   bytea not null,
  signer_id    uuid not null,
  until        timestamp with time zone not null,
  constraint signature_link_pkey PRIMARY KEY (workspace_id, token_hash),
  constraint signature_link_token_hash_key UNIQUE (token_hash)
);
alter table signature_link enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table signature_signer (
  workspace_id   uuid not null,
  id             uuid not null,
  envelope_id    uuid not null,
  turn           integer not null,
  place          integer not null,
  name           text not null,
  email          text not null,
  side           text not null,
  language       text not null,
  state          text not null,
  delegated_from uuid,
  consent_until  timestamp with time zone,
  code_hash      bytea,
  code_until     timestamp with time zone,
  code_tries     integer not null,
  codes_sent     integer not null,
  signed_at      timestamp with time zone,
  reason         text,
  constraint signature_signer_pkey PRIMARY KEY (workspace_id, id),
  constraint signature_signer_workspace_id_envelope_id_fkey FOREIGN KEY (workspace_id, envelope_id) REFERENCES signature_envelope(workspace_id, id),
  constraint signature_signer_side_check CHECK ((side = ANY (ARRAY['company'::text, 'partner'::text])))
);
CREATE INDEX signature_signer_envelope ON public.signature_signer USING btree (workspace_id, envelope_id);
alter table signature_signer enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table simulation (
  workspace_id uuid not null,
  id           uuid not null,
  plan_id      uuid not null,
  document     json not null,
  from_at      timestamp with time zone not null,
  to_at        timestamp with time zone not null,
  state        text not null,
  facts        bigint not null default 0,
  total        bigint not null default 0,
  result       json,
  actor        jsonb not null,
  created_at   timestamp with time zone not null,
  finished_at  timestamp with time zone,
  constraint simulation_pkey PRIMARY KEY (workspace_id, id),
  constraint simulation_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX simulation_plan ON public.simulation USING btree (workspace_id, plan_id, id);
alter table simulation enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table snapshot_head (
  workspace_id uuid not null,
  through_seq  bigint not null,
  constraint snapshot_head_pkey PRIMARY KEY (workspace_id),
  constraint snapshot_head_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table snapshot_head enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table statement (
  workspace_id      uuid not null,
  id                uuid not null,
  month             text not null,
  partner_id        uuid not null,
  currency          text not null,
  number            integer,
  partner_name      text not null,
  opening_pending   bigint not null,
  opening_payable   bigint not null,
  opening_in_payout bigint not null,
  opening_paid      bigint not null,
  closing_pending   bigint not null,
  closing_payable   bigint not null,
  closing_in_payout bigint not null,
  closing_paid      bigint not null,
  movements         integer not null,
  late              integer not null,
  constraint statement_pkey PRIMARY KEY (workspace_id, id),
  constraint statement_workspace_id_month_number_key UNIQUE (workspace_id, month, number),
  constraint statement_workspace_id_month_partner_id_currency_key UNIQUE (workspace_id, month, partner_id, currency),
  constraint statement_workspace_id_month_fkey FOREIGN KEY (workspace_id, month) REFERENCES period_closing(workspace_id, month),
  constraint statement_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint statement_check CHECK (((late >= 0) AND (late <= movements))),
  constraint statement_number_check CHECK ((number > 0))
);
CREATE INDEX statement_partner ON public.statement USING btree (workspace_id, partner_id, month, number) WHERE (number IS NOT NULL);
alter table statement enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table statement_document (
  workspace_id uuid not null,
  statement_id uuid not null,
  language     text not null,
  bytes        bytea not null,
  sha256       text not null,
  issued_at    timestamp with time zone not null,
  sealed_by    text,
  constraint statement_document_pkey PRIMARY KEY (workspace_id, statement_id, language),
  constraint statement_document_workspace_id_statement_id_fkey FOREIGN KEY (workspace_id, statement_id) REFERENCES statement(workspace_id, id),
  constraint statement_document_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint statement_document_sealed_by_check CHECK ((sealed_by ~ '^[0-9a-f]{64}$'::text))
);
alter table statement_document enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table tax_decision (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid not null,
  details_id   uuid,
  table_id     uuid not null,
  on_day       date not null,
  decided_at   timestamp with time zone not null,
  decided_by   text not null,
  inputs       jsonb not null,
  decision     jsonb not null,
  constraint tax_decision_pkey PRIMARY KEY (workspace_id, id),
  constraint tax_decision_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint tax_decision_workspace_id_table_id_fkey FOREIGN KEY (workspace_id, table_id) REFERENCES tax_table(workspace_id, id)
);
CREATE INDEX tax_decision_partner ON public.tax_decision USING btree (workspace_id, partner_id, id);
alter table tax_decision enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table tax_details (
  workspace_id     uuid not null,
  id               uuid not null,
  partner_id       uuid not null,
  valid_from       date not null,
  kind             text,
  country          text,
  legal_name       text,
  legal_form       text,
  address          jsonb,
  siren            text,
  siret            text,
  vat_status       text,
  vat_number       text,
  sealed           bytea,
  has_birth_date   boolean not null,
  has_local_tax_id boolean not null,
  entered_at       timestamp with time zone not null,
  entered_by       text not null,
  by_partner       boolean not null,
  constraint tax_details_pkey PRIMARY KEY (workspace_id, id),
  constraint tax_details_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint tax_details_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint tax_details_check CHECK (((has_birth_date OR has_local_tax_id) = (sealed IS NOT NULL))),
  constraint tax_details_kind_check CHECK ((kind = ANY (ARRAY['business'::text, 'association'::text, 'private_person'::text, 'employee_of_third_party'::text]))),
  constraint tax_details_vat_status_check CHECK ((vat_status = ANY (ARRAY['liable'::text, 'exempt'::text, 'not_taxable'::text])))
);
CREATE INDEX tax_details_partner ON public.tax_details USING btree (workspace_id, partner_id, id);
CREATE INDEX tax_details_proposed ON public.tax_details USING btree (workspace_id, id) WHERE by_partner;
alter table tax_details enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table tax_details_answer (
  workspace_id uuid not null,
  details_id   uuid not null,
  answer       text not null,
  answered_at  timestamp with time zone not null,
  answered_by  text not null,
  reason       text,
  constraint tax_details_answer_pkey PRIMARY KEY (workspace_id, details_id),
  constraint tax_details_answer_workspace_id_details_id_fkey FOREIGN KEY (workspace_id, details_id) REFERENCES tax_details(workspace_id, id),
  constraint tax_details_answer_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'refused'::text, 'replaced'::text]))),
  constraint tax_details_answer_check CHECK (((answer <> 'refused'::text) OR (reason IS NOT NULL)))
);
alter table tax_details_answer enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table tax_policy (
  workspace_id  uuid not null,
  unchecked_vat text not null,
  checks_vat    boolean not null,
  payouts_hold  text not null,
  fresh_days    integer,
  constraint tax_policy_pkey PRIMARY KEY (workspace_id),
  constraint tax_policy_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint tax_policy_fresh_days_check CHECK (((fresh_days >= 1) AND (fresh_days <= 365))),
  constraint tax_policy_payouts_hold_check CHECK ((payouts_hold = ANY (ARRAY['nobody'::text, 'reviews'::text, 'all'::text]))),
  constraint tax_policy_unchecked_vat_check CHECK ((unchecked_vat = ANY (ARRAY['block'::text, 'warn'::text, 'allow'::text])))
);
alter table tax_policy enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table tax_proof (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid not null,
  kind         text not null,
  vat_number   text,
  reference    text not null,
  note         text,
  entered_at   timestamp with time zone not null,
  entered_by   text not null,
  constraint tax_proof_pkey PRIMARY KEY (workspace_id, id),
  constraint tax_proof_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint tax_proof_check CHECK (((kind = 'vat_number'::text) = (vat_number IS NOT NULL))),
  constraint tax_proof_kind_check CHECK ((kind = ANY (ARRAY['vat_number'::text, 'business'::text])))
);
CREATE INDEX tax_proof_partner ON public.tax_proof USING btree (workspace_id, partner_id, id);
alter table tax_proof enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table tax_review (
  workspace_id uuid not null,
  id           uuid not null,
  partner_id   uuid not null,
  details_id   uuid not null,
  rule         text not null,
  treat_as     text not null,
  reason       text not null,
  reviewed_at  timestamp with time zone not null,
  reviewed_by  text not null,
  constraint tax_review_pkey PRIMARY KEY (workspace_id, id),
  constraint tax_review_workspace_id_details_id_fkey FOREIGN KEY (workspace_id, details_id) REFERENCES tax_details(workspace_id, id)
);
CREATE INDEX tax_review_details ON public.tax_review USING btree (workspace_id, details_id, id);
alter table tax_review enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table tax_table (
  workspace_id uuid not null,
  id           uuid not null,
  version      integer not null,
  state        text not null,
  name         text not null,
  document     jsonb not null,
  changed_at   timestamp with time zone not null,
  changed_by   text not null,
  valid_from   date,
  published_at timestamp with time zone,
  published_by text,
  constraint tax_table_pkey PRIMARY KEY (workspace_id, id),
  constraint tax_table_workspace_id_version_key UNIQUE (workspace_id, version),
  constraint tax_table_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint tax_table_check CHECK (((state = 'published'::text) = ((published_at IS NOT NULL) AND (valid_from IS NOT NULL) AND (published_by IS NOT NULL)))),
  constraint tax_table_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text]))),
  constraint tax_table_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX tax_table_draft ON public.tax_table USING btree (workspace_id) WHERE (state = 'draft'::text);
alter table tax_table enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- policy published_is_final: restrictive for update to cordee_app using (published_at IS NULL) with check true
-- grant insert, select, update to cordee_app

create table uploaded_file (
  workspace_id uuid not null,
  id           uuid not null,
  name         text not null,
  kind         text not null,
  size         integer not null,
  sha256       text not null,
  uploaded_at  timestamp with time zone not null,
  partner_id   uuid,
  uploaded_by  text not null,
  expires_at   timestamp with time zone,
  constraint uploaded_file_pkey PRIMARY KEY (workspace_id, id),
  constraint uploaded_file_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint uploaded_file_kind_check CHECK ((kind = ANY (ARRAY['pdf'::text, 'png'::text, 'jpeg'::text, 'webp'::text, 'text'::text, 'csv'::text]))),
  constraint uploaded_file_size_check CHECK ((size > 0))
);
CREATE INDEX uploaded_file_at ON public.uploaded_file USING btree (workspace_id, uploaded_at);
alter table uploaded_file enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select to cordee_app

create table uploaded_file_part (
  workspace_id uuid not null,
  file_id      uuid not null,
  number       integer not null,
  bytes        bytea not null,
  constraint uploaded_file_part_pkey PRIMARY KEY (workspace_id, file_id, number),
  constraint uploaded_file_part_workspace_id_file_id_fkey FOREIGN KEY (workspace_id, file_id) REFERENCES uploaded_file(workspace_id, id) ON DELETE CASCADE
);
alter table uploaded_file_part enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table uploaded_file_use (
  workspace_id uuid not null,
  subject      text not null,
  place        integer not null,
  number       integer not null,
  file_id      uuid not null,
  used_at      timestamp with time zone not null,
  constraint uploaded_file_use_pkey PRIMARY KEY (workspace_id, subject, place, number),
  constraint uploaded_file_use_workspace_id_file_id_fkey FOREIGN KEY (workspace_id, file_id) REFERENCES uploaded_file(workspace_id, id)
);
CREATE INDEX uploaded_file_use_file ON public.uploaded_file_use USING btree (workspace_id, file_id);
alter table uploaded_file_use enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select to cordee_app

create table vat_check (
  workspace_id        uuid not null,
  id                  uuid not null,
  partner_id          uuid not null,
  vat_number          text not null,
  state               text not null,
  cause               text,
  checked_at          timestamp with time zone not null,
  consultation_number text,
  name                text,
  raw                 jsonb not null,
  constraint vat_check_pkey PRIMARY KEY (workspace_id, id),
  constraint vat_check_workspace_id_partner_id_fkey FOREIGN KEY (workspace_id, partner_id) REFERENCES partner(workspace_id, id),
  constraint vat_check_check CHECK (((state = 'unavailable'::text) = (cause IS NOT NULL))),
  constraint vat_check_state_check CHECK ((state = ANY (ARRAY['valid'::text, 'invalid'::text, 'unavailable'::text])))
);
CREATE INDEX vat_check_partner ON public.vat_check USING btree (workspace_id, partner_id, id);
alter table vat_check enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select to cordee_app

create table verification (
  workspace_id uuid not null,
  id           uuid not null,
  state        text not null,
  facts        bigint not null default 0,
  total        bigint not null default 0,
  result       json,
  actor        jsonb not null,
  created_at   timestamp with time zone not null,
  finished_at  timestamp with time zone,
  constraint verification_pkey PRIMARY KEY (workspace_id, id),
  constraint verification_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
alter table verification enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table webhook (
  workspace_id      uuid not null,
  id                uuid not null,
  url               text not null,
  description       text not null,
  types             text[] not null,
  secret            bytea not null,
  former_secret     bytea,
  former_until      timestamp with time zone,
  state             text not null,
  disabled_for      text,
  failing_since     timestamp with time zone,
  last_delivered_at timestamp with time zone,
  from_seq          bigint not null,
  created_at        timestamp with time zone not null,
  ended_at          timestamp with time zone,
  constraint webhook_pkey PRIMARY KEY (workspace_id, id),
  constraint webhook_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint webhook_check CHECK (((state = 'disabled'::text) = (disabled_for IS NOT NULL))),
  constraint webhook_disabled_for_check CHECK ((disabled_for = ANY (ARRAY['failures'::text, 'gone'::text]))),
  constraint webhook_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'disabled'::text])))
);
alter table webhook enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table webhook_delivery (
  workspace_id  uuid not null,
  webhook_id    uuid not null,
  sequence      bigint not null,
  event_id      uuid not null,
  type          text not null,
  state         text not null,
  created_at    timestamp with time zone not null,
  next_at       timestamp with time zone not null,
  attempts      integer not null default 0,
  claimed_until timestamp with time zone,
  ended_at      timestamp with time zone,
  tries         jsonb not null default '[]'::jsonb,
  constraint webhook_delivery_pkey PRIMARY KEY (workspace_id, webhook_id, sequence),
  constraint webhook_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])))
);
CREATE INDEX webhook_delivery_due ON public.webhook_delivery USING btree (workspace_id, webhook_id, next_at, sequence) WHERE (state = 'waiting'::text);
CREATE INDEX webhook_delivery_event ON public.webhook_delivery USING btree (workspace_id, event_id);
alter table webhook_delivery enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

create table webhook_event (
  workspace_id uuid not null,
  sequence     bigint not null,
  id           uuid not null,
  type         text not null,
  at           timestamp with time zone not null,
  body         text not null,
  created_at   timestamp with time zone not null,
  constraint webhook_event_pkey PRIMARY KEY (workspace_id, sequence)
);
CREATE INDEX webhook_event_age ON public.webhook_event USING btree (workspace_id, created_at);
CREATE UNIQUE INDEX webhook_event_id ON public.webhook_event USING btree (workspace_id, id);
alter table webhook_event enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select to cordee_app

create table webhook_head (
  workspace_id uuid not null,
  sequence     bigint not null,
  counted_seq  bigint not null,
  constraint webhook_head_pkey PRIMARY KEY (workspace_id),
  constraint webhook_head_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table webhook_head enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table workspace (
  id                   uuid not null,
  name                 text not null,
  slug                 text not null,
  country              text not null,
  currency             text not null,
  zone                 text not null,
  language             text not null,
  customer_key         bytea not null,
  tracking_hosts       text[] not null default '{}'::text[],
  created_at           timestamp with time zone not null,
  accent_colour        text,
  sender_name          text,
  reply_to             text,
  click_retention_days integer,
  embed_origins        text[] not null default '{}'::text[],
  constraint workspace_pkey PRIMARY KEY (id),
  constraint workspace_slug_key UNIQUE (slug),
  constraint workspace_accent_colour_check CHECK ((accent_colour ~ '^#[0-9a-f]{6}$'::text)),
  constraint workspace_click_retention_days_check CHECK ((click_retention_days > 0)),
  constraint workspace_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
);
alter table workspace enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant insert, select, update to cordee_app

create table workspace_logo (
  workspace_id uuid not null,
  type         text not null,
  bytes        bytea not null,
  hash         text not null,
  width        integer not null,
  height       integer not null,
  changed_at   timestamp with time zone not null,
  constraint workspace_logo_pkey PRIMARY KEY (workspace_id),
  constraint workspace_logo_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);
alter table workspace_logo enable row level security;
-- policy own_workspace: permissive for all to cordee_app using ((workspace_id = ( SELECT (NULLIF(NULLIF(current_setting('cordee.workspace_id'::text, true), ''::text), '*'::text))::uuid AS "nullif")) OR (( SELECT current_setting('cordee.workspace_id'::text, true) AS current_setting) = '*'::text))
-- grant delete, insert, select, update to cordee_app

CREATE OR REPLACE FUNCTION public.cordee_add_job(name text, payload json, job_key text, run_at timestamp with time zone, queue text, max_attempts integer, priority integer DEFAULT 0)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(
    identifier => name, payload => payload, queue_name => queue, run_at => run_at, max_attempts => max_attempts, job_key => job_key,
    priority => priority,
    -- Waiting work that is asked for again keeps its place.
    job_key_mode => case when job_key is null then 'replace' else 'preserve_run_at' end);
end $function$;
-- grant execute to cordee_app

CREATE OR REPLACE FUNCTION public.cordee_connection_workspace(connection_id uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select workspace_id from connection where id = connection_id and ended_at is null limit 1
$function$;
-- grant execute to cordee_app

CREATE OR REPLACE FUNCTION public.cordee_ensure_click_month(day date)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  first_day date := date_trunc('month', day)::date;
  name text := 'click_' || to_char(first_day, 'YYYYMM');
begin
  if to_regclass(name) is null then
    perform pg_advisory_xact_lock(hashtext('cordee click partitions'));
    if to_regclass(name) is null then
      -- Another session's table may not be seen yet behind this lock: its news arrives with the next lock of a table.
      execute format('create table if not exists %I partition of click for values from (%L) to (%L)', name,
        (first_day::timestamp at time zone 'UTC'), ((first_day + interval '1 month')::timestamp at time zone 'UTC'));
      execute format('grant insert, delete on %I to cordee_app', name);
    end if;
  end if;
  return name;
end $function$;
-- grant execute to cordee_app

CREATE OR REPLACE FUNCTION public.cordee_erase_answers(of_workspace uuid, of_qualification uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  delete from public.qualification_answer
   where workspace_id = of_workspace and qualification_id = of_qualification and not revealed
     and of_workspace::text = current_setting('cordee.workspace_id', true)
$function$;
-- grant execute to cordee_app

CREATE OR REPLACE FUNCTION public.cordee_keep_charter()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state in ('approved', 'announced', 'signed') and (new.document::text <> old.document::text or new.hash <> old.hash) then
    raise exception 'an approved charter does not change';
  end if;
  return new;
end $function$;
-- grant execute to public

CREATE OR REPLACE FUNCTION public.cordee_reveal_answers(of_workspace uuid, of_qualification uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  with both_sealed as (
    select q.workspace_id, q.id from public.qualification q
     where q.workspace_id = of_workspace and q.id = of_qualification and q.company_seal is not null and q.partner_seal is not null
       and of_workspace::text = current_setting('cordee.workspace_id', true)
  ), shown as (
    update public.qualification_answer a set revealed = true from both_sealed b
     where a.workspace_id = b.workspace_id and a.qualification_id = b.id returning a.side
  )
  select count(*) = 2 from shown
$function$;
-- grant execute to cordee_app

CREATE OR REPLACE FUNCTION public.cordee_search_partners(pattern text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'public'
AS $function$
  select id from partner
  where workspace_id = nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid and search_text like pattern
$function$;
-- grant execute to cordee_app
