import type { CaseView } from '../processes/kernel/present.ts';
import { zh as texts } from '../processes/resident-proposal/texts.zh-CN.ts';
import { ProblemAnswer } from './demo/client.ts';
import { demoPeople } from './demo/community.ts';
import { createCast, play } from './demo/play.ts';
import { bicycleShed, loop, type Step } from './demo/resident-proposal.ts';
import { readInstance } from './launch/instance-file.ts';
import { LaunchProblem } from './launch/launch-problem.ts';

/** `npm run demo`: plays acceptance scenario S1 on the running instance over HTTP, on a drill case, one line an act. */
try {
  await demo(readInstance().apiUrl);
} catch (error) {
  const told = error instanceof ProblemAnswer || error instanceof LaunchProblem;
  process.stderr.write(`\n${told ? error.message : error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
}

async function demo(apiUrl: string): Promise<void> {
  const cast = createCast(apiUrl);
  const opener = 'liu-guilan';
  const session = await cast(opener);
  const view = await session.open({
    process: 'resident-proposal',
    org: 'chaoyang.anzhen.anzhenxili',
    form: bicycleShed(),
    drill: true,
  });
  print(`${view.number} 《${view.title}》(演练,时钟可快进 / a drill with a clock of its own)\n`);
  tell(`${nameOf(opener)} ${texts.commands['proposal.draft'].title}`, view);
  const end = await play({ view, steps: loop, cast, opener, told: (step, now) => tell(whatHappened(step), now) });
  print(`\n闭环完成 / the loop is closed: ${end.number} ${end.stateText}`);
  print(`回执 / receipt: ${end.receipt}`);
  const page = (path: string) => decodeURI(String(new URL(path, apiUrl)));
  const number = end.number.replace(/-R\d+$/, '');
  print(`居民看到的 / what everybody sees: ${page(`/items/${number}`)}`);
  print(`工作人员看到的 / what staff see: ${page(`/desk/cases/${number}`)}`);
}

function whatHappened(step: Step): string {
  if ('advance' in step) return `⏩ 时钟快进 ${step.advance}`;
  return `${nameOf(step.who)} ${texts.commands[step.command].title}`;
}

function nameOf(person: string): string {
  return demoPeople.find(({ id }) => id === person)?.name ?? person;
}

function tell(what: string, view: CaseView): void {
  const [deadline] = view.deadlines;
  const due = deadline
    ? `${deadline.title}至${deadline.dueDate ?? deadline.dueAt}${deadline.provisional ? '(暂定)' : ''}`
    : '无期限';
  print(`${String(view.seq).padStart(3)}  ${what} → ${view.number} ${view.stateText} │ ${due} │ ${view.lightText}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
