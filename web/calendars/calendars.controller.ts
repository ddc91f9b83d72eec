import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CalendarYears } from '../../api/calendars/calendars.ts';
import { Language, Visitor } from '../../api/identity/current.ts';
import { Open } from '../../api/identity/guard.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { calendarsPage } from './calendars-page.tsx';
import { yearPage } from './year-page.tsx';

/** Holiday tables, for everybody. */
@ApiExcludeController()
@Controller('calendars')
@Open()
export class CalendarPagesController {
  constructor(
    private readonly frame: Frame,
    private readonly years: CalendarYears,
  ) {}

  @Get()
  @Header('content-type', HTML)
  async list(@Visitor() reader: Actor | null, @Req() request: FastifyRequest) {
    const [context, items, drills] = await Promise.all([
      this.frame.open(request),
      this.years.list(reader),
      this.years.listForDrills(),
    ]);
    return calendarsPage(context, { items, drills });
  }

  @Get(':year')
  @Header('content-type', HTML)
  async one(
    @Param('year') text: string,
    @Visitor() reader: Actor | null,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    const [context, detail, items] = await Promise.all([
      this.frame.open(request),
      this.years.read(yearFrom(text), reader, locale),
      this.years.list(reader),
    ]);
    return yearPage(context, { detail, items });
  }
}

/** NaN for what is no year; the service tells which years there are. */
export function yearFrom(text: string): number {
  return /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
}
