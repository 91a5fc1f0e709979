export { type CaseReader, hasCaseAccess, requireCaseAccess } from './case-roles.js';
export { mayRead, type Parties, readableBy, type SqlFilter } from './need-to-know.js';
