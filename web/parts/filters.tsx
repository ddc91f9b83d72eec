import type { ComponentChildren } from 'preact';
import { processes } from '../../processes/index.ts';
import { lightWords } from '../../processes/kernel/deadline.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import { say } from '../../processes/kernel/text.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';

export interface Chosen {
  value: string;
  text: string;
}

/** One choice of a filter; the first leaves it open. */
export function Choice({
  context,
  name,
  label,
  any,
  options,
  chosen,
}: {
  context: PageContext;
  name: string;
  label: string;
  any: string;
  options: readonly Chosen[];
  chosen: string | undefined;
}) {
  return (
    <label class="filter">
      <span>{label}</span>
      <select name={name}>
        <option value="">{any}</option>
        {options.map(({ value, text }) => (
          <option value={value} selected={value === chosen} lang={langOf(context, text)}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

export function lightChoices(context: PageContext): Chosen[] {
  return (['red', 'yellow', 'green', 'grey'] as const).map((value) => ({
    value,
    text: say(lightWords[value], context.locale),
  }));
}

export function processChoices({ locale }: PageContext): Chosen[] {
  return (processes as readonly Process[]).map(({ rules, texts }) => ({ value: rules.id, text: texts[locale].title }));
}

/** Organisations within those where the person holds an office. */
export function orgChoices({ orgNames, actor }: PageContext): Chosen[] {
  const held = actor?.holdings.map(({ org }) => org) ?? [];
  return [...orgNames]
    .filter(([id]) => held.some((org) => id === org || id.startsWith(`${org}.`)))
    .map(([value, text]) => ({ value, text }));
}

/** Filters that are used now and then: behind a fold until one of them is set. */
export function MoreFilters({
  context,
  open,
  children,
}: {
  context: PageContext;
  open: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class="more-filters" open={open}>
      <summary>{wordsOf(context)('更多条件', 'More filters')}</summary>
      <div class="filters">
        {children}
        <button type="submit">{wordsOf(context)('筛选', 'Filter')}</button>
      </div>
    </details>
  );
}
