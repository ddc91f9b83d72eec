import { describe, expect, it } from 'vitest';
import { rungsOf } from '../../../processes/kernel/ladder.ts';
import { plusDays, worked, workedAfter, workedBetween } from './support/wall-calendar.ts';
import { beijing, cast, clockOf, rules, type Shop, startedAt, tryGive, wait } from './support/workshop.ts';

/**
 * What should have been sent, and when, told by a counter on the wall that knows nothing of limits, thresholds or keys:
 * it looks at each case twice a day and counts days. Compared with the rungs of the kernel, claimed once by their key.
 */
interface Wall {
  /** Where the count began or went on. */
  from: string;
  fromMidnight: boolean;
  due: string;
  /** Working days still to go when the clock was stopped, extensions included; null while it runs. */
  stopped: number | null;
  byPerson: boolean;
  byState: boolean;
  returnsOn: string | null;
  sent: Set<string>;
}

type Sent = [date: string, rung: string, due: string];
const DAYS = 160;

/** Numbers that look random and are the same every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state % sides;
  };
}

function lookAt(wall: Wall, today: string): Sent[] {
  if (wall.stopped !== null) return [];
  const news: Sent[] = [];
  const say = (rung: string) => {
    if (wall.sent.has(`${rung}@${wall.due}`)) return;
    wall.sent.add(`${rung}@${wall.due}`);
    news.push([today, rung, wall.due]);
  };
  const left = workedBetween(today, wall.due);
  const late = workedBetween(wall.due, today);
  const span = workedBetween(wall.from, wall.due);
  // Whoever begins inside the lead has just been told; a clock that goes on at midnight has its first morning before it.
  const isToldLater = span > 3 || (span === 3 && wall.fromMidnight && worked.has(wall.from));
  if (isToldLater && (today >= wall.due || left <= 3)) say('remindBefore');
  if (today >= wall.due) say('remindOnDay');
  if (late >= 1) say('urge');
  if (late >= 6) say('order');
  return news;
}

function stop(wall: Wall, today: string): void {
  wall.stopped ??= Math.max(1, workedBetween(today, wall.due));
}

function goOn(wall: Wall, today: string, fromMidnight = false): void {
  if (wall.stopped === null || wall.byPerson || wall.byState) return;
  wall.due = workedAfter(today, wall.stopped);
  wall.from = today;
  wall.fromMidnight = fromMidnight;
  wall.stopped = null;
}

/** One case through most of a year; answers what the kernel and the wall say was sent, and both last days. */
function live(seed: number): { kernel: Sent[]; naive: Sent[]; dues: [string | null, string][]; acts: number } {
  const roll = dice(seed);
  const begin = plusDays('2015-01-05', roll(3800));
  const limit = 4 + roll(25);
  let shop: Shop = startedAt(`${begin}T12:00`, { settings: { limit } });
  const wall: Wall = {
    from: begin,
    fromMidnight: false,
    due: workedAfter(begin, limit),
    stopped: null,
    byPerson: false,
    byState: false,
    returnsOn: null,
    sent: new Set(),
  };
  const claimed = new Set<string>();
  const kernel: Sent[] = [];
  const naive: Sent[] = [];
  const dues: [string | null, string][] = [];
  let acts = 0;
  const claim = (today: string, time: string) => {
    shop = wait(shop, `${today}T${time}`);
    for (const rung of rungsOf(rules, shop.state)) {
      if (rung.deadline !== 'workingDays' || rung.action === 'expire' || claimed.has(rung.key)) continue;
      if (rung.at > beijing(`${today}T${time}`)) continue;
      claimed.add(rung.key);
      kernel.push([today, rung.rung, rung.dueDate ?? '']);
    }
  };
  const act = (command: string, today: string, form: object, by = cast.worker): boolean => {
    const decision = tryGive(shop, command, { at: `${today}T12:00`, form, by });
    if ('refused' in decision) return false;
    shop = { ...shop, state: decision.state, at: beijing(`${today}T12:00`) };
    acts += 1;
    return decision.refusedAfter === undefined;
  };
  // An outage: nobody looks for some days, then everything that was missed must still come.
  const outage = 20 + roll(60);
  const isOut = (day: number) => day >= outage && day < outage + roll(6);
  for (let day = 1; day <= DAYS; day += 1) {
    const today = plusDays(begin, day);
    if (wall.returnsOn === today) {
      wall.byPerson = false;
      wall.returnsOn = null;
      goOn(wall, today, true);
    }
    const out = isOut(day);
    // Reminders wait for office hours, so on a rest day nothing is sent, and what is missed comes on the next worked day.
    const looks = !out && worked.has(today);
    if (looks) {
      claim(today, '10:00');
      naive.push(...lookAt(wall, today));
    }
    const overdue = wall.stopped === null && today > wall.due;
    const chance = roll(40);
    if (chance === 0) {
      const ends = 3 + roll(40);
      const until = plusDays(today, ends);
      const given = act('deadline.pause', today, { deadline: 'workingDays', reason: 'hearing', note: '听证', until });
      expect(given).toBe(wall.stopped === null && !overdue);
      if (given) {
        stop(wall, today);
        wall.byPerson = true;
        wall.returnsOn = until;
      }
    } else if (chance === 1) {
      const given = act('deadline.resume', today, { deadline: 'workingDays', note: '听证结束' });
      expect(given).toBe(wall.byPerson);
      if (given) {
        wall.byPerson = false;
        wall.returnsOn = null;
        goOn(wall, today);
      }
    } else if (chance === 2 && act('wait', today, {})) {
      if (!overdue) {
        stop(wall, today);
        wall.byState = wall.stopped !== null;
      }
    } else if (chance === 3 && act('goOn', today, {})) {
      wall.byState = false;
      goOn(wall, today);
    } else if (chance === 4) {
      const days = 1 + roll(10);
      const by = { workingDays: days };
      if (act('deadline.askExtension', today, { deadline: 'workingDays', by, reason: '征求意见' })) {
        expect(overdue || wall.stopped !== null).toBe(false);
        const form = { deadline: 'workingDays', verdict: 'granted', reason: '同意' };
        expect(act('deadline.decideExtension', today, form, cast.director)).toBe(true);
        wall.due = workedAfter(wall.due, days);
      }
    }
    if (looks) {
      claim(today, '17:30');
      naive.push(...lookAt(wall, today));
    }
    const clock = clockOf(wait(shop, `${today}T18:00`), 'workingDays');
    if (wall.stopped === null) dues.push([clock.dueDate, wall.due]);
    expect([seed, today, clock.pausedSince !== null]).toEqual([seed, today, wall.stopped !== null]);
  }
  return { kernel, naive, dues, acts };
}

describe('two hundred cases with random acts, holidays and outages', () => {
  it('send what a naive count says, on the day it says, once', () => {
    let [sent, acts] = [0, 0];
    for (let seed = 1; seed <= 200; seed += 1) {
      const lived = live(seed);
      expect([seed, lived.kernel.map(String).sort()]).toEqual([seed, lived.naive.map(String).sort()]);
      const wrong = lived.dues.filter(([kernel, naive]) => kernel !== naive);
      expect([seed, wrong]).toEqual([seed, []]);
      sent += lived.kernel.length;
      acts += lived.acts;
    }
    expect(sent).toBeGreaterThan(600);
    expect(acts).toBeGreaterThan(800);
  });
});
