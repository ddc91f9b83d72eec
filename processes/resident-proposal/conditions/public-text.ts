import { type PrivateNumber, privateNumberIn } from '../../kernel/private-numbers.ts';
import type { Forms } from '../forms.ts';
import type { ConditionOf } from './dates.ts';

type Content = Forms['proposal.edit'];

/** Everybody can read these texts once support is asked for. */
const texts: readonly [pointer: string, textOf: (form: Content) => string | undefined][] = [
  ['/title', ({ title }) => title],
  ['/place/estate', ({ place }) => place.estate],
  ['/place/building', ({ place }) => place.building],
  ['/problem', ({ problem }) => problem],
  ['/suggestion', ({ suggestion }) => suggestion],
  ['/expectedEffect', ({ expectedEffect }) => expectedEffect],
];

const codes: Readonly<Record<PrivateNumber, 'text.telephone' | 'text.identity'>> = {
  telephone: 'text.telephone',
  identity: 'text.identity',
};

/** No telephone and no identity number stands in what everybody reads. */
export function nothingPrivate<C extends 'proposal.draft' | 'proposal.edit' | 'correction.submit'>(): ConditionOf<C>[] {
  return (Object.keys(codes) as PrivateNumber[]).flatMap((kind) =>
    texts.map(
      ([pointer, textOf]): ConditionOf<C> => ({
        code: codes[kind],
        needsForm: true,
        ofFieldAlone: true,
        pointer,
        fails: ({ form }) => (privateNumberIn(textOf(form as Content) ?? '') === kind ? {} : undefined),
      }),
    ),
  );
}
