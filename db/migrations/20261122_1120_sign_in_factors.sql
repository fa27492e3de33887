-- A second step, passkeys and what a session was raised by: the sign-in library's tables as it compiles them for
-- version 1.7.25 (passkeys 1.7.6), with columns of ours.
set local search_path = auth;
alter table "user" add column "twoFactorEnabled" boolean;
create table "twoFactor" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "secret" text not null, "backupCodes" text not null, "userId" uuid not null references "user" ("id") on delete cascade, "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz);
create index "twoFactor_secret_idx" on "twoFactor" ("secret");
create index "twoFactor_userId_idx" on "twoFactor" ("userId");
create table "passkey" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "name" text, "publicKey" text not null, "userId" uuid not null references "user" ("id") on delete cascade, "credentialID" text not null, "counter" integer not null, "deviceType" text not null, "backedUp" boolean not null, "transports" text, "createdAt" timestamptz, "aaguid" text);
create index "passkey_userId_idx" on "passkey" ("userId");
create unique index "passkey_credentialID_once" on "passkey" ("credentialID");

-- The step of thirty seconds whose code was used last: no code works twice. And when its recovery codes were kept.
alter table "twoFactor" add column "lastStep" bigint, add column "codesKeptAt" timestamptz;
-- What a session was raised by, and when it last asked for something.
alter table "session"
  add column "strongBy" text constraint session_strong_by_known check ("strongBy" in ('code', 'recovery', 'passkey')),
  add column "lastSeenAt" timestamptz not null default CURRENT_TIMESTAMP;
-- One account of one provider, linked once.
create unique index "account_provider_once" on "account" ("providerId", "accountId");
create unique index "account_one_of_a_provider" on "account" ("userId", "providerId");
comment on table "twoFactor" is 'retain: membership + 6 years';
comment on table "passkey" is 'retain: membership + 6 years';

-- What a school, and a trust for its own people, asks of those who sign in.
alter table app.schools
  add column requires_second_step boolean not null default false,
  add column idle_minutes integer not null default 15
    constraint schools_idle_minutes_within check (idle_minutes between 2 and 120);
alter table app.trusts
  add column requires_second_step boolean not null default false,
  add column version integer not null default 1;
reset search_path;
