import type { ClockActivities } from '../workflows/clock.messages.ts';
import { beating } from './beating.ts';
import { claimRungs } from './claim-rungs.ts';
import { type OrderDependencies, openOrders } from './open-orders.ts';
import { pokeCases } from './poke-cases.ts';

/** What the clock of real cases asks for. */
export function createClockActivities(dependencies: OrderDependencies): ClockActivities {
  return {
    claimRungs: (args) => claimRungs(dependencies.database, args),
    pokeCases: (args) => beating((cancelled) => pokeCases(dependencies, args, cancelled)),
    openOrders: (args) => beating((cancelled) => openOrders(dependencies, args, cancelled)),
  };
}
