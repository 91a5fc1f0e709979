import { setImmediate as turn } from 'node:timers/promises';
import { saturate } from '../harness/load.js';
import type { Row } from '../harness/row.js';
import { clientsOf, WAITING } from './load.js';

/** The null row: how many commands the harness makes when each is answered at once by nobody. */
export const harnessAlone: Row = {
  id: 'accept.null',
  title: 'no-op: commands made, and answered without a journal',
  limit: null,
  unit: 'commands/s',
  goal: null,
  durability: 'none',
  prepare: async ({ options }) => ({
    figure: () => {
      const clients = clientsOf('sixteen lanes');
      const act = async (client: number): Promise<void> => {
        clients[client]?.();
        await turn();
      };
      return saturate({ waiting: WAITING, seconds: options.seconds, act });
    },
    check: async () => [],
    close: async () => undefined,
  }),
};
