import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { StackTable } from '../parts/stack-table.tsx';
import { dayWords, instantWords } from '../parts/when.ts';
import { CaseLink } from './case-link.tsx';
import type { Standing, Version } from './lines.ts';
import { registerAddress } from './register-address.ts';
import { type SaidChange, saidChanges } from './said-changes.ts';

/** The newest versions; earlier ones are asked for by the day or in the comparison. */
export const VERSIONS_SHOWN = 20;
const CHANGES_SHOWN = 6;

interface Props {
  context: PageContext;
  standing: Standing;
  versions: readonly Version[];
  publicCases: ReadonlySet<string>;
}

/** How the register came about: each version with its case and what it changed. */
export function VersionsSection({ context, standing, versions, publicCases }: Props) {
  const t = wordsOf(context);
  const { register, org, version: shown } = standing;
  const said = saidChanges(versions);
  const heads = [t('版本', 'Version'), t('时间', 'Time'), t('变更', 'Changes'), t('办理事项', 'Case')];
  const newest = [...versions].reverse().slice(0, VERSIONS_SHOWN);
  const rows = newest.map((each) => [
    <a
      href={registerAddress(register, { org, version: each.version })}
      aria-current={each.version === shown?.version ? 'true' : undefined}
    >
      {t(`第${each.version}版`, `Version ${each.version}`)}
    </a>,
    instantWords(each.at, context.locale),
    <Changes context={context} changes={said.get(each.version) ?? []} compare={compareWithBefore(standing, each)} />,
    <CaseLink context={context} line={each} publicCases={publicCases} />,
  ]);
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('各版', 'Versions')}</h2>
      {versions.length === 0 ? (
        <p>{t('尚无记载,有事项办到相应环节后出现。', 'Nothing yet: lines appear when a case comes to that point.')}</p>
      ) : (
        <StackTable
          caption={t('各版变更', 'What each version changed')}
          columns={heads.map((title, index) => ({ title, kind: index === 2 ? 'text' : 'fixed' }))}
          rows={rows}
        />
      )}
      {versions.length > VERSIONS_SHOWN && (
        <p class="note">
          {t(
            `共${versions.length}版,列出最近${VERSIONS_SHOWN}版;更早的可按日期查,或在“比较”中选择。`,
            `The newest ${VERSIONS_SHOWN} of ${versions.length}; ask for earlier ones by their day, or in the comparison.`,
          )}
        </p>
      )}
    </section>
  );
}

function compareWithBefore({ register, org }: Standing, { version }: Version): string | null {
  return version > 1 ? registerAddress(register, { org, from: version - 1, to: version }) : null;
}

function Changes({
  context,
  changes,
  compare,
}: {
  context: PageContext;
  changes: readonly SaidChange[];
  compare: string | null;
}) {
  const t = wordsOf(context);
  const rest = changes.length - CHANGES_SHOWN;
  return (
    <>
      {changes.slice(0, CHANGES_SHOWN).map((change) => (
        <div>
          {change.removed ? t('移出', 'Taken off') : t('登记', 'Entered')}{' '}
          <strong lang={langOf(context, change.name)}>{change.name}</strong>{' '}
          <span class="note">{daysSaid(context, change.days)}</span>
        </div>
      ))}
      {rest > 0 && <div class="note">{t(`等,另有${rest}项`, `and ${rest} more`)}</div>}
      {compare && (
        <div>
          <a href={compare}>{t('与上一版比较', 'Compare with the one before')}</a>
        </div>
      )}
    </>
  );
}

function daysSaid(context: PageContext, days: readonly string[]): string {
  const t = wordsOf(context);
  const say = (day: string) => dayWords(day, context.locale);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  if (days.length === 1) return t(`自${say(first)}起`, `from ${say(first)}`);
  return t(
    `自${say(first)}至${say(last)},共${days.length}条`,
    `from ${say(first)} to ${say(last)}, ${days.length} lines`,
  );
}
