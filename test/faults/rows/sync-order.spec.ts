import { describe, expect, it } from '@jest/globals';
import { callsIn, faultsIn } from './sync-order.js';

const id = 'PH.3.01a21603-607c-75d0-925e-75e05afe189e';
const other = 'PH.4.01a21603-5ec2-7465-8b87-eaca8bc641da';
const wal = '7</cluster/pg_wal/000000010000000000000001>';
const written = (referral: string): string => `20 pwrite64(${wal}, "..${referral}..", 8192, 0) = 8192`;
const synced = `20 fdatasync(${wal}) = 0`;
const answered = (referral: string): string =>
  `30 writev(25<socket:[1]>, [{iov_base="HTTP/1.1 201 Created", iov_len=9}, {iov_base="{\\"id\\":\\"${referral}\\"}", iov_len=9}], 2) = 18`;

const faults = (lines: readonly string[]): string[] => faultsIn(callsIn(lines.join('\n')), 1);

describe('the order of syncs and answers', () => {
  it('is right where the log was written, synced, and then answered', () =>
    expect(faults([written(id), synced, answered(id)])).toEqual([]));

  it('is wrong where nothing was synced after it was written', () =>
    expect(faults([synced, written(id), answered(id)])).toEqual([`${id} was answered before the log was synced`]));

  it('is wrong where the answer precedes the log', () =>
    expect(faults([written(other), synced, answered(id)])).toEqual([`${id} was answered before it was in the log`]));

  it('is wrong where the sync had begun before the log was written', () =>
    expect(
      faults([`21 fdatasync(${wal} <unfinished ...>`, written(id), `21 <... fdatasync resumed>) = 0`, answered(id)]),
    ).toEqual([`${id} was answered before the log was synced`]));

  it('is right where another process synced, and its call was interrupted', () =>
    expect(
      faults([
        written(id),
        `21 fdatasync(${wal} <unfinished ...>`,
        `22 write(5, "x", 1) = 1`,
        `21 <... fdatasync resumed>) = 0`,
        answered(id),
      ]),
    ).toEqual([]));

  it('is not shown by fewer answers than there were', () => expect(faults([])).toEqual(['only 0 answers were seen']));
});
