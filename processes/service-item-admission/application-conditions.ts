import type { Actor } from '../kernel/actor.ts';
import { isWithin } from '../kernel/actor.ts';
import { addDays, dateOf } from '../kernel/clock.ts';
import type { Condition, Facts } from '../kernel/define-rules.ts';
import { earliestStart, findingsOf, lacksMoney, negativeOf } from './application.ts';
import type { AdmissionData, Application } from './data.ts';
import type { Forms } from './forms.ts';
import { listedWithCode } from './lookups.ts';
import type { Finding, Problem } from './names.ts';
import { planConditions } from './plan-conditions.ts';
import { figureOf } from './settings.ts';

type Check<Form> = Condition<AdmissionData, Form, Problem>;
type Correction = Forms['item.correct'];

/** What opens no admission at all; what an application merely lacks is asked for once by the formal check. */
export const applicationConditions: readonly Check<Application>[] = [
  {
    code: 'origin.notYours',
    needsForm: true,
    pointer: '/origin',
    fails: ({ form, actor, facts }) => (mayOpen(form.origin, actor, facts.org.id) ? undefined : {}),
  },
  {
    code: 'item.codeTaken',
    needsForm: true,
    pointer: '/code',
    fails: ({ form, facts }) => (listedWithCode(facts, form.code) ? { code: form.code } : undefined),
  },
  staysWithDepartment(),
  notOnNegativeList((form) => form),
  notTooEarly(
    (form) => (form.origin === 'application' ? form.startOn : undefined),
    (facts) => facts.at,
  ),
  {
    code: 'start.past',
    needsForm: true,
    pointer: '/startOn',
    fails: ({ form, facts }) =>
      form.origin === 'emergency' && form.startOn < dateOf(facts.at) ? { day: form.startOn } : undefined,
  },
  inOrder((form) => form),
  {
    code: 'term.over',
    needsForm: true,
    pointer: '/validUntil',
    fails: ({ form, facts }) =>
      form.validUntil !== undefined && form.validUntil < dateOf(facts.at) ? { until: form.validUntil } : undefined,
  },
  inDistrict(),
  ...planConditions<Application>({
    planOf: (form) => form.money?.plan,
    itemOf: (_, form) => form,
    missing: (form) => form.origin !== 'application' && form.money?.needed === true && form.money.plan === undefined,
    at: '/money/plan',
  }),
  {
    code: 'money.reasonMissing',
    needsForm: true,
    pointer: '/money/reason',
    fails: ({ form }) => (form.origin !== 'application' && lacksMoney(form.money ?? null) ? {} : undefined),
  },
  // What comes at once comes with people, technique and a written standard (北京市街道办事处条例 art. 41).
  ...(['standard', 'equipment', 'contact', 'validUntil'] as const).map(neededAtOnce),
  {
    code: 'emergency.tooLong',
    needsForm: true,
    pointer: '/validUntil',
    fails: ({ form, facts }) => {
      const days = figureOf('temporaryDaysMax', facts.settings);
      const last = addDays(form.startOn, days - 1);
      return form.origin === 'emergency' && (form.validUntil ?? '') > last ? { days, last } : undefined;
    },
  },
];

/** A correction may change everything but what the item is, within the rules of the application. */
export const correctionConditions: readonly Check<Correction>[] = [
  {
    code: 'correction.empty',
    needsForm: true,
    fails: ({ form }) => (Object.values(form).every((value) => value === undefined) ? {} : undefined),
  },
  staysWithDepartment(),
  notOnNegativeList((form, data) => ({ ...data.item, ...given(form) })),
  notTooEarly(
    (form) => form.startOn,
    (_, data) => data.appliedAt,
  ),
  inOrder((form, data) => ({ ...data.item, ...given(form) })),
  inDistrict(),
  ...planConditions<Correction>({
    planOf: (form) => form.money?.plan,
    itemOf: (data, form) => ({ ...data.item, ...given(form) }),
    missing: () => false,
    at: '/money/plan',
  }),
];

/** An older list is taken over by the district, never by the department that would gain from it. */
function mayOpen(origin: Application['origin'], actor: Actor, org: string): boolean {
  const role = origin === 'existingList' ? 'districtOfficer' : 'departmentOfficer';
  return actor.holdings.some((holding) => holding.role === role && isWithin(org, holding.org));
}

function staysWithDepartment<Form extends { mainResponsible?: string | undefined }>(): Check<Form> {
  return {
    code: 'responsibility.shifted',
    needsForm: true,
    pointer: '/mainResponsible',
    fails: ({ form }) => (form.mainResponsible === 'community' ? {} : undefined),
  };
}

type Contents = Omit<Application, 'origin' | 'money'>;

/** A word can mislead: who writes down why it does not fall under the list has it decided by the check of the basis. */
function notOnNegativeList<Form>(itemOf: (form: Form, data: AdmissionData) => Contents): Check<Form> {
  return {
    code: 'item.negativeList',
    needsForm: true,
    pointer: '/name',
    fails: ({ data, form, facts }) => {
      const item = itemOf(form, data);
      const [found] = item.negativeListNote === undefined ? negativeOf(item, dateOf(facts.at)) : [];
      return found && { mark: found.mark, article: found.entry.article };
    },
  };
}

function notTooEarly<Form>(
  startOf: (form: Form) => string | undefined,
  appliedAt: (facts: Facts, data: AdmissionData) => number,
): Check<Form> {
  return {
    code: 'start.tooEarly',
    needsForm: true,
    pointer: '/startOn',
    fails: ({ data, form, facts }) => {
      const asked = startOf(form);
      if (asked === undefined) return undefined;
      const { day, workingDays } = earliestStart(appliedAt(facts, data), facts);
      return asked < day ? { asked, earliest: day, days: workingDays } : undefined;
    },
  };
}

function inOrder<Form>(
  termOf: (form: Form, data: AdmissionData) => Pick<Contents, 'startOn' | 'validUntil'>,
): Check<Form> {
  return {
    code: 'term.reversed',
    needsForm: true,
    pointer: '/validUntil',
    fails: ({ data, form }) => {
      const { startOn, validUntil } = termOf(form, data);
      return validUntil !== undefined && validUntil < startOn ? { from: startOn, until: validUntil } : undefined;
    },
  };
}

function inDistrict<Form extends { areas?: string[] | undefined }>(): Check<Form> {
  return {
    code: 'areas.outside',
    needsForm: true,
    pointer: '/areas',
    fails: ({ form, facts }) => {
      const org = form.areas?.find((area) => !isWithin(area, facts.org.id));
      return org === undefined ? undefined : { org };
    },
  };
}

function neededAtOnce(finding: Finding): Check<Application> {
  return {
    code: `missing.${finding}`,
    needsForm: true,
    pointer: `/${finding}`,
    fails: ({ form }) => {
      const { money = null, origin, ...item } = form;
      return origin === 'emergency' && findingsOf({ item, moneyRequest: money }).includes(finding) ? {} : undefined;
    },
  };
}

/** The fields that a correction gives. */
function given(form: Correction): Partial<Contents> {
  const { money: _, ...rest } = form;
  return rest as Partial<Contents>;
}
