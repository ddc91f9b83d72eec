import { describe, expect, it } from 'vitest';
import { decide } from '../../../processes/kernel/decide.ts';
import { rules, startedAt } from './support/workshop.ts';

const { state, at } = startedAt('2026-09-28T10:05');
const drill = startedAt('2026-09-28T10:05', { drill: true }).state;
const linkFrom = (org: string, { to = state, fromDrill = false } = {}) =>
  decide(rules, to, {
    command: 'case.link',
    form: { caseId: 'another', number: '朝阳-安贞-安贞西里-2026-0007', relation: 'supervisionOrder' },
    actor: { id: 'case:another', name: 'another', holdings: [] },
    at,
    commandId: `relay:another:${org}`,
    relayed: true,
    from: { caseId: 'another', process: 'workshop', version: 1, org, drill: fromDrill },
  });

describe('a command that another case relays', () => {
  const own = state.org.id;
  const above = own.split('.').slice(0, -1).join('.');

  it('is taken from a case of the same organisation and of those above and below it', () => {
    for (const org of [own, above, `${own}.below`]) expect(linkFrom(org)).toHaveProperty('state');
  });

  it('is refused from a case elsewhere, so that nobody writes into the ledger of another sub-district', () => {
    for (const org of [`${above}.neighbour`, 'elsewhere', `${own}x`]) {
      expect(linkFrom(org)).toMatchObject({ refused: { code: 'relay.elsewhere' } });
    }
  });

  it('is taken by a drill from a drill, and never passes between a drill and a real case', () => {
    expect(linkFrom(own, { to: drill, fromDrill: true })).toHaveProperty('state');
    expect(linkFrom(own, { fromDrill: true })).toMatchObject({ refused: { code: 'relay.fromDrill' } });
    expect(linkFrom(own, { to: drill })).toMatchObject({ refused: { code: 'relay.intoDrill' } });
  });
});
