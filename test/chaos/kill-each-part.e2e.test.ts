import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkoutFolder } from '../../tools/launch/folders.ts';
import { type Command, runCommand } from '../tools/processes.ts';

let command: Command | undefined;

afterEach(async () => {
  if (command !== undefined && !command.isEnded()) {
    command.pressControlC();
    await command.ended;
  }
});

// The seed fixes which part dies at which command; the moment within the command stays the machine's own.
test('worker, api, Temporal and PostgreSQL die by kill -9, each once, and the case arrives with every act once', async () => {
  const script = join(checkoutFolder(), 'dist', 'tools', 'chaos.js');
  const { DATABASE_URL, TEMPORAL_ADDRESS, ...env } = process.env;
  command = runCommand(process.execPath, [script, '--seed', '4'], { cwd: checkoutFolder(), env });
  const code = await command.ended;
  expect(code, command.output()).toBe(0);
  for (const part of ['worker', 'api', 'temporal', 'postgres']) {
    expect(command.output()).toContain(`kill -9 ${part} `);
  }
  expect(command.output()).toMatch(/✓ 4 kills, 28 acknowledged commands, each recorded once/);
}, 90_000);
