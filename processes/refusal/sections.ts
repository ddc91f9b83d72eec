import { entered, rowsAt, type SectionRule } from '../kernel/sections.ts';

const hours = { zh: '小时', en: 'hours' };

/** Those inside are shown the task as a whole, others its open parts. */
const task = (name: string) =>
  entered([`task.${name}`, name], `task.refuse/${name.replaceAll('.', '/')}` as `${string}/${string}`);

/** What was asked around the list, why it need not be done, and what came of it. */
export const sections: readonly SectionRule[] = [
  {
    title: { zh: '任务', en: 'The task' },
    items: [
      task('unit.name'),
      task('unit.level'),
      task('channel'),
      task('receivedOn'),
      task('receivedAtTime'),
      task('wording'),
      entered(['task.dueInHours', 'dueInHours'], 'task.refuse/dueInHours', { unit: hours }),
      task('dueText'),
      { at: ['task.itemCode', 'itemCode'], show: 'text', label: { zh: '清单事项编码', en: 'Code in the list' } },
      task('asksForForm'),
      task('moneyMissing'),
      {
        at: ['task.evidence', 'evidence'],
        show: 'table',
        label: { zh: '证据', en: 'Evidence' },
        columns: [entered('kind', 'task.refuse/evidence/kind'), entered('note', 'task.refuse/evidence/note')],
      },
    ],
  },
  {
    title: { zh: '为什么拒绝', en: 'Why it is refused' },
    items: [
      {
        at: (shown) => rowsAt(shown, 'grounds').map(({ kind }) => String(kind)),
        show: 'list',
        label: { zh: '理由', en: 'Grounds' },
        options: {
          notListed: {
            zh: '不在社区公共服务事项清单内(北京市街道办事处条例第32条)',
            en: 'Not on the list of service items (Beijing Sub-district Offices Regulations, art. 32)',
          },
          statisticalForm: {
            zh: '表格缺少法定标识或已过有效期(统计法第17条)',
            en: 'The form lacks a mark or has expired (Statistics Law, art. 17)',
          },
          moneyMissing: {
            zh: '没有提供人员、经费或条件(北京市街道办事处条例第41条)',
            en: 'No people, money or means were given (Beijing Sub-district Offices Regulations, art. 41)',
          },
          assessmentThreat: {
            zh: '以考核施压,部门不得单独考核(北京市街道办事处条例第43条)',
            en: 'Pressed by an assessment that departments may not make alone (art. 43)',
          },
        },
      },
      {
        at: 'refuses',
        show: 'option',
        label: { zh: '拒绝的是', en: 'What is refused' },
        options: {
          task: { zh: '整个任务', en: 'the task' },
          assessment: { zh: '只拒绝考核施压,任务照办', en: 'only the threat; the task is done' },
        },
      },
      {
        at: 'threats',
        show: 'table',
        label: { zh: '考核施压', en: 'Threats' },
        columns: [
          entered('receivedOn', 'threat.add/receivedOn'),
          entered('wording', 'threat.add/wording'),
          { at: 'words', show: 'list', label: { zh: '用语', en: 'Words' } },
          entered(['finding.verdict', 'verdict'], 'assessment.find/verdict'),
          entered(['finding.reason', 'reason'], 'assessment.find/reason'),
          entered(['finding.consequence', 'consequence'], 'assessment.find/consequence'),
        ],
      },
    ],
  },
  {
    title: { zh: '纠正与通报', en: 'Correction and naming' },
    items: [
      {
        at: 'corrections',
        show: 'table',
        label: { zh: '要求纠正', en: 'Corrections asked' },
        columns: [
          { at: 'at', show: 'date', label: { zh: '日期', en: 'On' } },
          entered('requirement', 'correction.ask/requirement'),
          entered(['answer.result', 'result'], 'correction.answer/result'),
          entered(['answer.explanation', 'explanation'], 'correction.answer/explanation'),
          { at: 'expiredAt', show: 'date', label: { zh: '逾期', en: 'Time ran out' } },
        ],
      },
      {
        at: 'namings',
        show: 'table',
        label: { zh: '通报', en: 'Units named' },
        columns: [
          { at: 'at', show: 'date', label: { zh: '日期', en: 'On' } },
          entered('statement', 'unit.name/statement'),
        ],
      },
    ],
  },
  {
    title: { zh: '结论', en: 'Outcome' },
    items: [
      {
        at: 'outcomes',
        show: 'table',
        label: { zh: '结论', en: 'Outcomes' },
        columns: [
          { at: 'at', show: 'date', label: { zh: '日期', en: 'On' } },
          entered('verdict', 'outcome.decide/verdict'),
          entered('reasons', 'outcome.decide/reasons'),
          entered('admission.number', 'outcome.decide/admissionNumber'),
        ],
      },
      { at: 'objection.reason', show: 'long', label: { zh: '社区异议', en: 'Objection of the community' } },
      entered(['objection.decision.verdict', 'objection.decision', 'reviewed'], 'review.decide/verdict'),
    ],
  },
];
