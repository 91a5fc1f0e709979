import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { LimitFunction } from 'p-limit';
import type { Places } from './places.js';

/**
 * One request's use of its agency's share. It lasts until the answer is with the network and the work is done: whoever hangs
 * up early, or takes no answer, has not left while something still works for it.
 */
export class Visit {
  #holds = 0;
  #done: (() => void) | null = null;
  #leave: () => void;
  #endTurn: (() => void) | null = null;

  /**
   * @param waits where it is counted while its work waits for a position
   * @param turns which of those that waited go on
   */
  constructor(
    private readonly agency: string,
    leave: () => void,
    private readonly waits: Places,
    private readonly turns: LimitFunction,
  ) {
    this.#leave = leave;
  }

  /** Holds the visit open until the returned function is called. */
  hold(): () => void {
    this.#holds += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holds -= 1;
      if (this.#holds === 0) this.#leave();
    };
  }

  /** The work on the request begins; `done` says when it has ended, however it did. */
  begin(): void {
    this.#done ??= this.hold();
  }

  done(): void {
    this.#endTurn?.();
    this.#done?.();
  }

  /**
   * The request waits from here on, and asks for next to nothing meanwhile: it gives its share back before the answer, and
   * is counted there to its end. It does not come back into line, where it could be refused what it waited for.
   * @param holder whose it is there, where that is another than the agency
   * @throws TooManyRequests, Unavailable; then it is counted as before
   */
  stepAside(into: Places = this.waits, holder: string = this.agency): void {
    const leave = into.take(holder);
    this.#leave();
    this.#leave = leave;
    if (this.#holds === 0) leave();
  }

  /**
   * The request need not wait any more, and goes on in its turn, which ends with its work. One position lets everything through
   * that waited for it, more at once than there are connections to a database: the last in line were told that it is away.
   */
  goOn(): Promise<void> {
    return new Promise((goOn) => {
      void this.turns(() => {
        goOn();
        return new Promise<void>((end) => (this.#endTurn = end));
      });
    });
  }

  holdUntilAnswered(response: ServerResponse, socket: Socket): void {
    const release = this.hold();
    const answered = (): void => {
      endsOf(socket).delete(answered);
      release();
    };
    // an answer that waits behind another one of its connection is not told when that connection closes
    endsOf(socket).add(answered);
    response.once('finish', answered);
    if (socket.destroyed) answered();
  }
}

const visits = new WeakMap<object, Visit>();

export function rememberVisit(request: object, visit: Visit): void {
  visits.set(request, visit);
}

/** The visit of a request that was let in. */
export function findVisit(request: object): Visit | undefined {
  return visits.get(request);
}

const ends = new WeakMap<Socket, Set<() => void>>();

/** What is to be called when the connection closes. One listener a connection, however many requests it brings. */
function endsOf(socket: Socket): Set<() => void> {
  const known = ends.get(socket);
  if (known) return known;
  const callbacks = new Set<() => void>();
  ends.set(socket, callbacks);
  socket.once('close', () => callbacks.forEach((call) => call()));
  return callbacks;
}
