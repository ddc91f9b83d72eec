import { readForm as checkForm } from '../../api/cases/form-check.ts';
import { ApiProblem } from '../../api/problems/api-problem.ts';
import { processes } from '../../processes/index.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import type { Condition } from '../../processes/kernel/define-rules.ts';
import { formSchema, type JsonSchema } from '../../processes/kernel/form-schema.ts';
import { type ProblemValues, problem } from '../../processes/kernel/problem.ts';
import { tellProblem } from '../../processes/kernel/problem-texts.ts';
import type { ProposingRule } from '../../processes/kernel/proposing.ts';
import { type Locale, say } from '../../processes/kernel/text.ts';
import { faultsByControl } from '../forms/faults.ts';
import type { PostedForm } from '../forms/posted.ts';
import { readForm } from '../forms/read-form.ts';

export interface Proposing {
  process: Process;
  rule: ProposingRule;
}

/** The process by which people of the neighbourhood bring a matter forward. */
export function proposingProcess(): Proposing | undefined {
  for (const process of processes as readonly Process[]) {
    if (process.proposing) return { process, rule: process.proposing };
  }
  return undefined;
}

/** The fields of one step, in the order of the form. */
export function stepSchema({ process, rule }: Proposing, step: number, locale: Locale, onBehalf: boolean): JsonSchema {
  const schema = formSchema(process, process.rules.start, locale);
  const away = onBehalf ? rule.ownOnly : rule.onBehalf;
  const wanted = (rule.steps[step - 1]?.fields ?? []).filter((field) => !away.includes(field));
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const unasked = [...rule.without, ...(onBehalf ? [] : Object.keys(rule.leftToStaff))];
  const required = (schema['required'] ?? []) as string[];
  return {
    ...schema,
    properties: Object.fromEntries(
      wanted.flatMap((field) => {
        const property = properties[field];
        return property ? [[field, without(property, field, unasked)] as const] : [];
      }),
    ),
    // Whoever enters it for somebody else has to say for whom.
    required: wanted.filter((field) => required.includes(field) || (onBehalf && rule.onBehalf.includes(field))),
  };
}

/** A group without the parts that nobody is asked for. */
function without(property: JsonSchema, field: string, away: readonly string[]): JsonSchema {
  const parts = property['properties'] as Record<string, JsonSchema> | undefined;
  if (!parts) return property;
  const isAsked = (name: string) => !away.includes(`${field}.${name}`);
  const required = ((property['required'] ?? []) as string[]).filter(isAsked);
  return {
    ...property,
    properties: Object.fromEntries(Object.entries(parts).filter(([name]) => isAsked(name))),
    required,
  };
}

export interface ReadProposal {
  value: Record<string, unknown>;
  /** Control name → what is wrong there, by step. */
  faults: ReadonlyMap<number, Record<string, string>>;
}

/** Reads all steps, and tells what is wrong in each. */
export function readProposal(
  proposing: Proposing,
  posted: PostedForm,
  locale: Locale,
  onBehalf: boolean,
): ReadProposal {
  const { process, rule } = proposing;
  const value: Record<string, unknown> = { ...rule.given };
  const controls = rule.steps.map((_, index) => {
    const read = readForm(stepSchema(proposing, index + 1, locale, onBehalf), posted);
    Object.assign(value, read.value);
    return read.controlOf;
  });
  if (!onBehalf) fillIn(value, rule.leftToStaff);
  const found = [...faultsIn(process, value, locale), ...brokenTexts(process, value, locale)];
  if (onBehalf) {
    for (const field of rule.onBehalf) {
      if (value[field] === undefined) {
        found.push({ pointer: `/form/${field}`, detail: locale === 'en' ? 'Required' : '必填' });
      }
    }
  }
  const faults = new Map<number, Record<string, string>>();
  for (const [index, { fields }] of rule.steps.entries()) {
    const controlOf = controls[index];
    const own = found.filter(({ pointer }) => fields.includes(pointer.split('/')[2] ?? ''));
    if (controlOf && own.length > 0) faults.set(index + 1, faultsByControl(own, controlOf));
  }
  return { value, faults };
}

function fillIn(value: Record<string, unknown>, left: ProposingRule['leftToStaff']): void {
  for (const [path, given] of Object.entries(left)) {
    const [field = '', part = ''] = path.split('.');
    const group = value[field];
    if (typeof group === 'object' && group !== null) value[field] = { ...group, [part]: given };
  }
}

/** Rules about one field alone are told at that field as soon as it is filled in, not when all is sent. */
function brokenTexts(process: Process, value: Readonly<Record<string, unknown>>, locale: Locale) {
  const { rules } = process;
  const conditions: readonly Condition<unknown, unknown, string>[] = rules.conditions[rules.start] ?? [];
  return conditions.flatMap(({ code, ofFieldAlone, pointer = '', fails }) => {
    if (!ofFieldAlone || value[pointer.split('/')[1] ?? ''] === undefined) return [];
    const values = fails({ form: value } as Parameters<typeof fails>[0]);
    return values === undefined ? [] : [{ pointer: `/form${pointer}`, detail: wordsOf(process, code, values, locale) }];
  });
}

function wordsOf(process: Process, code: string, values: ProblemValues, locale: Locale): string {
  const { title, next } = tellProblem(problem(code, values), locale, process.texts[locale]);
  return `${title}${locale === 'en' ? ' ' : ''}${next}`;
}

function faultsIn(process: Process, value: object, locale: Locale): { pointer: string; detail: string }[] {
  try {
    checkForm(process, process.rules.start, value);
    return [];
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return (error.extras.faults ?? []).map(({ pointer, detail }) => ({ pointer, detail: say(detail, locale) }));
  }
}

/** The first step in which something is wrong, up to this one. */
export function faultyStep(faults: ReadProposal['faults'], upTo: number): number | undefined {
  return [...faults.keys()].filter((step) => step <= upTo).sort((a, b) => a - b)[0];
}
