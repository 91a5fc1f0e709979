/**
 * Groups lanes so that the events of a group are few enough to be held: a lane with more comes alone. The order of lanes stays.
 * @param lanes with their numbers of events
 * @param atOnce most events of a group
 */
export function planPasses(
  lanes: readonly { readonly lane: number; readonly events: number }[],
  atOnce: number,
): number[][] {
  const passes: number[][] = [];
  let room = -1;
  for (const { lane, events } of lanes) {
    if (events > room || passes.length === 0) {
      passes.push([]);
      room = atOnce;
    }
    passes.at(-1)?.push(lane);
    room -= events;
  }
  return passes;
}
