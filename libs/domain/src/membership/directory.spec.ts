import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LANE_COUNT } from '#libs/contracts';
import { Directory } from './directory.js';
import type { DirectoryFile } from './directory.js';

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../deploy/demo/directory.json'), 'utf8'),
) as DirectoryFile;
const directory = new Directory(file);

describe('the demo directory', () => {
  it('has 25 agencies in 12 jurisdictions, and the two that run the bus', () => {
    const [own, placed] = [true, false].map((of) => directory.all().filter(({ country }) => (country === 'XX') === of));
    expect(placed).toHaveLength(25);
    expect(new Set(placed?.map(({ country }) => country)).size).toBe(12);
    expect(own?.flatMap(({ roles }) => roles)).toEqual(['SCHEME_ADMIN', 'DPA_COMPLIANCE']);
  });

  it('leaves lanes free, so that a jurisdiction can be widened', () => {
    const used = new Set(
      Object.values(file.jurisdictions).flatMap(({ routine, urgent, access }) => [...routine, ...urgent, ...access]),
    );
    expect(LANE_COUNT).toBe(64);
    expect(used.size).toBeLessThan(LANE_COUNT - 1);
  });
});

describe('the lane map', () => {
  it('brings the same command to the same lane, of the right jurisdiction and class', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('PH', 'US', 'KE'),
        fc.constantFrom('routine', 'urgent', 'access'),
        fc.string(),
        fc.string(),
        (country, laneClass, agency, key) => {
          const said = { agency, key, sealed: new Set<number>() };
          const lane = directory.lanes.pick(country, laneClass, said);
          expect(directory.lanes.pick(country, laneClass, said)).toBe(lane);
          expect(directory.lanes.lanesOf(country, laneClass)).toContain(lane);
          expect(directory.lanes.classOf(lane)).toBe(laneClass);
          expect(directory.lanes.jurisdictionsOf(lane)).toContain(country);
        },
      ),
    );
  });

  it('passes over sealed lanes, and leaves every command of another lane where it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('PH', 'US', 'KE'),
        fc.constantFrom('routine' as const, 'urgent' as const, 'access' as const),
        fc.string(),
        fc.subarray(Array.from({ length: LANE_COUNT }, (_, lane) => lane)),
        (country, laneClass, key, some) => {
          const sealed = new Set(some);
          const pick = (without: ReadonlySet<number>): number =>
            directory.lanes.pick(country, laneClass, { agency: 'US-CLEAR', key, sealed: without });
          const [usual, lane] = [pick(new Set()), pick(sealed)];
          if (!sealed.has(usual)) expect(lane).toBe(usual);
          const own = directory.lanes.lanesOf(country, laneClass);
          const instead = laneClass === 'urgent' ? directory.lanes.lanesOf(country, 'routine') : [];
          const left = [own, instead].find((lanes) => lanes.some((each) => !sealed.has(each)));
          if (left) expect(left.filter((each) => !sealed.has(each))).toContain(lane);
          else expect(lane).toBe(usual);
        },
      ),
    );
  });

  it('names every fault of a map together', () => {
    const faulty: DirectoryFile = {
      jurisdictions: { AA: { routine: [], urgent: [5], access: [5] }, BB: { routine: [0], urgent: [64], access: [9] } },
      agencies: [],
    };
    expect(() => new Directory(faulty)).toThrow(
      'lane map: AA has no routine lane; lane 5 is urgent and access; BB: lane 0 does not exist; BB: lane 64 does not exist',
    );
  });

  it('keeps the code of the bus from agencies', () => {
    const agencies = [{ code: 'BUS', name: '', country: 'PH', roles: ['LE_UNIT'] }];
    expect(() => new Directory({ ...file, agencies })).toThrow('directory: BUS: the code of the bus itself');
  });

  it('refuses agencies without jurisdiction, role or code', () => {
    const agencies = [{ code: 'x y', name: '', country: 'QQ', roles: [] }];
    expect(() => new Directory({ ...file, agencies })).toThrow(
      'x y: not a code; x y: no jurisdiction QQ; x y: no role',
    );
  });
});
