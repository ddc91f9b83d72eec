import type { Viewer } from '../kernel/define-rules.ts';
import type { SealData } from './data.ts';
import { typeTitle } from './title.ts';

/**
 * The data as a viewer may see it. Staff and those who take part see the whole matter; the public sees what kind of paper was
 * asked for and what came of it, no person and nothing of what he needs it for. Of a loss it sees what the notice says.
 */
export function present(data: SealData, viewer: Viewer): Record<string, unknown> {
  if (viewer.kind !== 'public') return { ...data };
  const { application, judgement, use, loss, handOver } = data;
  return {
    round: data.round,
    kind: application.kind,
    certificate: application.kind === 'certificate' ? typeTitle(application) : null,
    requestingBody: application.requestingBody,
    verdict: judgement.verdict,
    submittedAt: data.submittedAt,
    use: use && { number: use.number, copies: use.copies, at: use.at },
    checks: data.checks.map(({ verdict, at }) => ({ verdict, at })),
    loss: loss && {
      discoveredOn: loss.discoveredOn,
      noticePlace: loss.receipt?.noticePlace ?? null,
      noticeText: loss.receipt?.noticeText ?? null,
      replacedAt: loss.newSeal?.at ?? null,
    },
    handOver: handOver && { electedOn: handOver.electedOn, givenAt: handOver.given?.at ?? null },
  };
}
