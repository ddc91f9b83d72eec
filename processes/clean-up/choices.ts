import type { Choice } from '../kernel/form-schema.ts';
import type { CleanUpData, CleanUpObject } from './data.ts';
import type { Command } from './names.ts';
import { hasOpenRelapse, isStopped, mustStop, standing } from './objects.ts';

type Choices = { [C in Command]?: (data: CleanUpData) => Readonly<Record<string, readonly Choice[]>> };

function objects(data: CleanUpData, fits: (object: CleanUpObject) => boolean = () => true): Choice[] {
  return standing(data)
    .filter(fits)
    .map(({ id, facet }) => ({ value: id, name: `${facet.name}(${facet.demandedBy})` }));
}

/** Objects are chosen by their names; nobody has to know their numbers. */
export const choices: Choices = {
  'object.register': (data) => ({ duplicateOf: objects(data) }),
  'object.correct': (data) => ({ object: objects(data), duplicateOf: objects(data) }),
  'object.remove': (data) => ({ object: objects(data) }),
  'object.judge': (data) => ({ 'judgements/object': objects(data), 'judgements/mergeInto': objects(data) }),
  'stop.confirm': (data) => ({
    objects: objects(data, (one) => mustStop(one) && !isStopped(one) && !hasOpenRelapse(one)),
  }),
  'check.record': (data) => ({ object: objects(data, isStopped) }),
  'relapse.report': (data) => ({ object: objects(data, isStopped) }),
  'relapse.settle': (data) => ({ object: objects(data, hasOpenRelapse) }),
};
