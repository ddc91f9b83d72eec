import type { LedgerLine } from '../../db/queries/ledger.ts';
import { isoOf } from '../../processes/kernel/clock.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import type { CaseData, LedgerSight } from '../../processes/kernel/define-rules.ts';
import { entryWords } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';

/** One line of the ledger as a person may read it. */
export interface LedgerItem {
  position: number;
  seq: number;
  kind: LedgerLine['kind'];
  round: number;
  type: string;
  text: string;
  actor: { id?: string; name: string; as?: string } | null;
  at: string;
  automatic: boolean;
  inForce: boolean;
  voids: number | null;
  state: string;
  form?: object;
  hash: string;
  prevHash: string;
}

/** How much of a line its reader sees: staff all, a person his own acts, the public no personal data (个人信息保护法 art. 25). */
export type LedgerReader = { kind: 'staff' | 'self' | 'public'; id: string };

/** For whom a line is put into words, and with what. */
export interface LedgerReading {
  /** Of the case as it stands now: who may be named is a matter of the present. */
  data: CaseData;
  reader: LedgerReader;
  locale: Locale;
  /** Whoever acted is nobody: the reader may be anybody. */
  nameless?: boolean;
  /** Names of organisations by their id, where the reader sees forms. */
  orgNames?: ReadonlyMap<string, string>;
}

/** A line in words. The form is shown to staff and to whoever filled it in. */
export function presentLedgerLine(process: Process, line: LedgerLine, reading: LedgerReading): LedgerItem {
  const { data, reader, locale } = reading;
  const sight = reading.nameless ? 'nameless' : sightOf(process, data, line, reader);
  const open = sight === 'open';
  const masked = line.actor && (open ? line.actor : { ...line.actor, name: shownName(line.actor.name, sight, locale) });
  // What the clock sent names a limit and nobody.
  const entry = { type: line.type, actor: masked, form: open || line.kind === 'rung' ? line.form : {} };
  return {
    position: line.position,
    seq: line.seq,
    kind: line.kind,
    round: line.round,
    type: line.type,
    text: textOf(process, line, entry, reading),
    actor: masked && {
      ...(open ? { id: masked.id } : {}),
      name: masked.name,
      // Where few stand in a relation it is as good as a name.
      ...(sight === 'nameless' ? {} : { as: masked.as }),
    },
    at: isoOf(line.at.getTime()),
    automatic: line.automatic,
    inForce: line.inForce,
    voids: line.voids,
    state: line.to,
    ...(open && line.kind === 'entry' ? { form: line.form } : {}),
    hash: line.hash,
    prevHash: line.prevHash,
  };
}

/** A process may protect whoever acted, even from staff. */
function sightOf({ rules }: Process, data: CaseData, line: LedgerLine, reader: LedgerReader): LedgerSight {
  const actorId = line.actor?.id ?? null;
  const own = rules.ledgerSight?.(data, reader, actorId, { type: line.type, form: line.form });
  return own ?? (reader.kind === 'staff' || actorId === reader.id ? 'open' : 'masked');
}

function shownName(name: string, sight: LedgerSight, locale: Locale): string {
  if (sight === 'nameless') return locale === 'en' ? 'somebody' : '某某';
  return maskedName(name, locale);
}

/** 王**: the family name alone, as on a public notice board. */
export function maskedName(name: string, locale: Locale): string {
  const [first = ''] = [...name];
  return locale === 'en' && /^[A-Za-z]/.test(name) ? `${first}.` : `${first}**`;
}

function textOf(
  process: Process,
  line: LedgerLine,
  entry: { type: string; actor: { name: string } | null; form: object },
  { locale, orgNames }: LedgerReading,
): string {
  const zh = locale === 'zh-CN';
  if (line.kind === 'void') {
    return zh ? `系统宣告第${line.voids}条未生效` : `The system declared entry ${line.voids} void`;
  }
  if (line.kind === 'gap') return zh ? '系统补记了一处空缺' : 'The system recorded a gap';
  const said = entryWords({ process, entry, locale, ...(orgNames ? { orgNames } : {}) });
  return withoutGaps(said) ?? shortly(process, entry, locale);
}

/**
 * The sentence without the parts whose values this reader may not see: `刘**作出结论:{verdict}` becomes `刘**作出结论`. Undefined
 * where the sentence cannot do without them.
 */
export function withoutGaps(said: string): string | undefined {
  const bare = said
    .replace(/\s?(?:《\{\w+\}》|“\{\w+\}”|[((]\{\w+\}[))])/g, '')
    .replace(/(?:[::,,。;;]|\.\s)[^::,,。;;.]*\{\w+\}.*$/, '');
  return /\{\w+\}/.test(bare) ? undefined : bare;
}

/** Who did what, by the name of the step alone. */
function shortly(process: Process, entry: { type: string; actor: { name: string } | null }, locale: Locale): string {
  const title = process.texts[locale].commands[entry.type]?.title ?? entry.type;
  const who = entry.actor?.name ?? (locale === 'en' ? 'The system' : '系统');
  return locale === 'en' ? `${who}: ${title}` : `${who}:${title}`;
}
