export { agencyViews } from './agency-views.projection.js';
export { AgencyViewsModule } from './app.module.js';
export type { AgencyViewsConfig } from './config.js';
export { connectAgencyViews } from './consumer/connect.js';
export { migrateViews, type ViewsGrants } from './database/views-database.js';
export { agencyViewsSchema } from './migrations/0001-agency-views.js';
