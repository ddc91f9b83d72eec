import type { SectionItemView, SectionView } from '../../processes/kernel/sections.ts';
import { langOf, type PageContext } from '../frame/context.ts';
import { Table } from './table.tsx';

/** The matter itself, as its process tells it: facts, tables, progress, links to other cases. */
export function Sections({
  context,
  sections,
  caseHref,
}: {
  context: PageContext;
  sections: readonly SectionView[];
  caseHref: (id: string) => string;
}) {
  return (
    <>
      {sections.map((section, index) => (
        <section class="card" aria-labelledby={`matter-${index}`}>
          <h2 id={`matter-${index}`}>{section.title}</h2>
          <Items context={context} items={section.items} caseHref={caseHref} />
        </section>
      ))}
    </>
  );
}

type Group =
  | { table: Extract<SectionItemView, { kind: 'table' }> }
  | { facts: Exclude<SectionItemView, { kind: 'table' }>[] };

function Items({
  context,
  items,
  caseHref,
}: {
  context: PageContext;
  items: readonly SectionItemView[];
  caseHref: (id: string) => string;
}) {
  return (
    <>
      {grouped(items).map((group) =>
        'table' in group ? (
          <Table
            caption={group.table.label}
            columns={group.table.columns.map((title) => ({ title }))}
            rows={group.table.rows.map((cells) =>
              cells.map((cell) => <span lang={langOf(context, cell)}>{cell}</span>),
            )}
          />
        ) : (
          <dl class="facts">
            {group.facts.map((fact) => (
              <>
                <dt>{fact.label}</dt>
                <dd>
                  <Fact context={context} fact={fact} caseHref={caseHref} />
                </dd>
              </>
            ))}
          </dl>
        ),
      )}
    </>
  );
}

function Fact({
  context,
  fact,
  caseHref,
}: {
  context: PageContext;
  fact: Exclude<SectionItemView, { kind: 'table' }>;
  caseHref: (id: string) => string;
}) {
  switch (fact.kind) {
    case 'text':
      return (
        <span class={fact.long ? 'long' : undefined} lang={langOf(context, fact.text)}>
          {fact.text}
        </span>
      );
    case 'progress':
      return (
        <>
          <progress value={fact.value} max={fact.max} aria-label={`${fact.label} ${fact.text}`} /> {fact.text}
        </>
      );
    case 'case':
      return (
        <a href={caseHref(fact.caseId)} lang={langOf(context, fact.text)}>
          {fact.text}
        </a>
      );
  }
}

/** Facts that follow each other stand in one list; a table stands by itself. */
function grouped(items: readonly SectionItemView[]): Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (item.kind === 'table') groups.push({ table: item });
    else if (last && 'facts' in last) last.facts.push(item);
    else groups.push({ facts: [item] });
  }
  return groups;
}
