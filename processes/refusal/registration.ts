import type { Facts, Person } from '../kernel/define-rules.ts';
import { linesOf } from '../kernel/register.ts';
import type { RefusalData, Threat } from './data.ts';
import type { Forms } from './forms.ts';
import { judgeTask } from './grounds.ts';
import { LIST } from './listing.ts';
import type { Act } from './names.ts';
import { withPublicLine } from './public-register.ts';
import { threatsIn } from './threats.ts';

interface RefuseInput {
  form: Forms['task.refuse'];
  actor: Person | null;
  facts: Facts;
}

/** The data of a new refusal. xstate also calls it without input, to learn the shape. */
export function refuse(input?: RefuseInput): RefusalData {
  const at = input?.facts.at ?? 0;
  const form = input?.form ?? blankForm;
  const by = input?.actor ?? { id: '', name: '' };
  const { grounds, refuses } = judgeTask(form, linesOf(input?.facts.registers ?? [], LIST));
  const threat = grounds.find((ground) => ground.kind === 'assessmentThreat');
  const data: RefusalData = {
    round: 1,
    org: input?.facts.org.id ?? '',
    task: form,
    registeredBy: by,
    registeredAt: at,
    grounds,
    refuses,
    threats: threat ? [threatOf(form, threat.words, by, at)] : [],
    accepted: null,
    corrections: [],
    namings: [],
    outcomes: [],
    objection: null,
    publicLines: [],
  };
  return withPublicLine(data, { at, outcome: 'open' });
}

/** Pressure that comes after the refusal is part of the same matter. */
export function addThreat(data: RefusalData, event: Act<'threat.add'>): RefusalData {
  const { form, actor, facts } = event;
  const threat: Threat = { ...form, words: threatsIn(form.wording), by: actor, at: facts.at, finding: null };
  return withPublicLine({ ...data, threats: [...data.threats, threat] }, { at: facts.at });
}

/** One finding speaks about every threat that has none yet. */
export function findAssessment(data: RefusalData, event: Act<'assessment.find'>): RefusalData {
  const { form, actor, facts } = event;
  const finding = { ...form, by: actor, at: facts.at };
  const threats = data.threats.map((threat) => (threat.finding ? threat : { ...threat, finding }));
  return withPublicLine({ ...data, threats }, { at: facts.at });
}

/** Threats on which nobody has found anything yet. */
export function openThreats(data: RefusalData): Threat[] {
  return data.threats.filter(({ finding }) => finding === null);
}

function threatOf(form: Forms['task.refuse'], words: string[], by: Person, at: number): Threat {
  const { threat, receivedOn, evidence } = form;
  return { wording: threat ?? null, words, receivedOn, evidence, by, at, finding: null };
}

const blankForm: Forms['task.refuse'] = {
  title: '',
  unit: { name: '', level: 'subdistrict' },
  channel: 'wechat',
  receivedOn: '2026-01-01',
  wording: '',
  evidence: [],
};
