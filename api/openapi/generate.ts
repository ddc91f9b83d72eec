import { randomBytes } from 'node:crypto';
import { createApi } from '../create-api.ts';
import { COMMAND_BUDGET_MS } from '../options.ts';
import { openapiDocument } from './document.ts';

/** The text of docs/openapi.json; needs no server. */
export async function generateOpenapi(): Promise<string> {
  const api = await createApi({
    databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
    temporalAddress: '127.0.0.1:1',
    temporalNamespace: 'default',
    taskQueue: 'none',
    secret: randomBytes(32),
    demo: true,
    logLevel: 'silent',
    commandBudgetMs: COMMAND_BUDGET_MS,
  });
  try {
    return `${JSON.stringify(openapiDocument(api.app), null, 2)}\n`;
  } finally {
    await api.close();
  }
}
