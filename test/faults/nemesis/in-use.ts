import type { Scene } from '../scene.js';
import type { LinkName } from './links.js';

const QUESTIONS = 3;

/** Links that nothing goes over while all is well, and what sends something over them. */
const USES: Partial<Record<LinkName, (scene: Scene) => Promise<void> | void>> = {
  // the relay asks for its ids once, when it begins
  'relay>registry': async (scene) => {
    await scene.app('relay').end();
    scene.app('relay').launch();
    scene.note('the relay begins anew and asks for its ids');
  },
  'operations>postgres': ({ bus }) => {
    for (let nth = 0; nth < QUESTIONS; nth++)
      void bus.ask('operations', 'BUS-OPS', '/v1/operations/lag').catch(() => undefined);
  },
};

/** Something goes over this link from now on, whose answer is waited for by nobody. */
export async function inUse(scene: Scene, link: LinkName): Promise<void> {
  await USES[link]?.(scene);
}
