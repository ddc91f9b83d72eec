import { Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CalendarBody, type CalendarContent } from '../../api/calendars/bodies.ts';
import type { CalendarDetail } from '../../api/calendars/calendar-view.ts';
import { CalendarYears, mayChangeCalendars } from '../../api/calendars/calendars.ts';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import { apiProblem } from '../../api/problems/api-problem.ts';
import { problemDocument } from '../../api/problems/document.ts';
import { faultsOf } from '../../api/problems/field-words.ts';
import { recognise } from '../../api/problems/recognise.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { type ActForm, blankForm, keyOf } from '../acts/act-form.ts';
import { assertOwn } from '../acts/acts.ts';
import { yearFrom } from '../calendars/calendars.controller.ts';
import { faultsByControl } from '../forms/faults.ts';
import { typed } from '../forms/posted.ts';
import { readForm } from '../forms/read-form.ts';
import { applyRowAct } from '../forms/row-act.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { postedOf } from '../posted.ts';
import { calendarEntryPage } from './calendar-entry-page.tsx';
import { calendarSchema } from './calendar-form.ts';

/** Holiday tables for officers: entered by one, put in force by another. */
@ApiExcludeController()
@Controller('admin/calendars')
export class CalendarEntryController {
  constructor(
    private readonly frame: Frame,
    private readonly years: CalendarYears,
  ) {}

  @Get(':year')
  @Header('content-type', HTML)
  async show(
    @Param('year') text: string,
    @Query('did') did: string | undefined,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    assertOfficer(actor);
    const detail = await this.years.read(yearFrom(text), actor, locale);
    return calendarEntryPage(await this.frame.open(request), {
      detail,
      form: formOf(detail, locale),
      did: did === 'entered' || did === 'confirmed' ? did : null,
    });
  }

  @Post(':year')
  async enter(
    @Param('year') text: string,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    assertOfficer(actor);
    const year = yearFrom(text);
    const schema = calendarSchema(locale);
    const posted = postedOf(request);
    assertOwn(posted, actor);
    const again = async (more: Partial<ActForm>, status: number) => {
      const detail = await this.years.read(year, actor, locale);
      const form: ActForm = { ...formOf(detail, locale), posted, key: keyOf(posted), ...more };
      const context = { ...(await this.frame.open(request)), path: `/admin/calendars/${year}` };
      const html = calendarEntryPage(context, { detail, form, did: null });
      await reply.status(status).header('content-type', HTML).header('cache-control', 'no-store').send(html);
    };
    const rows = applyRowAct(schema, posted);
    if (rows) return await again({ posted: rows.posted, focus: rows.focus }, 200);
    const { value, controlOf } = readForm(schema, posted);
    try {
      const read = CalendarBody.safeParse(value, { reportInput: true });
      if (!read.success) {
        const faults = faultsOf(read.error.issues);
        throw apiProblem('form.invalid', { count: faults.length }, { faults });
      }
      const asking = { actor, locale, commandId: `${actor.id}:${keyOf(posted)}` };
      await this.years.enter(asking, year, read.data as CalendarContent);
      await reply.redirect(`/admin/calendars/${year}?did=entered`, 303);
    } catch (error) {
      const found = recognise(error);
      if (!found) throw error;
      const trouble = problemDocument(found, locale, request.id);
      await again({ trouble, faults: faultsByControl(trouble.errors ?? [], controlOf) }, trouble.status);
    }
  }

  @Post(':year/confirm')
  async confirm(
    @Param('year') text: string,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const posted = postedOf(request);
    const year = yearFrom(text);
    const version = Number(typed(posted, 'version'));
    const asking = { actor, locale, commandId: `${actor.id}:${keyOf(posted)}` };
    await this.years.confirm(asking, year, Number.isInteger(version) ? version : 0);
    await reply.redirect(`/admin/calendars/${year}?did=confirmed`, 303);
  }
}

function assertOfficer(actor: Actor): void {
  if (!mayChangeCalendars(actor)) throw apiProblem('calendar.denied');
}

/** The draft, else what is in force, else a few blank rows. */
function formOf(detail: CalendarDetail, locale: Locale): ActForm {
  const { notice, holidays, makeUpWorkdays } = detail.draft ?? detail;
  const values = {
    ...(notice ? { notice } : {}),
    holidays: holidays.length > 0 ? holidays : statutory.map((name) => ({ name })),
    makeUpWorkdays,
  };
  return blankForm({ command: 'calendar', title: '', schema: calendarSchema(locale), seq: null, values });
}

/** Days off of every year since 2008 (全国年节及纪念日放假办法 art. 2), to begin with. */
const statutory = [
  { zh: '元旦', en: "New Year's Day" },
  { zh: '春节', en: 'Spring Festival' },
  { zh: '清明', en: 'Tomb-Sweeping Day' },
  { zh: '劳动节', en: 'Labour Day' },
  { zh: '端午', en: 'Dragon Boat Festival' },
  { zh: '中秋', en: 'Mid-Autumn Festival' },
  { zh: '国庆', en: 'National Day' },
];
