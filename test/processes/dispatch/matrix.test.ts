import { rules } from '../../../processes/dispatch/rules.ts';
import { describeMatrix, onePerState } from '../support/matrix.ts';
import { modelPaths, replay } from './model.ts';
import { sampleForms } from './sample-forms.ts';
import { ORG } from './walk.ts';

describeMatrix({
  rules,
  sampleForms,
  table: new URL('./matrix.txt', import.meta.url),
  community: ORG,
  // The longest way leaves as many relations standing as possible.
  walks: onePerState(
    modelPaths().map((path) => replay(path)),
    (walk, known) => walk.entries.length > known.entries.length,
  ),
});
