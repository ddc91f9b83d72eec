import { describe } from 'vitest';
import { rules } from '../../../processes/supervision-order/rules.ts';
import { itFollowsPaths } from '../support/model.ts';
import { modelPaths, replay } from './model.ts';

const paths = modelPaths();

describe('paths of the machine', () => {
  itFollowsPaths(rules, paths, replay);
});
