import { describe, expect, it } from 'vitest';
import { withoutGaps } from '../../api/cases/ledger-lines.ts';

describe('a sentence whose reader may not see everything', () => {
  it.each([
    ['刘**起草了提案《{title}》', '刘**起草了提案'],
    ['社区登记清单外任务并出具拒绝办理告知书:{title}', '社区登记清单外任务并出具拒绝办理告知书'],
    ['某某作出结论:{verdict}。{reasons}', '某某作出结论'],
    ['王**申请撤回提案:{reason}', '王**申请撤回提案'],
    ['L. drafted the proposal “{title}”', 'L. drafted the proposal'],
    ['L. concluded: {verdict}. {reasons}', 'L. concluded'],
    ['王**受理了提案', '王**受理了提案'],
  ])('%s', (said, read) => {
    expect(withoutGaps(said)).toBe(read);
  });

  it('that cannot do without is left to the name of the step', () => {
    expect(withoutGaps('王**转{target}办理')).toBeUndefined();
  });
});
