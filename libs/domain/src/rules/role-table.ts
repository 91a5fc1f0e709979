import given from '../../../../reference/roles.json' with { type: 'json' };
import { rightsOf, type RoleRights, roles, type StakeholderRole } from '../membership/roles.js';
import { isText, objectIn, unknownFields } from './content.js';
import type { Content } from './state.js';

/** The code list of who takes part in which role (vocabulary 6). */
export const ROLE_LIST = 'Role';

const TEXTS = ['actor', 'contributes', 'regime'] as const;

/** What the door enforces. The list tells it, and cannot change it: that takes a release. */
const ENFORCED = ['originate', 'receive', 'priority'] as const satisfies readonly (keyof RoleRights)[];

/**
 * Why this cannot be the list of roles; empty where it can. Agencies agree on what a role is called, contributes and is bound
 * by. Which roles there are and what each may do is enforced by `rightsOf`, in code: a version that said otherwise would tell
 * people what the bus does not do.
 */
export function faultsOfRoleList({ source, codes, ...others }: Content): string[] {
  const given = objectIn(codes);
  return [
    ...unknownFields('', others),
    ...(isText(source) ? [] : ['source: missing']),
    ...Object.keys(roles).flatMap((role) => faultsOfRole(role, objectIn(given?.[role]))),
    ...Object.keys(given ?? {})
      .filter((role) => !Object.hasOwn(roles, role))
      .map((role) => `codes: ${role} is no role; a new one comes with a release`),
  ];
}

function faultsOfRole(role: string, row: Content | undefined): string[] {
  if (!row) return [`codes: ${role} is missing`];
  const enforced = rightsOf(role);
  const { actor: _, contributes: __, regime: ___, originate, receive, priority, ...others } = row;
  const told: Content = { originate, receive, priority };
  return [
    ...unknownFields(`codes/${role}/`, others),
    ...TEXTS.filter((field) => !isText(row[field])).map((field) => `codes/${role}/${field}: missing`),
    ...ENFORCED.filter((right) => told[right] !== enforced[right]).map(
      (right) => `codes/${role}/${right}: ${String(enforced[right])} is enforced, and changes with a release only`,
    ),
  ];
}

/** The document that the bus begins with. */
export const firstRoleList = (): string => JSON.stringify(given);

/** Texts as they were published, with the rights that are enforced, whatever an earlier release may have published of them. */
export function rolesIn(document: string): Readonly<Record<string, StakeholderRole>> {
  const { codes } = JSON.parse(document) as { readonly codes: Readonly<Record<string, StakeholderRole>> };
  return Object.fromEntries(
    Object.entries(codes).map(([role, row]) => {
      const { originate, receive, priority } = rightsOf(role);
      return [role, { ...row, originate, receive, priority }];
    }),
  );
}
