import type { LedgerItem } from '../../api/cases/ledger-lines.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import { type ActForm, seqOf } from '../acts/act-form.ts';
import { ActFormView } from '../acts/act-form-view.tsx';
import { withQuery } from '../frame/address.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';

/** Many acts are for rare days; more than these stand behind a fold. */
const SHOWN = 3;

interface ActsCardProps {
  context: PageContext;
  view: CaseView;
  /** The page of the case; acts are sent to `<base>/acts/<command>`. */
  base: string;
  /** The act that is open now. */
  open: ActForm | null;
  /** What happened, oldest first: for somebody whose screen was stale. */
  ledger: readonly LedgerItem[];
}

/** What this person can do now, most expected first; one of them open as a form. */
export function ActsCard({ context, view, base, open, ledger }: ActsCardProps) {
  const t = wordsOf(context);
  const others = view.commands.filter(({ name }) => name !== open?.command);
  const first = others.filter(({ expected }, index) => expected || index < SHOWN);
  const rest = others.filter((command) => !first.includes(command));
  const href = (command: string) => `${withQuery(base, { act: command })}#act`;
  return (
    <section class="card acts" aria-labelledby="acts">
      <h2 id="acts">{t('我现在可以办', 'What I can do now')}</h2>
      {open && (
        <section id="act" aria-labelledby="act-title">
          <h3 id="act-title" tabIndex={-1}>
            {open.title}
          </h3>
          <p class="note">
            <span lang={langOf(context, view.title)}>{view.title}</span> · {view.stateText}
          </p>
          <ActFormView
            context={context}
            form={open}
            action={`${base}/acts/${open.command}`}
            org={view.org}
            cancel={`${base}#acts`}
            since={open.trouble?.code === 'sequence.stale' ? changesSince(open, ledger) : []}
          />
        </section>
      )}
      {view.commands.length === 0 && !open && <Nothing context={context} view={view} />}
      {others.length > 0 && (
        <ul class="act-list">
          {first.map(({ name, title, expected }) => (
            <li>
              <a class={expected && !open ? 'button main' : 'button'} href={href(name)}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <details>
          <summary>{t(`其他${rest.length}项`, `${rest.length} more`)}</summary>
          <ul class="act-list">
            {rest.map(({ name, title }) => (
              <li>
                <a class="button small" href={href(name)}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Nothing({ context, view }: { context: PageContext; view: CaseView }) {
  const t = wordsOf(context);
  const waiting = view.tasks.map(({ who, title }) => `${who}:${title}`);
  return (
    <p>
      {view.ended
        ? t('事项已办结,没有需要办理的。', 'The case is closed; there is nothing left to do.')
        : waiting.length > 0
          ? t(`现在轮到:${waiting.join('、')}。`, `It waits for: ${waiting.join(', ')}.`)
          : t('目前没有需要您办理的操作。', 'There is nothing for you to do now.')}
    </p>
  );
}

/** What happened after the person had opened the form. */
function changesSince({ posted }: ActForm, ledger: readonly LedgerItem[]): string[] {
  const seen = posted && seqOf(posted);
  if (seen === null || seen === undefined) return [];
  return ledger.filter(({ seq, kind, inForce }) => kind === 'entry' && inForce && seq > seen).map(({ text }) => text);
}
