import { z } from 'zod';

const time = z.string().meta({ format: 'date-time' });
const day = z.string().meta({ format: 'date' });
const light = z.enum(['green', 'yellow', 'red', 'grey']);
const source = z.object({
  title: z.string(),
  at: z.string().optional(),
  standing: z.enum(['law', 'practice', 'analogue', 'ownChoice']),
});
const jsonSchema = z.record(z.string(), z.unknown()).describe('JSON Schema, draft 2020-12');
const next = z.string().nullable().describe('Cursor of the next page');
const moment = z.object({ dueDate: day.nullable(), dueAt: time, provisional: z.boolean() });
const due = { dueDate: day.nullable(), dueAt: time.nullable(), provisional: z.boolean() };

const sectionItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), label: z.string(), text: z.string(), long: z.boolean().optional() }),
  z.object({
    kind: z.literal('table'),
    label: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
  z.object({ kind: z.literal('progress'), label: z.string(), value: z.number(), max: z.number(), text: z.string() }),
  z.object({ kind: z.literal('case'), label: z.string(), text: z.string(), caseId: z.string() }),
]);

const caseView = z.object({
  id: z.string(),
  number: z.string(),
  process: z.string(),
  version: z.int(),
  round: z.int(),
  state: z.string(),
  stateText: z.string(),
  stage: z.int(),
  seq: z.int(),
  title: z.string(),
  org: z.string(),
  drill: z.boolean(),
  light,
  lightText: z.string(),
  openedAt: time,
  changedAt: time,
  data: z.record(z.string(), z.unknown()),
  tasks: z.array(z.object({ command: z.string(), title: z.string(), who: z.string(), mine: z.boolean() })),
  pastDeadlines: z.array(
    z.object({ title: z.string(), dueDate: day.nullable(), dueAt: time, endedAt: time, late: z.boolean() }),
  ),
  deadlines: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      startedAt: time,
      dueDate: day.nullable(),
      dueAt: time,
      provisional: z.boolean(),
      light,
      lightText: z.string(),
      remaining: z.string(),
      explanation: z.string(),
      pausedSince: time.optional(),
      pause: z
        .object({
          reason: z.string(),
          reasonText: z.string(),
          until: day.nullable(),
          reviewOn: day.nullable(),
          note: z.string().optional(),
          by: z.string().optional(),
        })
        .optional(),
      askedLate: z.boolean(),
      extensions: z.array(
        z.object({
          by: z.string(),
          askedAt: time,
          verdict: z.enum(['pending', 'granted', 'refused']),
          verdictText: z.string(),
          decidedAt: time.nullable(),
          askedBy: z.string().optional(),
          reason: z.string().optional(),
          decidedBy: z.string().optional(),
          decisionReason: z.string().optional(),
        }),
      ),
      moves: z.array(
        z.object({
          at: time,
          because: z.enum(['extension', 'resumption', 'calendar']),
          becauseText: z.string(),
          from: moment,
          to: moment,
          automatic: z.boolean(),
          reason: z.string().optional(),
          by: z.string().optional(),
        }),
      ),
      source,
    }),
  ),
  links: z.array(z.object({ caseId: z.string(), number: z.string(), relation: z.string(), relationText: z.string() })),
  commands: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      form: jsonSchema,
      expected: z.boolean().describe('The case waits for it'),
      values: z.record(z.string(), z.unknown()).optional().describe('What stands already in the form'),
    }),
  ),
  receipt: z.string(),
  next: z.string().describe('What happens next, and by whom'),
  ended: z.boolean(),
  sections: z.array(z.object({ title: z.string(), items: z.array(sectionItem) })).describe('The matter itself'),
  gates: z.array(z.object({ title: z.string(), open: z.boolean(), text: z.string().optional() })),
});

const caseItem = z.object({
  id: z.string(),
  number: z.string(),
  process: z.string(),
  processText: z.string(),
  round: z.int(),
  state: z.string(),
  stateText: z.string(),
  next: z.string().describe('What happens next, and by whom'),
  stage: z.int().describe('Of the loop, 1 to 4'),
  kind: z.enum(['open', 'closed', 'final']),
  seq: z.int(),
  title: z.string(),
  place: z.string().nullable(),
  org: z.string(),
  orgText: z.string(),
  drill: z.boolean(),
  light,
  lightText: z.string(),
  ...due,
  openedAt: time,
  changedAt: time,
});

const ledgerItem = z.object({
  position: z.int(),
  seq: z.int(),
  kind: z.enum(['entry', 'void', 'gap', 'rung']),
  round: z.int(),
  type: z.string(),
  text: z.string(),
  actor: z.object({ id: z.string().optional(), name: z.string(), as: z.string().optional() }).nullable(),
  at: time,
  automatic: z.boolean(),
  inForce: z.boolean(),
  voids: z.int().nullable(),
  state: z.string(),
  form: z.record(z.string(), z.unknown()).optional(),
  hash: z.string(),
  prevHash: z.string(),
});

const taskItem = z.object({
  case: z.object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    process: z.string(),
    processText: z.string(),
    state: z.string(),
    stateText: z.string(),
    org: z.string(),
    orgText: z.string(),
    seq: z.int(),
    drill: z.boolean(),
  }),
  command: z.string(),
  title: z.string(),
  scope: z.enum(['mine', 'group']),
  who: z.string(),
  light,
  lightText: z.string(),
  ...due,
  bucket: z.enum(['overdue', 'today', 'week', 'later', 'none']).describe('By the day on the clock of the case'),
  remaining: z.string().nullable(),
  explanation: z.string().nullable().describe('How the last day was counted'),
  since: time.describe('Since when the step is expected'),
});

const holding = z.object({ role: z.string(), org: z.string() });

const noticeItem = z.object({
  id: z.string(),
  notice: z.string(),
  text: z.string(),
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }).nullable(),
  drill: z.boolean(),
  automatic: z.boolean(),
  createdAt: time,
  sentAt: time.describe('Since when it is shown in the application'),
  readAt: time.nullable(),
  deliveries: z.array(
    z.object({
      channel: z.enum(['email', 'webhook']),
      channelText: z.string(),
      state: z.enum(['waiting', 'sending', 'sent', 'dropped', 'dead', 'unknown']),
      stateText: z.string(),
      digest: z.boolean(),
      sentAt: time.nullable(),
    }),
  ),
});

const deadItem = z.object({
  id: z.string(),
  key: z.string().describe('What the receiver tells doubles by'),
  state: z.enum(['dead', 'unknown']),
  stateText: z.string(),
  channel: z.enum(['email', 'webhook']),
  channelText: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
  target: z.string().nullable(),
  attempts: z.int(),
  trouble: z.string().nullable(),
  troubleText: z.string(),
  detail: z.string().nullable(),
  digest: z.boolean(),
  notice: z.string().nullable(),
  number: z.string().nullable(),
  createdAt: time,
  attemptedAt: time.nullable(),
});

const enabled = z.boolean().nullable().describe('null while no sender was heard of');

const calendarYear = z.object({
  year: z.int(),
  version: z.int().describe('0 while no table is in force'),
  status: z.enum(['confirmed', 'missing']),
  provisional: z.boolean().describe('Dates that need this year can only be estimated'),
  notice: z.object({ number: z.string(), title: z.string(), issuedOn: day, source: z.string() }).nullable(),
  holidays: z.array(z.object({ name: z.object({ zh: z.string(), en: z.string() }), from: day, to: day })),
  makeUpWorkdays: z.array(day),
  versions: z.array(
    z.object({
      version: z.int(),
      status: z.enum(['draft', 'replaced', 'confirmed']),
      noticeNumber: z.string().nullable(),
      origin: z.enum(['publishedNotice', 'officer']),
      enteredAt: time,
      confirmedAt: time.nullable(),
      enteredBy: z.string().nullable().optional().describe('For staff'),
      confirmedBy: z.string().nullable().optional().describe('For staff'),
    }),
  ),
});

const drillCalendar = calendarYear
  .pick({ year: true, version: true, notice: true, holidays: true, makeUpWorkdays: true })
  .extend({ drill: z.literal(true) });

const calendarDetail = calendarYear.extend({
  draft: z.object({ version: z.int(), mayConfirm: z.boolean() }).catchall(z.unknown()).nullable(),
  rollOut: z
    .object({
      version: z.int(),
      state: z.enum(['ordered', 'running', 'done']),
      total: z.int().describe('Cases with a clock that rests on the year'),
      done: z.int(),
      movedDeadlines: z.int(),
      failed: z.int(),
    })
    .catchall(z.unknown())
    .nullable(),
});

const registerLine = z.object({
  key: z.string(),
  org: z.string(),
  orgText: z.string(),
  from: day.describe('Since when it holds'),
  caseId: z.string(),
  caseNumber: z.string().describe('The case that put it there'),
  at: time,
  value: z.record(z.string(), z.unknown()),
});
const madeBy = { version: z.int(), at: time, caseId: z.string(), caseNumber: z.string() };
const complete = z.boolean().describe('False where there are more lines than are told');

const trend = z.object({ hours: z.number(), percent: z.number().nullable().describe('null where it was nothing') });
const burdenMonth = z.object({
  month: z.string().describe('2026-11'),
  hours: z.number(),
  bySource: z.array(z.object({ source: z.string(), sourceText: z.string(), hours: z.number() })),
  byUnit: z.array(z.object({ unit: z.string(), hours: z.number() })),
  againstMonthBefore: trend,
  againstFirstMonth: trend,
});

const itemLine = z.object({
  number: z.string(),
  caseId: z.string(),
  process: z.string(),
  processText: z.string(),
  title: z.string(),
  org: z.string(),
  orgText: z.string(),
  round: z.int(),
  drill: z.boolean(),
  stage: z.int(),
  stageText: z.string(),
  ended: z.boolean(),
  standsText: z.string().describe('Where it stands, in plain words'),
  next: z
    .object({ text: z.string(), until: z.string().nullable(), remaining: z.string().nullable() })
    .nullable()
    .describe('What comes next, by whom and until when'),
  place: z.string().nullable().describe('Not finer than the building'),
  support: z.object({ count: z.int(), needed: z.int(), unit: z.string(), daysLeft: z.string().nullable() }).nullable(),
  openedAt: time,
  changedAt: time,
});

const savedView = z.object({
  id: z.string(),
  page: z.enum(['desk', 'search', 'board']),
  name: z.string(),
  query: z.string(),
  stale: z.array(z.string()).optional().describe('Parameters that the page no longer understands'),
});

/** What each operation answers, by name; an operation that is missing here answers something else than JSON. */
export const answers: Record<string, z.ZodType> = {
  CaseView: caseView,
  CasePage: z.object({
    items: z.array(caseItem),
    next,
    count: z.int().optional().describe('Where it was asked for; exact up to 1000'),
    countCapped: z.literal(true).optional().describe('There are more than `count`'),
  }),
  ItemPage: z.object({
    items: z.array(itemLine),
    next,
    count: z.int().optional().describe('Where it was asked for without words; exact up to 1000'),
    countCapped: z.literal(true).optional().describe('There are more than `count`'),
  }),
  Item: itemLine.extend({
    sections: z.array(z.object({ title: z.string(), items: z.array(sectionItem) })).describe('The matter itself'),
  }),
  SimilarItems: z.object({ items: z.array(itemLine) }),
  Following: z.object({ caseId: z.string(), following: z.boolean() }),
  SavedView: savedView,
  SavedViews: z.object({ items: z.array(savedView) }),
  People: z.object({
    items: z.array(
      z.object({ id: z.string(), name: z.string(), offices: z.array(holding.extend({ text: z.string() })) }),
    ),
  }),
  LedgerPage: z.object({ items: z.array(ledgerItem), next }),
  Papers: z.object({
    items: z.array(z.object({ paper: z.string(), title: z.string(), number: z.string(), date: day, url: z.string() })),
  }),
  TaskPage: z.object({
    count: z.int().describe('Exact up to 1000'),
    countCapped: z.literal(true).optional().describe('There are more than `count`'),
    items: z.array(taskItem),
    next,
  }),
  NoticePage: z.object({ unread: z.int().describe('Exact up to 1000'), items: z.array(noticeItem), next }),
  NoticeRead: z.object({ id: z.string(), readAt: time, unread: z.int() }),
  NoticesRead: z.object({ marked: z.int(), unread: z.int() }),
  NoticePreferences: z.object({
    email: z.string().nullable(),
    webhookUrl: z.string().nullable(),
    timing: z.enum(['immediate', 'daily']),
    digestHour: z.int(),
    digestOnRestDays: z.boolean(),
    language: z.enum(['zh-CN', 'en']),
    channels: z.object({ email: enabled, webhook: enabled }),
    webhookSecret: z.string().optional().describe('Shown once, when it is new'),
  }),
  DeadLetters: z.object({ items: z.array(deadItem), next }),
  Resent: z.object({ id: z.string(), state: z.literal('waiting') }),
  DemoPeople: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      roles: z.array(holding),
      card: z
        .object({
          order: z.int(),
          role: z.string(),
          tryThis: z.array(z.object({ text: z.string(), path: z.string() })),
        })
        .optional(),
    }),
  ),
  Token: z.object({ token: z.string() }),
  Me: z.object({ id: z.string(), name: z.string(), roles: z.array(holding) }),
  ProcessList: z.array(
    z.object({ id: z.string(), version: z.int(), title: z.string(), summary: z.string(), start: z.string() }),
  ),
  Process: z.object({ id: z.string(), version: z.int(), title: z.string() }).catchall(z.unknown()),
  Orgs: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      level: z.string(),
      kind: z.string(),
      pathText: z.string().describe('The organisations above it'),
    }),
  ),
  Calendars: z.array(calendarYear),
  DrillCalendars: z.array(drillCalendar),
  Calendar: calendarDetail,
  Deadline: z.object({
    dueDate: day.nullable(),
    dueAt: time,
    provisional: z.boolean(),
    explanation: z.string(),
    calendarVersion: z.string().nullable(),
  }),
  Receipt: z.object({ receipt: z.string(), number: z.string(), inForce: z.boolean() }).catchall(z.unknown()),
  Verification: z.object({ whole: z.boolean() }).catchall(z.unknown()),
  Live: z.object({ status: z.literal('live') }),
  Ready: z.object({
    status: z.enum(['ready', 'notReady']),
    parts: z.array(
      z.object({ name: z.string(), ok: z.boolean(), version: z.string().nullable(), remedy: z.string().optional() }),
    ),
  }),
  Registers: z.array(
    z.object({
      register: z.string(),
      title: z.string(),
      keptAt: z.array(z.object({ org: z.string(), orgText: z.string(), entries: z.int() })),
    }),
  ),
  RegisterStanding: z.object({
    register: z.string(),
    title: z.string(),
    org: z.string(),
    orgText: z.string(),
    on: day,
    version: z.object(madeBy).nullable(),
    columns: z.array(z.object({ field: z.string(), title: z.string() })),
    complete,
    items: z.array(registerLine),
  }),
  RegisterVersions: z.object({
    register: z.string(),
    org: z.string(),
    items: z.array(
      z.object({
        ...madeBy,
        changes: z.array(
          z.object({
            key: z.string(),
            day,
            removed: z.boolean(),
            value: z.record(z.string(), z.unknown()).nullable(),
          }),
        ),
      }),
    ),
  }),
  RegisterChanges: z.object({
    register: z.string(),
    org: z.string(),
    from: day,
    to: day,
    complete,
    added: z.array(registerLine),
    removed: z.array(registerLine),
    changed: z.array(
      z.object({
        key: z.string(),
        before: registerLine,
        after: registerLine,
        fields: z.array(z.object({ field: z.string(), title: z.string(), before: z.unknown(), after: z.unknown() })),
      }),
    ),
  }),
  Burden: z.object({
    org: z.string(),
    orgText: z.string(),
    from: z.string(),
    to: z.string(),
    months: z.array(burdenMonth).describe('All communities together'),
    communities: z.array(
      z.object({
        org: z.string(),
        orgText: z.string(),
        ceilingHoursPerMonth: z.number().nullable(),
        months: z.array(burdenMonth.extend({ overCeiling: z.boolean() })),
      }),
    ),
  }),
  Import: z.object({
    process: z.string(),
    org: z.string(),
    dryRun: z.boolean(),
    file: z.string().describe('SHA-256 of the file'),
    rows: z.int(),
    opened: z.array(z.object({ line: z.int(), caseId: z.string(), number: z.string() })),
    openedBefore: z.int().describe('Rows that the same file had opened before'),
    left: z.int().describe('Send the same file again to go on'),
  }),
  Problem: z
    .object({
      type: z.string(),
      title: z.string().describe('What is wrong'),
      status: z.int(),
      detail: z.string().describe('The next step'),
      code: z.string().describe('Stable; what programs should look at'),
      instance: z.string(),
      errors: z
        .array(z.object({ pointer: z.string().describe('JSON pointer into the body'), detail: z.string() }))
        .optional(),
      current: z.record(z.string(), z.unknown()).optional().describe('The case as it stands, with 412'),
      rows: z
        .object({
          total: z.int(),
          items: z.array(
            z.object({
              line: z.int(),
              column: z.string(),
              value: z.string(),
              detail: z.string(),
              next: z.string(),
            }),
          ),
        })
        .optional()
        .describe('Cells at fault in a table, the first 200'),
    })
    .describe('RFC 9457'),
};

/** Which answer belongs to which operation. */
export const answerOf: Readonly<Record<string, { answer: keyof typeof answers & string; status: number }>> = {
  'post /api/cases': { answer: 'CaseView', status: 201 },
  'post /api/cases/{id}/commands/{command}': { answer: 'CaseView', status: 200 },
  'post /api/cases/{id}/clock': { answer: 'CaseView', status: 200 },
  'get /api/cases/{id}': { answer: 'CaseView', status: 200 },
  'get /api/cases': { answer: 'CasePage', status: 200 },
  'get /api/cases/{id}/ledger': { answer: 'LedgerPage', status: 200 },
  'get /api/cases/{id}/papers': { answer: 'Papers', status: 200 },
  'get /api/tasks': { answer: 'TaskPage', status: 200 },
  'get /api/notices': { answer: 'NoticePage', status: 200 },
  'post /api/notices/{id}/read': { answer: 'NoticeRead', status: 200 },
  'post /api/notices/read-all': { answer: 'NoticesRead', status: 200 },
  'get /api/notices/preferences': { answer: 'NoticePreferences', status: 200 },
  'put /api/notices/preferences': { answer: 'NoticePreferences', status: 200 },
  'get /api/notices/dead': { answer: 'DeadLetters', status: 200 },
  'post /api/notices/dead/{id}/resend': { answer: 'Resent', status: 200 },
  'get /api/demo/people': { answer: 'DemoPeople', status: 200 },
  'post /api/demo/sign-in': { answer: 'Token', status: 200 },
  'get /api/me': { answer: 'Me', status: 200 },
  'get /api/processes': { answer: 'ProcessList', status: 200 },
  'get /api/processes/{process}': { answer: 'Process', status: 200 },
  'get /api/items': { answer: 'ItemPage', status: 200 },
  'get /api/items/similar': { answer: 'SimilarItems', status: 200 },
  'get /api/items/{number}': { answer: 'Item', status: 200 },
  'get /api/cases/{id}/follow': { answer: 'Following', status: 200 },
  'put /api/cases/{id}/follow': { answer: 'Following', status: 200 },
  'delete /api/cases/{id}/follow': { answer: 'Following', status: 200 },
  'get /api/views': { answer: 'SavedViews', status: 200 },
  'post /api/views': { answer: 'SavedView', status: 201 },
  'get /api/people': { answer: 'People', status: 200 },
  'get /api/orgs': { answer: 'Orgs', status: 200 },
  'get /api/calendars': { answer: 'Calendars', status: 200 },
  'get /api/calendars/drill': { answer: 'DrillCalendars', status: 200 },
  'get /api/calendars/{year}': { answer: 'Calendar', status: 200 },
  'put /api/calendars/{year}': { answer: 'Calendar', status: 200 },
  'get /api/registers': { answer: 'Registers', status: 200 },
  'get /api/registers/{register}': { answer: 'RegisterStanding', status: 200 },
  'get /api/registers/{register}/versions': { answer: 'RegisterVersions', status: 200 },
  'get /api/registers/{register}/changes': { answer: 'RegisterChanges', status: 200 },
  'get /api/burden': { answer: 'Burden', status: 200 },
  'post /api/processes/{process}/import': { answer: 'Import', status: 200 },
  'post /api/deadlines/preview': { answer: 'Deadline', status: 200 },
  'get /api/receipts/{receipt}': { answer: 'Receipt', status: 200 },
  'get /api/ledger/verify': { answer: 'Verification', status: 200 },
  'get /health/live': { answer: 'Live', status: 200 },
  'get /health/ready': { answer: 'Ready', status: 200 },
};
