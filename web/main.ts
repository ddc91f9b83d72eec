import { OptionsProblem, optionsFrom } from '../api/options.ts';
import { createWeb } from './create-web.ts';

/** Longest wait for running requests when told to stop. */
const GRACE_MS = 15_000;

/** Starts the api and its pages from the environment and stops it on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const api = await createWeb(optionsFrom(process.env));
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    api.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // A parent that has gone must not leave the api behind.
  process.on('disconnect', stop);
  const address = await api.listen(Number(process.env['PORT'] || 3000), process.env['HOST'] || '127.0.0.1');
  process.send?.({ ready: true, address });
  if (!process.send) console.log(address);
}

main().catch((error: unknown) => {
  // A sentence for the operator where he can help it, the whole error where he cannot.
  console.error(error instanceof OptionsProblem ? error.message : error);
  process.exit(1);
});
