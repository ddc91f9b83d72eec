import type { DeadlineView } from '../../processes/kernel/present-deadline.ts';
import type { Locale, Words } from '../../processes/kernel/text.ts';

const standings: Record<DeadlineView['source']['standing'], Words> = {
  law: { zh: '法定', en: 'law' },
  practice: { zh: '通行做法', en: 'practice' },
  analogue: { zh: '参照', en: 'by analogy' },
  ownChoice: { zh: '本系统默认', en: 'default of this system' },
};

/** A source in one line, with how far it binds where its title does not say so itself. */
export function sourceWords({ title, at, standing }: DeadlineView['source'], locale: Locale): string {
  const zh = locale === 'zh-CN';
  const text = `${title}${at ? ` ${at}` : ''}`;
  const words = zh ? standings[standing].zh : standings[standing].en;
  return text.includes(words) ? text : zh ? `${text}(${words})` : `${text} (${words})`;
}
