import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { readTick } from '../../db/queries/clock.ts';
import { Store } from '../store.ts';
import { Metrics } from './metrics.ts';

/** Tells Prometheus how the clock does; where nothing can be known the age is infinite, so that an alarm goes off. */
@Injectable()
export class ClockGauge {
  constructor(metrics: Metrics, store: Store) {
    const waiting = new Gauge({
      name: 'bihuan_clock_waiting_seconds',
      help: 'How long the longest due move of a case has been waiting; 0: none waits',
      registers: [metrics.registry],
    });
    new Gauge({
      name: 'bihuan_clock_tick_age_seconds',
      help: 'Seconds since the clock last looked at what is due',
      registers: [metrics.registry],
      async collect() {
        const tick = await readTick(store.db).catch(() => undefined);
        this.set((tick?.ageMs ?? Infinity) / 1000);
        waiting.set((tick?.waitingMs ?? 0) / 1000);
      },
    });
  }
}
