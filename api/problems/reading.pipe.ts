import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import type { z } from 'zod';
import { apiProblem } from './api-problem.ts';
import { faultsOf } from './field-words.ts';

/** Reads body, query and parameters by their schemas; what does not fit becomes a problem in our words. */
@Injectable()
export class ReadingPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (metadata.schema === undefined || metadata.type === 'custom') return value;
    const asked = metadata.type === 'body' ? (value ?? {}) : value;
    // Every schema of this api is one of Zod; its own issues say more than the standard interface.
    const schema = metadata.schema as unknown as z.ZodType<T>;
    const result = schema.safeParse(asked, { reportInput: true });
    if (result.success) return result.data;
    const faults = faultsOf(result.error.issues);
    throw apiProblem(metadata.type === 'body' ? 'form.invalid' : 'query.invalid', { count: faults.length }, { faults });
  }
}
