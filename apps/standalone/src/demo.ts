import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A realistic day between the demo agencies, played by the bus command through the front door. */
export interface Demo {
  /** Resolves when it is over, or was ended. */
  end(): Promise<void>;
}

export function playDemo(dataDir: string, say: (text: string) => void): Demo {
  const cli = join(import.meta.dirname, '../../cli/src/main.js');
  const child = spawn(process.execPath, [cli, 'simulate', '--data', dataDir], { stdio: 'inherit' });
  const over = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
    child.on('error', (error) => {
      say(`The demonstration could not be started: ${error.message}`);
      resolve();
    });
  });
  return {
    end: () => {
      child.kill();
      return over;
    },
  };
}
