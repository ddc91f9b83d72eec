import type { Process } from '../../processes/kernel/define-process.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { faultsOf } from '../problems/field-words.ts';

/** Reads a form by the schema of its command, or tells each field at fault. */
export function readForm(process: Process, command: string, form: unknown): object {
  const schema = process.forms[command];
  if (!schema) throw apiProblem('command.unknown', { command: command.slice(0, 60) }, { process });
  const result = schema.safeParse(form, { reportInput: true });
  if (result.success) return result.data as object;
  const faults = faultsOf(result.error.issues, '/form');
  throw apiProblem('form.invalid', { count: faults.length }, { process, faults });
}
