import { processes } from '../../../../processes/index.ts';
import type { Process } from '../../../../processes/kernel/define-process.ts';
import { sampleForms as cleanUp } from '../../../processes/clean-up/sample-forms.ts';
import { sampleForms as dispatch } from '../../../processes/dispatch/sample-forms.ts';
import { sampleForms as refusal } from '../../../processes/refusal/sample-forms.ts';
import { sampleForms as seal } from '../../../processes/seal/sample-forms.ts';
import { sampleForms as admission } from '../../../processes/service-item-admission/sample-forms.ts';
import { sampleForms as order } from '../../../processes/supervision-order/sample-forms.ts';
import { sampleForms as proposal } from '../../../support/sample-forms.ts';

type Samples = Readonly<Record<string, (at: number) => unknown>>;

const samples: Readonly<Record<string, object>> = {
  'clean-up': cleanUp,
  dispatch,
  refusal,
  seal,
  'service-item-admission': admission,
  'supervision-order': order,
  'resident-proposal': proposal,
};

/** Every command of every process, with its sample form where there is one. */
export const allForms: readonly { process: Process; command: string; sample: unknown }[] = processes.flatMap(
  (process) =>
    Object.keys(process.forms).map((command) => ({
      process,
      command,
      sample: plain((samples[process.rules.id] as Samples | undefined)?.[command]?.(Date.UTC(2026, 9, 12, 2))),
    })),
);

/** As it would be sent. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
