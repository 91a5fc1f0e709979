import type { LinkName } from './nemesis/links.js';
import { metricOf } from './nemesis/metrics.js';
import type { Scene } from './scene.js';

interface Lag {
  readonly items: readonly { readonly id: string; readonly lanes: readonly { readonly events: number }[] }[];
}

/** Events that a consumer is behind, as operators are shown it. */
export async function lagOf(scene: Scene, consumer: string): Promise<number> {
  const { text } = await scene.bus.ask('operations', 'BUS-OPS', '/v1/operations/lag');
  const found = (JSON.parse(text) as Lag).items.find(({ id }) => id.startsWith(consumer));
  if (!found) throw new Error(`operators are shown no consumer ${consumer}`);
  return found.lanes.reduce((sum, { events }) => sum + events, 0);
}

/** More than are ever under way while all is well. */
const BEHIND = 20;

/** Something that an operator looks at shows that a link is dead: an app is not ready, or somebody is behind. */
export async function isShown(scene: Scene, link: LinkName): Promise<boolean> {
  const app = scene.bus.all.find(({ name }) => name === link.split('>')[0]);
  if (!app) throw new Error(`nothing runs at ${link}`);
  if (!(await app.isReady())) return true;
  if (app.app === 'relay') return (await metricOf(app, 'bus_relay_lag_events')) > BEHIND;
  return (await lagOf(scene, app.app.replace('-', '_'))) > BEHIND;
}
