import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

/** An update that does nothing but count: the least that a durable command can cost. */
export const bareUpdate = defineUpdate<number, [string]>('bare');

/** What ours is compared with: no machine, no permission, no record. */
export async function bare(): Promise<void> {
  let count = 0;
  setHandler(bareUpdate, (text) => {
    if (text.length > 0) {
      count += 1;
    }
    return count;
  });
  await condition(() => false);
}
