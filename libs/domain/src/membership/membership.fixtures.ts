import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { BusEvent } from '#libs/contracts';
import type { Actor } from '#libs/kernel';
import { refusalOf } from '../leg/leg.fixtures.js';
import { busActors } from './bus-actors.js';
import type { MembershipCommand } from './commands.js';
import type { DirectoryFile } from './directory.js';
import type { MembershipEvent } from './evolve.js';
import { membership } from './membership.js';
import type { Membership } from './state.js';

export const NOW = Date.UTC(2026, 10, 26);

/** A founded bus of one jurisdiction with two agencies and its operator. */
export const founding: DirectoryFile = {
  jurisdictions: { PH: { routine: [1, 2], urgent: [36], access: [48] } },
  agencies: [
    { code: 'PH-WCPC', name: 'Women and Children Desk', country: 'PH', roles: ['LE_UNIT', 'POC_247'] },
    { code: 'PH-CHILD', name: 'Child Care Service', country: 'PH', roles: ['CHILD_PROT'] },
    { code: 'BUS-OPS', name: 'Operator', country: 'XX', roles: ['SCHEME_ADMIN'] },
  ],
};

const demoFile = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../deploy/demo/directory.json'), 'utf8'),
) as DirectoryFile;

/** Without its desks, which the file has as people write them. */
export const demoDirectory: DirectoryFile = {
  ...demoFile,
  agencies: demoFile.agencies.map(({ contacts: _, ...agency }) => agency),
};

export const operator = (person: string | null = 'ops-1'): Actor => ({
  agency: 'BUS-OPS',
  role: 'SCHEME_ADMIN',
  country: 'XX',
  client: 'operator',
  person,
});

export const backendOf = (agency: string): Actor => ({
  agency,
  role: 'LE_UNIT',
  country: 'PH',
  client: agency.toLowerCase(),
  person: null,
});

export const eventId = (n: number): string => `0198c1f0-0000-7000-8000-${String(n).padStart(12, '0')}`;

export function folded(history: readonly BusEvent[], person: string | null = 'ops-1'): Membership {
  return history.reduce<Membership>(
    (state, event, index) =>
      membership.evolve(state, event, { at: NOW + index, eventId: eventId(index + 1), person, synthetic: false }),
    membership.initialState(),
  );
}

export const foundBus = (file: DirectoryFile = founding): MembershipEvent[] =>
  membership.decide(
    { type: 'FoundBus', meta: { actor: busActors.policy, now: NOW }, data: file },
    membership.initialState(),
  );

type Say<Type extends MembershipCommand['type']> = Extract<MembershipCommand, { type: Type }>['data'];

export const say = <Type extends MembershipCommand['type']>(
  type: Type,
  data: Say<Type>,
  actor: Actor = operator(),
): MembershipCommand => ({ type, data, meta: { actor, now: NOW } }) as unknown as MembershipCommand;

/** given what was said after the founding, when a command, then its events or its refusal. */
export function given(...after: MembershipEvent[]) {
  const state = folded([...foundBus(), ...after]);
  return {
    when: (command: MembershipCommand) => ({
      then: (...events: MembershipEvent[]) => expect(membership.decide(command, state)).toEqual(events),
      thenTypes: (...types: string[]) =>
        expect(membership.decide(command, state).map(({ type }) => type)).toEqual(types),
      thenNothing: () => expect(membership.decide(command, state)).toEqual([]),
      thenRefused: (code: string, details?: object) => {
        const error = refusalOf(() => membership.decide(command, state));
        expect(error?.code).toBe(code);
        if (details) expect(error?.details).toMatchObject(details);
      },
    }),
  };
}
