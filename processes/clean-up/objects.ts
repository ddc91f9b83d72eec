import type { Facts, Person } from '../kernel/define-rules.ts';
import type { CleanUpData, CleanUpObject, Facet, Signed, Turn } from './data.ts';
import type { Forms } from './forms.ts';
import { withBurdenLines, withObjectLines } from './lines.ts';
import type { Act } from './names.ts';

interface OpenInput {
  form: Forms['census.open'];
  actor: Person | null;
  facts: Facts;
}

/** The data of a new census. xstate also calls it without input, to learn the shape. */
export function open(input?: OpenInput): CleanUpData {
  return {
    round: 1,
    campaign: input?.form.campaign ?? '',
    scope: input?.form.scope ?? null,
    openedBy: input?.actor ?? { id: '', name: '' },
    openedAt: input?.facts.at ?? 0,
    objects: [],
    closedAt: null,
    publication: null,
    checks: [],
    settlements: [],
    withdrawal: null,
    objectLines: [],
    burdenLines: [],
  };
}

export function register(data: CleanUpData, event: Act<'object.register'>): CleanUpData {
  const object: CleanUpObject = {
    id: `o${data.objects.length + 1}`,
    facet: event.form,
    registered: signed(event),
    corrected: null,
    removed: null,
    judgement: null,
    turns: [],
  };
  return withObjectLines({ ...data, objects: [...data.objects, object] }, [object.id], event.facts.at);
}

/** What was judged of the wrong entry does not hold for the right one. */
export function correct(data: CleanUpData, event: Act<'object.correct'>): CleanUpData {
  const { object: id, ...facet }: Forms['object.correct'] = event.form;
  const next = change(data, [id], (object) => ({ ...object, facet, corrected: signed(event), judgement: null }));
  return counted(withObjectLines(next, [id], event.facts.at), event);
}

/** Entered twice, or by mistake: it stays on record and counts for nothing. */
export function remove(data: CleanUpData, event: Act<'object.remove'>): CleanUpData {
  const { object: id, reason } = event.form;
  const next = change(data, [id], (object) => ({ ...object, removed: { reason, ...signed(event) } }));
  return withObjectLines(next, [id], event.facts.at);
}

/** From here on the hours that were found stand on the register of burden. */
export function close(data: CleanUpData, event: Act<'census.close'>): CleanUpData {
  return withBurdenLines({ ...data, closedAt: event.facts.at }, event.facts.at);
}

export function judge(data: CleanUpData, event: Act<'object.judge'>): CleanUpData {
  const { judgements } = event.form;
  const ids = judgements.map(({ object }) => object);
  const next = change(data, ids, (object) => {
    const judgement = judgements.find((one) => one.object === object.id);
    return judgement ? { ...object, judgement: { ...judgement, ...signed(event) } } : object;
  });
  return withObjectLines(next, ids, event.facts.at);
}

export function publish(data: CleanUpData, event: Act<'result.publish'>): CleanUpData {
  return { ...data, publication: { ...event.form, ...signed(event) } };
}

export function confirmStop(data: CleanUpData, event: Act<'stop.confirm'>): CleanUpData {
  const { objects, stoppedOn: on, evidence } = event.form;
  return turn(data, objects, { type: 'stopped', on, evidence, ...signed(event) });
}

export function recordCheck(data: CleanUpData, event: Act<'check.record'>): CleanUpData {
  const { object, checkedOn: on, finding: description, found } = event.form;
  const checked = { ...data, checks: [...data.checks, { ...event.form, ...signed(event) }] };
  if (found === 'stopped') return checked;
  return turn(checked, [object], {
    type: 'relapsed',
    on,
    demandedBy: null,
    channel: null,
    description,
    settled: false,
    ...signed(event),
  });
}

export function reportRelapse(data: CleanUpData, event: Act<'relapse.report'>): CleanUpData {
  const { object, since: on, demandedBy, channel, description } = event.form;
  return turn(data, [object], {
    type: 'relapsed',
    on,
    demandedBy,
    channel,
    description,
    settled: false,
    ...signed(event),
  });
}

/** What was unfounded never ran: it stays stopped since the day on which it had stopped. */
export function settleRelapse(data: CleanUpData, event: Act<'relapse.settle'>): CleanUpData {
  const { object: id, measure, result: evidence } = event.form;
  const next = change(data, [id], (object) => ({ ...object, turns: object.turns.map(settledTurn) }));
  const settled = { ...next, settlements: [...data.settlements, { ...event.form, ...signed(event) }] };
  const on = objectOf(data, id)?.turns.findLast(({ type }) => type === 'stopped')?.on;
  return measure === 'unfounded' && on !== undefined
    ? turn(settled, [id], { type: 'stopped', on, evidence, ...signed(event) })
    : settled;
}

export function withdraw(data: CleanUpData, event: Act<'census.withdraw'>): CleanUpData {
  const withdrawn = { ...data, withdrawal: { ...event.form, ...signed(event) } };
  const ids = standing(data).map(({ id }) => id);
  const removed = { reason: event.form.reason, ...signed(event) };
  return withObjectLines(
    change(withdrawn, ids, (object) => ({ ...object, removed })),
    ids,
    event.facts.at,
  );
}

/** The objects of the census but those entered by mistake. */
export function standing({ objects }: Pick<CleanUpData, 'objects'>): CleanUpObject[] {
  return objects.filter(({ removed }) => removed === null);
}

export function objectOf(data: Pick<CleanUpData, 'objects'>, id: string): CleanUpObject | undefined {
  return standing(data).find((object) => object.id === id);
}

/** True if the verdict is that the community does it no longer, at least not as a thing of its own. */
export function mustStop({ judgement }: CleanUpObject): boolean {
  return judgement !== null && judgement.verdict !== 'keep';
}

export function isStopped({ turns }: CleanUpObject): boolean {
  return turns.at(-1)?.type === 'stopped';
}

/** True while a relapse of it waits for the relief group. */
export function hasOpenRelapse({ turns }: CleanUpObject): boolean {
  const last = turns.at(-1);
  return last?.type === 'relapsed' && !last.settled;
}

/** Objects that must stop and still run. */
export function stillRunning(data: CleanUpData): CleanUpObject[] {
  return standing(data).filter((object) => mustStop(object) && !isStopped(object));
}

export function unjudged(data: CleanUpData): CleanUpObject[] {
  return standing(data).filter(({ judgement }) => judgement === null);
}

/** Two entries are the same thing if kind, name and who demands it are. */
export function sameObject(data: CleanUpData, facet: Facet, exceptId?: string): CleanUpObject | undefined {
  return standing(data).find(
    ({ id, facet: other }) =>
      id !== exceptId &&
      other.kind === facet.kind &&
      other.name.trim() === facet.name.trim() &&
      other.demandedBy.trim() === facet.demandedBy.trim(),
  );
}

function turn(data: CleanUpData, ids: readonly string[], one: Turn): CleanUpData {
  const next = change(data, ids, (object) => ({ ...object, turns: [...object.turns, one] }));
  return withBurdenLines(withObjectLines(next, ids, one.at), one.at);
}

function settledTurn(one: Turn): Turn {
  return one.type === 'relapsed' ? { ...one, settled: true } : one;
}

function counted(data: CleanUpData, { facts }: { facts: Facts }): CleanUpData {
  return data.closedAt === null ? data : withBurdenLines(data, facts.at);
}

function change(
  data: CleanUpData,
  ids: readonly string[],
  next: (object: CleanUpObject) => CleanUpObject,
): CleanUpData {
  return { ...data, objects: data.objects.map((object) => (ids.includes(object.id) ? next(object) : object)) };
}

function signed({ actor, facts }: { actor: Person; facts: Facts }): Signed {
  return { by: actor, at: facts.at };
}
