import { describe, expect, it } from '@jest/globals';
import { RoutineRoom } from './routine-room.js';

const overloaded = expect.objectContaining({ code: 'OVERLOADED', status: 429 });

describe('the room for routine commands', () => {
  it('lets in what comes while there is some, and nothing more until something is answered', () => {
    const room = new RoutineRoom(2);
    const leave = room.enter(1);
    room.enter(1);
    expect(() => room.enter(1)).toThrow(overloaded);
    leave();
    expect(() => room.enter(1)).not.toThrow();
  });

  it('takes a batch larger than itself, alone', () => {
    const room = new RoutineRoom(2);
    const leave = room.enter(500);
    expect(() => room.enter(1)).toThrow(overloaded);
    leave();
    room.enter(1);
  });

  it('is no matter to what holds no routine command', () => {
    const room = new RoutineRoom(1);
    room.enter(1);
    expect(() => room.enter(0)).not.toThrow();
  });
});
