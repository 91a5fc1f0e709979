import { LANE_COUNT } from '#libs/contracts';
import { BUS_AGENCY } from './bus-actors.js';
import { LaneMap } from './lane-map.js';
import type { JurisdictionLanes } from './lane-map.js';
import { roles } from './roles.js';

export interface Agency {
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2: its jurisdiction. */
  readonly country: string;
  readonly roles: readonly string[];
  /** It has its referrals released by a second person (features B12). */
  readonly needsRelease?: boolean;
}

/** The directory's file: who takes part and which lanes each jurisdiction has. Replaced by membership events later. */
export interface DirectoryFile {
  readonly jurisdictions: Readonly<Record<string, JurisdictionLanes>>;
  readonly agencies: readonly Agency[];
}

/** Who takes part. */
export class Directory {
  readonly lanes: LaneMap;
  private readonly byCode: ReadonlyMap<string, Agency>;

  /** @throws Error naming every fault of the file. */
  constructor(file: DirectoryFile) {
    this.lanes = new LaneMap(file.jurisdictions, LANE_COUNT);
    this.byCode = new Map(file.agencies.map((agency) => [agency.code, agency]));
    const faults = [
      ...(this.byCode.size === file.agencies.length ? [] : ['an agency is listed twice']),
      ...file.agencies.flatMap((agency) => this.faultsOf(agency)),
    ];
    if (faults.length > 0) throw new Error(`directory: ${faults.join('; ')}`);
  }

  find(code: string): Agency | undefined {
    return this.byCode.get(code);
  }

  all(): Agency[] {
    return [...this.byCode.values()];
  }

  private faultsOf({ code, country, roles: held }: Agency): string[] {
    return [
      ...(/^[A-Z0-9][A-Z0-9-]{1,31}$/.test(code) ? [] : [`${code}: not a code`]),
      ...(code === BUS_AGENCY ? [`${code}: the code of the bus itself`] : []),
      ...(this.lanes.has(country) ? [] : [`${code}: no jurisdiction ${country}`]),
      ...held.filter((role) => !Object.hasOwn(roles, role)).map((role) => `${code}: no role ${role}`),
      ...(held.length > 0 ? [] : [`${code}: no role`]),
    ];
  }
}
