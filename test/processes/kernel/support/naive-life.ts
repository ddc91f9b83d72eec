import { expect } from 'vitest';
import { goOn, hang, isOverdue, stop, type Wall } from './naive-wall.ts';
import { plusDays, workedAfter } from './wall-calendar.ts';
import { beijing, cast, clockOf, follow, type Shop, startedAt, tryGive, wait } from './workshop.ts';

/** A case and its counter on the wall, and what happens to both. */
export interface Life {
  seed: number;
  roll: (sides: number) => number;
  limit: number;
  shop: Shop;
  wall: Wall;
  acts: number;
}

/** Numbers that look random and are the same every time. */
export function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state % sides;
  };
}

export function beginLife(input: { seed: number; begin: string; roll: Life['roll']; id?: string }): Life {
  const { seed, begin, roll, id } = input;
  const limit = 4 + roll(25);
  const shop = startedAt(`${begin}T12:00`, { settings: { limit }, ...(id === undefined ? {} : { id }) });
  return { seed, roll, limit, shop, wall: hang(begin, limit), acts: 0 };
}

/** A pause by a person ends in the night before its day. */
export function wakeUp({ wall }: Life, today: string): void {
  if (wall.returnsOn !== today) return;
  wall.byPerson = false;
  wall.returnsOn = null;
  goOn(wall, today, true);
}

/** Gives a command at noon; true if it was done. */
function give(life: Life, command: string, today: string, form: object, by = cast.worker): boolean {
  const decision = tryGive(life.shop, command, { at: `${today}T12:00`, form, by });
  if ('refused' in decision) return false;
  life.shop = follow({ ...life.shop, at: beijing(`${today}T12:00`) }, decision);
  life.acts += 1;
  return decision.refusedAfter === undefined;
}

/** At noon something may be done, one kind of act in `rarity` days each, if it is possible. */
export function actAtNoon(life: Life, today: string, rarity: number): void {
  const { wall, roll } = life;
  const overdue = isOverdue(wall, today);
  switch (roll(rarity)) {
    case 0: {
      const until = plusDays(today, 3 + roll(40));
      const form = { deadline: 'workingDays', reason: 'hearing', note: '听证', until };
      const given = give(life, 'deadline.pause', today, form);
      expect(given).toBe(!wall.closed && wall.stopped === null && !overdue);
      if (!given) return;
      stop(wall, today);
      wall.byPerson = true;
      wall.returnsOn = until;
      return;
    }
    case 1: {
      const given = give(life, 'deadline.resume', today, { deadline: 'workingDays', note: '听证结束' });
      expect(given).toBe(wall.byPerson);
      if (!given) return;
      wall.byPerson = false;
      wall.returnsOn = null;
      goOn(wall, today);
      return;
    }
    case 2: {
      if (!give(life, 'wait', today, {})) return;
      wall.idle = true;
      if (overdue) return;
      stop(wall, today);
      wall.byState = wall.stopped !== null;
      return;
    }
    case 3: {
      if (!give(life, 'goOn', today, {})) return;
      wall.byState = false;
      wall.idle = false;
      goOn(wall, today);
      return;
    }
    case 4: {
      const days = 1 + roll(10);
      const ask = { deadline: 'workingDays', by: { workingDays: days }, reason: '征求意见' };
      if (!give(life, 'deadline.askExtension', today, ask)) return;
      expect(overdue || wall.stopped !== null || wall.closed).toBe(false);
      const grant = { deadline: 'workingDays', verdict: 'granted', reason: '同意' };
      expect(give(life, 'deadline.decideExtension', today, grant, cast.director)).toBe(true);
      wall.due = workedAfter(wall.due, days);
      return;
    }
    // A matter that is closed is opened again, so that a year has many clocks.
    case 5:
    case 6: {
      if (!give(life, wall.closed ? 'reopen' : 'close', today, {})) return;
      life.wall = wall.closed ? hang(today, life.limit) : { ...wall, closed: true, byPerson: false, returnsOn: null };
    }
  }
}

/** At the end of the day both must agree on whether the clock runs, and to which day. */
export function compareClocks({ seed, shop, wall }: Life, today: string): void {
  if (wall.closed) return;
  const clock = clockOf(wait(shop, `${today}T18:00`), 'workingDays');
  expect([seed, today, clock.pausedSince !== null]).toEqual([seed, today, wall.stopped !== null]);
  if (wall.stopped === null) expect([seed, today, clock.dueDate]).toEqual([seed, today, wall.due]);
}
