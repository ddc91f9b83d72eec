import { z } from 'zod';
import { date, identifier, text } from '../form-field.ts';

/** A length of time as people ask for it; more than ten years is a slip of the pen. */
const limit = z.union([
  z.strictObject({ workingDays: z.number().int().min(1).max(3650) }),
  z.strictObject({ calendarDays: z.number().int().min(1).max(3650) }),
  z.strictObject({ months: z.number().int().min(1).max(120) }),
  z.strictObject({ hours: z.number().int().min(1).max(87_600) }),
]);

/** The forms of the common commands for a process with these clocks and reasons. */
export function commonForms(deadlines: readonly string[], reasons: readonly string[]) {
  const deadline = oneOf(deadlines);
  return {
    'deadline.askExtension': z.strictObject({ deadline, by: limit, reason: text({ max: 500 }) }),
    'deadline.decideExtension': z.strictObject({
      deadline,
      verdict: z.enum(['granted', 'refused']),
      reason: text({ max: 500 }),
    }),
    'deadline.pause': z.strictObject({
      deadline,
      reason: oneOf(reasons),
      note: text({ max: 500 }),
      until: date().optional(),
      reviewOn: date().optional(),
    }),
    'deadline.resume': z.strictObject({ deadline, note: text({ max: 500 }) }),
    'case.link': z.strictObject({ caseId: identifier(), number: text({ max: 80 }), relation: identifier() }),
  };
}

export type CommonForms = {
  [C in keyof ReturnType<typeof commonForms>]: z.infer<ReturnType<typeof commonForms>[C]>;
};

/** An enumeration; where nothing can be chosen, the command is not offered at all. */
function oneOf(names: readonly string[]): z.ZodType<string> {
  return names.length === 0 ? identifier() : z.enum(names);
}
