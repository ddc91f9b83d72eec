import { Body, Controller, Get, Param, Put, Req } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { commandIdOf } from '../cases/headers.ts';
import { CurrentActor, Language, Visitor } from '../identity/current.ts';
import { Open } from '../identity/guard.ts';
import { CalendarBody, type CalendarContent } from './bodies.ts';
import { CalendarYears } from './calendars.ts';

/** Holiday tables: everybody may read them, two officers change them. */
@Controller('api/calendars')
export class CalendarsController {
  constructor(private readonly years: CalendarYears) {}

  @Get()
  @Open()
  @ApiTags('catalogue')
  @ApiOperation({ summary: '各年放假安排及其通知文号 / Calendars with the number of their notice' })
  async many(@Visitor() reader: Actor | null) {
    return await this.years.list(reader);
  }

  @Get('drill')
  @Open()
  @ApiTags('catalogue')
  @ApiOperation({ summary: '演练用放假安排(虚构) / Invented calendars that only drills count by' })
  async forDrills() {
    return await this.years.listForDrills();
  }

  @Get(':year')
  @Open()
  @ApiTags('catalogue')
  @ApiOperation({ summary: '一年的放假安排、各版本与推行进度 / One year: versions, draft, roll-out' })
  async one(@Param('year') year: string, @Visitor() reader: Actor | null, @Language() locale: Locale) {
    return await this.years.read(yearFrom(year), reader, locale);
  }

  @Put(':year')
  @ApiTags('calendars')
  @ApiOperation({ summary: '录入草稿,或由另一人放行 / Enter a draft, or confirm one that somebody else entered' })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: '1–128 visible ASCII characters; the same key and body is done once',
  })
  async put(
    @Param('year') year: string,
    @Body({ schema: CalendarBody }) body: z.infer<typeof CalendarBody>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    const asking = { actor, locale, commandId: commandIdOf(request, actor).commandId };
    const { confirm, ...content } = body;
    if (confirm !== undefined) await this.years.confirm(asking, yearFrom(year), confirm);
    // The schema lets a body without `confirm` pass only with all of its parts.
    else await this.years.enter(asking, yearFrom(year), content as CalendarContent);
    return await this.years.read(yearFrom(year), actor, locale);
  }
}

/** NaN for what is no year; the service tells which years there are. */
function yearFrom(text: string): number {
  return /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
}
