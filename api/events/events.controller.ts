import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { StreamRow } from '../../db/queries/events.ts';
import { type Actor, isInLine, officeKey } from '../../processes/kernel/actor.ts';
import { isoOf } from '../../processes/kernel/clock.ts';
import { isStaff, numberInRound } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { CurrentActor, Language } from '../identity/current.ts';
import { People } from '../identity/people.ts';
import { NoticeHub, type NoticeNews } from '../notices/notice-hub.ts';
import { presentNotice } from '../notices/notice-lines.ts';
import { EventHub, type Subscriber } from './event-hub.ts';
import { readPlace } from './stream-place.ts';

const HEARTBEAT_MS = 15_000;
/** A client that does not read is let go rather than kept in memory; it resumes where it was. */
const UNREAD_BYTES_MAX = 1_048_576;

const EventsQuery = z.strictObject({
  lastEventId: z.string().max(60).optional().describe('For clients that cannot send Last-Event-ID'),
  lang: z.string().max(10).optional(),
});

@ApiTags('events')
@Controller('api/events')
export class EventsController {
  constructor(
    private readonly hub: EventHub,
    private readonly people: People,
    private readonly notices: NoticeHub,
  ) {}

  @Get()
  @ApiProduces('text/event-stream')
  @ApiOperation({ summary: '事件流,可用 Last-Event-ID 续传 / Server-sent events; resume by Last-Event-ID' })
  async stream(
    @Query({ schema: EventsQuery }) query: z.infer<typeof EventsQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const last = request.headers['last-event-id'] ?? query.lastEventId;
    const after = last === undefined || last === '' ? undefined : readPlace(String(last));
    const socket = reply.raw;
    const subscriber: Subscriber = {
      deliver: async (row) => {
        // Offices may be given and taken while a stream is open.
        const reader = await this.people.find(actor.id).catch(() => actor);
        if (!reader || !maySeeRow(row, reader)) return;
        socket.write(`id: ${row.tx}-${row.id}\nevent: ledger\ndata: ${JSON.stringify(eventOf(row))}\n\n`);
        if (socket.writableLength > UNREAD_BYTES_MAX) socket.destroy();
      },
      end: () => socket.end(),
    };
    let open = false;
    const untold: NoticeNews[] = [];
    const tell = (news: NoticeNews) => {
      if (!open) {
        untold.push(news);
        return;
      }
      const notice = news.notice && presentNotice(news.notice, locale);
      socket.write(`event: notice\ndata: ${JSON.stringify({ unread: news.unread, notice })}\n\n`);
    };
    const waiting: StreamRow[] = [];
    const leave = await this.hub.subscribe(
      {
        deliver: async (row) => {
          if (open) await subscriber.deliver(row);
          else waiting.push(row);
        },
        end: subscriber.end,
      },
      after,
    );
    const leaveNotices = await this.notices.subscribe(actor.id, tell).catch((error: unknown) => {
      leave();
      throw error;
    });
    reply.hijack();
    socket.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // A stream that ends leaves nothing behind that a server on its way down would wait for.
      connection: 'close',
      'x-accel-buffering': 'no',
    });
    socket.write('retry: 2000\n\n');
    for (const row of waiting) await subscriber.deliver(row);
    open = true;
    for (const news of untold) tell(news);
    const heartbeat = setInterval(() => socket.write(': \n\n'), HEARTBEAT_MS);
    socket.on('close', () => {
      clearInterval(heartbeat);
      leave();
      leaveNotices();
    });
  }
}

/** What is told of a row: where to look, no personal data. */
function eventOf(row: StreamRow) {
  return {
    case: row.caseId,
    number: numberInRound(row.number, row.round),
    process: row.process,
    org: row.org,
    drill: row.drill,
    kind: row.kind,
    position: row.position,
    seq: row.seq,
    type: row.type,
    state: row.state,
    automatic: row.automatic,
    at: isoOf(row.at.getTime()),
  };
}

/** The rule of `maySee`, from the columns of the view. */
function maySeeRow(row: StreamRow, reader: Actor): boolean {
  const names = [reader.id, ...reader.holdings.map(officeKey)];
  if (names.some((name) => row.related.includes(name)) || isStaff(reader, row.org)) return true;
  return row.visibleTo === 'community' && reader.holdings.some((holding) => isInLine(row.org, holding.org));
}
