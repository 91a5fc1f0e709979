export { type Audience, audienceOf, eventsGrantedBy, OF_OUTCOMES, withheldFromGranted } from './audience.js';
export { type AdmittedReader, type CaseReader, hasCaseAccess, leftIn, requireCaseAccess } from './case-roles.js';
export { type Extent, EXTENTS, openTo } from './grants.js';
export { classesOf, EVENTS_FOR_LIMITED, extentFor, fieldsForLimited, isLimited } from './limited-roles.js';
export {
  calledUpon,
  type CaseParties,
  followableBy,
  mayFollow,
  mayRead,
  type Parties,
  readableBy,
  type SqlFilter,
} from './need-to-know.js';
