import { lightWords } from '../../processes/kernel/deadline.ts';
import { say } from '../../processes/kernel/text.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { Light } from '../parts/marks.tsx';
import { stageTitles } from '../parts/stages.tsx';
import { Table } from '../parts/table.tsx';

interface Props {
  context: PageContext;
}

export function StageWords({ context }: Props) {
  const t = wordsOf(context);
  const [propose, plan, carryOut, supervise] = stageTitles(context);
  return (
    <section aria-labelledby="stages">
      <h2 id="stages">{t('一件事怎么走', 'How a matter goes its way')}</h2>
      <ol>
        <li>
          <strong>{propose}</strong>
          {t(
            ':居民提出,邻居附议,社区受理。不受理要写明理由。',
            ': residents propose, neighbours co-sign, the community accepts. A refusal gives its reasons.',
          )}
        </li>
        <li>
          <strong>{plan}</strong>
          {t(
            ':谁来办、怎么办、花多少钱,一起商量,公示,表决。',
            ': who does it, how, for how much: talked over, shown in public, voted on.',
          )}
        </li>
        <li>
          <strong>{carryOut}</strong>
          {t(
            ':按方案办,每一步有进度和照片,办完验收。',
            ': done as planned, with progress and photos at each step, and inspected at the end.',
          )}
        </li>
        <li>
          <strong>{supervise}</strong>
          {t(
            ':居民评价,社区回访;问题又出现就重新来一圈。',
            ': residents evaluate, the community comes back to look; if the trouble returns, it goes round again.',
          )}
        </li>
      </ol>
      <p>
        {t(
          '每一步都写着:现在在哪、谁来办、几时之前。过期会提醒、催办,再不办由上级督办。',
          'Each step tells where it stands, who acts next and by when. Whoever is late is reminded and urged, and then ordered from above.',
        )}
      </p>
    </section>
  );
}

export function WorkingDays({ context }: Props) {
  const t = wordsOf(context);
  return (
    <section aria-labelledby="days">
      <h2 id="days">{t('日子怎么算', 'How days are counted')}</h2>
      <ul>
        <li>
          {t(
            '工作日:周一至周五,去掉放假的,加上调休要上班的周末。以国务院办公厅每年的放假通知为准。',
            'Working days are Monday to Friday without holidays, and with the weekends that are worked instead (调休), as the yearly notice of the State Council says.',
          )}
        </li>
        <li>
          {t(
            '第二天起算:收到的当天不算。周五收到、3个工作日,就是下周三。',
            'Counting begins on the next day: received on Friday, three working days end on Wednesday.',
          )}
        </li>
        <li>
          {t(
            '自然日:周末也算;最后一天碰上放假,顺延到放假后第一天。',
            'Calendar days count weekends too; a last day on a holiday moves to the first day after it.',
          )}
        </li>
        <li>
          {t(
            '暂定:明年的放假通知还没出来时,日子先按周一至周五算,标“暂定”;通知出来后逐件重算,改动都留记录。',
            'Provisional: while the notice for next year is not out, days are counted by weekdays and marked so; when it comes all are counted anew, and each change is kept on record.',
          )}
        </li>
      </ul>
      <p>
        <a href="/calendars">{t('看放假安排', 'See the holidays')}</a>
      </p>
    </section>
  );
}

export function Lights({ context }: Props) {
  const t = wordsOf(context);
  const meanings = [
    ['green', t('在期限内', 'within its time')],
    ['yellow', t('快到期了,该办了', 'the end is near: time to act')],
    ['red', t('已过期,已通知经办人和领导', 'late: whoever acts, and those above, have been told')],
    ['grey', t('不计时:已办结,或依规定暂停', 'no clock runs: it has ended, or stands still by the rules')],
  ] as const;
  return (
    <section aria-labelledby="lights">
      <h2 id="lights">{t('灯是什么意思', 'What the lights mean')}</h2>
      <Table
        caption={t(
          '灯的形状和文字各不相同,不靠颜色也能分清。',
          'Each light has a shape and a word of its own beside its colour.',
        )}
        columns={[{ title: t('灯', 'Light'), kind: 'fixed' }, { title: t('意思', 'Meaning') }]}
        rows={meanings.map(([light, meaning]) => [
          <Light light={light} text={say(lightWords[light], context.locale)} />,
          meaning,
        ])}
      />
    </section>
  );
}

export function Shortcuts({ context }: Props) {
  const t = wordsOf(context);
  const keys = [
    ['j / k', t('待办中下一件 / 上一件', 'next / previous task of the inbox')],
    ['x', t('选中或取消选中', 'select or leave out')],
    ['Enter', t('打开', 'open')],
    ['/', t('去查询', 'search')],
    ['?', t('显示快捷键', 'show these keys')],
  ] as const;
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{t('键盘快捷键', 'Keyboard shortcuts')}</h2>
      <Table
        caption={t('在待办页可用;不用快捷键也都能办。', 'At the desk; all can be done without them.')}
        columns={[{ title: t('键', 'Key'), kind: 'fixed' }, { title: t('作用', 'What it does') }]}
        rows={keys.map(([key, meaning]) => [<kbd>{key}</kbd>, meaning])}
      />
    </section>
  );
}
