import { sampleForms } from '../../support/sample-forms.ts';

export const ANZHENXILI = 'chaoyang.anzhen.anzhenxili';

/** The body that opens a proposal in 安贞西里; each test changes what it is about. */
export function startBody(changes: { form?: object; org?: string; process?: string; drill?: boolean } = {}): {
  process: string;
  org: string;
  form: object;
  drill?: boolean;
} {
  const { form, ...rest } = changes;
  return {
    process: 'resident-proposal',
    org: ANZHENXILI,
    form: { ...sampleForms['proposal.draft'](Date.now()), ...form },
    ...rest,
  };
}
