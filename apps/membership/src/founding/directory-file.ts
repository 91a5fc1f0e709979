import { type Agency, Directory, type DirectoryFile, faultsOfCalendar } from '#libs/domain';
import { z } from 'zod';
import { contactSchema, rightsSchema, roleCode } from '../words/fields.js';

const lanes = z.array(z.int()).readonly();

const fileSchema = z.strictObject({
  jurisdictions: z.record(
    z.string().regex(/^[A-Z]{2}$/),
    z.strictObject({ routine: lanes, urgent: lanes, access: lanes }),
  ),
  agencies: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      country: z.string(),
      roles: z.array(z.string()),
      rights: rightsSchema.nullable().optional(),
      needsRelease: z.boolean().optional(),
      contacts: z.array(contactSchema.extend({ role: roleCode })).optional(),
    }),
  ),
});

/** Setting: the text of a directory file, every fault of which is reported. */
export const directoryField = z.string().transform((text, context): DirectoryFile => {
  try {
    const file = fileSchema.parse(JSON.parse(text));
    new Directory(file); // names every fault
    const faults = file.agencies.flatMap(faultsOfDesks);
    if (faults.length > 0) throw new Error(`directory: ${faults.join('; ')}`);
    return file;
  } catch (error) {
    context.addIssue({ code: 'custom', message: faultOf(error) });
    return z.NEVER;
  }
});

const faultsOfDesks = ({ code, roles, contacts = [] }: Agency): string[] =>
  contacts.flatMap((contact) => [
    ...(roles.includes(contact.role) ? [] : [`${code}: a desk of a role that it does not hold, ${contact.role}`]),
    ...faultsOfCalendar(contact).map((fault) => `${code}: ${fault}`),
  ]);

function faultOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    return `directory: ${error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`;
  }
  // the message of a syntax error quotes the text
  if (error instanceof SyntaxError) return 'directory: not JSON';
  if (error instanceof Error) return error.message;
  throw error;
}
