import { join } from 'node:path';
import type { RunningBus } from './bus.js';

/** What a newcomer needs next. The commands work when pasted, into bash or zsh. */
export function summaryOf({ api, issuer }: RunningBus, dataDir: string, after: string): string {
  const credentials = join(dataDir, 'credentials.json');
  return `
The referral bus is ready after ${after}.

  API           ${api}          (try ${api}/docs)
  Issuer        ${issuer}
  Credentials   ${credentials}
  Endpoints     ${join(dataDir, 'endpoints.json')}
  Log           ${join(dataDir, 'bus.log')}

Submit a referral as the US clearing house, and look into the recipient's inbox once it is there:

  token() { node -p "const c = require('${credentials}'); const a = c.clients.find((x) => x.clientId === '$1'); [c.tokenUrl, a.clientId + ':' + a.clientSecret].join(' ')" | { read url user; curl -s -u "$user" -d grant_type=client_credentials "$url"; } | node -p "JSON.parse(require('fs').readFileSync(0)).access_token"; }
  answer=$(curl -si ${api}/v1/referrals -H "Authorization: Bearer $(token us-clear)" -H "Idempotency-Key: $(node -p "crypto.randomUUID()")" -H 'Content-Type: application/json' \\
    -d '{"to":{"agency":"PH-WCPC"},"incident":{"offenceType":"SOLICITATION","modifiers":[]},"files":[{"kind":"CHAT_LOG","count":1}],"nexus":[{"country":"PH","basis":"VICTIM_PRESENT","confidence":"MEDIUM"}],"priority":{"level":"P3","reasons":["IDENTIFIED_SUSPECT"]}}')
  echo "$answer"
  curl -s -w '\\n' ${api}/v1/inbox -H "Authorization: Bearer $(token ph-wcpc)" -H "Bus-Min-Position: $(echo "$answer" | grep -i ^bus-position | tr -d '\\r' | cut -d' ' -f2)"

Watch it:  npx bus simulate   ·   npx bus lag   ·   npx bus verify
Stop it:   Ctrl-C (the data is kept)
`;
}
