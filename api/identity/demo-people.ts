import { Injectable } from '@nestjs/common';
import { type DemoCard, listDemoPeople } from '../../db/queries/people.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { Store } from '../store.ts';

/** Somebody of the demo, with what to try as him where he is one of the first to try. */
export interface DemoPerson extends Actor {
  card: DemoCard | null;
}

/** People of the demo community. */
@Injectable()
export class DemoPeople {
  constructor(private readonly store: Store) {}

  async list(): Promise<DemoPerson[]> {
    return await listDemoPeople(this.store.db);
  }
}
