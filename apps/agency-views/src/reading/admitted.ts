import type { AdmittedReader, CaseReader } from '#libs/access';
import type { Members } from '#libs/membership';

/** The reader as membership knows its agency at this moment. @throws Unavailable MEMBERSHIP_UNKNOWN */
export const admitted = ({ agency, role }: CaseReader, members: Members): AdmittedReader => ({
  agency,
  role,
  leftAt: members.leftAt(agency),
});
