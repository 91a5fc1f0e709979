import { kafkaSettings, macKeysField } from '#libs/event-log';
import { readConfig } from '#libs/platform';
import { z } from 'zod';

const shape = z.object({ ...kafkaSettings, DATABASE_URL: z.string(), MAC_KEYS: macKeysField });

/** What a rebuild needs of the view's environment. @throws ConfigError */
export const readRebuildConfig = (env: NodeJS.ProcessEnv): z.output<typeof shape> => readConfig(shape, env);
