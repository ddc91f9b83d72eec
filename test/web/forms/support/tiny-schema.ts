import type { JsonSchema } from '../../../../processes/kernel/form-schema.ts';

const text = (title: string, maxLength = 60): JsonSchema => ({ type: 'string', minLength: 1, maxLength, title });
const object = (properties: Record<string, JsonSchema>, required: string[], title: string): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  title,
});

/** One field of each kind. */
export const tinySchema: JsonSchema = object(
  {
    title: text('标题'),
    story: { ...text('经过', 2000), description: '写清时间和地点。' },
    hours: { type: 'number', minimum: 0, title: '工时' },
    cost: { type: 'number', multipleOf: 0.01, title: '费用', 'x-widget': 'money' },
    on: { type: 'string', format: 'date', title: '日期' },
    phone: { type: 'string', 'x-widget': 'phone', title: '电话' },
    grade: { type: 'string', enum: ['good', 'bad'], 'x-options': { good: '好', bad: '差' }, title: '评价' },
    sure: { type: 'boolean', title: '确认' },
    owner: { type: 'string', 'x-widget': 'person', title: '负责人' },
    place: object({ estate: text('小区'), building: text('楼号') }, ['estate'], '地点'),
    witness: object(
      { name: text('姓名'), phone: text('电话'), told: { type: 'boolean', title: '已告知' } },
      ['name'],
      '见证人',
    ),
    steps: {
      type: 'array',
      minItems: 1,
      maxItems: 3,
      title: '步骤',
      items: object({ what: text('内容'), who: { type: 'string', 'x-widget': 'person', title: '由谁' } }, ['what'], ''),
    },
    notes: { type: 'array', maxItems: 2, title: '备注', items: { type: 'string', maxLength: 200 } },
    tags: { type: 'array', maxItems: 2, title: '标签', items: { type: 'string', enum: ['a', 'b'] } },
    vote: {
      title: '表决',
      oneOf: [
        object({ body: { const: 'owners' }, area: { type: 'number', title: '面积' } }, ['body', 'area'], '业主大会'),
        object(
          { body: { const: 'village' }, heads: { type: 'integer', title: '人数' } },
          ['body', 'heads'],
          '村民会议',
        ),
      ],
    },
    by: {
      title: '延长',
      anyOf: [
        object({ workingDays: { type: 'integer', title: '个工作日' } }, ['workingDays'], '个工作日'),
        object({ months: { type: 'integer', title: '个月' } }, ['months'], '个月'),
      ],
    },
  },
  ['title', 'place', 'steps', 'tags', 'vote'],
  '登记',
);

/** What was posted, as pairs. */
export function posting(...pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const posted = new Map<string, string[]>();
  for (const [name, value] of pairs) posted.set(name, [...(posted.get(name) ?? []), value]);
  return posted;
}
