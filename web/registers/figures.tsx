import { Injectable } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import { monthAfter } from '../../api/registers/burden.ts';
import { BURDEN_REGISTER, Burdens } from '../../api/registers/burdens.ts';
import type { PageContext } from '../frame/context.ts';
import { BurdenSection } from './burden-section.tsx';
import type { Standing } from './lines.ts';

const MONTHS_SHOWN = 12;

/** Figures that are counted from a register and shown above its lines. */
@Injectable()
export class Figures {
  constructor(private readonly burdens: Burdens) {}

  /** Of the register that hours are counted from, the year up to the month of the day that was asked for. */
  async of(context: PageContext, { register, org, on }: Standing): Promise<ComponentChildren> {
    if (register !== BURDEN_REGISTER) return null;
    const to = on.slice(0, 7);
    const burden = await this.burdens.read({ org, from: monthAfter(to, 1 - MONTHS_SHOWN), to, locale: context.locale });
    return <BurdenSection context={context} burden={burden} />;
  }
}
