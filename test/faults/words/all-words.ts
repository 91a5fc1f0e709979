import { setTimeout as delay } from 'node:timers/promises';
import { LedgerFile } from '#libs/verification';
import { Api } from '../../../apps/cli/src/bus/api.js';
import { DataFolder } from '../../../apps/cli/src/bus/data-folder.js';
import { Tokens } from '../../../apps/cli/src/bus/tokens.js';
import { BusLine } from '../../../apps/cli/src/simulate/bus-line.js';
import { playerOf } from '../../../apps/cli/src/simulate/cast.js';
import { Prng } from '../../../apps/cli/src/simulate/prng.js';
import { Pulse } from '../../../apps/cli/src/simulate/pulse.js';
import type { Deployment } from '../../deployment/index.js';
import { typesOf } from '../nemesis/cases.js';
import type { Scene } from '../scene.js';
import { Speaker } from './speaker.js';
import type { Spoken, Talk } from './talk.js';
import { talks } from './talks.js';

/** Between two words of a talk, so that its dozen lasts as long as most faults. */
const PAUSE_MS = { least: 50, most: 700 } as const;
/** What the bus says of a leg by itself, at whatever time. */
const OF_THE_BUS: ReadonlySet<string> = new Set([
  ...['EvidenceAdvanced', 'DeadlineWarned', 'DeadlineMissed', 'EscalationRaised', 'PreservationExpiring'],
]);

/** Agencies that say, while the fault comes, what the load does not say: every family's words, once each. */
export class AllWords {
  readonly #end = new AbortController();
  readonly #folder: DataFolder;
  readonly #line: BusLine;
  #talks: readonly (readonly [name: string, Promise<readonly Spoken[]>])[] = [];

  private constructor(
    private readonly bus: Deployment,
    private readonly ledger: LedgerFile,
    private readonly seed: number,
  ) {
    this.#folder = new DataFolder(bus.folder);
    const api = new Api(this.#folder, new Tokens(this.#folder));
    this.#line = new BusLine({ api, ledger, pulse: new Pulse(), signal: this.#end.signal });
  }

  /** @param ledger its answers are written down there, beside those of the load */
  static async open(bus: Deployment, ledger: string, seed: number): Promise<AllWords> {
    return new AllWords(bus, await LedgerFile.open(ledger), seed);
  }

  begin(): void {
    this.#talks = Object.entries(talks).map(([name, talk], nth) => {
      const spoken = this.#play(talk, new Prng(this.seed, 80 + nth));
      spoken.catch(() => undefined); // is awaited when the fault is over
      return [name, spoken] as const;
    });
  }

  /** Resolves when everything was said; what stands in the log otherwise fails the scene. @throws Error naming who was not done */
  async finished(scene: Scene, boundMs: number): Promise<void> {
    const late = delay(boundMs, null, { ref: false });
    for (const [name, talk] of this.#talks) {
      const spoken = await Promise.race([talk, late]);
      if (spoken === null) throw new Error(`the talk "${name}" was not done ${boundMs / 1000} s after the fault`);
      for (const { leg, events } of spoken) {
        const stands = (await typesOf(scene, leg)).filter((type) => !OF_THE_BUS.has(type)).join(' ');
        if (stands !== events) scene.fail(`of the talk "${name}" ${leg} has ${stands}`);
      }
    }
  }

  async close(): Promise<void> {
    this.#end.abort();
    await Promise.allSettled(this.#talks.map(([, talk]) => talk));
    await this.ledger.close();
  }

  #play(talk: Talk, prng: Prng): Promise<readonly Spoken[]> {
    const of = (name: string): Speaker => new Speaker(this.#line, this.#playerOf(name), prng);
    const pause = (): Promise<void> =>
      delay(prng.between(PAUSE_MS.least, PAUSE_MS.most), undefined, { signal: this.#end.signal });
    return talk({ of, operator: of('BUS-OPS'), second: of('operator-2'), pause });
  }

  #playerOf(name: string): ReturnType<typeof playerOf> {
    const client = this.#folder.credentials().clients.find((each) => each.agency === name || each.clientId === name);
    if (!client) throw new Error(`there is no client of ${name}`);
    return playerOf(client);
  }
}
