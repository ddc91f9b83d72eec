import type { DeadlineView } from '../../processes/kernel/present-deadline.ts';
import type { Locale } from '../../processes/kernel/text.ts';

const standings: Record<DeadlineView['source']['standing'], { zh: string; en: string }> = {
  law: { zh: '法定', en: 'law' },
  practice: { zh: '通行做法', en: 'practice' },
  analogue: { zh: '参照', en: 'by analogy' },
  ownChoice: { zh: '本系统默认', en: 'default of this system' },
};

/** A source in one line, with how far it binds. */
export function sourceWords({ title, at, standing }: DeadlineView['source'], locale: Locale): string {
  const zh = locale === 'zh-CN';
  return `${title}${at ? ` ${at}` : ''}${zh ? `(${standings[standing].zh})` : ` (${standings[standing].en})`}`;
}
