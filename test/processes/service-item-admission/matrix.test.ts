import { rules } from '../../../processes/service-item-admission/rules.ts';
import { describeMatrix, onePerState } from '../support/matrix.ts';
import { modelPaths, replay } from './model.ts';
import { communities, sampleForms } from './sample-forms.ts';

describeMatrix({
  rules,
  sampleForms,
  table: new URL('./matrix.txt', import.meta.url),
  community: communities[0],
  // The first way; before anything is heard, all communities still have their say.
  walks: onePerState(modelPaths().map((path) => replay(path))),
});
