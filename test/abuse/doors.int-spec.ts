import { afterAll, beforeAll, describe } from '@jest/globals';
import { foreignReferrals } from './rows/foreign-referrals.js';
import { forgedRecords } from './rows/forged-records.js';
import { idempotencyKeys } from './rows/idempotency-keys.js';
import { injection } from './rows/injection.js';
import { massAssignment } from './rows/mass-assignment.js';
import { tokens } from './rows/tokens.js';
import { textElsewhere } from './rows/text-elsewhere.js';
import { Scene } from './scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.open();
}, 300_000);
afterAll(() => scene.close(), 60_000);

const here = (): Scene => scene;

describe('a referral of others (Z1)', () => foreignReferrals(here));
describe('what is not the sender’s to say (Z3)', () => massAssignment(here));
describe('a forged token (Z6)', () => tokens(here));
describe('an idempotency key (Z13)', () => idempotencyKeys(here));
describe('injected text is inert (Z14)', () => injection(here));
describe('injected text is inert elsewhere (Z14)', () => textElsewhere(here));
describe('forged records (Z9)', () => forgedRecords(here));
