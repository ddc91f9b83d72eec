import type { CaseState } from '../processes/kernel/case.ts';
import { isoOf } from '../processes/kernel/clock.ts';
import { openDeadlines } from '../processes/kernel/deadline.ts';

/** Markdown for Temporal's own pages: what an operator wants to know before he touches a workflow. */
export function caseDetails(state: CaseState, number: string | null): string {
  const [deadline] = openDeadlines(state.deadlines);
  const lines = [
    `**${number ?? '—'}**${state.drill ? ' · 演练 drill' : ''}`,
    `- 状态 state: \`${state.state}\`, 轮次 round ${state.data.round}, 序号 seq ${state.seq}`,
    `- 社区 org: \`${state.org.id}\``,
    `- 最近变更 last change: ${isoOf(state.changedAt)}`,
  ];
  if (deadline) {
    const due = deadline.pausedSince === null ? isoOf(deadline.dueAt) : '暂停 paused';
    lines.push(
      `- 最近时限 next deadline: \`${deadline.key}\` ${due}${deadline.provisional ? '（暂定 provisional）' : ''}`,
    );
  }
  if (state.relays.length > 0) lines.push(`- 待回复 waiting for other cases: ${state.relays.length}`);
  return lines.join('\n');
}
