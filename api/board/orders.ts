import { Injectable } from '@nestjs/common';
import { countOrders, listOrders } from '../../db/queries/orders.ts';
import { listOrgs } from '../../db/queries/orgs.ts';
import { listHolders } from '../../db/queries/people.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { cursorOf, INSTANT_MS, ORDINAL, readCursor } from '../cursor.ts';
import { Store } from '../store.ts';
import { boardWords } from './board.ts';
import { type OrderItem, orderProcesses, presentOrder } from './order-lines.ts';
import { staffReach } from './staff-reach.ts';

export interface OrdersQuestion {
  org?: string | undefined;
  drill: boolean;
  state?: 'open' | 'answered' | 'late' | undefined;
  cursor?: string | undefined;
  limit: number;
}

export interface OrdersPage {
  items: (OrderItem & {
    /** How many orders the same case has had. */
    orders: number;
    repeated: boolean;
    /** Who has it: whom it names, or everybody who holds the office. */
    people: string[];
  })[];
  next: string | null;
}

const LOOK = 100;
/** How an order stands its process says, not the database: no more than this are looked at for one page. */
const LOOKS_MAX = 10;

/** Supervision orders, the latest first. */
@Injectable()
export class Orders {
  constructor(private readonly store: Store) {}

  async list(actor: Actor, question: OrdersQuestion, locale: Locale): Promise<OrdersPage> {
    const tops = staffReach(actor, boardWords, locale);
    const { org, drill, state, limit } = question;
    const { db } = this.store;
    const processes = orderProcesses();
    const orgNames = new Map((await listOrgs(db)).map(({ id, name }) => [id, name]));
    const found: { place: Place; item: OrderItem }[] = [];
    let before = question.cursor === undefined ? undefined : placeIn(question.cursor);
    let isMore = true;
    for (let look = 0; look < LOOKS_MAX && isMore && found.length <= limit; look += 1) {
      const rows = await listOrders(db, { tops, org, processes, drill, before, limit: LOOK });
      for (const row of rows) {
        const item = presentOrder(row, { orgNames, locale });
        if (item && isWanted(item, state)) found.push({ place: placeOf(row), item });
      }
      const last = rows.at(-1);
      if (last) before = placeOf(last);
      isMore = rows.length === LOOK;
    }
    const page = found.slice(0, limit);
    const [counts, holders] = await Promise.all([
      countOrders(db, { ids: page.map(({ item }) => item.about.caseId), processes }),
      listHolders(
        db,
        page.map(({ item }) => item.unit),
      ),
    ]);
    const next = found.length > limit ? page.at(-1)?.place : isMore ? before : undefined;
    return {
      items: page.map(({ item }) => {
        const orders = Math.max(1, counts.get(item.about.caseId) ?? 1);
        const { person, unit } = item;
        const people = person === null ? (holders.get(`${unit.role}@${unit.org}`) ?? []) : [person];
        return { ...item, orders, repeated: orders > 1, people };
      }),
      next: next === undefined ? null : cursorOf(next.issuedMs, next.ordinal),
    };
  }
}

interface Place {
  issuedMs: string;
  ordinal: string;
}

const placeOf = ({ issuedMs, ordinal }: Place): Place => ({ issuedMs, ordinal });

function placeIn(cursor: string): Place {
  const [issuedMs = '', ordinal = ''] = readCursor(cursor, INSTANT_MS, ORDINAL);
  return { issuedMs, ordinal };
}

function isWanted({ answer, late }: OrderItem, state: OrdersQuestion['state']): boolean {
  if (state === undefined) return true;
  if (state === 'open') return answer === 'waiting';
  return state === 'late' ? late : answer === 'inTime' || answer === 'late';
}
