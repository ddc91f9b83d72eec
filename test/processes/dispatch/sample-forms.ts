import type { Forms } from '../../../processes/dispatch/forms.ts';
import { addDays, dateOf, type Instant } from '../../../processes/kernel/clock.ts';

/** A well-formed form for every command, at an instant. */
export const sampleForms: { [C in keyof Forms]: (at: Instant) => Forms[C] } = {
  'task.issue': (at) => ({
    itemCode: 'XZ-017',
    title: '独居老人电动自行车充电安全入户排查',
    unit: '区消防救援支队',
    requirement: '与消防员一同入户,告知飞线充电的危险,把需要帮助的住户报给支队。',
    acts: ['contactResidents', 'helpHouseholdVisits', 'reportFindings'],
    from: addDays(dateOf(at), 7),
    until: addDays(dateOf(at), 60),
    hoursPerMonth: 40,
    standard: '每户不超过20分钟,不填表,由消防员记录。',
    contact: { name: '程立', phone: '010-65090000', personId: 'colleague' },
    mainResponsible: 'department',
    responsibilityStatement: '检查和处置由区消防救援支队负责,社区只陪同入户。',
  }),
  'gates.recheck': () => ({}),
  'task.accept': () => ({}),
  'task.refuse': () => ({ grounds: ['noMoney'], reason: '没有随任务落实经费,本月已安排人口抽样。' }),
  'task.report': (at) => ({ result: '入户112户,发现飞线充电9户,均已上报支队。', doneOn: dateOf(at), hoursUsed: 66.5 }),
  'task.confirm': () => ({ verdict: 'fulfilled', finding: '与支队台账一致。' }),
  'task.sendBack': () => ({ reason: '3号楼12户没有联系上,请再约一次。' }),
  'task.return': () => ({ grounds: ['noMeans'], reason: '支队不再派人,社区不能单独入户检查。', doneSoFar: '1至2号楼' }),
  'return.acknowledge': () => ({}),
  'return.dispute': () => ({ reason: '支队已改派两名消防员。' }),
  'return.decide': () => ({ verdict: 'upheld', reason: '改派的人员尚未到位。' }),
  'task.withdraw': () => ({ reason: '改由支队自行排查。' }),
  'task.suspend': () => ({ reason: 'funds.withdrawn', note: '第四季度经费收回。' }),
  'task.resume': () => ({}),
};
