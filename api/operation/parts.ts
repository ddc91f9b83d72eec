import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { readTick } from '../../db/queries/clock.ts';
import { readSenderChannels } from '../../db/queries/notices-channels.ts';
import type { Words } from '../../processes/kernel/text.ts';
import { Engine } from '../engine/engine.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { Store } from '../store.ts';

/** State of one part of the house. */
export interface Part {
  name: 'api' | 'database' | 'temporal' | 'worker' | 'clock' | 'notices';
  ok: boolean;
  version: string | null;
  /** What to do if it is missing. */
  remedy?: Words;
}

const LOOK_MS = 3_000;
// TASK_QUEUE_TYPE_WORKFLOW of Temporal's API; its package gives no named exports to ES modules.
const WORKFLOW_TASK_QUEUE = 1;
/** A worker's long poll lasts up to a minute: one that was not heard of for longer is gone. */
const POLLER_FRESH_MS = 75_000;
/** The clock looks every five seconds. */
const CLOCK_SILENT_MS = 60_000;
/** Many eyes on one page must not become many questions. */
const FRESH_MS = 1_000;

/** Looks at each part and says which is missing and what helps. */
@Injectable()
export class Parts {
  private readonly startedAt = Date.now();
  private kept: { until: number; parts: Promise<Part[]> } | undefined;

  constructor(
    private readonly store: Store,
    private readonly engine: Engine,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  async look(): Promise<Part[]> {
    if (!this.kept || this.kept.until < Date.now()) {
      this.kept = {
        until: Date.now() + FRESH_MS,
        parts: Promise.all([this.api(), this.database(), this.temporal(), this.worker(), this.clock(), this.notices()]),
      };
    }
    return await this.kept.parts;
  }

  private api(): Part {
    return { name: 'api', ok: true, version: `Node ${process.versions.node}` };
  }

  private async database(): Promise<Part> {
    try {
      const { rows } = await sql<{ version: string; migrated: boolean }>`
        select current_setting('server_version') as version, to_regclass('case_view') is not null as migrated
      `.execute(this.store.db);
      const { version = null, migrated = false } = rows[0] ?? {};
      if (migrated) return { name: 'database', ok: true, version: version && `PostgreSQL ${version}` };
      return { name: 'database', ok: false, version, remedy: remedies.migrate };
    } catch {
      return { name: 'database', ok: false, version: null, remedy: remedies.database };
    }
  }

  private async temporal(): Promise<Part> {
    try {
      const { serverVersion } = await this.engine.connection.withDeadline(Date.now() + LOOK_MS, () =>
        this.engine.connection.workflowService.getSystemInfo({}),
      );
      return { name: 'temporal', ok: true, version: `Temporal ${serverVersion}` };
    } catch {
      return { name: 'temporal', ok: false, version: null, remedy: remedies.temporal };
    }
  }

  private async worker(): Promise<Part> {
    try {
      const { pollers } = await this.engine.connection.withDeadline(Date.now() + LOOK_MS, () =>
        this.engine.connection.workflowService.describeTaskQueue({
          namespace: this.options.temporalNamespace,
          taskQueue: { name: this.options.taskQueue },
          taskQueueType: WORKFLOW_TASK_QUEUE,
        }),
      );
      const heard = (pollers ?? []).filter(
        ({ lastAccessTime }) => Date.now() - Number(lastAccessTime?.seconds ?? 0) * 1000 < POLLER_FRESH_MS,
      );
      const version = heard.length > 0 ? `${heard.length} × ${this.options.taskQueue}` : null;
      return {
        name: 'worker',
        ok: heard.length > 0,
        version,
        ...(heard.length > 0 ? {} : { remedy: remedies.worker }),
      };
    } catch {
      return { name: 'worker', ok: false, version: null, remedy: remedies.temporal };
    }
  }

  /** Whether what is due is looked at. After a start the clock is given time for its first look. */
  private async clock(): Promise<Part> {
    const name = 'clock';
    try {
      const tick = await readTick(this.store.db);
      const version = tick === undefined ? null : `${Math.round(tick.ageMs / 1000)} s`;
      const silentMs = this.options.clockSilentMs ?? CLOCK_SILENT_MS;
      const isAlive = (tick?.ageMs ?? Infinity) <= silentMs || Date.now() - this.startedAt <= silentMs;
      return { name, ok: isAlive, version, ...(isAlive ? {} : { remedy: remedies.clock }) };
    } catch {
      // The part that is away says so itself.
      return { name, ok: true, version: null };
    }
  }

  /** A channel that is off is a choice and no fault: the notices themselves stand in the application. */
  private async notices(): Promise<Part> {
    const name = 'notices';
    try {
      const channels = await readSenderChannels(this.store.db);
      const on = channels.filter(({ enabled }) => enabled).map(({ channel }) => channel);
      const version = ['app', ...on].join(' + ');
      if (!channels.some(({ alive }) => alive)) return { name, ok: true, version, remedy: remedies.sender };
      return { name, ok: true, version, ...(on.includes('email') ? {} : { remedy: remedies.email }) };
    } catch {
      return { name, ok: true, version: null };
    }
  }
}

const remedies = {
  clock: {
    zh: '时钟一分钟没有走动:提醒、催办和到期自动流转会晚到,但不会丢失。检查工作进程是否在运行',
    en: 'The clock has not ticked for a minute: reminders and automatic moves come late, none is lost. See whether a worker runs',
  },
  email: {
    zh: '邮件通知未开通;如需开通,设置 SMTP_URL 与 MAIL_FROM 后重启工作进程',
    en: 'E-mail is off; to switch it on set SMTP_URL and MAIL_FROM and restart the worker',
  },
  sender: {
    zh: '发送进程一分钟没有消息,站内通知会晚到;检查工作进程的日志',
    en: 'The sender was not heard of for a minute, notices come late; look at the log of the worker',
  },
  database: {
    zh: '启动 PostgreSQL,并检查 DATABASE_URL',
    en: 'Start PostgreSQL and check DATABASE_URL',
  },
  migrate: { zh: '运行 npm run db:migrate 建表', en: 'Run npm run db:migrate to make the tables' },
  temporal: {
    zh: '启动 Temporal 服务,并检查 TEMPORAL_ADDRESS',
    en: 'Start the Temporal server and check TEMPORAL_ADDRESS',
  },
  worker: {
    zh: '启动工作进程 npm run start:worker,并检查 TEMPORAL_TASK_QUEUE',
    en: 'Start a worker by npm run start:worker and check TEMPORAL_TASK_QUEUE',
  },
} satisfies Record<string, Words>;
