import { type PlaceBounds, Places } from '#libs/platform';

export const defaultFeedBounds: PlaceBounds = { ofAgency: 32, ofAll: 2_000 };

/** Feeds that are open: requests that wait for an item, and streams. */
export class FeedPlaces extends Places {}
