import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../api/problems/field-words.ts';
import { cleanUp as cleanUpProcess } from '../../processes/clean-up/index.ts';
import { dispatch as dispatchProcess } from '../../processes/dispatch/index.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { DAY_MS } from '../../processes/kernel/clock.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import { presentCase } from '../../processes/kernel/present.ts';
import { calendars } from '../../processes/law/calendars/index.ts';
import { residentProposal } from '../../processes/resident-proposal/index.ts';
import { supervisionOrder } from '../../processes/supervision-order/index.ts';
import * as cleanUp from './clean-up/walk.ts';
import * as dispatch from './dispatch/walk.ts';
import * as proposal from './resident-proposal/walk.ts';
import { sampleForms as orderForms } from './supervision-order/sample-forms.ts';
import { readable } from './support/readable.ts';
import type { Walk } from './support/walk.ts';

function view(process: Process, walk: Walk, actor: Actor, at = walk.at) {
  return presentCase({ process, record: readable(walk), actor, at, locale: 'zh-CN', calendars });
}
const names = (...of: Parameters<typeof view>) => view(...of).commands.map(({ name }) => name);

type Fields = Record<string, { enum?: string[]; 'x-options'?: object }>;

describe('offered commands', () => {
  it('begin with what the case waits for from this person', () => {
    const { commands } = view(residentProposal, proposal.awaitingAcceptance(), proposal.cast.worker);
    expect(commands[0]).toMatchObject({ name: 'proposal.accept', expected: true });
    expect(commands.slice(1).every(({ expected }) => !expected)).toBe(true);
  });

  it('end with what is for exceptional days', () => {
    const open = proposal.act(proposal.begin(), { command: 'proposal.publish', by: proposal.cast.lead });
    const offered = names(residentProposal, proposal.cosigned(open, 1), proposal.cast.worker);
    expect(offered.at(-1)).toBe('supporter.void');
    expect(offered.length).toBeGreaterThan(1);
  });

  it('leave out what leads nowhere: to sign twice, or for oneself', () => {
    const open = proposal.act(proposal.begin(), { command: 'proposal.publish', by: proposal.cast.lead });
    const signed = proposal.cosigned(open, 1);
    expect(names(residentProposal, signed, proposal.person('resident-2', 'resident'))).toContain('proposal.cosign');
    expect(names(residentProposal, signed, proposal.person('resident-1', 'resident'))).not.toContain('proposal.cosign');
    expect(names(residentProposal, signed, proposal.cast.lead)).not.toContain('proposal.cosign');
    expect(names(residentProposal, open, proposal.cast.worker)).not.toContain('supporter.void');
  });

  it('agree with the tasks when a step has lost its time', () => {
    const walk = dispatch.offered();
    const late = walk.at + 400 * DAY_MS;
    const before = view(dispatchProcess, walk, dispatch.cast.director);
    const after = view(dispatchProcess, walk, dispatch.cast.director, late);
    expect(before.tasks.map(({ command }) => command)).toContain('task.accept');
    expect(after.tasks.map(({ command }) => command)).not.toContain('task.accept');
    expect(after.commands.map(({ name }) => name)).not.toContain('task.accept');
  });

  it('hold in their forms what they would replace', () => {
    const walk = proposal.begin();
    const edit = view(residentProposal, walk, proposal.cast.lead).commands.find(({ name }) => name === 'proposal.edit');
    expect(edit?.values).toEqual(proposal.dataOf(walk).content);
    expect(residentProposal.forms['proposal.edit']?.safeParse(edit?.values).success).toBe(true);
  });

  it('name the things of the case', () => {
    const { commands } = view(cleanUpProcess, cleanUp.census(), cleanUp.cast.relief);
    const judge = commands.find(({ name }) => name === 'object.judge');
    const { judgements } = (judge?.form['properties'] ?? {}) as Record<string, { items: { properties: Fields } }>;
    const object = judgements?.items.properties['object'];
    expect(object?.enum?.length).toBeGreaterThan(1);
    expect(judge?.values?.['judgements']).toHaveLength(object?.enum?.length ?? 0);
    expect(Object.values(object?.['x-options'] ?? {}).every((name) => !/^o\d+$/.test(String(name)))).toBe(true);
  });
});

describe('faults of a form', () => {
  const faults = (process: Process, command: string, form: unknown) => {
    const { error } = process.forms[command]?.safeParse(form, { reportInput: true }) ?? {};
    return Object.fromEntries(faultsOf(error?.issues ?? []).map(({ pointer, detail }) => [pointer, detail.zh]));
  };

  it('say that a choice is missing, not its codes', () => {
    expect(faults(residentProposal, 'proposal.cosign', {})).toEqual({ '/as': '必填' });
  });

  it('stand at the field of the branch that was meant', () => {
    const form = { deadline: 'planDrafting', by: { workingDays: 0 }, reason: '需要更多时间' };
    expect(Object.keys(faults(residentProposal, 'deadline.askExtension', form))).toEqual(['/by/workingDays']);
    const months = { ...form, by: { months: 'x' } };
    expect(faults(residentProposal, 'deadline.askExtension', months)).toEqual({ '/by/months': '须为数字' });
    expect(faults(residentProposal, 'deadline.askExtension', { ...form, by: {} })).toEqual({ '/by': '必填' });
  });
});

describe('an order', () => {
  it('is completed from the case that it names, and keeps what was said', () => {
    const { about, ...form } = orderForms['order.issue'](0);
    const found = {
      number: 'N-1',
      process: 'seal',
      title: '印章',
      overdue: { deadline: 'judging', dueDate: '2026-10-08' },
    };
    const bare = { ...form, ground: 'overdue', about: { caseId: about.caseId } };
    expect(supervisionOrder.forms['order.issue']?.safeParse(bare).success).toBe(true);
    expect(supervisionOrder.fromCase?.caseOf(bare)).toEqual({ id: about.caseId, pointer: '/about/caseId' });
    expect(supervisionOrder.fromCase?.complete(bare, found)).toMatchObject({
      about: { caseId: about.caseId, caseNumber: 'N-1', process: 'seal', title: '印章', dueDate: '2026-10-08' },
    });
    expect(supervisionOrder.fromCase?.caseOf({ ...form, about: { ...about, title: 'x' } })).toBeUndefined();
  });
});
