import { createHash } from 'node:crypto';

/** routine; urgent for what is submitted as P1 or P2; access for records of reads and refusals (design 3 "Lanes"). */
export const LANE_CLASSES = ['routine', 'urgent', 'access'] as const;
export type LaneClass = (typeof LANE_CLASSES)[number];

/** The lanes that a jurisdiction owns or shares, by class. */
export type JurisdictionLanes = Readonly<Record<LaneClass, readonly number[]>>;

type Jurisdictions = Readonly<Record<string, JurisdictionLanes>>;

/** Of each jurisdiction's assignments the one that holds. */
export function lanesNow<Lanes extends JurisdictionLanes>(
  histories: Readonly<Record<string, readonly Lanes[]>>,
): Record<string, Lanes> {
  return Object.fromEntries(
    Object.entries(histories).flatMap(([code, assignments]) => {
      const last = assignments.at(-1);
      return last ? [[code, last]] : [];
    }),
  );
}

/** Why this cannot be a lane map, one fault a line; empty where it can. */
export function faultsOfLanes(jurisdictions: Jurisdictions, laneCount: number): string[] {
  const classes = new Map<number, LaneClass>();
  return Object.entries(jurisdictions).flatMap(([code, lanes]) => place(classes, code, lanes, laneCount));
}

export class LaneMap {
  private readonly classes = new Map<number, LaneClass>();

  /** @throws Error naming every fault of the map. */
  constructor(
    private readonly jurisdictions: Jurisdictions,
    laneCount: number,
  ) {
    const faults = Object.entries(jurisdictions).flatMap(([code, lanes]) =>
      place(this.classes, code, lanes, laneCount),
    );
    if (faults.length > 0) throw new Error(`lane map: ${faults.join('; ')}`);
  }

  has(jurisdiction: string): boolean {
    return Object.hasOwn(this.jurisdictions, jurisdiction);
  }

  /** The class of a lane; lanes that no jurisdiction owns are routine. */
  classOf(lane: number): LaneClass {
    return this.classes.get(lane) ?? 'routine';
  }

  lanesOf(jurisdiction: string, laneClass: LaneClass): readonly number[] {
    return this.jurisdictions[jurisdiction]?.[laneClass] ?? [];
  }

  jurisdictionsOf(lane: number): string[] {
    return Object.keys(this.jurisdictions).filter((code) =>
      LANE_CLASSES.some((laneClass) => this.lanesOf(code, laneClass).includes(lane)),
    );
  }

  /**
   * A lane of the jurisdiction and class by hash of (agency, idempotency key), so that the same command meets the same lane.
   * Another one only where that is sealed: what went elsewhere stays where it is. An urgent referral without an urgent lane
   * left goes by a routine one rather than not at all. Which lane a repeated command meets is a matter of speed only, since
   * the journal finds its key wherever it was claimed.
   * @returns a sealed lane where none is left
   */
  pick(
    jurisdiction: string,
    laneClass: LaneClass,
    { agency, key, sealed }: { readonly agency: string; readonly key: string; readonly sealed: ReadonlySet<number> },
  ): number {
    const lanes = this.lanesOf(jurisdiction, laneClass);
    const hash = createHash('sha256').update(`${agency}\n${key}`).digest();
    const lane = lanes[hash.readUInt32BE(0) % lanes.length];
    if (lane === undefined) throw new RangeError(`no ${laneClass} lane of ${jurisdiction}`);
    if (!sealed.has(lane)) return lane;
    const open = [lanes, laneClass === 'urgent' ? this.lanesOf(jurisdiction, 'routine') : []]
      .map((some) => some.filter((each) => !sealed.has(each)))
      .find((some) => some.length > 0);
    return open?.[hash.readUInt32BE(4) % open.length] ?? lane;
  }
}

function place(classes: Map<number, LaneClass>, code: string, lanes: JurisdictionLanes, laneCount: number): string[] {
  return LANE_CLASSES.flatMap((laneClass) => {
    if (lanes[laneClass].length === 0) return [`${code} has no ${laneClass} lane`];
    return lanes[laneClass].flatMap((lane) => {
      const known = classes.get(lane);
      classes.set(lane, laneClass);
      if (!Number.isInteger(lane) || lane < 1 || lane >= laneCount) return [`${code}: lane ${lane} does not exist`];
      return known !== undefined && known !== laneClass ? [`lane ${lane} is ${known} and ${laneClass}`] : [];
    });
  });
}
