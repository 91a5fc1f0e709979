import type { Row } from '../harness/row.js';
import { feed } from './feed.js';
import { inboxPage, worklistPage } from './list-page.js';
import { memory } from './memory.js';

export const viewsRows: readonly Row[] = [inboxPage, worklistPage, feed, memory];
