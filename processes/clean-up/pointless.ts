import type { ProcessRules } from '../kernel/define-rules.ts';
import type { CleanUpNames } from './names.ts';
import { hasOpenRelapse, isStopped, mustStop, standing } from './objects.ts';

/** What leads nowhere although it is allowed: it is not offered. */
export const pointless: NonNullable<ProcessRules<CleanUpNames>['pointless']> = {
  'object.correct': ({ data }) => standing(data).length === 0,
  'object.remove': ({ data }) => standing(data).length === 0,
  'stop.confirm': ({ data }) => !standing(data).some((one) => mustStop(one) && !isStopped(one) && !hasOpenRelapse(one)),
  'check.record': ({ data }) => !standing(data).some(isStopped),
  'relapse.report': ({ data }) => !standing(data).some(isStopped),
  'relapse.settle': ({ data }) => !standing(data).some(hasOpenRelapse),
};
