import { describe, expect, it } from 'vitest';
import { rungsOf } from '../../../processes/kernel/ladder.ts';
import { actAtNoon, beginLife, compareClocks, dice, wakeUp } from './support/naive-life.ts';
import { lookAt } from './support/naive-wall.ts';
import { plusDays, worked } from './support/wall-calendar.ts';
import { beijing, rules, wait } from './support/workshop.ts';

type Sent = [date: string, rung: string, due: string];
const DAYS = 160;

/** One case through most of a year; answers what the rungs of the kernel and the counter on the wall say was sent. */
function live(seed: number): { kernel: Sent[]; naive: Sent[]; acts: number } {
  const roll = dice(seed);
  const begin = plusDays('2015-01-05', roll(3800));
  const life = beginLife({ seed, begin, roll });
  const claimed = new Set<string>();
  const kernel: Sent[] = [];
  const naive: Sent[] = [];
  const look = (today: string, time: string) => {
    life.shop = wait(life.shop, `${today}T${time}`);
    for (const rung of rungsOf(rules, life.shop.state)) {
      if (rung.deadline !== 'workingDays' || rung.action === 'expire' || claimed.has(rung.key)) continue;
      if (rung.at > beijing(`${today}T${time}`)) continue;
      claimed.add(rung.key);
      kernel.push([today, rung.rung, rung.dueDate ?? '']);
    }
    for (const rung of lookAt(life.wall, today)) naive.push([today, rung, life.wall.due]);
  };
  // An outage: nobody looks for some days, then everything that was missed must still come.
  const outage = 20 + roll(60);
  const back = outage + roll(6);
  for (let day = 1; day <= DAYS; day += 1) {
    const today = plusDays(begin, day);
    wakeUp(life, today);
    // Reminders wait for office hours, so on a rest day nothing is sent, and what is missed comes on the next worked day.
    const looks = (day < outage || day >= back) && worked.has(today);
    if (looks) look(today, '10:00');
    actAtNoon(life, today, 40);
    if (looks) look(today, '17:30');
    compareClocks(life, today);
  }
  return { kernel, naive, acts: life.acts };
}

describe('two hundred cases with random acts, holidays and outages', () => {
  it('send what a naive count says, on the day it says, once', () => {
    let [sent, acts] = [0, 0];
    for (let seed = 1; seed <= 200; seed += 1) {
      const lived = live(seed);
      expect([seed, lived.kernel.map(String).sort()]).toEqual([seed, lived.naive.map(String).sort()]);
      sent += lived.kernel.length;
      acts += lived.acts;
    }
    expect(sent).toBeGreaterThan(600);
    expect(acts).toBeGreaterThan(800);
  });
});
