import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { ActingAs } from '../processes/kernel/define-rules.ts';
import type { ProblemValues } from '../processes/kernel/problem.ts';
import type { CommunityKind, Level, RoleName } from '../processes/organisation.ts';
import type { CaseRecord, Writer } from '../workflows/case.messages.ts';

/** The tables of db/migrations as Kysely sees them. Only write_case() writes those of a case, so none is insertable. */
export interface Tables {
  org: OrgTable;
  person: PersonTable;
  holding: HoldingTable;
  setting: SettingTable;
  case_counter: { series: string; last: number };
  case_view: CaseViewTable;
  ledger: LedgerTable;
  command_answer: CommandAnswerTable;
  task: TaskTable;
  outbox: OutboxTable;
  preference: PreferenceTable;
  digest: DigestTable;
  digest_item: DigestItemTable;
  delivery: DeliveryTable;
  sender_channel: { channel: string; enabled: boolean; seen_at: Date };
  migration: MigrationTable;
  follow: FollowTable;
  saved_view: SavedViewTable;
}

export interface FollowTable {
  person: string;
  case_id: string;
  at: Generated<Date>;
}

export interface SavedViewTable {
  id: Generated<string>;
  person: string;
  page: 'desk' | 'search' | 'board';
  name: string;
  query: string;
  saved_at: Generated<Date>;
}

export interface OrgTable {
  id: string;
  name: string;
  short_name: string;
  level: Level;
  kind: Generated<CommunityKind>;
  demo: Generated<boolean>;
}

export interface PersonTable {
  id: string;
  name: string;
  demo: Generated<boolean>;
  /** DemoCard of db/queries/people.ts, written as JSON. */
  card: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface HoldingTable {
  person: string;
  role: RoleName;
  org: string;
}

export interface SettingTable {
  org: string;
  process: string;
  name: string;
  value: number;
  source: string;
}

type Read<Value> = ColumnType<Value, never, never>;

export interface CaseViewTable {
  id: Read<string>;
  ordinal: GeneratedAlways<number>;
  number: Read<string>;
  process: Read<string>;
  version: Read<number>;
  org: Read<string>;
  drill: Read<boolean>;
  state: Read<string>;
  kind: Read<'open' | 'closed' | 'final'>;
  visible_to: Read<'community' | 'related'>;
  seq: Read<number>;
  round: Read<number>;
  title: Read<string>;
  /** Where the matter is, in words; null where the process has no place. */
  place: Read<string | null>;
  /** Number, title and place as one text to search in. */
  words: GeneratedAlways<string>;
  related: Read<string[]>;
  record: Read<CaseRecord>;
  hash: Read<string>;
  due_at: Read<Date | null>;
  warn_at: Read<Date | null>;
  clock_offset_ms: Read<number>;
  opened_at: Read<Date>;
  changed_at: Read<Date>;
}

export interface LedgerTable {
  id: GeneratedAlways<number>;
  tx: Read<string>;
  case_id: Read<string>;
  position: Read<number>;
  kind: Read<'entry' | 'void' | 'gap' | 'rung'>;
  seq: Read<number>;
  in_force: Read<boolean>;
  round: Read<number>;
  type: Read<string>;
  command_id: Read<string>;
  automatic: Read<boolean>;
  actor: Read<ActingAs | null>;
  at: Read<Date>;
  from_state: Read<string | null>;
  to_state: Read<string>;
  form: Read<Record<string, unknown>>;
  state_hash: Read<string>;
  content_hash: Read<string>;
  voids: Read<number | null>;
  prev_hash: Read<string>;
  hash: Read<string>;
  recorded_at: Read<Date>;
  writer: Read<Writer>;
}

export interface CommandAnswerTable {
  command_id: Read<string>;
  case_id: Read<string>;
  request_hash: Read<string>;
  seq: Read<number>;
  record: Read<CaseRecord>;
  recorded_at: Read<Date>;
}

export interface TaskTable {
  case_id: Read<string>;
  command: Read<string>;
  role: Read<RoleName | null>;
  org: Read<string | null>;
  person: Read<string | null>;
  drill: Read<boolean>;
  ordinal: GeneratedAlways<number>;
  /** `infinity` (no clock) is read as the number Infinity. */
  due_at: Read<Date | number>;
  warn_at: Read<Date | number>;
  since: Read<Date>;
}

export interface OutboxTable {
  id: GeneratedAlways<number>;
  key: Read<string>;
  case_id: Read<string>;
  position: Read<number>;
  person: Read<string>;
  drill: Read<boolean>;
  notice: Read<string>;
  values: Read<ProblemValues>;
  created_at: Read<Date>;
  sent_at: ColumnType<Date | null, never, Date | null>;
  read_at: ColumnType<Date | null, never, Date | null>;
}

export interface PreferenceTable {
  person: string;
  email: string | null;
  webhook_url: string | null;
  webhook_origin: GeneratedAlways<string | null>;
  webhook_secret: string | null;
  timing: Generated<'immediate' | 'daily'>;
  digest_hour: Generated<number>;
  digest_on_rest_days: Generated<boolean>;
  language: Generated<'zh-CN' | 'en'>;
  changed_at: Date;
}

export interface DigestTable {
  id: GeneratedAlways<number>;
  person: string;
  date: string;
  made_at: Date;
}

export interface DigestItemTable {
  outbox_id: number;
  person: string;
  digest_id: number | null;
}

export interface DeliveryTable {
  id: GeneratedAlways<number>;
  key: string;
  person: string;
  channel: 'email' | 'webhook';
  outbox_id: number | null;
  digest_id: number | null;
  state: Generated<'waiting' | 'sending' | 'sent' | 'dropped' | 'dead' | 'unknown'>;
  next_try: Date;
  claim: string | null;
  attempt: string | null;
  attempts: Generated<number>;
  attempted_at: Date | null;
  target: string | null;
  trouble: string | null;
  detail: string | null;
  sent_at: Date | null;
  resent_by: string | null;
  resent_at: Date | null;
  created_at: Date;
}

export interface MigrationTable {
  name: string;
  sha256: string;
  applied_at: Generated<Date>;
}
