import type { DeadItem } from '../../api/notices/notice-lines.ts';
import type { OperationView, WaitingItem } from '../../api/operation/operation.ts';
import { Onward, Zh } from '../board/board-parts.tsx';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Empty, Notice } from '../parts/marks.tsx';
import { Table } from '../parts/table.tsx';
import { instantWords } from '../parts/when.ts';

export interface OperationContent {
  view: OperationView;
  dead: { items: DeadItem[]; next: string | null };
  /** Id of a letter that has just been put on its way again. */
  resent: string | null;
}

/** How the parts do that work without a person, and what did not arrive. */
export function operationPage(context: PageContext, { view, dead, resent }: OperationContent): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t('系统运行', 'Operation'),
      width: 'wide',
      back: { href: '/admin', text: t('管理', 'Administration') },
    },
    <>
      {resent !== null && (
        <Notice role="status">
          <p>
            {t(
              '已重新排队,几秒内发出。对方凭同一编号去重。',
              'It is on its way again. The same key keeps it from counting twice.',
            )}
          </p>
        </Notice>
      )}
      <PartsTable context={context} view={view} />
      <Clock context={context} view={view} />
      <Commands context={context} view={view} />
      <Outbox context={context} view={view} />
      <section aria-labelledby="dead">
        <h2 id="dead">{t('未能送达', 'Dead letters')}</h2>
        {dead.items.length === 0 ? (
          <Empty>
            <p>{t('没有未能送达的通知。', 'Everything has arrived; nothing is to be done.')}</p>
          </Empty>
        ) : (
          <DeadLetters context={context} items={dead.items} />
        )}
        <Onward context={context} next={dead.next} text={t('更早的', 'Earlier ones')} />
      </section>
    </>,
  );
}

function PartsTable({ context, view }: { context: PageContext; view: OperationView }) {
  const t = wordsOf(context);
  const names: Record<OperationView['parts'][number]['name'], string> = {
    api: t('服务', 'Server'),
    database: t('数据库', 'Database'),
    temporal: t('流程引擎', 'Temporal'),
    worker: t('工作进程', 'Worker'),
    clock: t('时钟', 'Clock'),
    notices: t('通知', 'Notices'),
  };
  return (
    <Table
      caption={t('各部分', 'Parts')}
      columns={[
        { title: t('部分', 'Part') },
        { title: t('状态', 'State'), kind: 'fixed' },
        { title: t('版本或数量', 'Version or number') },
        { title: t('怎么办', 'What to do'), kind: 'text' },
      ]}
      rows={view.parts.map(({ name, ok, version, remedy }) => [
        names[name],
        ok ? <span class="ok">✓ {t('就绪', 'ready')}</span> : <span class="missing">× {t('未就绪', 'missing')}</span>,
        version ?? '—',
        remedy ?? t('无需处理', 'nothing'),
      ])}
    />
  );
}

function Clock({ context, view }: { context: PageContext; view: OperationView }) {
  const t = wordsOf(context);
  const { ageSeconds, waitingSeconds, due, openings } = view.clock;
  const seconds = (value: number | null, none: string) => (value === null ? none : t(`${value}秒`, `${value} s`));
  return (
    <section class="card" aria-labelledby="clock">
      <h2 id="clock">{t('时钟', 'Clock')}</h2>
      <dl class="facts">
        <dt>{t('上次走动距今', 'Last looked')}</dt>
        <dd>{seconds(ageSeconds, t('尚未走动', 'never yet'))}</dd>
        <dt>{t('到期流转最久已等', 'Longest due move waits')}</dt>
        <dd>{seconds(waitingSeconds, t('没有等待', 'none waits'))}</dd>
        <dt>{t('已到时间、待发出的提醒和流转', 'Reminders and moves that are due')}</dt>
        <dd>
          <Waits context={context} item={due} />
        </dd>
        <dt>{t('待开立的督办单', 'Orders to be opened')}</dt>
        <dd>
          <Waits context={context} item={openings} />
          {openings.trouble !== null && <code> {openings.trouble}</code>}
        </dd>
      </dl>
      <p class="note">
        {t(
          '提醒只在工作日9点至18点发出,夜间等待属正常。',
          'Reminders go out from 9 to 18 on working days: waiting at night is as it should be.',
        )}
      </p>
    </section>
  );
}

/** A sender that dies after the engine has accepted leaves a command to be written; it is settled within seconds. */
function Commands({ context, view }: { context: PageContext; view: OperationView }) {
  const t = wordsOf(context);
  const { commands } = view;
  return (
    <section class="card" aria-labelledby="commands">
      <h2 id="commands">{t('未写完的操作', 'Commands not yet recorded')}</h2>
      <dl class="facts">
        <dt>{t('发送方中断、等待收尾', 'Left behind by their senders')}</dt>
        <dd>
          <Waits context={context} item={commands} />
          {commands.trouble !== null && <code> {commands.trouble}</code>}
        </dd>
      </dl>
      {commands.count === 0 ? (
        <p class="note">
          {t('通常十几秒内自动收尾,不丢失、不重复。', 'Settled within seconds, none lost and none twice.')}
        </p>
      ) : (
        <form method="post" action="/admin/operation/commands/retry">
          <button type="submit">{t('立即再试', 'Try again now')}</button>
        </form>
      )}
    </section>
  );
}

function Outbox({ context, view }: { context: PageContext; view: OperationView }) {
  const t = wordsOf(context);
  const { notices, deliveries, dead } = view.outbox;
  return (
    <section class="card" aria-labelledby="outbox">
      <h2 id="outbox">{t('待发通知', 'Outbox')}</h2>
      <dl class="facts">
        <dt>{t('待送达本人的站内通知', 'Notices not shown yet')}</dt>
        <dd>
          <Waits context={context} item={notices} />
        </dd>
        <dt>{t('待发出的邮件和推送', 'E-mails and webhooks on their way')}</dt>
        <dd>
          <Waits context={context} item={deliveries} />
        </dd>
        <dt>{t('未能送达', 'Dead letters')}</dt>
        <dd>
          <Waits context={context} item={dead} />
        </dd>
      </dl>
    </section>
  );
}

function Waits({ context, item }: { context: PageContext; item: WaitingItem }) {
  const t = wordsOf(context);
  const { count, more, since } = item;
  return (
    <>
      {more ? t(`${count}以上`, `more than ${count}`) : count}
      {since !== null &&
        t(`,最早的自${instantWords(since, 'zh-CN')}`, `, the oldest since ${instantWords(since, 'en')}`)}
    </>
  );
}

function DeadLetters({ context, items }: { context: PageContext; items: readonly DeadItem[] }) {
  const t = wordsOf(context);
  return (
    <Table
      caption={t('未能送达的通知', 'Dead letters')}
      hideCaption
      columns={[
        { title: t('收件人', 'To'), kind: 'fixed' },
        { title: t('途径', 'Way') },
        { title: t('原因', 'Why'), kind: 'text' },
        { title: t('次数', 'Tries'), kind: 'number' },
        { title: t('最后一次', 'Last try'), kind: 'fixed' },
        { title: t('重新发送', 'Send again') },
      ]}
      rows={items.map((letter) => [
        <>
          <span lang="zh-CN">{letter.person.name}</span>
          {letter.target !== null && (
            <>
              <br />
              <span class="note">{letter.target}</span>
            </>
          )}
        </>,
        letter.channelText,
        <>
          {letter.troubleText}
          {letter.number !== null && (
            <>
              <br />
              <span class="note">
                <Zh context={context}>{letter.number}</Zh>
              </span>
            </>
          )}
        </>,
        letter.attempts,
        letter.attemptedAt === null ? '—' : instantWords(letter.attemptedAt, context.locale),
        <form method="post" action={`/admin/operation/letters/${letter.id}/resend`}>
          <button type="submit" class="small">
            {t('重新发送', 'Send again')}
            <span class="visually-hidden">:{letter.person.name}</span>
          </button>
        </form>,
      ])}
    />
  );
}
