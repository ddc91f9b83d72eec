import type { Actor } from '../../../processes/kernel/actor.ts';
import { calendar2026 } from '../../../processes/law/calendars/2026.ts';
import type { SealData } from '../../../processes/seal/data.ts';
import type { Forms } from '../../../processes/seal/forms.ts';
import type { Event, State } from '../../../processes/seal/names.ts';
import { rules } from '../../../processes/seal/rules.ts';
import { type ModelPath, movesWith, replaying, shortestPaths } from '../support/model.ts';
import { kinds, sampleForms } from './sample-forms.ts';
import { act, begin, beijing, cast, deadline, openingOf, wait } from './walk.ts';

const at = beijing('2026-03-02');
const { org, settings } = openingOf();
const facts = { at, caseId: 'seal-1', org, settings, calendars: [calendar2026], registers: [] };

const move = movesWith(sampleForms, at);

/** Where a matter begins: each kind, and certificates that the lists keep, forbid and do not know. */
const openings: readonly { by: Actor; form: Partial<Forms['seal.apply']> }[] = [
  { by: cast.resident, form: {} },
  { by: cast.resident, form: { certificateType: 'other', typeName: '居住情况证明' } },
  { by: cast.resident, form: { certificateType: 'noCriminalRecord' } },
  { by: cast.clerk, form: kinds.document },
  { by: cast.keeper, form: kinds.loss },
  { by: cast.director, form: kinds.handOver },
];

/** What people do in the model: each command, with every variant that leads another way. */
const moves = [
  move('type.judge', cast.worker),
  move('type.judge', cast.worker, { verdict: 'noBasis', basis: undefined }),
  move('application.verify', cast.worker),
  move('application.verify', cast.worker, { matter: 'major' }),
  move('application.verify', cast.worker, { verdict: 'notTrue' }),
  move('decision.record', cast.worker),
  move('decision.record', cast.worker, { verdict: 'rejected', agreed: 3 }),
  move('use.approve', cast.secretary),
  move('use.approve', cast.secretary, { verdict: 'declined' }),
  move('seal.use', cast.keeper),
  move('use.check', cast.inspector),
  move('use.check', cast.inspector, { verdict: 'irregular', irregularities: ['blankPaper'] }),
  move('irregularity.settle', cast.officer),
  move('application.withdraw', cast.resident),
  move('loss.receive', cast.officer),
  move('newSeal.register', cast.officer),
  move('handOver.give', cast.keeper),
  move('handOver.witness', cast.officer),
  move('handOver.witness', cast.officer, { complete: false }),
];

/** What happens by itself, and which clock brings it. */
const clocks: Record<Event, string> = {
  'publicity.expire': 'publicity',
  'checkWindow.expire': 'checkWindow',
  'lossNotice.expire': 'lossNotice',
};
const happenings = (Object.keys(clocks) as Event[]).map((type) => ({ type }));

export interface MatterPath extends ModelPath<State> {
  opening: number;
}

/** Shortest ways to every state from every beginning. */
export function modelPaths(): MatterPath[] {
  return openings.flatMap(({ by, form }, opening) =>
    shortestPaths<State, Forms, SealData>({
      rules,
      opening: { form: { ...sampleForms['seal.apply'](at), ...form }, actor: by },
      facts,
      moves,
      happenings,
      outline: (value, { checks, publicityEndedAt }) => JSON.stringify([value, checks.length > 0, publicityEndedAt]),
      stopWhen: ({ checks }) => checks.length > 1,
    }).map((path) => ({ opening, ...path })),
  );
}

/** Walks a path through the real decision, with real clocks. */
export const replay = replaying({
  start: (path: MatterPath) => begin({ at, ...openings[path.opening] }),
  moves,
  happenings,
  act,
  happen: (before, { type }) => wait(before, deadline(before, clocks[type as Event]).dueAt),
});
