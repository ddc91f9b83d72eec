import type { Letter, LetterItem } from './letter.ts';

const SUBJECT_SIGNS_MAX = 120;

/** The first words of a message: what it is about, with the number of the case. */
export function emailSubject(letter: Letter): string {
  const zh = letter.locale === 'zh-CN';
  const [first] = letter.items;
  if (letter.kind === 'digest') {
    const count = letter.items.length + letter.omitted;
    return zh ? `【闭环】今日通知汇总(${count}条)` : `[Bihuan] Your notices of the day (${count})`;
  }
  const subject = `${zh ? '【闭环】' : '[Bihuan] '}${first?.case ? `${first.case.number} ` : ''}${first?.text ?? ''}`;
  // Cut by signs, not by code units: half of a rare character is no character.
  const signs = [...subject];
  return signs.length > SUBJECT_SIGNS_MAX ? `${signs.slice(0, SUBJECT_SIGNS_MAX - 1).join('')}…` : subject;
}

/** The message as plain text, which every reader and every screen reader can show. */
export function emailText(letter: Letter): string {
  const zh = letter.locale === 'zh-CN';
  const { person, items, omitted, settingsLink } = letter;
  const rest = zh ? `另有${omitted}条,请在系统中查看。` : `${omitted} more are in the application.`;
  return [
    zh ? `${person.name},您好:` : `Dear ${person.name},`,
    ...items.map((item) => itemText(item, zh)),
    ...(omitted > 0 ? [rest] : []),
    zh
      ? `本邮件由系统自动发出。查看全部通知或更改通知方式:${settingsLink}`
      : `This message was sent by the system. All notices, and how you are told: ${settingsLink}`,
  ].join('\n\n');
}

function itemText({ text, automatic, case: about, due }: LetterItem, zh: boolean): string {
  const line = (label: string, value: string) => `${label}${zh ? ':' : ': '}${value}`;
  const lines = [text];
  if (about) {
    lines.push(line(zh ? '编号' : 'Number', about.number), line(zh ? '标题' : 'Title', about.title));
  }
  if (due) {
    const provisional = due.provisional ? (zh ? '(暂定)' : ' (provisional)') : '';
    lines.push(line(due.title, `${due.date ?? due.at}${provisional}`));
    if (due.explanation) lines.push(line(zh ? '期限说明' : 'How it was counted', due.explanation));
  }
  if (about) lines.push(line(zh ? '查看' : 'Look', about.link));
  if (automatic) lines.push(zh ? '(系统自动办理)' : '(done by the system)');
  return lines.join('\n');
}
