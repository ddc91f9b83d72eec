import type { ComponentChildren } from 'preact';
import { type PageContext, wordsOf } from '../frame/context.ts';

/** A light as shape, word and colour, so that colour is never the only carrier. The word brings its shape along. */
export function Light({ light, text }: { light: string; text: string }) {
  return <span class={`light ${light}`}>{text}</span>;
}

/** Says that a case is an exercise. */
export function DrillTag({ context }: { context: PageContext }) {
  return <span class="tag drill">{wordsOf(context)('演练', 'Drill')}</span>;
}

/** Nothing is here, and what to do next. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="empty">{children}</div>;
}

/** A message that stands out: what happened, or what to know before one acts. */
export function Notice({
  kind = 'good',
  children,
  role,
}: {
  kind?: 'good' | 'warn' | 'bad';
  role?: 'status' | 'alert';
  children: ComponentChildren;
}) {
  return (
    <div class={`notice${kind === 'good' ? '' : ` ${kind}`}`} role={role}>
      {children}
    </div>
  );
}
