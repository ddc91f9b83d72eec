import { Injectable } from '@nestjs/common';
import { readActor } from '../../db/queries/people.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { Store } from '../store.ts';

/** How long an office that was taken away may still be used. */
const FRESH_MS = 3_000;
const KEPT_MAX = 5_000;

/** People with their offices, read from PostgreSQL and kept for a few seconds. */
@Injectable()
export class People {
  private readonly kept = new Map<string, { until: number; actor: Actor | undefined }>();

  constructor(private readonly store: Store) {}

  /** The person with his offices; undefined if there is no such person. */
  async find(id: string): Promise<Actor | undefined> {
    const known = this.kept.get(id);
    if (known && known.until > Date.now()) return known.actor;
    const actor = await readActor(this.store.db, id);
    if (this.kept.size >= KEPT_MAX) this.kept.clear();
    this.kept.set(id, { until: Date.now() + FRESH_MS, actor });
    return actor;
  }
}
