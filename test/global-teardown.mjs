import { rmSync } from 'node:fs';

export default async function teardown() {
  const services = globalThis.busTestServices;
  if (!services) return;
  await services.stack.stop();
  services.guardian.dismiss();
  rmSync(services.dataDir, { recursive: true, force: true });
}
