import { z } from 'zod';
import { day } from '../day.ts';

const org = z.string().min(1).max(200).describe('区、街道或社区 / Organisation: chaoyang');
const month = z
  .string()
  .regex(/^(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])$/)
  .describe('2026-11');
const lang = z.enum(['zh', 'zh-CN', 'en']).optional();
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const standing = {
  org,
  on: day.optional().describe('查询哪一日,默认今天 / The day asked for, today if not given'),
  version: z.coerce.number().int().min(1).optional().describe('第几版 / As the register stood in this version'),
  below: flag.default(false).describe('连同下级单位 / With the organisations below'),
  lang,
};

export const StandingQuery = z.strictObject(standing);

export const ExportQuery = z.strictObject({ ...standing, format: z.enum(['xlsx', 'csv']).default('xlsx') });

export const VersionsQuery = z.strictObject({ org, lang });

export const ChangesQuery = z.strictObject({ org, from: day, to: day, lang });

export const BurdenQuery = z.strictObject({ org, from: month, to: month, lang });
