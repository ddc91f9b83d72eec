import type { ProposalData } from '../../../processes/resident-proposal/data.ts';
import { rules } from '../../../processes/resident-proposal/rules.ts';
import { sampleForms } from '../../support/sample-forms.ts';
import { describeMatrix, onePerState } from '../support/matrix.ts';
import { modelPaths, replay } from './model.ts';
import { dataOf, ORG, type Walk } from './walk.ts';

const walked = new Map<string, Walk>();

describeMatrix({
  rules,
  sampleForms,
  table: new URL('./matrix.txt', import.meta.url),
  community: ORG,
  walks: onePerState([...modelPaths(false), ...modelPaths(true)].map((path) => peopled(replay(path, walked)))),
});

/** With somebody in the relations that the shortest path leaves empty. */
function peopled(walk: Walk): Walk {
  const data = dataOf(walk);
  const merged = { personId: 'merged-proposer', name: '孙丽', building: '14号楼' };
  const more: Partial<ProposalData> = {
    mergedCases: [{ caseId: 'case-2', title: '车棚充电桩', proposers: [merged], at: walk.at, sealed: true }],
    recusals: [
      {
        personId: 'recused',
        name: '郑强',
        relation: 'relative',
        explanation: '亲属',
        by: { id: 'recused', name: '郑强' },
        at: walk.at,
      },
    ],
  };
  return { ...walk, state: { ...walk.state, data: { ...data, ...more } as Walk['state']['data'] } };
}
