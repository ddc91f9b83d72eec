import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import { type Instant, isoOf, parseIso } from '../../processes/kernel/clock.ts';
import { checkLimit, type Due, dueOf, type Limit } from '../../processes/kernel/limit.ts';
import { type Locale, say } from '../../processes/kernel/text.ts';
import { CalendarTables } from '../calendars/calendar-tables.ts';
import { Language } from '../identity/current.ts';
import { Open } from '../identity/guard.ts';
import { apiProblem } from '../problems/api-problem.ts';

const PreviewBody = z
  .strictObject({
    from: z.string().max(40).describe('ISO 8601 with offset: 2026-09-28T10:05:00+08:00'),
    limit: z
      .record(z.string().max(40), z.number())
      .describe('{"workingDays": n}, {"calendarDays": n}, {"months": n} or {"hours": n}'),
  })
  .meta({ id: 'DeadlinePreview' });

@ApiTags('catalogue')
@Controller('api/deadlines')
@Open()
export class PreviewController {
  constructor(private readonly tables: CalendarTables) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: '试算期限 / When a limit would end, and why' })
  async preview(@Body({ schema: PreviewBody }) body: z.infer<typeof PreviewBody>, @Language() locale: Locale) {
    const startedAt = parseIso(body.from);
    const limitFault = checkLimit(body.limit);
    const faults = [
      ...(startedAt === undefined ? [{ pointer: '/from', detail: faultWords.from }] : []),
      ...(limitFault === undefined ? [] : [{ pointer: '/limit', detail: faultWords.limit }]),
    ];
    if (startedAt === undefined || faults.length > 0) {
      throw apiProblem('limit.invalid', { count: faults.length }, { faults });
    }
    const due = countOrTell(startedAt, body.limit as unknown as Limit, await this.tables.current());
    return {
      dueDate: due.dueDate,
      dueAt: isoOf(due.dueAt),
      provisional: due.provisional,
      explanation: say(due.explanation, locale),
      calendarVersion: due.calendarVersion,
    };
  }
}

/** Years beyond those that can be counted are told at the start, which is what is out of range. */
function countOrTell(startedAt: Instant, limit: Limit, calendars: Calendars): Due {
  try {
    return dueOf({ startedAt, limit, calendars });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw apiProblem('limit.invalid', { count: 1 }, { faults: [{ pointer: '/from', detail: faultWords.from }] });
  }
}

const faultWords = {
  from: {
    zh: '须为带时区的时间,例如 2026-09-28T10:05:00+08:00',
    en: 'Must be a time with its zone, such as 2026-09-28T10:05:00+08:00',
  },
  limit: {
    zh: '须为一种单位的正整数,例如 {"workingDays": 10}',
    en: 'Must be a positive whole number of one unit, such as {"workingDays": 10}',
  },
};
