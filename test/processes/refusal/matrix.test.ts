import { rules } from '../../../processes/refusal/rules.ts';
import { describeMatrix, onePerState } from '../support/matrix.ts';
import { modelPaths, replay } from './model.ts';
import { sampleForms } from './sample-forms.ts';
import { ORG } from './walk.ts';

describeMatrix({
  rules,
  sampleForms,
  table: new URL('./matrix.txt', import.meta.url),
  community: ORG,
  // The shortest ways.
  walks: onePerState(modelPaths().map((path) => replay(path))),
});
