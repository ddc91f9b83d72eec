import type { ClockActivities } from '../workflows/clock.messages.ts';
import { claimRungs } from './claim-rungs.ts';
import { type OrderDependencies, openOrders } from './open-orders.ts';
import { pokeCases } from './poke-cases.ts';

/** What the clock of real cases asks for. */
export function createClockActivities(dependencies: OrderDependencies): ClockActivities {
  return {
    claimRungs: (args) => claimRungs(dependencies.database, args),
    pokeCases: (args) => pokeCases(dependencies, args),
    openOrders: (args) => openOrders(dependencies, args),
  };
}
