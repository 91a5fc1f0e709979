import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * One request's use of its agency's share. It lasts until the answer is with the network and the work is done: whoever hangs
 * up early, or takes no answer, has not left while something still works for it.
 */
export class Visit {
  #holds = 0;
  #done: (() => void) | null = null;

  constructor(private readonly leave: () => void) {}

  /** Holds the visit open until the returned function is called. */
  hold(): () => void {
    this.#holds += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holds -= 1;
      if (this.#holds === 0) this.leave();
    };
  }

  /** The work on the request begins; `done` says when it has ended, however it did. */
  begin(): void {
    this.#done ??= this.hold();
  }

  done(): void {
    this.#done?.();
  }

  /** Gives the share back before the answer: for a request that only waits from here on, and is bounded in another way. */
  leaveEarly(): void {
    this.leave();
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
