import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, isoOf } from '../../../processes/kernel/clock.ts';
import { lightOf } from '../../../processes/kernel/deadline.ts';
import { countSupporters } from '../../../processes/resident-proposal/supporters.ts';
import { sampleForms } from '../../support/sample-forms.ts';
import {
  act,
  acts,
  afterRelay,
  answer,
  awaitingAcceptance,
  begin,
  beijing,
  cast,
  cosigned,
  dataOf,
  deadline,
  decided,
  docketed,
  evaluatedBy,
  funded,
  noticed,
  person,
  published,
  refusal,
  relayed,
  settingValues,
  type Walk,
  wait,
} from './walk.ts';

const owners = { kind: 'commercialEstate', id: 'chaoyang.anzhen.anzhenxili' } as const;
const villagers = { kind: 'resettlementEstate', id: 'chaoyang.anzhen.anzhenxili' } as const;

describe('S3: co-signatures fall below the threshold', () => {
  const ten = awaitingAcceptance();

  it('ten persons carry the proposal to acceptance by themselves', () => {
    expect(ten.state.state).toBe('awaitingAcceptance');
    expect(deadline(ten, 'acceptance').endedAt).toBeNull();
    expect(ten.notices.map((notice) => notice.notice)).toEqual(['thresholdReached']);
  });

  it('a void entry takes it back to collecting, stops the acceptance clock and opens an audit', () => {
    const nine = act(ten, { command: 'supporter.void', by: cast.worker });
    const eight = act(nine, {
      command: 'supporter.void',
      by: cast.worker,
      form: {
        supporter: 'resident-2',
        ground: 'samePerson',
        samePersonAs: 'resident-3',
        reason: '电话与微信各登记一次',
      },
    });
    expect(nine.state.state).toBe('collecting');
    expect(countSupporters(dataOf(eight).supporters)).toEqual({ persons: 8, households: 0 });
    expect(deadline(eight, 'acceptance')).toMatchObject({ endedBecause: 'collecting' });
    expect(lightOf(deadline(eight, 'acceptance'), eight.at + 365 * DAY_MS)).toBe('grey');
    expect(dataOf(eight).audits).toMatchObject([{ number: 1, supporter: 'resident-1', closed: null }]);
    expect(dataOf(eight).voided).toHaveLength(2);
  });

  it('tells the lead the count and nobody the names of those who left', () => {
    const nine = act(ten, { command: 'proposal.uncosign', by: person('resident-1', 'resident') });
    const told = nine.notices.filter((notice) => notice.notice === 'backToCollecting');
    expect(told).toEqual([
      { to: 'lead', notice: 'backToCollecting', values: { title: expect.any(String), persons: 9, households: 0 } },
    ]);
  });

  it('reaches acceptance again with a new clock', () => {
    const nine = act(ten, { command: 'proposal.uncosign', by: person('resident-1', 'resident') });
    const again = cosigned(nine, 1, 20);
    expect(again.state.state).toBe('awaitingAcceptance');
    expect(deadline(again, 'acceptance')).toMatchObject({ endedAt: null, startedAt: again.at });
  });

  it('five households are enough as well, and one household counts once', () => {
    const collecting = act(begin(), { command: 'proposal.publish', by: cast.lead });
    const byHousehold = (walk: Walk, id: string, household: string) =>
      act(walk, { command: 'proposal.cosign', by: person(id, 'resident'), form: { as: 'household', household } });
    const four = ['3-2-501', '3-2-502', '3-2-503', '3-2-504'].reduce(
      (walk, household, index) => byHousehold(walk, `h-${index}`, household),
      collecting,
    );
    expect(four.state.state).toBe('collecting');
    expect(
      refusal(four, {
        command: 'proposal.cosign',
        by: person('h-9', 'resident'),
        form: { as: 'household', household: '3 - 2 - 501' },
      }).code,
    ).toBe('supporter.householdAlready');
    expect(byHousehold(four, 'h-5', '3-2-505').state.state).toBe('awaitingAcceptance');
  });

  it('the same person counts once, by account and by verified telephone and name', () => {
    const collecting = act(begin(), { command: 'proposal.publish', by: cast.lead });
    const paper = (phone: string) => ({
      as: 'person' as const,
      onBehalf: { name: '赵宏伟', phone, reason: '不会用手机' },
    });
    const once = act(collecting, { command: 'proposal.cosign', by: cast.worker, form: paper('138 0000 0009') });
    expect(refusal(once, { command: 'proposal.cosign', by: cast.worker2, form: paper('13800000009') }).code).toBe(
      'supporter.already',
    );
    const two = act(once, { command: 'proposal.cosign', by: person('resident-1', 'resident') });
    expect(refusal(two, { command: 'proposal.cosign', by: person('resident-1', 'resident') }).code).toBe(
      'supporter.already',
    );
    expect(refusal(two, { command: 'proposal.cosign', by: cast.lead }).code).toBe('supporter.ownProposal');
  });

  it('after docketing it goes on with a note, and nobody can withdraw it', () => {
    const planning = act(docketed(), { command: 'proposal.uncosign', by: person('resident-1', 'resident') });
    expect(planning.state.state).toBe('planning');
    expect(planning.notices.at(-1)).toMatchObject({ to: 'lead', notice: 'supportLowered' });
    expect(refusal(planning, { command: 'proposal.withdraw', by: cast.lead }).code).toBe('command.notNow');
  });

  it('the residents’ supervisor concludes the audit once', () => {
    const nine = act(ten, { command: 'supporter.void', by: cast.worker });
    const concluded = act(nine, { command: 'audit.close', by: cast.residentsSupervisor });
    expect(dataOf(concluded).audits[0]?.closed).toMatchObject({ by: { id: 'residents-supervisor' } });
    expect(refusal(concluded, { command: 'audit.close', by: cast.residentsSupervisor }).code).toBe('audit.none');
  });

  it('lapses when the window ends below the threshold', () => {
    const collecting = cosigned(act(begin(), { command: 'proposal.publish', by: cast.lead }), 9);
    const { dueAt } = deadline(collecting, 'cosigning');
    const lastMinute = act(collecting, { command: 'proposal.cosign', by: person('late', 'resident'), at: dueAt - 1 });
    expect(lastMinute.state.state).toBe('awaitingAcceptance');
    expect(wait(collecting, dueAt).state.state).toBe('lapsed');
    expect(refusal(collecting, { command: 'proposal.cosign', by: person('late', 'resident'), at: dueAt }).code).toBe(
      'case.closed',
    );
  });
});

describe('withdrawal', () => {
  const joint = act(
    begin({
      form: {
        ...sampleForms['proposal.draft'](0),
        jointProposers: [{ personId: 'joint', name: '钱慧' }],
      },
    }),
    { command: 'proposal.publish', by: cast.lead },
  );

  it('needs every joint proposer who confirmed his own will', () => {
    const both = act(joint, { command: 'proposer.confirm', by: person('joint', 'resident') });
    const asked = act(both, { command: 'proposal.withdraw', by: cast.lead });
    expect(asked.state.state).toBe('collecting');
    expect(refusal(asked, { command: 'proposal.withdraw', by: cast.lead })).toMatchObject({
      code: 'withdrawal.already',
      values: { missing: 1 },
    });
    expect(act(asked, { command: 'proposal.withdraw', by: person('joint', 'resident') }).state.state).toBe('withdrawn');
  });

  it('does not wait for somebody who was only invited', () => {
    expect(act(joint, { command: 'proposal.withdraw', by: cast.lead }).state.state).toBe('withdrawn');
  });
});

describe('S4: owners’ money', () => {
  const planning = docketed({ opening: { org: owners } });
  const plan = {
    ...sampleForms['plan.submit'](planning.at),
    budget: [{ item: '更换6部电梯', amountYuan: 1_800_000, source: 'maintenanceFund' as const }],
  };

  it('refuses the hall even where the clerk marks nothing, and names body, quorum, majority and article', () => {
    expect(refusal(planning, { command: 'plan.submit', by: cast.worker, form: plan })).toEqual({
      code: 'body.ownersUse',
      values: { quorum: '≥2/3', majority: '>1/2', article: '278', agendaDays: 15 },
      pointer: '/decisionBody',
    });
  });

  it('asks three quarters where money is raised', () => {
    const form = { ...plan, touches: ['maintenanceFundRaising' as const] };
    expect(refusal(planning, { command: 'plan.submit', by: cast.worker, form })).toMatchObject({
      code: 'body.ownersThreeQuarters',
      values: { majority: '≥3/4' },
    });
  });

  const outside = noticed(planning, { ...plan, decisionBody: 'ownersAssembly' });

  it('takes a vote of the hall only as advisory, and no vote of the hall leads to money', () => {
    expect(outside.state.state).toBe('externalDecision');
    const vote = {
      ...sampleForms['deliberation.record'](outside.at),
      invited: 41,
      present: 35,
      validVotes: 35,
      abstain: 0,
    };
    expect(refusal(outside, { command: 'deliberation.record', by: cast.moderator, form: vote }).code).toBe(
      'body.ownersUse',
    );
    const advised = act(outside, {
      command: 'deliberation.record',
      by: cast.moderator,
      form: { ...vote, advisory: true },
    });
    expect(advised.state.state).toBe('externalDecision');
    expect(dataOf(advised).work.deliberations).toMatchObject([{ advisory: true, for: 31, against: 4 }]);
    expect(refusal(advised, { command: 'funds.request', by: cast.worker }).code).toBe('command.notNow');
    expect(refusal(advised, { command: 'funds.confirm', by: cast.finance }).code).toBe('command.notNow');
  });

  const imported = sampleForms['decision.import'](outside.at + 20 * DAY_MS);
  const later = outside.at + 20 * DAY_MS;
  const result = imported.result.body === 'ownersAssembly' ? imported.result : undefined;
  if (!result) throw new Error('the sample is a decision of owners');

  it('imports the decision of the assembly, which opens the way to the money', () => {
    expect(act(outside, { command: 'decision.import', by: cast.director, at: later }).state.state).toBe(
      'fundApplication',
    );
  });

  it('refuses too few heads though the area suffices, a late agenda, and a foreign voting tool', () => {
    const importing = (form: typeof imported) =>
      refusal(outside, { command: 'decision.import', by: cast.director, form, at: later });
    const fewHeads = { ...result, heads: { total: 300, participating: 199, for: 199 } };
    expect(importing({ ...imported, result: fewHeads }).code).toBe('decision.noQuorum');
    expect(importing({ ...imported, agendaPostedOn: imported.decidedOn }).code).toBe('decision.agendaLate');
    expect(importing({ ...imported, system: 'otherOnlineTool' }).code).toBe('decision.system');
    const wrong = { body: 'villageRepresentativesMeeting' as const, members: { total: 30, present: 25, for: 20 } };
    expect(importing({ ...imported, result: wrong }).code).toBe('decision.otherBody');
  });

  it('a majority of heads without a majority of area is not passed', () => {
    const form = { ...imported, result: { ...result, area: { ...result.area, forSquareMetres: 12_000 } } };
    expect(act(outside, { command: 'decision.import', by: cast.director, form, at: later }).state.state).toBe(
      'planning',
    );
  });
});

describe('S9: collective assets', () => {
  const planning = docketed({
    form: { ...sampleForms['proposal.draft'](0), touches: ['collectiveAssets'] },
    opening: { org: villagers },
  });

  it('belong to the villagers’ representatives', () => {
    expect(refusal(planning, { command: 'plan.submit', by: cast.worker })).toMatchObject({
      code: 'body.village',
      values: { quorum: '≥2/3', majority: '>1/2', article: '26' },
    });
    const plan = { ...sampleForms['plan.submit'](planning.at), decisionBody: 'villageRepresentativesMeeting' as const };
    const outside = noticed(planning, plan);
    const decision = {
      ...sampleForms['decision.import'](outside.at),
      result: { body: 'villageRepresentativesMeeting' as const, members: { total: 30, present: 20, for: 11 } },
    };
    expect(act(outside, { command: 'decision.import', by: cast.director, form: decision }).state.state).toBe(
      'fundApplication',
    );
    const noQuorum = { ...decision, result: { ...decision.result, members: { total: 30, present: 19, for: 19 } } };
    expect(refusal(outside, { command: 'decision.import', by: cast.director, form: noQuorum }).code).toBe(
      'decision.noQuorum',
    );
  });
});

describe('S2: publicity', () => {
  it('ends after the rest days; an objection of the last minute is in time; no vote opens before', () => {
    const planning = docketed({ at: beijing('2026-09-22') });
    const notice = act(planning, { command: 'plan.submit', by: cast.worker, at: beijing('2026-09-24') });
    expect(deadline(notice, 'publicNotice').dueDate).toBe('2026-10-08');
    expect(
      refusal(notice, { command: 'deliberation.record', by: cast.moderator, at: beijing('2026-10-08') }).code,
    ).toBe('command.notNow');
    const lastMinute = act(notice, {
      command: 'notice.object',
      by: cast.resident,
      at: beijing('2026-10-08T23:59'),
    });
    expect(dataOf(lastMinute).work.objections).toHaveLength(1);
    expect(refusal(lastMinute, { command: 'notice.object', by: cast.resident }).code).toBe('command.notNow');
    const open = wait(lastMinute, beijing('2026-10-09T08:00'));
    expect(open.state.state).toBe('deliberating');
    expect(open.entries.at(-1)).toMatchObject({ type: 'notice.expire', actor: null });
    expect(isoOf(open.entries.at(-1)?.at ?? 0)).toBe('2026-10-09T00:00:00+08:00');
    const early = {
      ...sampleForms['deliberation.record'](open.at),
      heldOn: '2026-10-08',
      agendaPostedOn: '2026-10-01',
    };
    expect(refusal(open, { command: 'deliberation.record', by: cast.moderator, form: early })).toMatchObject({
      code: 'meeting.beforeNoticeEnd',
      values: { opensOn: '2026-10-09' },
    });
  });
});

describe('S10: recusal', () => {
  const declared = act(noticed(docketed()), { command: 'recusal.declare', by: cast.delegate });
  const record = sampleForms['deliberation.record'](declared.at + HOUR_MS);

  it('is not passed over in the record', () => {
    expect(refusal(declared, { command: 'deliberation.record', by: cast.moderator })).toMatchObject({
      code: 'recusal.missing',
      values: { names: 'delegate-1' },
    });
  });

  it('lowers the electorate by the recused', () => {
    const recused = [{ personId: 'delegate-1', name: 'delegate-1' }];
    const full = { ...record, recused, invited: 41, present: 41, validVotes: 41, for: 41, against: 0, abstain: 0 };
    expect(refusal(declared, { command: 'deliberation.record', by: cast.moderator, form: full }).code).toBe(
      'meeting.countsDiffer',
    );
    const quorum = { ...full, present: 21, validVotes: 21, for: 21 };
    expect(act(declared, { command: 'deliberation.record', by: cast.moderator, form: quorum }).state.state).toBe(
      'fundApplication',
    );
    expect(
      refusal(declared, {
        command: 'deliberation.record',
        by: cast.moderator,
        form: { ...quorum, present: 20, validVotes: 20, for: 20 },
      }).code,
    ).toBe('meeting.noQuorum');
  });

  it('keeps a recused person from the record, also one whom the supervisor ordered to stand aside', () => {
    const ordered = act(declared, {
      command: 'recusal.order',
      by: cast.residentsSupervisor,
      form: {
        delegate: { personId: 'moderator', name: 'moderator' },
        relation: 'shareholding',
        explanation: '持有实施方股份',
      },
    });
    expect(ordered.notices.at(-1)).toMatchObject({ to: 'moderator', notice: 'recusalOrdered' });
    expect(refusal(ordered, { command: 'deliberation.record', by: cast.moderator }).code).toBe('handsOff.recused');
  });
});

describe('deliberation', () => {
  const failed = (walk: Walk) =>
    act(noticed(walk), {
      command: 'deliberation.record',
      by: cast.moderator,
      form: { ...sampleForms['deliberation.record'](noticed(walk).at + HOUR_MS), for: 18, against: 17 },
    });

  it('not passed goes back for revision a set number of times, then is rejected', () => {
    const first = failed(docketed({ opening: { settings: settingValues({ rejectionsMax: 1 }) } }));
    expect(first.state.state).toBe('planning');
    expect(failed(first).state.state).toBe('rejected');
  });

  it('half of those present is not more than half', () => {
    const open = noticed(docketed());
    const form = {
      ...sampleForms['deliberation.record'](open.at + HOUR_MS),
      present: 36,
      validVotes: 36,
      for: 18,
      against: 18,
      abstain: 0,
    };
    expect(act(open, { command: 'deliberation.record', by: cast.moderator, form }).state.state).toBe('planning');
  });

  it('without money work begins at once', () => {
    const plan = { ...sampleForms['plan.submit'](beijing('2026-03-03')), budget: [] };
    const open = noticed(docketed(), plan);
    expect(act(open, { command: 'deliberation.record', by: cast.moderator }).state.state).toBe('implementing');
  });
});

describe('money', () => {
  const applied = act(decided(docketed()), { command: 'funds.request', by: cast.worker });

  it('goes through three hands', () => {
    const twoHats = { ...cast.worker, holdings: [...cast.worker.holdings, ...cast.director.holdings] };
    expect(refusal(applied, { command: 'funds.endorse', by: twoHats }).code).toBe('handsOff.fundApplicant');
    const endorsed = act(applied, { command: 'funds.endorse', by: cast.director });
    const directorInOffice = { ...cast.director, holdings: [...cast.director.holdings, ...cast.officer.holdings] };
    expect(refusal(endorsed, { command: 'funds.review', by: directorInOffice }).code).toBe('handsOff.fundEndorser');
  });

  it('starts the work only when vouchers cover all of it', () => {
    const approved = acts(applied, [
      { command: 'funds.endorse', by: cast.director },
      { command: 'funds.review', by: cast.officer },
    ]);
    const voucher = (number: string, amountYuan: number) => ({
      ...sampleForms['funds.confirm'](approved.at),
      voucher: number,
      amountYuan,
    });
    const part = act(approved, { command: 'funds.confirm', by: cast.finance, form: voucher('PZ-1', 19_999.99) });
    expect(part.state.state).toBe('awaitingFunds');
    const confirming = (number: string, amountYuan: number) =>
      ({ command: 'funds.confirm', by: cast.finance, form: voucher(number, amountYuan) }) as const;
    expect(refusal(part, confirming('PZ-1', 0.01)).code).toBe('funds.voucherTwice');
    expect(refusal(part, confirming('PZ-2', 0.02))).toMatchObject({
      code: 'funds.aboveApproved',
      values: { outstandingYuan: 0.01 },
    });
    expect(act(part, confirming('PZ-2', 0.01)).state.state).toBe('implementing');
  });
});

describe('S8: a bad evaluation, and a supervisor who reopens', () => {
  const evaluating = published(funded(decided(docketed({ at: beijing('2026-02-24') }))));
  const bad = evaluatedBy(evaluating, { satisfied: 24, dissatisfied: 14 });

  it('below 70 % a second round rectifies by itself within five working days', () => {
    expect(bad.state.state).toBe('rectifying');
    expect(dataOf(bad).round).toBe(2);
    expect(dataOf(bad).rounds[0]?.outcome).toMatchObject({ evaluations: 38, satisfied: 24, satisfiedPermille: 632 });
    expect(deadline(bad, 'rectification')).toMatchObject({ round: 2, limit: { workingDays: 5 } });
    expect(bad.entries.at(-1)).toMatchObject({ type: 'evaluation.expire', actor: null, round: 2 });
  });

  it('a complex matter has fifteen', () => {
    const plan = { ...sampleForms['plan.submit'](beijing('2026-02-24')), complexity: 'complex' as const };
    const open = act(noticed(docketed({ at: beijing('2026-02-20') }), plan), {
      command: 'deliberation.record',
      by: cast.moderator,
    });
    const complex = evaluatedBy(published(funded(open)), { satisfied: 1, dissatisfied: 4 });
    expect(deadline(complex, 'rectification').limit).toEqual({ workingDays: 15 });
  });

  it('every named bad review is called back before rectification counts as done', () => {
    expect(dataOf(bad).work.callBacks).toHaveLength(14);
    expect(refusal(bad, { command: 'rectification.complete', by: cast.provider })).toMatchObject({
      code: 'callBack.missing',
      values: { count: 14 },
    });
  });

  const rectified = published2(bad);

  it('the implementer evaluates in neither round', () => {
    const asResident = {
      ...cast.provider,
      holdings: [{ role: 'resident', org: cast.lead.holdings[0]?.org ?? '' } as const],
    };
    expect(refusal(evaluating, { command: 'evaluation.give', by: asResident }).code).toBe('handsOff.implementer');
    expect(refusal(rectified, { command: 'evaluation.give', by: asResident }).code).toBe('handsOff.implementer');
  });

  const closed = evaluatedBy(rectified, { satisfied: 7, dissatisfied: 3 });

  it('exactly 70 % closes it again, and the first result stays as it was', () => {
    expect(closed.state.state).toBe('standingSupervision');
    expect(dataOf(closed).rounds[0]).toEqual(dataOf(bad).rounds[0]);
    expect(dataOf(closed).work.outcome).toMatchObject({ satisfiedPermille: 700, because: 'satisfied' });
  });

  it('the residents’ supervisor reopens it as a third round and touches nothing of the others', () => {
    const patrol = act(closed, {
      command: 'patrol.record',
      by: cast.residentsSupervisor,
      form: { inOrder: false, finding: '充电桩拆走,合同期未满。' },
    });
    const reopened = act(patrol, { command: 'case.reopen', by: cast.residentsSupervisor });
    expect(reopened.state.state).toBe('planning');
    expect(dataOf(reopened).round).toBe(3);
    expect(dataOf(reopened).work).toMatchObject({ startedBecause: 'reopened', clawbackQuestion: true, plan: null });
    expect(dataOf(reopened).rounds).toEqual([...dataOf(closed).rounds, dataOf(closed).work]);
    expect(refusal(closed, { command: 'case.reopen', by: cast.worker }).code).toBe('permission.denied');
  });

  it('fewer evaluations than the minimum lead to return visits and reopen nothing', () => {
    const few = evaluatedBy(evaluating, { satisfied: 0, dissatisfied: 4 });
    expect(few.state.state).toBe('returnVisits');
    expect(refusal(few, { command: 'visits.conclude', by: cast.worker }).code).toBe('visit.none');
    const concluded = acts(few, [
      { command: 'visit.record', by: cast.worker },
      { command: 'visits.conclude', by: cast.worker },
    ]);
    expect(concluded.state.state).toBe('standingSupervision');
    expect(dataOf(concluded).round).toBe(1);
  });

  it('one person evaluates once', () => {
    const once = act(evaluating, { command: 'evaluation.give', by: cast.resident });
    expect(refusal(once, { command: 'evaluation.give', by: cast.resident }).code).toBe('evaluation.already');
  });

  it('the archive waits for the whole supervision, and never guesses a year that is not loaded', () => {
    expect(deadline(closed, 'supervision')).toMatchObject({ provisional: true });
    expect(wait(closed, beijing('2028-01-01')).state.state).toBe('standingSupervision');
  });
});

/** Calls back everybody and goes on to the evaluation of the second round. */
function published2(walk: Walk): Walk {
  const calledBack = dataOf(walk).work.callBacks.reduce(
    (soFar, callBack) =>
      act(soFar, {
        command: 'callback.record',
        by: cast.worker,
        form: { evaluation: callBack.evaluation, reached: true, remark: '已回访' },
      }),
    walk,
  );
  return acts(calledBack, [
    { command: 'rectification.complete', by: cast.provider },
    { command: 'inspection.record', by: cast.moderator },
    { command: 'result.publish', by: cast.worker },
  ]);
}

describe('S11: entry on behalf', () => {
  const form = {
    ...sampleForms['proposal.draft'](0),
    enteredOnBehalf: { name: '韩秀英', phone: '010-64400000', reason: '82岁,不会用手机' },
  };
  const entered = begin({ by: cast.buildingLeader, form });

  it('waits for the confirmation call of somebody else', () => {
    expect(entered.state.state).toBe('awaitingConfirmation');
    expect(entered.entries).toMatchObject([{ actor: { id: 'building-leader', as: 'buildingLeader' } }]);
    const bothHats = { ...cast.buildingLeader, holdings: [...cast.buildingLeader.holdings, ...cast.worker.holdings] };
    expect(refusal(entered, { command: 'confirmation.call', by: bothHats }).code).toBe('handsOff.ownEntry');
    expect(refusal(entered, { command: 'proposal.publish', by: cast.buildingLeader }).code).toBe('command.notNow');
  });

  it('collects co-signatures once it is confirmed, and tells who entered it', () => {
    const notReached = act(entered, {
      command: 'confirmation.call',
      by: cast.worker,
      form: { outcome: 'notReached' },
    });
    expect(notReached.state.state).toBe('awaitingConfirmation');
    const confirmed = act(notReached, { command: 'confirmation.call', by: cast.worker });
    expect(confirmed.state.state).toBe('collecting');
    expect(dataOf(confirmed).entry?.calls).toHaveLength(2);
    expect(confirmed.notices).toMatchObject([{ to: 'building-leader', notice: 'entryConfirmed' }]);
    expect(dataOf(confirmed).proposers).toMatchObject([{ personId: null, name: '韩秀英' }]);
  });

  it('is struck out when the person denies it', () => {
    const denied = act(entered, { command: 'confirmation.call', by: cast.worker, form: { outcome: 'denied' } });
    expect(denied.state.state).toBe('withdrawn');
  });

  it('can be withdrawn for the person by who entered it', () => {
    const confirmed = act(entered, { command: 'confirmation.call', by: cast.worker });
    expect(act(confirmed, { command: 'proposal.withdraw', by: cast.buildingLeader }).state.state).toBe('withdrawn');
  });
});

describe('screening', () => {
  const waiting = awaitingAcceptance();

  it('asks for correction once, and what does not come counts as abandoned', () => {
    const correcting = act(waiting, { command: 'correction.request', by: cast.worker });
    const corrected = act(correcting, { command: 'correction.submit', by: cast.lead });
    expect(corrected.state.state).toBe('awaitingAcceptance');
    expect(deadline(corrected, 'acceptance').startedAt).toBe(corrected.at);
    expect(refusal(corrected, { command: 'correction.request', by: cast.worker }).code).toBe('correction.onlyOnce');
    expect(wait(correcting, deadline(correcting, 'correction').dueAt).state.state).toBe('lapsed');
  });

  it('a member of staff does not decide on his own proposal', () => {
    const own = awaitingAcceptance({ by: cast.worker });
    expect(refusal(own, { command: 'proposal.accept', by: cast.worker }).code).toBe('handsOff.ownProposal');
    expect(act(own, { command: 'proposal.accept', by: cast.worker2 }).state.state).toBe('accepted');
  });

  it('a transfer comes back by an objection in time, stands after it, and ends by telling the person', () => {
    const transferred = acts(waiting, [
      { command: 'proposal.accept', by: cast.worker },
      { command: 'proposal.transfer', by: cast.worker },
    ]);
    expect(act(transferred, { command: 'transfer.object', by: cast.district }).state.state).toBe('accepted');
    const settled = wait(transferred, deadline(transferred, 'objection').dueAt);
    expect(refusal(settled, { command: 'transfer.object', by: cast.district }).code).toBe('transfer.objectionLate');
    expect(act(settled, { command: 'transfer.conclude', by: cast.worker }).state.state).toBe('archived');
  });
});

describe('merging', () => {
  const main = act(awaitingAcceptance(), { command: 'proposal.accept', by: cast.worker });
  const other = act(
    cosigned(
      act(begin({ by: person('other-lead', 'resident'), at: main.at, opening: { id: 'case-2' } }), {
        command: 'proposal.publish',
        by: person('other-lead', 'resident'),
      }),
      10,
      6,
    ),
    { command: 'proposal.accept', by: cast.worker },
  );
  const merging = act(other, {
    command: 'proposal.merge',
    by: cast.worker,
    form: { into: 'case-1', reason: '内容相同' },
  });
  const relay = merging.state.relays[0]?.relay;
  const join = relay?.form as ReturnType<(typeof sampleForms)['supporters.join']>;
  const joined = afterRelay({ ...main, at: merging.at }, 'supporters.join', join);

  it('unites supporters by person and counts nobody twice', () => {
    expect(relay).toMatchObject({ caseId: 'case-1', command: 'supporters.join', accepted: 'merge.confirmed' });
    expect(countSupporters(dataOf(joined).supporters)).toEqual({ persons: 15, households: 0 });
    expect(answer(merging, 'merge.confirmed').state.state).toBe('merged');
  });

  it('leaves the merged proposer notice and evaluation', () => {
    expect(joined.notices.at(-1)).toMatchObject({ to: 'other-lead', notice: 'othersJoined' });
    const evaluating = published(funded(decided(act(joined, { command: 'proposal.docket', by: cast.director }))));
    const evaluated = act(evaluating, { command: 'evaluation.give', by: person('other-lead') });
    expect(evaluated.entries.at(-1)?.actor?.as).toBe('#mergedProposer');
  });

  it('parting restores exactly what was there', () => {
    const parted = afterRelay(joined, 'supporters.part', { from: 'case-2' });
    expect(dataOf(parted).supporters).toEqual(dataOf(main).supporters);
    expect(dataOf(parted).mergedCases).toEqual([]);
  });

  it('is sealed when the vote opens', () => {
    const voting = noticed(act(joined, { command: 'proposal.docket', by: cast.director }));
    expect(voting.state.relays.map((one) => one.relay)).toMatchObject([{ caseId: 'case-2', command: 'merge.seal' }]);
    expect(relayed(voting, 'supporters.part', { from: 'case-2' })).toMatchObject({
      refused: { code: 'command.notNow' },
    });
    const merged = answer(merging, 'merge.confirmed');
    expect(afterRelay(merged, 'merge.seal', { by: 'case-1' }).state.state).toBe('archived');
  });

  it('keeps the oldest accepted case as the main one, in one community', () => {
    expect(relayed(main, 'supporters.join', { ...join, acceptedAt: (dataOf(main).acceptedAt ?? 0) - 1 })).toMatchObject(
      {
        refused: { code: 'merge.notOldest' },
      },
    );
    expect(relayed(main, 'supporters.join', { ...join, org: 'chaoyang.anzhen.other' })).toMatchObject({
      refused: { code: 'merge.otherCommunity' },
    });
    expect(relayed(joined, 'supporters.join', join)).toMatchObject({ refused: { code: 'merge.already' } });
  });

  it('goes on alone when the main case refuses, with the reason on record', () => {
    const refused = answer(merging, 'merge.refused', { code: 'merge.notOldest' });
    expect(refused.state.state).toBe('accepted');
    expect(dataOf(refused).merge?.refusedBecause).toBe('merge.notOldest');
  });

  it('a person cannot give the commands of other cases', () => {
    expect(refusal(main, { command: 'supporters.part', by: cast.worker }).code).toBe('permission.denied');
  });
});
