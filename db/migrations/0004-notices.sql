-- Notices on their way to people. The outbox row itself is the notice inside the application: sent_at says since when it is
-- shown there, read_at when it was read. Everything that leaves the house is a delivery.

-- How a person wants to be told. Without a row: inside the application only.
create table preference (
  person text primary key references person (id) on delete cascade,
  email text,
  webhook_url text,
  webhook_origin text generated always as (substring(webhook_url from '^[a-z]+://[^/?#]+')) stored,
  webhook_secret text,                       -- whsec_…; both sides of an HMAC need it as it is
  timing text not null default 'immediate' check (timing in ('immediate', 'daily')),
  digest_hour smallint not null default 9 check (digest_hour between 0 and 23), -- of Beijing
  digest_on_rest_days boolean not null default false,
  language text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  changed_at timestamptz(3) not null,
  check ((webhook_url is null) = (webhook_secret is null))
);
create index preference_origin on preference (webhook_origin) where webhook_origin is not null;

-- One message a day: the unique key is what makes it one, whatever restarts.
create table digest (
  id bigint generated always as identity primary key,
  person text not null references person (id) on delete cascade,
  date date not null,
  made_at timestamptz(3) not null,
  unique (person, date)
);

create table digest_item (
  outbox_id bigint primary key references outbox (id) on delete cascade,
  person text not null,
  digest_id bigint references digest (id) on delete cascade -- null until a digest takes it
);
create index digest_item_waiting on digest_item (person) where digest_id is null;
create index digest_item_taken on digest_item (digest_id) where digest_id is not null;

-- waiting → sending → sent, or back to waiting with a later next_try, or dead. `unknown`: the sender ended between handing
-- the message over and storing that it did. `dropped`: the person has taken the channel away meanwhile.
create table delivery (
  id bigint generated always as identity primary key,
  key text not null unique,                  -- the receiver's idempotency key; follows from the notice alone
  person text not null references person (id) on delete cascade,
  channel text not null check (channel in ('email', 'webhook')),
  outbox_id bigint references outbox (id) on delete cascade,
  digest_id bigint references digest (id) on delete cascade,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'dropped', 'dead', 'unknown')),
  next_try timestamptz(3) not null,          -- while somebody holds it: the end of his lease
  claim uuid,                                -- of the sender who holds it
  attempt uuid,                              -- stored before anything is handed over, and asked for when it is done
  attempts integer not null default 0,
  attempted_at timestamptz(3),
  target text,                               -- address of the last attempt
  trouble text,                              -- why the last attempt failed, as a code
  detail text,
  sent_at timestamptz(3),
  resent_by text,
  resent_at timestamptz(3),
  created_at timestamptz(3) not null,
  check ((outbox_id is null) <> (digest_id is null))
);
create index delivery_due on delivery (channel, next_try, id) where state in ('waiting', 'sending');
create index delivery_dead on delivery (id) where state in ('dead', 'unknown');
create index delivery_outbox on delivery (outbox_id) where outbox_id is not null;
create index delivery_digest on delivery (digest_id) where digest_id is not null;

create index outbox_told on outbox (person, sent_at) where sent_at is not null;
create index outbox_unread on outbox (person) where sent_at is not null and read_at is null;

-- What the sender says of its channels, for the page that shows the parts of the house.
create table sender_channel (
  channel text primary key,
  enabled boolean not null,
  seen_at timestamptz(3) not null
);
