import type { EverybodyRule } from '../kernel/everybody.ts';
import type { SectionRule } from '../kernel/sections.ts';
import type { ProposalData } from './data.ts';
import type { State } from './names.ts';
import { present } from './present.ts';
import { funds, oversight, works } from './sections/carrying-out.ts';
import { handling, matter } from './sections/matter.ts';
import { deciding, planning } from './sections/planning.ts';
import { countSupporters } from './supporters.ts';

const vote = { zh: '会上讨论表决', en: 'The meeting discusses it and votes' };
const money = { zh: '经费逐级审核,到位后开工', en: 'The money is checked step by step; work begins once it is there' };

/** Each state as one neighbour would tell another. Drafts, withdrawn and declined proposals are nobody's business. */
const states: EverybodyRule<ProposalData, State>['states'] = {
  collecting: {
    stands: { zh: '正在征集附议', en: 'Looking for support' },
    next: { zh: '附议人数够了,社区就来受理', en: 'Once enough neighbours support it, the community takes it up' },
  },
  awaitingAcceptance: {
    stands: { zh: '附议够了,等社区受理', en: 'Supported; waiting for the community' },
    next: { zh: '社区工作者决定是否受理', en: 'A community worker decides whether to accept it' },
  },
  correcting: {
    stands: { zh: '材料还缺,提案人正在补充', en: 'Something is missing; the proposers are adding it' },
    next: { zh: '提案人补齐内容', en: 'The proposers complete it' },
  },
  accepted: {
    stands: { zh: '已受理,等决定是否立案', en: 'Accepted; waiting for the decision to go on' },
    next: { zh: '居委会主任或书记作出决定', en: "The committee's director or secretary decides" },
  },
  merging: {
    stands: { zh: '与另一件相同的提案合并中', en: 'Being joined with another proposal of the same matter' },
    next: { zh: '由先提出的那一件接着办', en: 'The older proposal goes on' },
  },
  merged: {
    stands: { zh: '已与另一件提案合并', en: 'Joined with another proposal' },
    next: { zh: '由那一件接着办,附议都算数', en: 'The other one goes on; all support counts there' },
  },
  unmerging: {
    stands: { zh: '正在从合并中分出', en: 'Being parted again' },
    next: { zh: '分出后单独办理', en: 'Once parted, it goes on alone' },
  },
  transferred: {
    stands: { zh: '已转给有职责的单位办理', en: 'Handed to the body whose duty it is' },
    next: { zh: '该单位办理,社区把结果告诉提案人', en: 'That body deals with it; the community passes on the answer' },
  },
  planning: {
    stands: { zh: '正在写实施方案', en: 'The plan is being written' },
    next: { zh: '方案写好后公示,大家提意见', en: 'The plan is shown to all for opinions' },
  },
  publicNotice: {
    stands: { zh: '方案公示中,欢迎提意见', en: 'The plan is public; opinions are welcome' },
    next: { zh: '公示期满后开会表决', en: 'After that it is put to the vote' },
  },
  deliberating: { stands: { zh: '等待开会表决', en: 'Waiting for the vote' }, next: vote },
  externalDecision: {
    stands: { zh: '等待业主或村民代表表决', en: 'Waiting for the vote of owners or village representatives' },
    next: vote,
  },
  rejected: { stands: { zh: '表决没有通过,已结束', en: 'Voted down; it is over' } },
  fundApplication: { stands: { zh: '已通过,正在申请经费', en: 'Agreed; the money is being asked for' }, next: money },
  fundEndorsement: {
    stands: { zh: '已通过,经费待居委会审签', en: 'Agreed; the committee signs for the money' },
    next: money,
  },
  fundReview: { stands: { zh: '已通过,经费待街道审核', en: 'Agreed; the sub-district checks the money' }, next: money },
  awaitingFunds: { stands: { zh: '经费已批,等待到账', en: 'The money is granted and on its way' }, next: money },
  implementing: {
    stands: { zh: '正在实施', en: 'Being carried out' },
    next: { zh: '全部做完后验收', en: 'When all is done it is inspected' },
  },
  suspended: {
    stands: { zh: '暂时停下,原因见下', en: 'Standing still for a reason given below' },
    next: { zh: '原因消失后继续', en: 'It goes on once the reason is gone' },
  },
  inspecting: {
    stands: { zh: '做完了,正在验收', en: 'Done; being inspected' },
    next: { zh: '验收通过后公布结果', en: 'If it passes, the result is published' },
  },
  resultNotice: {
    stands: { zh: '验收通过,等待公布结果', en: 'Passed; the result is about to be published' },
    next: { zh: '公布结果后请大家评价', en: 'After that everybody may evaluate it' },
  },
  evaluating: {
    stands: { zh: '已完成,请大家评价', en: 'Done; please say what you think of it' },
    next: { zh: '居民评价,到期算出满意率', en: 'Residents evaluate it until the last day' },
  },
  returnVisits: {
    stands: { zh: '评价的人少,社区正在回访', en: 'Few evaluated it; the community is asking around' },
    next: { zh: '回访后作出结论', en: 'After the visits there is a conclusion' },
  },
  rectifying: {
    stands: { zh: '大家不够满意,正在整改', en: 'People were not satisfied; it is being mended' },
    next: { zh: '整改完再验收、再评价', en: 'Then it is inspected and evaluated again' },
  },
  standingSupervision: {
    stands: { zh: '已办结,有人定期查看', en: 'Closed; somebody looks after it' },
    next: { zh: '居务监督委员会巡查,有问题可以重新办', en: 'Supervisors patrol and may reopen it' },
  },
  archived: { stands: { zh: '已办结', en: 'Closed' } },
  terminated: { stands: { zh: '做不下去,已停办,原因见下', en: 'It could not go on; the reason stands below' } },
  lapsed: { stands: { zh: '期限到了没有办成,可以重新提出', en: 'Its time ran out; it may be proposed again' } },
};

/** Cases that were joined are not linked: their own page may not be public. */
const handed: SectionRule = { ...handling, items: handling.items.filter(({ show }) => show !== 'case') };

export const everybody: EverybodyRule<ProposalData, State> = {
  states,
  present: (data) => ({ ...present(data, { kind: 'public', id: '' }), proposers: [] }),
  sections: [matter, handed, planning, deciding, funds, works, oversight],
  place: ({ content }) => [content.place.estate, content.place.building].filter((part) => part).join(' ') || null,
  names: (data) => [
    ...data.proposers.map(({ name }) => name),
    ...data.invited.map(({ name }) => name),
    ...data.supporters.map(({ name }) => name),
    ...(data.entry ? [data.entry.by.name] : []),
    ...data.recusals.map(({ name }) => name),
    ...data.mergedCases.flatMap(({ proposers }) => proposers.map(({ name }) => name)),
    ...[data.work, ...data.rounds].flatMap(({ plan, evaluations, objections, inspections }) => [
      ...(plan ? [plan.leader.name, plan.by.name] : []),
      ...evaluations.map(({ by }) => by.name),
      ...objections.map(({ by }) => by.name),
      ...inspections.flatMap(({ members, by }) => [by.name, ...members.map(({ name }) => name)]),
    ]),
  ],
  support: ({ supporters, threshold }, state) => {
    if (state !== 'collecting') return null;
    const { persons, households } = countSupporters(supporters);
    // Either way will do; the one that is nearer is told.
    return households / threshold.households > persons / threshold.persons
      ? { count: households, needed: threshold.households, unit: { zh: '户', en: 'households' }, deadline: 'cosigning' }
      : { count: persons, needed: threshold.persons, unit: { zh: '人', en: 'people' }, deadline: 'cosigning' };
  },
};
