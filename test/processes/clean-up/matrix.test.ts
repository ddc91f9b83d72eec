import { rules } from '../../../processes/clean-up/rules.ts';
import { describeMatrix, onePerState } from '../support/matrix.ts';
import { modelPaths, replay } from './model.ts';
import { sampleForms } from './sample-forms.ts';
import { ORG } from './walk.ts';

describeMatrix({
  rules,
  sampleForms,
  table: new URL('./matrix.txt', import.meta.url),
  community: ORG,
  // The longest way leaves the most hands on record.
  walks: onePerState(
    modelPaths().map((path) => replay(path)),
    (walk, known) => walk.entries.length > known.entries.length,
  ),
});
