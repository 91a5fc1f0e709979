import { connect } from 'node:net';

/** Sends bytes as they are to the address of a server; resolves with all that came back once the connection is closed. */
export function rawExchange(url: string, bytes: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    // a server that closes before everything was sent resets the connection: what it said before counts
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', () => undefined).on('close', () => resolve(answer));
  });
}
