import type { Row } from '../harness/row.js';
import { feed } from './feed.js';
import { inboxPage, worklistPage } from './list-page.js';

export const viewsRows: readonly Row[] = [inboxPage, worklistPage, feed];
