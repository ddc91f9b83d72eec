import type { LightCounts } from '../../api/board/board.ts';
import type { PolicyCase, PolicyView } from '../../api/board/policy.ts';
import type { SettingsView } from '../../api/board/settings.ts';
import { type Light as LightName, lightWords } from '../../processes/kernel/deadline.ts';
import { DrillSwitch, FilterField, OrgSelect, Zh } from '../board/board-parts.tsx';
import { deskCase } from '../frame/address.ts';
import { type PageContext, sayIn, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { DrillTag, Empty, Light, Notice } from '../parts/marks.tsx';
import { Table } from '../parts/table.tsx';
import { dueWords } from '../parts/when.ts';

export interface PolicyContent {
  /** What may be tried, with what holds now. */
  settings: SettingsView;
  orgs: readonly string[];
  asked: { figure?: string | undefined; value?: string | undefined; org?: string | undefined; drill: boolean };
  /** What was wrong with the number. */
  fault?: string;
  result?: PolicyView;
}

/** What another figure would mean for the cases that go on now. */
export function policyPage(context: PageContext, content: PolicyContent): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t('试算参数调整', 'Try another figure'),
      lead: t(
        '假如这个数在每个计时开始时就是另一个值,现在哪些在办事项的灯会不同。只试算,不写入。',
        'Had this figure been another when each clock started: which cases that go on now would show another light? Nothing is written.',
      ),
      width: 'wide',
      back: { href: '/admin', text: t('管理', 'Administration') },
    },
    <>
      <DrillSwitch context={context} drill={content.asked.drill} />
      <PolicyForm context={context} content={content} />
      {content.result && <Result context={context} result={content.result} />}
    </>,
  );
}

function PolicyForm({ context, content }: { context: PageContext; content: PolicyContent }) {
  const t = wordsOf(context);
  const { settings, orgs, asked, fault } = content;
  return (
    <form method="get" action="/admin/policy" class="filters card">
      <FilterField label={t('参数', 'Setting')}>
        <select name="figure" required>
          {settings.processes.map(({ process, processText, settings: own }) => (
            <optgroup label={processText}>
              {own
                .filter(({ unit }) => ['workingDays', 'calendarDays', 'months', 'hours'].includes(unit))
                .map(({ name, title, value, unitText }) => (
                  <option value={`${process}:${name}`} selected={asked.figure === `${process}:${name}`}>
                    {title}
                    {t(`(现行${value}${unitText})`, ` (now ${value} ${unitText})`)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </FilterField>
      <FilterField label={t('改为(同一单位的整数)', 'Another value (a whole number of the same unit)')}>
        <input
          type="number"
          name="value"
          required
          min={1}
          max={3650}
          step={1}
          inputMode="numeric"
          value={asked.value ?? ''}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={fault ? 'value-fault' : undefined}
        />
        {fault && (
          <span id="value-fault" class="missing">
            × {fault}
          </span>
        )}
      </FilterField>
      <FilterField label={t('范围', 'Within')}>
        <OrgSelect context={context} orgs={orgs} chosen={asked.org} />
      </FilterField>
      <input type="hidden" name="drill" value={String(asked.drill)} />
      <button type="submit" class="main">
        {t('试算', 'Try')}
      </button>
    </form>
  );
}

const order: readonly LightName[] = ['red', 'yellow', 'green', 'grey'];

function Result({ context, result }: { context: PageContext; result: PolicyView }) {
  const t = wordsOf(context);
  const say = sayIn(context);
  const { changed, changedCount, looked, capped, undecided, from, to, unitText } = result;
  const of = (counts: LightCounts, light: LightName) => counts[light];
  return (
    <section aria-labelledby="result">
      <h2 id="result">
        {t(
          `${result.processText} · ${result.settingText}:${from}${unitText} → ${to}${unitText}`,
          `${result.processText} · ${result.settingText}: ${from} → ${to} ${unitText}`,
        )}
      </h2>
      <Notice role="status" kind={changedCount > 0 ? 'warn' : 'good'}>
        <p>
          {t(
            `看了${looked}件在办事项,其中${changedCount}件的灯会不同。`,
            `${looked} cases were looked at; ${changedCount} of them would show another light.`,
          )}
        </p>
        {capped && (
          <p>
            {t(
              '事项太多,没有看完:以上数字是下限。缩小范围再试。',
              'There are more cases than could be looked at: these figures are lower bounds. Try a smaller area.',
            )}
          </p>
        )}
        {undecided > 0 && (
          <p>
            {t(
              `另有${undecided}件的期限取决于当时的情况,无法重算,按原样计。`,
              `${undecided} cases have a limit that hangs on what was known then; they are counted as they are.`,
            )}
          </p>
        )}
      </Notice>
      {looked > 0 && (
        <Table
          caption={t('按灯计数', 'Counted by light')}
          columns={[
            { title: t('灯', 'Light') },
            { title: t('现在', 'Now'), kind: 'number' },
            { title: t('假如', 'Then'), kind: 'number' },
          ]}
          rows={order.map((light) => [
            <Light light={light} text={say(lightWords[light])} />,
            of(result.lights, light),
            of(result.lightsThen, light),
          ])}
        />
      )}
      {changedCount === 0 ? (
        <Empty>
          <p>
            {t(
              '没有事项会变灯。换一个数,或换一个范围。',
              'No light would change. Try another number, or another area.',
            )}
          </p>
        </Empty>
      ) : (
        <Changed context={context} changed={changed} count={changedCount} />
      )}
    </section>
  );
}

function Changed({ context, changed, count }: { context: PageContext; changed: readonly PolicyCase[]; count: number }) {
  const t = wordsOf(context);
  const caption =
    changed.length < count
      ? t(`会变灯的事项,列出前${changed.length}件`, `Cases whose light would change, the first ${changed.length}`)
      : t('会变灯的事项', 'Cases whose light would change');
  return (
    <Table
      caption={caption}
      columns={[
        { title: t('事项', 'Case'), kind: 'text' },
        { title: t('社区', 'Community'), kind: 'fixed' },
        { title: t('期限', 'Limit') },
        { title: t('现在', 'Now') },
        { title: t('假如', 'Then') },
      ]}
      rows={changed.map((item) => [
        <>
          <a href={deskCase(item.number)}>
            <Zh context={context}>{item.title || item.number}</Zh>
          </a>
          <br />
          <span class="note" lang="zh-CN">
            {item.number}
          </span>{' '}
          {item.drill && <DrillTag context={context} />}
        </>,
        <Zh context={context}>{item.orgText}</Zh>,
        item.deadlineText,
        <>
          <Light light={item.light} text={item.lightText} />
          <br />
          <span class="whole">{dueWords(item, context.locale)}</span>
        </>,
        <>
          <Light light={item.lightThen} text={item.lightThenText} />
          <br />
          <span class="whole">{dueWords({ dueDate: item.dueDateThen, dueAt: item.dueAtThen }, context.locale)}</span>
          {item.movesThen && <span class="note"> {t('已届满,自动流转', 'over: it would have moved on')}</span>}
        </>,
      ])}
    />
  );
}
