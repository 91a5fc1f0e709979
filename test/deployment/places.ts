import { join } from 'node:path';

/** Of the checkout, whether this runs from source or compiled. */
export const root = join(import.meta.dirname.replace(/([/\\])dist[/\\](test[/\\])/, '$1$2'), '../..');

/** Compiled programs of this checkout; `apps/` and `libs/` lie in it. */
export const ownDist = join(root, 'dist');

export const partiesFile = join(root, 'reference/convention-parties.csv');

export const directoryFile = join(root, 'deploy/demo/directory.json');
