import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { isWorker } from '../frame/roles.ts';
import { Notice } from '../parts/marks.tsx';
import { Lights, Shortcuts, StageWords, WorkingDays } from './help-parts.tsx';

/** How to use the house: for residents first, then for whoever works here. */
export function helpPage(context: PageContext): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t('帮助', 'Help'),
      lead: t('怎么提、怎么跟、怎么算日子、怎么验。', 'How to propose, follow, count days and check.'),
    },
    <div class="prose">
      <Notice kind="warn">
        <p>
          {t('急事不要在这里提:', 'Nothing urgent belongs here: ')}
          {t('报警 ', 'police ')}
          <a href="tel:110">110</a>
          {t(',火警 ', ', fire ')}
          <a href="tel:119">119</a>
          {t(',急救 ', ', ambulance ')}
          <a href="tel:120">120</a>
          {t('。其他诉求可拨打市民热线 ', '. For other requests call the citizens’ line ')}
          <a href="tel:12345">12345</a>
          {t('(全天)。', ' (day and night).')}
        </p>
      </Notice>
      <nav aria-label={t('本页内容', 'On this page')}>
        <ul>
          <li>
            <a href="#stages">{t('一件事怎么走', 'How a matter goes its way')}</a>
          </li>
          <li>
            <a href="#do">{t('我能做什么', 'What I can do')}</a>
          </li>
          <li>
            <a href="#days">{t('日子怎么算', 'How days are counted')}</a>
          </li>
          <li>
            <a href="#lights">{t('灯是什么意思', 'What the lights mean')}</a>
          </li>
          {isWorker(context.actor) && (
            <li>
              <a href="#keys">{t('键盘快捷键', 'Keyboard shortcuts')}</a>
            </li>
          )}
        </ul>
      </nav>
      <StageWords context={context} />
      <WhatToDo context={context} />
      <WorkingDays context={context} />
      <Lights context={context} />
      {isWorker(context.actor) && <Shortcuts context={context} />}
      <p>
        <a href="/processes">{t('每一类事项的详细规则', 'The rules of each kind of matter')}</a>
        {' · '}
        <a href="/about">{t('关于本系统与我的数据', 'About this system and my data')}</a>
      </p>
    </div>,
  );
}

function WhatToDo({ context }: { context: PageContext }) {
  const t = wordsOf(context);
  return (
    <section aria-labelledby="do">
      <h2 id="do">{t('我能做什么', 'What I can do')}</h2>
      <ul>
        <li>
          <strong>{t('提一件事', 'Propose')}</strong>
          {t(
            ':在“我要提案”写清什么事、在哪里、为什么。已有人提过相近的,会列出来,可以直接附议。不方便上网的,请社区工作者代录,并会打电话向您确认。',
            ': say what, where and why at “Propose”. What others have proposed already is shown, so that you may join instead. If you cannot use the net, a community worker enters it for you and calls to confirm.',
          )}{' '}
          <a href="/propose">{t('我要提案', 'Propose')}</a>
        </li>
        <li>
          <strong>{t('附议', 'Co-sign')}</strong>
          {t(
            ':打开一件事,点“附议”。够人数就进入下一步;改主意了可以在事项页撤回附议。',
            ': open a matter and co-sign. With enough supporters it goes on; until then you may leave again.',
          )}{' '}
          <a href="/items">{t('居民事项', 'Items')}</a>
        </li>
        <li>
          <strong>{t('评价', 'Evaluate')}</strong>
          {t(
            ':办完后给五档评价,也可以写意见。评价低的会整改或重新办。',
            ': when it is done give one of five grades, with words if you like. A poor grade leads to mending or to another turn.',
          )}
        </li>
        <li>
          <strong>{t('验回执', 'Check a receipt')}</strong>
          {t(
            ':每一步都有回执号。粘贴进去,就知道这一步记下了、没人改过。',
            ': each step has a receipt. Paste it and see that the step is on record and was not changed.',
          )}{' '}
          <a href="/receipts">{t('验回执', 'Check a receipt')}</a>
        </li>
        <li>
          <strong>{t('看登记簿', 'Read the registers')}</strong>
          {t(
            ':社区该办什么、每月被派了多少活,都可以查。',
            ': what a community has to do, and how much of its time it is asked for.',
          )}{' '}
          <a href="/registers">{t('登记簿', 'Registers')}</a>
        </li>
      </ul>
    </section>
  );
}
