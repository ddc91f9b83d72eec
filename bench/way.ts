import { createHash, randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { openDatabase } from '../db/pool.ts';
import { rulesFor } from '../processes/rules.ts';
import { createCaseSender } from '../workflows/case.client.ts';
import { type Person, signIn } from './people.ts';
import { COMMUNITY, draft, LEAD, PROCESS, SUPPORTER, turn } from './proposal.ts';
import type { Servers } from './servers.ts';

/** One way for a command to reach a durable case. */
export interface Way {
  name: 'bare' | 'workflow' | 'http';
  title: string;
  /** Opens a case of its own and gives its id. */
  open: (title: string) => Promise<string>;
  /** Gives one command; `turnNumber` counts the commands of this case. */
  command: (caseId: string, turnNumber: number) => Promise<unknown>;
}

/** The three ways that are compared. */
export async function createWays(client: Client, servers: Servers): Promise<readonly Way[]> {
  const [lead, supporter] = await Promise.all([LEAD, SUPPORTER.id].map((id) => signIn(servers.apiUrl, id)));
  if (lead === undefined || supporter === undefined) {
    throw new Error('nobody is signed in');
  }
  const sender = createCaseSender({ client, database: openDatabase(servers.databaseUrl), rulesFor });
  const open = (title: string): Promise<string> => openForCosigning(lead, title);
  return [
    bareWay(client, servers.bareTaskQueue),
    {
      name: 'workflow',
      title: '经 workflow 客户端 / ours through the workflow client',
      open,
      command: (caseId, turnNumber) => {
        const { command, form } = turn(turnNumber % 2 === 1);
        const commandId = `bench:${randomUUID()}`;
        const args = {
          commandId,
          requestHash: createHash('sha256')
            .update(JSON.stringify([PROCESS, command, form]))
            .digest('hex'),
          command,
          form,
          actor: SUPPORTER,
          expectedSeq: null,
        };
        return sender.act({ caseId, org: COMMUNITY, drill: false, args });
      },
    },
    {
      name: 'http',
      title: '经 HTTP / ours over HTTP',
      open,
      command: (caseId, turnNumber) => {
        const { command, form } = turn(turnNumber % 2 === 1);
        return supporter.post(`/api/cases/${caseId}/commands/${command}`, { form });
      },
    },
  ];
}

function bareWay(client: Client, taskQueue: string): Way {
  return {
    name: 'bare',
    title: '纯 Temporal update / bare Temporal update',
    open: async () => {
      const { workflowId } = await client.workflow.start('bare', {
        taskQueue,
        workflowId: `bare:${randomUUID()}`,
      });
      await client.workflow.getHandle(workflowId).executeUpdate<number, [string]>('bare', { args: ['open'] });
      return workflowId;
    },
    command: (workflowId) =>
      client.workflow.getHandle(workflowId).executeUpdate<number, [string]>('bare', { args: ['turn'] }),
  };
}

async function openForCosigning(lead: Person, title: string): Promise<string> {
  const view = await lead.post<{ id: string }>('/api/cases', { process: PROCESS, org: COMMUNITY, form: draft(title) });
  await lead.post(`/api/cases/${view.id}/commands/proposal.publish`, { form: {} });
  return view.id;
}
