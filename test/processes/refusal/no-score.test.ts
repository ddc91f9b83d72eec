import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isCommonCommand } from '../../../processes/kernel/common/commands.ts';
import { refusal } from '../../../processes/refusal/index.ts';
import { publicRegister } from '../../../processes/refusal/public-register.ts';
import { rules } from '../../../processes/refusal/rules.ts';
import { allRules } from '../../../processes/rules.ts';
import { modelPaths, replay } from './model.ts';
import { cast, dataOf } from './walk.ts';

/** What a field that writes or shows a score would be called. */
const SCORE = /scor|point|rank|deduct|grade|rating|bonus|penalt|weight|percent/i;
/** The only numbers that a form takes: times. */
const TIMES = ['dueInHours', 'limitWorkingDays'];

interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}

/** Every field of a form, however deep, with what it takes. */
function fieldsOf(schema: Schema): [string, Schema][] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, inner]): [string, Schema][] => [
    [name, inner],
    ...fieldsOf(inner),
  ]);
  return [...own, ...(schema.items ? fieldsOf(schema.items) : []), ...(schema.anyOf ?? []).flatMap(fieldsOf)];
}

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

describe('no score', () => {
  const fields = Object.entries(refusal.forms)
    .filter(([command]) => !isCommonCommand(command))
    .flatMap(([, form]) => fieldsOf(z.toJSONSchema(form, { io: 'input' }) as Schema));

  it('is a field of any form, and every number that a form takes is a time', () => {
    expect(fields.length).toBeGreaterThan(30);
    expect(fields.map(([name]) => name).filter((name) => SCORE.test(name))).toEqual([]);
    const numbers = fields.filter(([, { type }]) => [type].flat().some((one) => one === 'number' || one === 'integer'));
    expect([...new Set(numbers.map(([name]) => name))].sort()).toEqual(TIMES);
  });

  it('is held, shown or put on the register in any state', () => {
    const paths = modelPaths();
    expect(new Set(paths.map(({ to }) => to)).size).toBe(Object.keys(rules.states).length);
    for (const path of paths) {
      const walk = replay(path);
      const shown = [
        dataOf(walk),
        ...(['staff', 'public'] as const).map((kind) => rules.present(dataOf(walk), { kind, id: cast.leader.id })),
        publicRegister(dataOf(walk), { caseId: 'refusal-1' }),
      ];
      expect(keysOf(shown).filter((key) => SCORE.test(key))).toEqual([]);
    }
  });

  it('can be reached from a refusal: it sends nothing to another case, and no other case may act on it', () => {
    for (const path of modelPaths()) expect(replay(path).state.relays).toEqual([]);
    const forSystem = Object.entries(rules.permissions).filter(([, grants]) => [grants].flat().includes('system'));
    expect(forSystem.map(([command]) => command)).toEqual(['case.link']);
  });

  it('of another process rests on the register of refusals', () => {
    const asking = allRules.filter(({ lookups }) =>
      JSON.stringify(Object.values(lookups ?? {}).map(String)).includes('aroundTheList'),
    );
    expect(asking.map(({ id }) => id)).toEqual([]);
  });
});
