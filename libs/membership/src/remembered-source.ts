import type { KnownPosition } from './known-position.js';
import type { MembershipSource, Read } from './membership-source.js';

/**
 * A source that is not believed to be whole while it says less than was known here once. A topic that was lost is filled again
 * from its beginning: who learned from it meanwhile would know neither who was admitted last, nor who was suspended.
 */
export class RememberedSource implements MembershipSource {
  #known: number | null = null;
  #position = 0;

  /** @param onForgotten told of what could not be kept; it is tried again with the next look */
  constructor(
    private readonly source: MembershipSource,
    private readonly memory: KnownPosition,
    private readonly onForgotten: (error: unknown) => void,
  ) {}

  get everyMs(): number {
    return this.source.everyMs;
  }

  async read(): Promise<Read> {
    // first: what the source has said once it does not say again
    const known = (this.#known ??= await this.memory.read());
    const { events, whole } = await this.source.read();
    this.#position = events.reduce((last, { meta }) => Math.max(last, meta.position), this.#position);
    if (whole && this.#position > known) await this.#keep(this.#position);
    return { events, whole: whole && this.#position >= known };
  }

  async close(): Promise<void> {
    await this.source.close();
    await this.memory.close();
  }

  async #keep(position: number): Promise<void> {
    try {
      await this.memory.raise(position);
      this.#known = position;
    } catch (error) {
      this.onForgotten(error);
    }
  }
}
