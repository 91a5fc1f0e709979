import { type ContactPoint, LANE_COUNT } from '#libs/contracts';
import { type Training, untrained } from '../exercise/state.js';
import { faultsOfAgency } from './agency-faults.js';
import { LaneMap } from './lane-map.js';
import type { JurisdictionLanes } from './lane-map.js';
import { priorityRightOf, rightsOf, type RoleRights } from './roles.js';

export interface Agency {
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2: its jurisdiction. */
  readonly country: string;
  readonly roles: readonly string[];
  /** It has its referrals released by a second person (features B12). */
  readonly needsRelease?: boolean;
  /** Narrower rights than its roles give. */
  readonly rights?: AgencyRights | null;
  /** How its desks are reached, where that is known from the beginning. */
  readonly contacts?: readonly ContactPoint[];
}

/** What an agency may do at the most, whatever its role gives. */
export interface AgencyRights {
  readonly originate: boolean;
  readonly receive: boolean;
  /** Without it, what it says of a priority is a proposal. */
  readonly setPriority: boolean;
}

/** What a bus is founded with: who takes part and which lanes each jurisdiction has. */
export interface DirectoryFile {
  readonly jurisdictions: Readonly<Record<string, JurisdictionLanes>>;
  readonly agencies: readonly Agency[];
  /** Those that took part once and do not now. */
  readonly former?: readonly Agency[];
}

/** Who takes part at one moment: the read side of membership, pure and unchangeable. */
export class Directory {
  readonly lanes: LaneMap;
  private readonly byCode: ReadonlyMap<string, Agency>;
  #everybody: Directory | undefined;

  /** @param training drills, and what was learnt @throws Error naming every fault of the file. */
  constructor(
    private readonly file: DirectoryFile,
    readonly training: Training = untrained,
  ) {
    this.lanes = new LaneMap(file.jurisdictions, LANE_COUNT);
    this.byCode = new Map(file.agencies.map((agency) => [agency.code, agency]));
    const faults = [
      ...(this.byCode.size === file.agencies.length ? [] : ['an agency is listed twice']),
      ...file.agencies.flatMap((agency) => faultsOfAgency(agency, (country) => this.lanes.has(country))),
    ];
    if (faults.length > 0) throw new Error(`directory: ${faults.join('; ')}`);
  }

  find(code: string): Agency | undefined {
    return this.byCode.get(code);
  }

  /**
   * Also those that take part no more: for whoever reads a command that was accepted while they did, and is repeated now. A
   * key's answer stands, whatever became of the agency; that nothing new is said to it is for the decision to see.
   */
  get everybody(): Directory {
    const { former = [], ...file } = this.file;
    this.#everybody ??=
      former.length === 0 ? this : new Directory({ ...file, agencies: [...file.agencies, ...former] }, this.training);
    return this.#everybody;
  }

  /** What the agency may do in a role of its: no more than both allow. */
  rightsOf(code: string, role: string): RoleRights {
    const given = rightsOf(role);
    const { rights } = this.byCode.get(code) ?? {};
    if (!rights) return given;
    return {
      originate: given.originate && rights.originate,
      receive: given.receive && rights.receive,
      priority: priorityRightOf(role, rights.setPriority),
    };
  }

  /** Whether the agency may set priorities, in the roles of its that may. */
  setsPriority(code: string): boolean {
    return this.byCode.get(code)?.rights?.setPriority ?? true;
  }

  all(): Agency[] {
    return [...this.byCode.values()];
  }
}
