import { z } from 'zod';
import { incomplete } from '../lists/page.js';

/** A list of names and counts. Its items are found by `id`, as those of every list. */
export const worklistCounts = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.string().meta({ description: 'Name of the worklist: read it at /v1/worklists/{name}.' }),
        says: z.string().meta({ description: 'What stands in it.' }),
        count: z.int(),
        more: z.boolean().meta({ description: 'There are more than are counted.' }),
      }),
    ),
    next: z.null(),
    rebuilding: z.boolean().meta({
      description: 'The view is being built anew and has not reached what was shown before: counts are too low.',
    }),
    incomplete,
  })
  .meta({
    id: 'WorklistCounts',
    example: {
      items: [
        {
          id: 'awaiting-my-decision',
          says: 'Sent here and not decided on.',
          count: 3,
          more: false,
        },
      ],
      next: null,
      rebuilding: false,
      incomplete: false,
    },
  });

export type WorklistCounts = z.output<typeof worklistCounts>;
