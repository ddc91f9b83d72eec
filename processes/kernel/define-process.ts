import type { z } from 'zod';
import type { Holding } from './actor.ts';
import type { CaseState } from './case.ts';
import type { DateString, Instant } from './clock.ts';
import { commonForms } from './common/forms.ts';
import { reasonsOf, withCommonTexts } from './common/texts.ts';
import type { AnyRules, Facts, Names, ProcessRules } from './define-rules.ts';
import type { EverybodyRule } from './everybody.ts';
import type { Choice } from './form-schema.ts';
import type { PaperRule } from './paper.ts';
import type { ProposingRule } from './proposing.ts';
import type { SectionRule, Shown } from './sections.ts';
import type { Locale, Words } from './text.ts';

/** Words of a form field: its label, or label with help, option names and inner fields. */
export type FieldText =
  | string
  | { label: string; help?: string; options?: Record<string, string>; fields?: Record<string, FieldText> };

/**
 * All words of a process in one language. Both languages must satisfy the same type, so a missing word is a compile
 * error. Sentences of the ledger (`past`) are templates with `{actor}` and the top-level text and number fields of the
 * form, e.g. `{actor}提交了方案`.
 */
export interface Texts<N extends Names> {
  title: string;
  summary: string;
  /** `next` says what happens next and who is expected to act. */
  states: Record<N['state'], { title: string; next: string }>;
  commands: Record<N['command'], { title: string; past: string }>;
  fields: { [C in N['command']]: Record<keyof N['forms'][C] & string, FieldText> };
  events: Record<N['event'], { past: string }>;
  relations: Record<N['relation'], string>;
  deadlines: Record<N['deadline'], string>;
  settings: Record<N['setting'], string>;
  /** `next` is the next step for the person; both may hold `{value}` places. */
  problems: Record<N['problem'], { title: string; next: string }>;
  notices: Record<N['notice'], string>;
  /** Registers that the process keeps, with the fields of their lines in the order of a table. */
  registers?: Record<string, { title: string; columns: Record<string, FieldText> }>;
}

// biome-ignore lint/suspicious/noExplicitAny: names are checked where the process is defined.
export type AnyTexts = Texts<any>;

/** A whole process: rules, forms and words. Web, api and tests see this; the workflow sees only `rules`. */
export interface Process {
  rules: AnyRules;
  /** One strict Zod object schema per command. */
  forms: Record<string, z.ZodType>;
  texts: Record<Locale, AnyTexts>;
  /** Set in the process that the system opens when a ladder says `order`: the form with which it does so. */
  orderFor?: (matter: OverdueMatter) => object;
  /** Set in the same process: what a board says of one order. */
  orderLine?: (order: Pick<CaseState, 'data' | 'deadlines'>) => OrderLine;
  /** Papers that can be printed from a case, by their name in the address. */
  papers?: Readonly<Record<string, PaperRule>>;
  /** How cases that exist already are taken over from a table. */
  importing?: Importing;
  /** What has to be open before the case may go on, from the data as their reader may see them. */
  gates?: (shown: Shown) => readonly GateLine[];
  /** What the case is about, in sections; without them they follow from the form that opens it. */
  sections?: readonly SectionRule[];
  /** What everybody may see without signing in; nothing if it is not declared. */
  everybody?: EverybodyRule;
  /** How somebody of the neighbourhood brings such a matter forward, step by step; nobody does if it is not declared. */
  proposing?: ProposingRule;
  /** What stands already in the form of a command: what it would replace, or what is all but certain. */
  values?: Readonly<Record<string, ValuesOf<never, object> | undefined>>;
  /** What the case holds for fields that can only name one of these things: by the command, by the path of the field. */
  choices?: Readonly<Record<string, ((data: never) => Readonly<Record<string, readonly Choice[]>>) | undefined>>;
  /** Commands for exceptional days: they are offered after all others. */
  rare?: readonly string[];
  /** What the opening form need not ask, because it names a case in which it stands. */
  fromCase?: FromCase<object>;
}

/** The case that a form names, and the form with what is known of it. */
export interface FromCase<Form> {
  /** undefined: the form holds all that is needed. */
  caseOf(form: Form): { id: string; pointer: string } | undefined;
  complete(form: Form, found: ReferredCase): Form;
}

/** What is known of a case that a form names. */
export interface ReferredCase {
  number: string;
  process: string;
  title: string;
  /** The limit that is overdue the longest. */
  overdue: { deadline: string; dueDate: DateString | null } | null;
}

/** Values for the fields of a form, from the case as it stands; only readers who see the data get them. */
export type ValuesOf<Data, Form> = (data: Data, facts: Pick<Facts, 'at' | 'settings'>) => Partial<Form>;

/** One thing that has to be open, for people: open or closed, and why where the reader may know it. */
export interface GateLine {
  title: Words;
  open: boolean;
  text?: Words;
}

/** Taking over a table (xlsx, CSV): each row becomes the form that opens one case. */
export interface Importing {
  /** The columns by their heading, with what a fault in them is called; all must be there unless `optional`. */
  columns: readonly { heading: string; optional?: boolean }[];
  /** The form of one row, cells as trimmed text; what is wrong in it the form's own schema says. */
  formOf(row: Readonly<Record<string, string>>): unknown;
  /** Heading of the column from which a field of the form came, by its JSON pointer. */
  columnOf(pointer: string): string | undefined;
  /** Rows of one file must differ in this column. */
  uniqueColumn: string;
  /** What may stand in a column that takes a few words only, as people write it there. */
  wordsOf: Readonly<Record<string, readonly string[]>>;
}

/** A limit that is so long over that an order is due. */
export interface OverdueMatter {
  caseId: string;
  caseNumber: string;
  process: string;
  /** Title of the case. */
  title: string;
  deadline: string;
  /** The limit in words, as the process of the case calls it. */
  deadlineTitle: string;
  /** null where hours were counted. */
  dueDate: DateString | null;
  /** The office that the order is for, at its organisation. */
  to: Holding;
}

/** One order as a board tells it. */
export interface OrderLine {
  /** The case that the order is about. */
  about: { caseId: string; number: string; title: string };
  /** The office that has to answer. */
  unit: Holding;
  /** Who has it there, as far as the order says; otherwise whoever holds the office. */
  person: string | null;
  issuedAt: Instant;
  /** The clock issued it, and no person. */
  bySystem: boolean;
  /** Still to come, given in time, given late, or no longer asked for. */
  answer: 'waiting' | 'inTime' | 'late' | 'dropped';
  /** When that answer was given; null while none counts. */
  answeredAt: Instant | null;
}

/**
 * Joins the parts of a process, and adds the commands that every process has; a missing form, word or language does not
 * compile.
 */
export function defineProcess<N extends Names>(process: {
  rules: ProcessRules<N>;
  forms: { [C in N['command']]: z.ZodType<N['forms'][C]> };
  texts: Record<Locale, Texts<N>>;
  orderFor?: (matter: OverdueMatter) => N['forms'][N['command']];
  orderLine?: NonNullable<Process['orderLine']>;
  papers?: NonNullable<Process['papers']>;
  importing?: Importing;
  gates?: NonNullable<Process['gates']>;
  sections?: NonNullable<Process['sections']>;
  everybody?: EverybodyRule<N['data'], N['state']>;
  values?: { [C in N['command']]?: ValuesOf<N['data'], N['forms'][C]> };
  proposing?: ProposingRule;
  choices?: { [C in N['command']]?: (data: N['data']) => Readonly<Record<string, readonly Choice[]>> };
  rare?: readonly N['command'][];
  fromCase?: FromCase<object>;
}): Process {
  const { rules, forms, texts, ...parts } = process;
  return {
    rules,
    ...parts,
    forms: { ...formsFor(rules), ...forms },
    texts: { 'zh-CN': withCommonTexts(rules, texts['zh-CN'], 'zh-CN'), en: withCommonTexts(rules, texts.en, 'en') },
  };
}

/** The forms of the common commands that the clocks of the process know. */
function formsFor(rules: AnyRules): Record<string, z.ZodType> {
  const common = commonForms(Object.keys(rules.deadlines), reasonsOf(rules));
  return Object.fromEntries(Object.entries(common).filter(([command]) => rules.permissions[command] !== undefined));
}
