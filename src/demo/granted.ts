import type { Result } from '#src/kernel/result.ts';

/** What a command of the demo gave: it asks for nothing that is refused. */
export function granted<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`The demo was refused: ${result.refusal}`);
  return result.value;
}
