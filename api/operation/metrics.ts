import { Injectable } from '@nestjs/common';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the api counts; its own registry, so that two servers in one process do not meet. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly http = new Histogram({
    name: 'bihuan_http_request_seconds',
    help: 'Duration of HTTP requests by route, method and status',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  readonly commands = new Counter({
    name: 'bihuan_commands_total',
    help: 'Commands by process, command and outcome (accepted, or the code of the problem)',
    labelNames: ['process', 'command', 'outcome'] as const,
    registers: [this.registry],
  });

  readonly unavailable = new Counter({
    name: 'bihuan_unavailable_total',
    help: 'Answers 503 by code',
    labelNames: ['code'] as const,
    registers: [this.registry],
  });

  readonly streams = new Gauge({
    name: 'bihuan_event_streams',
    help: 'Event streams open now',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'bihuan_api_' });
  }
}
