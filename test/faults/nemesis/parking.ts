import type { Scene } from '../scene.js';

export interface Parked {
  readonly consumer: string;
  readonly key: string;
  /** Why the first event that waits cannot be applied. */
  readonly reason: string;
  /** How many wait. */
  readonly events: number;
}

/** What waits because it could not be applied, as operators are shown it. */
export async function parkedNow(scene: Scene): Promise<readonly Parked[]> {
  const { text } = await scene.bus.ask('operations', 'BUS-OPS', '/v1/operations/parking?limit=200');
  return (JSON.parse(text) as { readonly items: readonly Parked[] }).items;
}
