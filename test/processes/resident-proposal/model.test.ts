import { describe } from 'vitest';
import { rules } from '../../../processes/resident-proposal/rules.ts';
import { itFollowsPaths } from '../support/model.ts';
import { modelPaths, replay } from './model.ts';
import type { Walk } from './walk.ts';

const paths = [...modelPaths(false), ...modelPaths(true)];
const walked = new Map<string, Walk>();
const stored = new Map<string, Walk>();

describe('paths of the machine', () => {
  itFollowsPaths(rules, paths, (path, between?: (walk: Walk) => Walk) =>
    replay(path, between ? stored : walked, between),
  );
});
