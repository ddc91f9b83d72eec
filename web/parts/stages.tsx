import { type PageContext, wordsOf } from '../frame/context.ts';

/** The four stages of the loop (seed: 提出提案 → 制定方案 → 组织实施 → 日常监督). */
export function stageTitles(context: PageContext): readonly string[] {
  const t = wordsOf(context);
  return [t('提出提案', 'Propose'), t('制定方案', 'Plan'), t('组织实施', 'Carry out'), t('日常监督', 'Supervise')];
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
