import type { DateString } from '../kernel/clock.ts';
import { dateOf } from '../kernel/clock.ts';
import type { RegisterLine, RegisterQuery } from '../kernel/register.ts';

export const LIST = 'serviceItemList';

/** What a line of the public list says, as far as a refusal looks at it. */
export interface ListedItem {
  code: string;
  name: string;
  moneyNeeded: boolean;
  caseId: string;
}

/** How a task stands to the list of the day on which it came. */
export interface Standing {
  day: DateString;
  /** The entry that covers it; null if there is none. */
  item: ListedItem | null;
  /** Why none does. */
  because: 'noSuchCode' | 'notYetInForce' | 'expired' | 'noSuchName' | null;
  itemsOnList: number;
  /** The last change of the list before that day; null if it is empty. */
  listChangedOn: DateString | null;
  /** Names of entries that resemble the task; whoever checks the refusal compares them. */
  similar: string[];
}

/** The lines that may cover a task; without a code the whole list of that day. */
export function listOn(onDay?: DateString, keyPrefix?: string): RegisterQuery {
  return {
    register: LIST,
    scope: 'line',
    ...(onDay === undefined ? {} : { onDay }),
    ...(keyPrefix === undefined ? {} : { keyPrefix }),
  };
}

/**
 * Compares a task with the list. A code decides; without one only an entry of exactly that name covers the task, because
 * a word that two texts share is no admission.
 */
export function standingOf(
  task: { title: string; wording: string; receivedOn: DateString; itemCode?: string | undefined },
  lines: readonly RegisterLine[],
): Standing {
  const { receivedOn: day, itemCode } = task;
  const inForce = lines.filter((line) => validity(line, day) === 'inForce');
  const title = plain(task.title);
  const covering = inForce.find((line) =>
    itemCode === undefined ? plain(textOf(line, 'name')) === title : line.key === itemCode,
  );
  const outOfTime = lines.find((line) => line.key === itemCode);
  const changed = lines.map(({ at }) => dateOf(at)).sort();
  return {
    day,
    item: covering ? itemOf(covering) : null,
    because: covering ? null : whyNot(itemCode, outOfTime, day),
    itemsOnList: inForce.length,
    listChangedOn: changed.at(-1) ?? null,
    similar: covering ? [] : inForce.map((line) => textOf(line, 'name')).filter((name) => resembles(name, task)),
  };
}

/** The entry of a code that is in force on a day. */
export function entryOf(code: string, lines: readonly RegisterLine[], day: DateString): ListedItem | undefined {
  const line = lines.find(({ register, key }) => register === LIST && key === code);
  return line && validity(line, day) === 'inForce' ? itemOf(line) : undefined;
}

function whyNot(code: string | undefined, line: RegisterLine | undefined, day: DateString): Standing['because'] {
  if (code === undefined) return 'noSuchName';
  if (!line) return 'noSuchCode';
  return validity(line, day) === 'notYet' ? 'notYetInForce' : 'expired';
}

/** A line may stand before its item takes effect, and a moment longer than the item lasts. */
function validity(line: RegisterLine, day: DateString): 'inForce' | 'notYet' | 'over' {
  const from = textOf(line, 'effectiveFrom');
  const until = textOf(line, 'validUntil');
  if (from !== '' && from > day) return 'notYet';
  return until !== '' && until < day ? 'over' : 'inForce';
}

function itemOf(line: RegisterLine): ListedItem {
  return {
    code: line.key,
    name: textOf(line, 'name'),
    moneyNeeded: line.value['moneyNeeded'] !== false,
    caseId: line.caseId,
  };
}

function textOf({ value }: RegisterLine, field: string): string {
  const text = value[field];
  return typeof text === 'string' ? text : '';
}

function resembles(name: string, task: { title: string; wording: string }): boolean {
  const [entry, title, wording] = [plain(name), plain(task.title), plain(task.wording)];
  if (entry.length < 4 || title.length < 4) return false;
  return title.includes(entry) || entry.includes(title) || wording.includes(entry);
}

/** Blanks, punctuation and width of letters make no other name. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '');
}
