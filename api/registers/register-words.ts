import { processes } from '../../processes/index.ts';
import type { FieldText, Process } from '../../processes/kernel/define-process.ts';
import type { Locale } from '../../processes/kernel/text.ts';

/** How a register and the fields of its lines are called, in one language. */
export interface RegisterWords {
  title: string;
  /** In the order of a table. */
  columns: Readonly<Record<string, FieldText>>;
}

/** The words of a register from the processes that keep it; undefined if none of them has any. */
export function registerWords(
  register: string,
  locale: Locale,
  from: readonly Process[] = processes,
): RegisterWords | undefined {
  const told = from.flatMap(({ texts }) => {
    const { registers = {} } = texts[locale];
    return Object.hasOwn(registers, register) && registers[register] ? [registers[register]] : [];
  });
  const [first] = told;
  if (first === undefined) return undefined;
  const columns = Object.assign({}, ...told.toReversed().map((words) => words.columns), first.columns);
  // Several processes may keep one register: what the first tells comes first, and no field is lost.
  const order = [...new Set(told.flatMap((words) => Object.keys(words.columns)))];
  return { title: first.title, columns: Object.fromEntries(order.map((field) => [field, columns[field]])) };
}

/** Every register that a process has words for. */
export function namedRegisters(locale: Locale, from: readonly Process[] = processes): string[] {
  return [...new Set(from.flatMap(({ texts }) => Object.keys(texts[locale].registers ?? {})))];
}

/** The title of a column, or the field's own name where nobody has named it. */
export function columnTitle(words: RegisterWords | undefined, field: string): string {
  const text = words?.columns[field];
  return text === undefined ? field : typeof text === 'string' ? text : text.label;
}

/** A value of a line as people read it in a table. */
export function cellText(words: RegisterWords | undefined, field: string, value: unknown, locale: Locale): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return locale === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否';
  if (Array.isArray(value)) {
    return value.map((each) => cellText(words, field, each, locale)).join(locale === 'en' ? ', ' : '、');
  }
  if (typeof value === 'object') return JSON.stringify(value);
  const text = words?.columns[field];
  const options = text === undefined || typeof text === 'string' ? undefined : text.options;
  const plain = String(value);
  return options !== undefined && Object.hasOwn(options, plain) ? (options[plain] ?? plain) : plain;
}
