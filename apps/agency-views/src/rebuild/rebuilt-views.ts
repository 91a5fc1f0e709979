import type { Projection } from '#libs/projections';
import { agencyViews } from '../agency-views.projection.js';
import { agencyFeed } from '../feed/feed.projection.js';

/** What is built from the log in this app's database. */
export const rebuiltViews: readonly Projection[] = [agencyViews, agencyFeed];

/** @throws Error where there is no view of this name */
export function getView(name: string): Projection {
  const view = rebuiltViews.find((each) => each.name === name);
  if (!view) throw new Error(`there is no view ${name}`);
  return view;
}
