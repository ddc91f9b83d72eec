import { describe, expect, it } from 'vitest';
import { processes } from '../../../processes/index.ts';
import { addresseesOf, expectationsOf } from '../../../processes/kernel/addressees.ts';
import { commonForms } from '../../../processes/kernel/common/forms.ts';
import { commonEn } from '../../../processes/kernel/common/texts.en.ts';
import { commonZh } from '../../../processes/kernel/common/texts.zh-CN.ts';
import { open } from '../../../processes/kernel/decide.ts';
import { entryWords, presentCase } from '../../../processes/kernel/present.ts';
import { presentCommands } from '../../../processes/kernel/present-commands.ts';
import { presentDeadline } from '../../../processes/kernel/present-deadline.ts';
import { tellProblem } from '../../../processes/kernel/problem-texts.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import {
  beijing,
  cast,
  clockOf,
  give,
  openingOf,
  refusal,
  rules,
  type Shop,
  settings,
  startedAt,
  wait,
} from './support/workshop.ts';
import { workshop } from './support/workshop-process.ts';

const shop = startedAt('2026-09-28T10:05');
const record = (from: Shop) => {
  const { calendars: _calendars, relays: _relays, ...readable } = from.state;
  return { ...readable, number: '试验-2026-0001', hash: '0'.repeat(64) };
};
const offered = (from: Shop, actor = cast.worker, at = from.at) =>
  Object.fromEntries(
    presentCommands({ process: workshop, record: record(from), actor, at, locale: 'zh-CN', calendars })
      .filter(({ name }) => name.startsWith('deadline.') || name === 'case.link')
      .map(({ name, form }) => [name, (form['properties'] as Record<string, { enum: string[] }>)['deadline']?.enum]),
  );
const asked = give(shop, 'deadline.askExtension', {
  form: { deadline: 'workingDays', by: { workingDays: 5 }, reason: '征求意见' },
});
const paused = give(shop, 'deadline.pause', {
  form: { deadline: 'months', reason: 'parked', note: '待雨季结束', reviewOn: '2026-10-20' },
});

describe('common commands are offered', () => {
  const all = ['workingDays', 'calendarDays', 'months', 'hours', 'window'];

  it('for the clocks for which they can be given, and no others', () => {
    expect(offered(shop)).toEqual({ 'deadline.askExtension': all, 'deadline.pause': all });
    expect(offered(paused)).toEqual({
      'deadline.askExtension': all.filter((key) => key !== 'months'),
      'deadline.pause': all.filter((key) => key !== 'months'),
      'deadline.resume': ['months'],
    });
  });

  it('to whoever decides, but not to the asker', () => {
    expect(offered(asked)['deadline.decideExtension']).toBeUndefined();
    expect(offered(asked, cast.director)).toEqual({ 'deadline.decideExtension': ['workingDays'] });
  });

  it('to nobody else, and not when the time is over or the case is closed', () => {
    expect(offered(shop, cast.resident)).toEqual({});
    const late = wait(shop, '2026-12-01');
    expect(offered(late)).toEqual({});
    expect(offered(give(shop, 'close'))).toEqual({});
  });
});

describe('a request for more time', () => {
  it('stands in the inbox of those who decide', () => {
    expect(expectationsOf(rules, asked.state).filter(({ command }) => command.startsWith('deadline.'))).toEqual([
      { command: 'deadline.decideExtension', grant: 'communityWorker' },
      { command: 'deadline.decideExtension', grant: 'residentsCommitteeDirector' },
    ]);
    const view = presentCase({
      process: workshop,
      record: record(asked),
      actor: cast.director,
      at: asked.at,
      locale: 'zh-CN',
      calendars,
    });
    expect(view.tasks).toContainEqual({
      command: 'deadline.decideExtension',
      title: '审批延期',
      who: '居委会主任',
      mine: true,
    });
    expect(expectationsOf(rules, shop.state).some(({ command }) => command.startsWith('deadline.'))).toBe(false);
  });

  it('leaves the inbox with the clock', () => {
    expect(expectationsOf(rules, give(asked, 'close').state)).toEqual([]);
  });
});

describe('grants in one case', () => {
  it('name each office and person once', () => {
    expect(
      addresseesOf(rules, shop.state, ['communityWorker', '#owner', 'communityWorker', 'subdistrictLeader']),
    ).toEqual({
      roles: [
        { role: 'communityWorker', org: 'chaoyang.anzhen.anzhenxili' },
        { role: 'subdistrictLeader', org: 'chaoyang.anzhen' },
      ],
      persons: ['owner'],
    });
  });
});

describe('a page can say', () => {
  const granted = give(asked, 'deadline.decideExtension', {
    by: cast.director,
    form: { deadline: 'workingDays', verdict: 'granted', reason: '同意' },
  });
  const reading = { at: granted.at, locale: 'zh-CN' as const, calendars };

  it('what moved the date, from when to when, why and by whom', () => {
    const view = presentDeadline(workshop, clockOf(granted, 'workingDays'), { ...reading, viewer: 'staff' });
    expect(view.moves).toEqual([
      {
        at: '2026-09-28T10:05:00+08:00',
        because: 'extension',
        becauseText: '延期',
        from: { dueDate: '2026-10-16', dueAt: '2026-10-17T00:00:00+08:00', provisional: false },
        to: { dueDate: '2026-10-23', dueAt: '2026-10-24T00:00:00+08:00', provisional: false },
        automatic: false,
        reason: '征求意见',
        by: 'director',
      },
    ]);
    expect(view.extensions).toMatchObject([
      { by: '5个工作日', verdict: 'granted', askedBy: 'worker', decidedBy: 'director' },
    ]);
  });

  it('no names and nothing that a person wrote to the public', () => {
    const view = presentDeadline(workshop, clockOf(granted, 'workingDays'), reading);
    expect(JSON.stringify(view)).not.toMatch(/征求意见|director|worker"/);
    expect(view.moves[0]).toMatchObject({ because: 'extension', to: { dueDate: '2026-10-23' } });
  });

  it('why a clock stands still and when it is looked at again', () => {
    const view = presentDeadline(workshop, clockOf(paused, 'months'), { ...reading, viewer: 'staff' });
    expect(view).toMatchObject({
      light: 'grey',
      pause: { reason: 'parked', reasonText: '挂账(待季节或条件具备)', reviewOn: '2026-10-20', note: '待雨季结束' },
    });
  });

  it('each entry in one sentence, in both languages', () => {
    const late = wait(shop, '2026-10-17T00:00');
    const entries = [...granted.entries.slice(-2), ...wait(paused, '2026-10-21').entries.slice(-2)];
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const entry of entries) {
        expect(entryWords({ process: workshop, entry, locale })).not.toMatch(/[{}]|undefined/);
      }
    }
    expect(
      entryWords({ process: workshop, entry: granted.entries.at(-1) ?? late.entries[0] ?? never(), locale: 'zh-CN' }),
    ).toBe('director对工作日期限的延期申请作出决定:同意延期(原到期2026-10-16,现到期2026-10-23),理由:同意');
  });

  it('each problem with its next step, with the names of clock and unit', () => {
    const trouble = refusal(shop, 'deadline.askExtension', {
      form: { deadline: 'workingDays', by: { workingDays: 11 }, reason: '理由' },
    });
    expect(tellProblem(trouble, 'zh-CN', workshop.texts['zh-CN'])).toEqual({
      status: 409,
      title: '一次最多延长10(个工作日)',
      next: '请缩短后再申请。',
    });
    const own = refusal(asked, 'deadline.decideExtension', {
      form: { deadline: 'workingDays', verdict: 'granted', reason: '同意' },
    });
    expect(tellProblem(own, 'en', workshop.texts.en).status).toBe(403);
  });
});

describe('the words of both languages', () => {
  it('have the same keys and the same places', () => {
    // The name of a rung stands in an English sentence as a word of its own.
    const places = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)]
        .map(([, place]) => place ?? '')
        .filter((place) => place !== 'rung')
        .sort();
    const flat = (texts: typeof commonZh) =>
      Object.entries({
        ...Object.fromEntries(Object.entries(texts.commands).map(([key, { past }]) => [`c:${key}`, past])),
        ...Object.fromEntries(Object.entries(texts.events).map(([key, { past }]) => [`e:${key}`, past])),
        ...Object.fromEntries(
          Object.entries(texts.problems).map(([key, { title, next }]) => [`p:${key}`, title + next]),
        ),
        ...Object.fromEntries(Object.entries(texts.notices).map(([key, notice]) => [`n:${key}`, notice])),
      }).map(([key, text]) => [key, places(text)]);
    expect(flat(commonZh)).toEqual(flat(commonEn));
  });
});

describe('forms', () => {
  const forms = commonForms(['workingDays'], ['hearing']);

  it.each([
    ['zero', { workingDays: 0 }],
    ['negative', { workingDays: -1 }],
    ['fractional', { months: 0.5 }],
    ['huge', { workingDays: 1e9 }],
    ['two units', { workingDays: 1, months: 1 }],
    ['a text', '5'],
  ])('refuse an extension that is %s', (_, by) => {
    expect(forms['deadline.askExtension'].safeParse({ deadline: 'workingDays', by, reason: '理由' }).success).toBe(
      false,
    );
  });

  it('refuse a reason that is not on the list, a clock that does not exist, and spaces for a reason', () => {
    const pause = { deadline: 'workingDays', reason: 'hearing', note: '听证', until: '2026-10-20' };
    expect(forms['deadline.pause'].safeParse(pause).success).toBe(true);
    expect(forms['deadline.pause'].safeParse({ ...pause, reason: 'holiday' }).success).toBe(false);
    expect(forms['deadline.pause'].safeParse({ ...pause, reason: undefined }).success).toBe(false);
    expect(forms['deadline.pause'].safeParse({ ...pause, deadline: 'other' }).success).toBe(false);
    expect(forms['deadline.pause'].safeParse({ ...pause, note: '  ' }).success).toBe(false);
    expect(forms['deadline.pause'].safeParse({ ...pause, until: '2026-02-30' }).success).toBe(false);
  });
});

describe('a link to another case', () => {
  const form = { caseId: 'order-1', number: '督办-2026-0001', relation: 'supervisionOrder' };
  const linked = give(shop, 'case.link', { form, relayed: true });

  it('is written by that case only, stands in the record and on the page', () => {
    expect(refusal(shop, 'case.link', { form }).code).toBe('permission.denied');
    expect(linked.entries.at(-1)).toMatchObject({ type: 'case.link', actor: null });
    const view = presentCase({
      process: workshop,
      record: record(linked),
      actor: cast.worker,
      at: linked.at,
      locale: 'zh-CN',
      calendars,
    });
    expect(view.links).toEqual([{ ...form, relationText: '督办单' }]);
  });

  it('is not written twice, nor to itself, nor to a finished case', () => {
    expect(refusal(linked, 'case.link', { form, relayed: true }).code).toBe('link.already');
    expect(refusal(shop, 'case.link', { form: { ...form, caseId: 'case-1' }, relayed: true }).code).toBe('link.itself');
    expect(refusal(give(shop, 'withdraw'), 'case.link', { form, relayed: true }).code).toBe('case.closed');
  });
});

describe('figures of a district', () => {
  it.each([
    ['zero', 0],
    ['negative', -5],
    ['fractional', 2.5],
    ['huge', 1e9],
    ['not a number', Number.NaN],
  ])('that are %s open no case', (_, limit) => {
    const act = { command: 'open', form: {}, actor: cast.worker, at: beijing('2026-09-28'), commandId: 'c-0' };
    const opening = openingOf({ settings: { ...settings, limit } });
    expect(open(rules, opening, act)).toMatchObject({
      refused: { code: 'setting.invalid', values: { setting: 'limit' } },
    });
  });
});

describe('every process', () => {
  it.each(processes.map((one) => [one.rules.id, one] as const))(
    '%s: an extension is asked in the unit of its limit',
    (_, { rules: own }) => {
      const values = Object.fromEntries(
        Object.entries<{ value: number }>(own.settings).map(([name, { value }]) => [name, value]),
      );
      for (const [key, rule] of Object.entries(own.deadlines)) {
        const unit = unitOf(() => rule.limit(values, {}));
        // A limit that depends on the single case is tried with the case in the tests of its process.
        if (!rule.extension || unit === undefined) continue;
        expect([key, Object.keys(rule.extension.lengthMax(values))]).toEqual([key, unit]);
      }
    },
  );
});

function unitOf(limit: () => object | null): string[] | undefined {
  try {
    return Object.keys(limit() ?? {});
  } catch {
    return undefined;
  }
}

function never(): never {
  throw new Error('there is an entry');
}
