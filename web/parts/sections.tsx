import type { SectionItemView, SectionView } from '../../processes/kernel/sections.ts';
import { Table } from './table.tsx';

/** The matter itself, as its process tells it: facts, tables, progress, links to other cases. */
export function Sections({
  sections,
  caseHref,
}: {
  sections: readonly SectionView[];
  caseHref: (id: string) => string;
}) {
  return (
    <>
      {sections.map((section, index) => (
        <section class="card" aria-labelledby={`matter-${index}`}>
          <h2 id={`matter-${index}`}>{section.title}</h2>
          <Items items={section.items} caseHref={caseHref} />
        </section>
      ))}
    </>
  );
}

type Group =
  | { table: Extract<SectionItemView, { kind: 'table' }> }
  | { facts: Exclude<SectionItemView, { kind: 'table' }>[] };

function Items({ items, caseHref }: { items: readonly SectionItemView[]; caseHref: (id: string) => string }) {
  return (
    <>
      {grouped(items).map((group) =>
        'table' in group ? (
          <Table
            caption={group.table.label}
            columns={group.table.columns.map((title) => ({ title }))}
            rows={group.table.rows}
          />
        ) : (
          <dl class="facts">
            {group.facts.map((fact) => (
              <>
                <dt>{fact.label}</dt>
                <dd>
                  <Fact fact={fact} caseHref={caseHref} />
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
  fact,
  caseHref,
}: {
  fact: Exclude<SectionItemView, { kind: 'table' }>;
  caseHref: (id: string) => string;
}) {
  switch (fact.kind) {
    case 'text':
      return <span class={fact.long ? 'long' : undefined}>{fact.text}</span>;
    case 'progress':
      return (
        <>
          <progress value={fact.value} max={fact.max} aria-label={`${fact.label} ${fact.text}`} /> {fact.text}
        </>
      );
    case 'case':
      return <a href={caseHref(fact.caseId)}>{fact.text}</a>;
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
