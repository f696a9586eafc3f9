-- The tables of better-auth as its own schema describes them for our plugins (a test compares), users being shared by workspaces.
-- Its column names are its own. The application may do everything here: these rows belong to people, not to the books.
create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean
);

create table auth_session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth_user (id) on delete cascade
);
create index "auth_session_userId_idx" on auth_session ("userId");

create table auth_account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth_user (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "auth_account_userId_idx" on auth_account ("userId");

create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index "auth_verification_identifier_idx" on auth_verification (identifier);

create table auth_two_factor (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references auth_user (id) on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "auth_two_factor_secret_idx" on auth_two_factor (secret);
create index "auth_two_factor_userId_idx" on auth_two_factor ("userId");

create table auth_passkey (
  id text primary key,
  name text,
  "publicKey" text not null,
  "userId" text not null references auth_user (id) on delete cascade,
  "credentialID" text not null,
  counter integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  transports text,
  "createdAt" timestamptz,
  aaguid text
);
create index "auth_passkey_userId_idx" on auth_passkey ("userId");
create index "auth_passkey_credentialID_idx" on auth_passkey ("credentialID");

-- Links that work once: the first administrator's, and invitations. Only a hash is kept.
create table one_time_link (
  hash bytea primary key,
  purpose text not null check (purpose in ('setup', 'invitation')),
  user_id text references auth_user (id) on delete cascade,
  expires_at timestamptz not null,
  check ((purpose = 'invitation') = (user_id is not null))
);

grant select, insert, update, delete on auth_user, auth_session, auth_account, auth_verification, auth_two_factor, auth_passkey,
  one_time_link to cordee_app;
