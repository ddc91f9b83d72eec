import { expect, test } from 'vitest';
import { nearest } from '../../api/items/similarity.ts';

const titles = (...all: string[]) => all.map((title) => ({ title }));
const near = (title: string, ...all: string[]) => nearest(title, titles(...all), 5).map((each) => each.title);

test('the same matter in other words comes before another of the same kind', () => {
  expect(near('自行车棚漏雨', '单元门前加坡道', '电动车充电桩不够', '3号楼自行车棚顶漏雨修缮')[0]).toBe(
    '3号楼自行车棚顶漏雨修缮',
  );
  expect(near('楼道灯坏了', '花坛种花', '5号楼楼道里的灯不亮', '垃圾分类点')[0]).toBe('5号楼楼道里的灯不亮');
});

test('short and long are measured by the shorter, signs counted as often as they stand there', () => {
  expect(near('加装电梯', '为老楼加装电梯并安排施工时间')).toHaveLength(1);
  expect(near('灯灯灯', '灯', '灯灯灯灯')).toEqual(['灯', '灯灯灯灯']);
  expect(near('灯灯', '灯泡', '灯灯')).toEqual(['灯灯', '灯泡']);
});

test('blanks, punctuation and width do not count; what shares nothing is not similar', () => {
  expect(near('ＬＥＤ,灯', '“led” 灯!')).toHaveLength(1);
  expect(near('坡道', '车棚', '!!', '')).toEqual([]);
  expect(near('!!', '!!')).toEqual([]);
});

test('five are shown; of equals the one that stands first', () => {
  expect(near('灯', '灯一', '灯二', '灯三', '灯四', '灯五', '灯六')).toEqual(['灯一', '灯二', '灯三', '灯四', '灯五']);
});

test('2,000 titles are ranked at once', () => {
  const all = Array.from({ length: 2000 }, (_, index) => ({
    title: `第${index}件:小区${'修补'.repeat(index % 20)}道路`,
  }));
  expect(nearest('小区道路坑洼', all, 5)).toHaveLength(5);
});
