-- Tables of psync/1 (lib/sync/SPEC.md). Every key begins with the workspace.

create table installation (
  one boolean primary key default true check (one),
  ws uuid not null,
  user_id uuid not null
);

create table workspace (
  ws uuid primary key,
  epoch uuid not null default gen_random_uuid(),
  head bigint not null default 0,
  gc_floor bigint not null default 0
);

create table device (
  ws uuid not null,
  token_hash bytea not null,
  user_id uuid not null,
  name text not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (ws, token_hash)
);

create table pairing_code (
  ws uuid not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  primary key (ws, code_hash)
);

create table client (
  ws uuid not null,
  client_id text not null,
  user_id uuid not null,
  last_seq bigint not null default 0,
  last_seen timestamptz not null default now(),
  primary key (ws, client_id)
);

-- fm: per field [rev, hlc, client] of its last writer. x: fields this server does not know.
create table record (
  ws uuid not null,
  t text not null,
  id uuid not null,
  rev bigint not null,
  f jsonb not null,
  fm jsonb not null,
  x jsonb not null default '{}',
  del boolean not null default false,
  erased boolean not null default false,
  copy_of uuid,
  created_at timestamptz not null default now(),
  primary key (ws, t, id)
);
create unique index record_rev on record (ws, rev);

-- outcome: index into RESULT_KINDS of lib/sync/protocol.ts. Holds no values of fields.
create table op_log (
  ws uuid not null,
  client_id text not null,
  seq bigint not null,
  op_hash bytea not null,
  outcome smallint not null,
  code text,
  rev bigint,
  at timestamptz not null default now(),
  primary key (ws, client_id, seq)
);

create table conflict_log (
  ws uuid not null,
  t text not null,
  id uuid not null,
  field text not null,
  kept jsonb,
  lost jsonb,
  lost_by text not null,
  at timestamptz not null default now()
);
create index conflict_log_record on conflict_log (ws, t, id);

-- Outlives the record so that its id is never used again. Names nobody.
create table erased (
  ws uuid not null,
  t text not null,
  id uuid not null,
  at timestamptz not null default now(),
  primary key (ws, t, id)
);

-- The server works as this role, which owns nothing: row security holds for it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'baton_app') then
    create role baton_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null; -- another database of this cluster, at the same moment
end $$;
do $$
begin
  if not pg_has_role(current_user, 'baton_app', 'member') then
    execute format('grant baton_app to %I', current_user);
  end if;
end $$;
do $$ begin execute format('grant usage on schema %I to baton_app', current_schema()); end $$;

grant select on installation to baton_app;
do $$
declare name text;
begin
  foreach name in array array['workspace', 'device', 'pairing_code', 'client', 'record', 'op_log', 'conflict_log', 'erased']
  loop
    execute format('grant select, insert, update, delete on %I to baton_app', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- After a transaction-local set_config the setting is '' and not null: a bare cast would fail with 22P02.
    execute format(
      'create policy ws_only on %I using (ws = nullif(current_setting(''app.ws'', true), '''')::uuid)'
      ' with check (ws = nullif(current_setting(''app.ws'', true), '''')::uuid)', name);
  end loop;
end $$;
