import { rules } from '../../../processes/supervision-order/rules.ts';
import { describeMatrix, onePerState } from '../support/matrix.ts';
import { modelPaths, replay } from './model.ts';
import { sampleForms } from './sample-forms.ts';
import { ORG, type Walk } from './walk.ts';

describeMatrix({
  rules,
  sampleForms,
  table: new URL('./matrix.txt', import.meta.url),
  community: ORG,
  // Those of the shortest paths are the own orders of the system, so a person is put in as issuer.
  walks: onePerState(modelPaths().map((path) => issued(replay(path)))),
});

function issued(walk: Walk): Walk {
  const data = { ...walk.state.data, issuedBy: { id: 'issuer', name: 'issuer' } };
  return { ...walk, state: { ...walk.state, data } };
}
