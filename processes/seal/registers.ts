import { dateOf, isoOf, yearOf } from '../kernel/clock.ts';
import type { ProcessRules } from '../kernel/define-rules.ts';
import type { RegisterEntry } from '../kernel/register.ts';
import type { SealData } from './data.ts';
import type { SealNames } from './names.ts';

/**
 * `sealUses`: what was stamped, without a person in it and without what he needs it for, which is his own affair (the register
 * is public within the community; 个人信息保护法 art. 25).
 * `sealCustody`: the seal is lost; from the receipt of the report until the new one is registered nothing can be stamped.
 */
export function registers(data: SealData): readonly RegisterEntry[] {
  return [...useLines(data), ...lossLines(data)];
}

/** A notice of loss is for everybody, the list of uses for the community. */
export const communityRegisters: readonly string[] = ['sealUses'];

export const lookups: NonNullable<ProcessRules<SealNames>['lookups']> = {
  'seal.use': ({ at }) => [
    { register: 'sealUses', scope: 'own', keyPrefix: `${yearOf(dateOf(at))}-` },
    { register: 'sealCustody', scope: 'own' },
  ],
};

function useLines({ application, judgement, use }: SealData): RegisterEntry[] {
  if (use === null) return [];
  const { certificateType, requestingBody } = application;
  const type = judgement.type ?? certificateType ?? 'document';
  return [
    {
      register: 'sealUses',
      key: use.number,
      at: use.at,
      day: dateOf(use.at),
      value: { certificateType: type, requestingBody, copies: use.copies, usedAt: isoOf(use.at) },
    },
  ];
}

function lossLines({ loss }: SealData): RegisterEntry[] {
  if (loss?.receipt?.verdict !== 'confirmed') return [];
  const { receipt, newSeal } = loss;
  const line = { register: 'sealCustody', key: 'seal' };
  const value = { standing: 'lost', discoveredOn: loss.discoveredOn, noticePlace: receipt.noticePlace ?? null };
  return [
    { ...line, at: receipt.at, day: dateOf(receipt.at), value },
    ...(newSeal ? [{ ...line, at: newSeal.at, day: dateOf(newSeal.at), value: null }] : []),
  ];
}
