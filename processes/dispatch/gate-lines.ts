import type { GateLine } from '../kernel/define-process.ts';
import type { DispatchData } from './data.ts';

/**
 * The gates as a page lists them, from what its reader may see, as they were answered last. Once the task has lost its cover
 * that answer holds no more: only the gate is shown that the admission has told to be closed.
 */
export function gateLines(shown: Readonly<Record<string, unknown>>): GateLine[] {
  const gates = shown['gates'] as readonly (GateLine & { gate: string })[];
  const suspension = (shown['suspension'] ?? null) as DispatchData['suspension'];
  if (suspension === null) return [...gates];
  const lost = suspension.reason.startsWith('funds.') ? 'funded' : 'listed';
  const text = { zh: suspension.note || suspension.reason, en: 'no longer covered, as the admission has told' };
  return gates.filter(({ gate }) => gate === lost).map(({ title }) => ({ title, open: false, text }));
}
