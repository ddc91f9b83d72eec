import { apiProblem } from '../problems/api-problem.ts';

/** Commands on their way in this server: the same key with another body is refused even before the first is answered. */
export class InFlight {
  private readonly hashes = new Map<string, { requestHash: string; count: number }>();

  async claim<Answer>(commandId: string, requestHash: string, run: () => Promise<Answer>): Promise<Answer> {
    const running = this.hashes.get(commandId);
    if (running && running.requestHash !== requestHash) throw apiProblem('idempotency.reused');
    const mine = running ?? { requestHash, count: 0 };
    mine.count += 1;
    this.hashes.set(commandId, mine);
    try {
      return await run();
    } finally {
      mine.count -= 1;
      if (mine.count === 0) this.hashes.delete(commandId);
    }
  }
}
