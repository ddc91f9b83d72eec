import type { CaseView } from '../../processes/kernel/present.ts';
import type { DemoSession } from '../demo/client.ts';
import { play } from '../demo/play.ts';
import { bicycleShed, loop } from '../demo/resident-proposal.ts';
import type { Report } from '../launch/launch-problem.ts';
import type { OwnInstance } from './instance.ts';
import { type Kill, planKills } from './kill-plan.ts';
import { type LedgerCount, proveLedger } from './proof.ts';
import { type Journal, newJournal, signInStubbornly } from './session.ts';

/** How a case came through. */
export interface CaseRun {
  view: CaseView;
  journal: Journal;
  kills: Kill[];
  ledger: LedgerCount;
}

const OPENER = 'liu-guilan';
const COMMUNITY = 'chaoyang.anzhen.anzhenxili';
const COMMANDS = 1 + loop.filter((step) => 'command' in step).length;
/** The loop's last step is a year in which nobody finds fault. */
const ARRIVED = ['standingSupervision', 'archived'];

/** Plays scenario S1 from first word to archive while every part is killed once, and proves what is left. */
export async function runCase(instance: OwnInstance, seed: number, report: Report): Promise<CaseRun> {
  const kills = planKills(seed, COMMANDS);
  const underWay: Promise<void>[] = [];
  const journal = newJournal((number) => {
    for (const kill of kills.filter(({ command }) => command === number)) {
      underWay.push(killLater(instance, kill));
    }
  });
  const cast = castOf(instance.read().apiUrl, journal);
  const session = await cast(OPENER);
  const opened = await session.open({
    process: 'resident-proposal',
    org: COMMUNITY,
    form: bicycleShed(),
    drill: true,
  });
  const played = await play({
    view: opened,
    steps: loop,
    cast,
    opener: OPENER,
    told: (step, view) => {
      report(
        `${'advance' in step ? `⏩ ${step.advance}` : `${step.who} ${step.command}`} → ${view.state} (${view.seq})`,
      );
    },
  });
  await Promise.all(underWay);
  await instance.recovered();
  const view = await session.get(played.id);
  if (!ARRIVED.includes(view.state)) {
    throw new Error(`the case ${view.number} did not arrive: ${view.state}`);
  }
  const ledger = await proveLedger(instance.read().databaseUrl, view.id, journal.acknowledged);
  return { view, journal, kills, ledger };
}

async function killLater(instance: OwnInstance, { part, delayMs }: Kill): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  await instance.kill(part);
}

function castOf(apiUrl: string, journal: Journal): (person: string) => Promise<DemoSession> {
  const sessions = new Map<string, Promise<DemoSession>>();
  return (person) => {
    const session = sessions.get(person) ?? signInStubbornly(apiUrl, person, journal);
    sessions.set(person, session);
    return session;
  };
}
