import { roles } from '#libs/domain';
import type { Role } from '#libs/domain';
import { z } from 'zod';

/** A role of vocabulary 6. */
export const roleCode = z.enum(Object.keys(roles) as [Role, ...Role[]]);
