import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { assertRoom } from './room.js';

describe('the room on a disk', () => {
  it('is enough where the disk has it', () => expect(() => assertRoom(tmpdir(), 1)).not.toThrow());
  it('is missed in one sentence with cause and cure', () =>
    expect(() => assertRoom(tmpdir(), 1e9)).toThrow(
      /is nearly full \(\d+ MiB free, 1000000000 needed\): free some space/,
    ));
});
