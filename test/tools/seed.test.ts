import { expect, test } from 'vitest';
import { rules as dispatch } from '../../processes/dispatch/rules.ts';
import { processOf } from '../../processes/index.ts';
import { rules as admission } from '../../processes/service-item-admission/rules.ts';
import { demoOrgs, demoPeople } from '../../tools/demo/community.ts';
import { dispatchStories } from '../../tools/demo/dispatch.ts';
import { daysOf } from '../../tools/demo/play.ts';
import { admissionStories } from '../../tools/demo/service-item-admission.ts';
import { firstStories, laterStories } from '../../tools/demo/stories.ts';
import { statesOf } from '../../tools/demo/story.ts';

const stories = [...firstStories, ...laterStories];
const cases = (story: string) => ({ id: story, number: '朝阳-安贞-安贞西里-2026-0001', title: story });

test.each([
  { rules: admission, told: statesOf(admissionStories) },
  { rules: dispatch, told: statesOf(dispatchStories) },
])('there is a story for every state of $rules.id', ({ rules, told }) => {
  expect([...told].sort()).toEqual(Object.keys(rules.states).sort());
});

test('a task only passes through a state that waits for no person and ends by the word of another case', () => {
  for (const state of dispatchStories.flatMap(({ passes = [] }) => passes)) {
    expect(dispatch.states[state]?.expects).toEqual({});
  }
});

test('each story has a name of its own, a process, a place, people who exist, and rests on earlier stories only', () => {
  expect(new Set(stories.map(({ name }) => name)).size).toBe(stories.length);
  const people = new Set(demoPeople.map(({ id }) => id));
  const orgs = new Set(demoOrgs.map(({ id }) => id));
  for (const [index, { process, org, by, steps, state }] of stories.entries()) {
    const acts = steps.filter((step) => 'command' in step);
    expect([by, ...acts.map(({ who }) => who)].filter((person) => !people.has(person))).toEqual([]);
    expect(orgs).toContain(org);
    expect(Object.keys(processOf(process)?.rules.states ?? {})).toContain(state);
    const earlier = stories.slice(0, index).map(({ name }) => name);
    expect(acts.flatMap(({ on = [] }) => on).filter((name) => !earlier.includes(name))).toEqual([]);
  }
});

test('every form of a story fits its command', () => {
  const faults = stories.flatMap(({ name, process: id, form, steps }) => {
    const process = processOf(id);
    const own = steps.filter((step) => 'command' in step).filter(({ on }) => on === undefined);
    const given = [{ command: process?.rules.start ?? '', form }, ...own];
    return given.flatMap(({ command, form }) => {
      const read = process?.forms[command]?.safeParse(form(daysOf(), cases));
      return read?.success ? [] : [`${name} ${command}: ${read?.error.message ?? 'no such command'}`];
    });
  });
  expect(faults).toEqual([]);
});

test('a code stands for one item', () => {
  const codes = admissionStories.map(({ form }) => (form(daysOf(), cases) as { code: string }).code);
  expect(new Set(codes).size).toBe(codes.length);
});
