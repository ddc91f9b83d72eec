/** Measured times of one block of operations. */
export interface Load {
  waitsMs: number[];
  elapsedMs: number;
}

/** Does `operations` things, `clients` at a time; each client begins its next thing when its last one is answered. */
export async function applyLoad(
  input: { clients: number; operations: number },
  operate: (client: number, operation: number) => Promise<unknown>,
): Promise<Load> {
  const waitsMs: number[] = [];
  let next = 0;
  const runClient = async (client: number): Promise<void> => {
    while (next < input.operations) {
      const operation = next++;
      const from = performance.now();
      await operate(client, operation);
      waitsMs.push(performance.now() - from);
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: input.clients }, (_, client) => runClient(client)));
  return { waitsMs, elapsedMs: performance.now() - from };
}
