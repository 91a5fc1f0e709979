export { APP_NAMES, type AppName, AppProcess } from './app-process.js';
export type { Route, ServiceName } from './app-environments.js';
export type { Answer, Question } from './asker.js';
export { BusCommand, type CommandResult } from './bus-command.js';
export { Deployment, type DeploymentOptions, directory } from './deployment.js';
export { ownDist, root } from './places.js';
export { OwnServices, type OwnServicesOptions, type Services, sharedServices } from './services.js';
