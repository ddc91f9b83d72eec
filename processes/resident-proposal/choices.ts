import type { Choice } from '../kernel/form-schema.ts';
import type { ProposalData } from './data.ts';
import type { Command } from './names.ts';

type Choices = { [C in Command]?: (data: ProposalData) => Readonly<Record<string, readonly Choice[]>> };

const supporters = ({ supporters: all }: ProposalData): Choice[] =>
  all.map(({ key, name, building, household }) => ({
    value: key,
    name: [name, building, household].filter((part) => part).join(' '),
  }));

/** Fields that can only name something of the case: people choose it by what it is. */
export const choices: Choices = {
  'supporter.void': (data) => ({ supporter: supporters(data), samePersonAs: supporters(data) }),
  'audit.close': ({ audits }) => ({
    audit: audits
      .filter(({ closed }) => closed === null)
      .map(({ number, supporter }) => ({ value: number, name: `${number} ${supporter}` })),
  }),
  'milestone.report': ({ work }) => ({
    milestone: (work.plan?.milestones ?? []).map(({ title }, index) => ({
      value: index + 1,
      name: `${index + 1} ${title}`,
    })),
  }),
  'callback.record': ({ work }) => ({
    evaluation: work.callBacks
      .filter(({ recorded }) => recorded === null)
      .map(({ evaluation, person }) => ({ value: evaluation, name: `${evaluation} ${person.name}` })),
  }),
};
