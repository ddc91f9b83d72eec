import { expect, test } from 'vitest';
import { processes } from '../../../processes/index.ts';
import { isNamedRung, missedWords } from '../../../processes/kernel/common/rung-words.ts';
import type { DeadlineRule } from '../../../processes/kernel/define-rules.ts';
import { noticeWords } from '../../../processes/kernel/notice-words.ts';
import { entryWords } from '../../../processes/kernel/present.ts';

const clocks = processes.flatMap((process) =>
  Object.entries<DeadlineRule<string, string>>(process.rules.deadlines).flatMap(([deadline, { ladder }]) =>
    ladder.map((rung) => ({ process, deadline, rung })),
  ),
);

test('every rung of every ladder has a name of its own', () => {
  expect(clocks.length).toBeGreaterThan(0);
  expect(clocks.filter(({ rung }) => !isNamedRung(rung.name))).toEqual([]);
});

const actions = { remind: ['reminded', 'Reminded'], urge: ['urged', 'Urged'], order: ['ordered', 'Ordered'] } as const;

test.each(clocks)('$process.rules.id, $deadline, $rung.name: entry and notices are whole sentences', (clock) => {
  const { process, deadline, rung } = clock;
  const [entry, notice] = actions[rung.action];
  const form = { deadline, rung: rung.name, due: '2026-10-08', missed: ['remindOnDay'], told: 1 };
  for (const locale of ['zh-CN', 'en'] as const) {
    const values = { title: '车棚', deadline, rung: rung.name, due: '2026-10-08', missed: 'remindOnDay' };
    const words = [
      entryWords({ process, entry: { type: `deadline.${entry}`, actor: null, form }, locale }),
      noticeWords(process, { notice: `deadline${notice}`, values }, locale),
      noticeWords(process, { notice: `deadline${notice}Copy`, values }, locale),
    ];
    for (const text of words) {
      expect(text).toContain('2026-10-08');
      expect(text).toContain(process.texts[locale].deadlines[deadline] ?? '—');
      expect(text).toContain(missedWords(['remindOnDay'], locale));
      expect(text).not.toMatch(/[{}]/);
    }
  }
});

test('where nothing was missed nothing is said of it', () => {
  expect([missedWords([], 'zh-CN'), missedWords([], 'en')]).toEqual(['', '']);
});
