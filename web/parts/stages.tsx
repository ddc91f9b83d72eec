import { stageWords } from '../../processes/kernel/everybody.ts';
import { type PageContext, sayIn, wordsOf } from '../frame/context.ts';

export function stageTitles(context: PageContext): readonly string[] {
  const say = sayIn(context);
  return ([1, 2, 3, 4] as const).map((stage) => say(stageWords[stage]));
}

/** Where a matter is on its way: done, here, still to come, in words as well. */
export function Stages({ context, stage }: { context: PageContext; stage: number }) {
  const t = wordsOf(context);
  return (
    <ol class="stages" aria-label={t('所处阶段', 'Stage')}>
      {stageTitles(context).map((title, index) => (
        <li class={index + 1 <= stage ? 'done' : undefined} aria-current={index + 1 === stage ? 'step' : undefined}>
          {index + 1 < stage && <span aria-hidden="true">✓ </span>}
          {index + 1 === stage && <span aria-hidden="true">▶ </span>}
          {title}
        </li>
      ))}
    </ol>
  );
}
