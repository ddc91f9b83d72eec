import { addDays, type DateString, type Instant } from '../kernel/clock.ts';
import type { Facts, Person } from '../kernel/define-rules.ts';
import { dueOf } from '../kernel/limit.ts';
import { type NegativeFinding, negativeFindings } from '../law/service-items.ts';
import type { AdmissionData, Application, FormalCheck, MoneyRequest } from './data.ts';
import { moneyAsked } from './funds.ts';
import { putOnList } from './listing.ts';
import type { Act, Finding } from './names.ts';
import { settings } from './settings.ts';

interface ApplyInput {
  form: Application;
  actor: Person | null;
  facts: Facts;
}

const nobody: Person = { id: '', name: '' };

/** The data of a new admission. xstate also calls it without input, to learn the shape. */
export function apply(input?: ApplyInput): AdmissionData {
  const { origin, money, ...item } = input?.form ?? blankForm;
  const data: AdmissionData = {
    round: 1,
    admissionId: input?.facts.caseId ?? '',
    origin,
    item,
    areas: item.areas ?? (input ? [input.facts.org.id] : []),
    applicant: input?.actor ?? nobody,
    appliedAt: input?.facts.at ?? 0,
    earliestStart: input && origin === 'application' ? earliestStart(input.facts.at, input.facts) : null,
    moneyRequest: money ?? null,
    formalChecks: [],
    corrections: [],
    basisCheck: null,
    consultation: null,
    money: null,
    assessment: null,
    decision: null,
    listLines: [],
    agreement: null,
    movements: [],
    trial: null,
    reviews: [],
    suspension: null,
    pastSuspensions: [],
    temporaryReview: null,
    ending: null,
    dispatches: {},
    unreached: [],
  };
  // What stood in a list before is in effect with its basis, at once.
  return input && origin === 'existingList'
    ? putOnList({ ...data, money: moneyAsked(data.moneyRequest) }, { day: item.startOn, at: input.facts.at })
    : data;
}

/**
 * The first day on which an item may start: so many whole working days lie between the day of the application, which is
 * not counted, and that day.
 */
export function earliestStart(appliedAt: Instant, { settings: values, calendars }: Facts) {
  const workingDays = values['applyAheadDays'] ?? settings.applyAheadDays.value;
  const { dueDate, provisional } = dueOf({ startedAt: appliedAt, limit: { workingDays }, calendars });
  return { day: addDays(dueDate ?? '', 1), workingDays, provisional };
}

/** Everything that an application still lacks. */
export function findingsOf({ item, moneyRequest }: Pick<AdmissionData, 'item' | 'moneyRequest'>): Finding[] {
  const lacks: [Finding, boolean][] = [
    ['money', lacksMoney(moneyRequest)],
    ['contact', item.contact === undefined],
    ['necessity', item.necessity === undefined],
    ['authority', item.authority === undefined],
    ['equipment', item.equipment === undefined],
    ['standard', item.standard === undefined],
    ['exitConditions', item.exitConditions === undefined],
    ['validUntil', item.validUntil === undefined],
    ['surveyMarks', item.kind === 'survey' && item.survey === undefined],
  ];
  return lacks.filter(([, missing]) => missing).map(([finding]) => finding);
}

/** Neither a plan nor a written reason (权随责走、费随事转). */
export function lacksMoney(money: MoneyRequest | null): boolean {
  if (money === null) return true;
  return money.needed ? money.plan === undefined : money.reason === undefined;
}

/** Entries of the negative list that the item falls under. */
export function negativeOf(item: Omit<Application, 'origin' | 'money'>, day: DateString): NegativeFinding[] {
  const texts = [item.name, item.actsDetail, item.authority, item.assessment].filter((text) => text !== undefined);
  const byLaw = item.basis.some(({ kind }) => kind !== 'policy');
  return negativeFindings({ kind: item.kind, texts, byLaw }, day);
}

export function checkForm(data: AdmissionData, event: Act<'form.check'>): AdmissionData {
  const { form, actor, facts } = event;
  const check: FormalCheck = { ...form, findings: findingsOf(data), by: actor, at: facts.at };
  return { ...data, formalChecks: [...data.formalChecks, check] };
}

/** True if the one correction notice has been given. */
export function correctionGiven({ formalChecks }: AdmissionData): boolean {
  return formalChecks.some(({ verdict }) => verdict === 'correctionNeeded');
}

export function correct(data: AdmissionData, event: Act<'item.correct'>): AdmissionData {
  const { form, actor, facts } = event;
  const { money, ...changes } = form;
  return {
    ...data,
    item: { ...data.item, ...(changes as Partial<AdmissionData['item']>) },
    areas: changes.areas ?? data.areas,
    moneyRequest: money ?? data.moneyRequest,
    corrections: [...data.corrections, { fields: Object.keys(form).sort(), by: actor, at: facts.at }],
  };
}

const blankForm: Application = {
  code: '',
  kind: 'assist',
  origin: 'application',
  name: '',
  department: '',
  basis: [],
  mainResponsible: 'department',
  acts: [],
  hoursPerMonth: 0,
  startOn: '',
};
