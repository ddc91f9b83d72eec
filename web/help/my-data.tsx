import { type PageContext, wordsOf } from '../frame/context.ts';

/** What happens to what a person tells us, as it is today. */
export function MyData({ context }: { context: PageContext }) {
  const t = wordsOf(context);
  return (
    <section aria-labelledby="data">
      <h2 id="data">{t('我的数据', 'My data')}</h2>
      <p>{t('今天是这样的:', 'As it is today:')}</p>
      <dl class="facts">
        <dt>{t('谁都看得到', 'Everybody sees')}</dt>
        <dd>
          {t(
            '公开事项的标题、正文、地点、进度、附议人数和结果。正文里出现的提案人、附议人姓名及电话、证件号会被遮去。',
            'Title, text, place, progress, number of supporters and outcome of public matters. Names of proposers and co-signers, telephone and identity numbers are taken out of the texts.',
          )}
        </dd>
        <dt>{t('经办人看得到', 'Whoever works on it sees')}</dt>
        <dd>
          {t(
            '本社区及其上级的工作人员看得到您填写的姓名、电话等,用来联系您、办您的事。',
            'Staff of your community and of those above it see the name, telephone number and the like that you gave, so as to reach you.',
          )}
        </dd>
        <dt>{t('记录能删吗', 'Can it be deleted')}</dt>
        <dd>
          {t(
            '办理记录不能改写:改错要另记一条更正,原来的标明未生效。所以请不要在正文里写不必要的个人情况。',
            'The record cannot be rewritten: a mistake is mended by another entry, and the first is marked void. So leave out of your texts whatever need not be known.',
          )}
        </dd>
        <dt>{t('回执里有什么', 'What a receipt tells')}</dt>
        <dd>
          {t(
            '凭回执只能看到哪件事、哪一步、什么时间;姓名只显示姓。',
            'With a receipt one sees which matter, which step and when; of names the family name alone.',
          )}
        </dd>
        <dt>{t('浏览器里存什么', 'What is kept in the browser')}</dt>
        <dd>
          {t(
            '登录状态、语言和字号,还有没写完的草稿。没有统计和广告跟踪。',
            'That you are signed in, your language and size of type, and drafts that you have not sent. Nobody counts or follows you.',
          )}
        </dd>
      </dl>
    </section>
  );
}
