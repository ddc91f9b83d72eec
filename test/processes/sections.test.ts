import { describe, expect, it } from 'vitest';
import { processes } from '../../processes/index.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import { presentCase } from '../../processes/kernel/present.ts';
import { columnsOf, fieldSchema } from '../../processes/kernel/section-fields.ts';
import type { SectionItemRule } from '../../processes/kernel/sections.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { calendars } from '../../processes/law/calendars/index.ts';
import * as cleanUp from './clean-up/walk.ts';
import * as dispatch from './dispatch/walk.ts';
import * as refusal from './refusal/walk.ts';
import * as proposal from './resident-proposal/walk.ts';
import * as seal from './seal/walk.ts';
import * as admission from './service-item-admission/walk.ts';
import * as order from './supervision-order/walk.ts';
import { readable } from './support/readable.ts';
import type { Walk } from './support/walk.ts';

const processOf = (id: string): Process => {
  const found = processes.find(({ rules }) => rules.id === id);
  if (!found) throw new Error(id);
  return found;
};

function view(id: string, walk: Walk, actor: Actor, locale: Locale = 'zh-CN') {
  return presentCase({ process: processOf(id), record: readable(walk), actor, at: walk.at, locale, calendars });
}

/** Every word on the page of the case, one line per value. */
function words(id: string, walk: Walk, actor: Actor, locale: Locale = 'zh-CN'): string {
  return view(id, walk, actor, locale)
    .sections.flatMap(({ title, items }) => [
      `# ${title}`,
      ...items.map((item) =>
        item.kind === 'table'
          ? [`${item.label}: ${item.columns.join(' | ')}`, ...item.rows.map((row) => row.join(' | '))].join('\n')
          : `${item.label}: ${item.text}`,
      ),
    ])
    .join('\n');
}

const declared = processes.flatMap((process) =>
  (process.sections ?? []).concat(process.everybody?.sections ?? []).map((section) => ({ process, section })),
);

describe('declared sections', () => {
  it('stand for every process', () => {
    expect(processes.filter(({ sections }) => !sections).map(({ rules }) => rules.id)).toEqual([]);
  });

  it('name fields that exist, and every value has a label in both languages', () => {
    const faults = declared.flatMap(({ process, section }) =>
      section.items.flatMap(function faultsOf(item: SectionItemRule): string[] {
        const here = `${process.rules.id} ${section.title.zh} ${typeof item.at === 'function' ? '…' : item.at}`;
        const schemas = item.field
          ? (['zh-CN', 'en'] as const).map((locale) => item.field && fieldSchema({ process, locale }, item.field))
          : [];
        return [
          ...(schemas.some((schema) => schema === undefined) ? [`${here}: no field ${item.field}`] : []),
          ...(item.label || (schemas.every((schema) => schema?.['title']) && schemas.length > 0)
            ? []
            : [`${here}: no label`]),
          ...(item.columns ?? []).flatMap(faultsOf),
        ];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('the columns of rows without their own have labels', () => {
    for (const { process, section } of declared) {
      for (const { field, columns, at } of section.items) {
        const schema = field ? fieldSchema({ process, locale: 'en' }, field) : undefined;
        const items = schema?.['items'] as Parameters<typeof columnsOf>[0] | undefined;
        if (!items || columns) continue;
        for (const [name, column] of columnsOf(items, {})) expect(column['title'], `${at}/${name}`).toBeTruthy();
      }
    }
  });
});

describe('a case shows its matter', () => {
  it('a proposal: text, place, support, plan, votes, money, work, evaluation', () => {
    const funded = proposal.funded(proposal.decided(proposal.docketed()));
    const told = words('resident-proposal', funded, proposal.cast.worker);
    for (const part of [
      '自行车棚顶棚破损漏雨',
      '安贞西里 12号楼',
      '附议(人): 10 / 10人',
      '里程碑',
      '预算合计',
      '赞成',
      '已到位',
    ]) {
      expect(told).toContain(part);
    }
    expect(told).not.toMatch(/undefined|null|\[object|NaN/);
    const neighbour = words('resident-proposal', funded, proposal.person('x', 'resident'));
    expect(neighbour).toContain('里程碑');
    expect(neighbour).not.toContain('13800000001');
  });

  it('in English as well', () => {
    const told = words('resident-proposal', proposal.awaitingAcceptance(), proposal.cast.worker, 'en');
    expect(told).toContain('Support (people): 10 of 10 people');
    expect(told).toMatch(/¥20,000/);
  });

  it('the other processes, to their staff, without raw values', () => {
    const all: [string, Walk, Actor][] = [
      ['service-item-admission', admission.onTrial(), admission.cast.relief],
      ['dispatch', dispatch.reported(), dispatch.cast.director],
      ['refusal', refusal.dismissed(), refusal.cast.relief],
      ['seal', seal.approved(seal.begin()), seal.cast.director],
      ['clean-up', cleanUp.published(), cleanUp.cast.relief],
      ['supervision-order', order.closed(order.begin()), order.cast.supervisor],
    ];
    for (const [id, walk, actor] of all) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const told = words(id, walk, actor, locale);
        expect(told.split('\n').length, id).toBeGreaterThan(6);
        expect(told, id).not.toMatch(/undefined|null|\[object|NaN/);
        // An option, not its code: codes are written in camel case.
        expect(told.match(/: [a-z]+[A-Z][A-Za-z]+$/m)?.[0], id).toBeUndefined();
      }
    }
  });
});
