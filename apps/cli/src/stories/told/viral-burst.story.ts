import { randomUUID } from 'node:crypto';
import type { Actor } from '../actor.js';
import { Burst } from '../burst.js';
import { differences } from '../differences.js';
import type { Stage } from '../stage.js';
import { NotAsTold } from '../not-as-told.js';
import type { Story } from '../story.js';

/** Fewer would meet no quota. */
const FEWEST = 600;

/** @param bundle the bundle that it is counted to; none for the report that leads it */
const meme = (reference: string, bundle?: object): object => ({
  to: { agency: 'BR-NCP' },
  reference,
  incident: { offenceType: 'CSAM_DISTRIBUTION', modifiers: ['VIRAL_OR_MEME', 'KNOWN_MATERIAL'] },
  files: [{ kind: 'VIDEO', count: 1 }],
  nexus: [{ country: 'BR', basis: 'SUSPECT_PRESENT', confidence: 'LOW' }],
  priority: { level: 'P4', reasons: ['KNOWN_MATERIAL_ONLY'] },
  synthetic: true,
  ...(bundle && { bundle }),
});

const alarm = (reference: string): object => ({
  to: { agency: 'BR-NCP' },
  reference,
  incident: { offenceType: 'SEXUAL_EXTORTION', modifiers: ['FINANCIAL_EXTORTION'] },
  nexus: [{ country: 'BR', basis: 'VICTIM_PRESENT', confidence: 'HIGH' }],
  priority: { level: 'P1', reasons: ['SELF_HARM_RISK'] },
  synthetic: true,
});

const routine = (reference: string): object => ({
  ...alarm(reference),
  to: { agency: 'DE-NCP' },
  nexus: [{ country: 'DE', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' }],
  priority: { level: 'P3', reasons: ['IDENTIFIED_VICTIM'] },
});

/** Urgent referrals to the same country and routine ones to another, one after the other until the burst is over. */
async function aside(stage: Stage, others: Actor, isOver: () => boolean): Promise<number> {
  const [brazil, germany] = [stage.agency('BR-NCP'), stage.agency('DE-NCP')];
  let slowest = 0;
  for (let nth = 1; nth === 1 || !isOver(); nth++) {
    const begun = Date.now();
    const urgent = await others.once('/v1/referrals', alarm(stage.reference(`ALARM-${nth}`)));
    slowest = Math.max(slowest, Date.now() - begun);
    if (urgent.status !== 201) throw new NotAsTold(`an urgent referral was answered ${urgent.status} in the burst`);
    await brazil.finds(urgent);
    await germany.finds(await others.send('/v1/referrals', routine(stage.reference(`ROUTINE-${nth}`))));
  }
  return slowest;
}

export const viralBurst: Story = {
  number: 8,
  title: 'Viral burst',
  teaches: 'A flood of near-identical reports: none lost, none double, told to slow down, and nobody else notices.',

  async play(stage) {
    const company = stage.agency('US-VIDEO');
    const hotline = stage.agency('GB-HOTLINE');
    const brazil = stage.agency('BR-NCP');
    const count = Math.max(FEWEST, stage.referrals);
    const first = await company.submits('reports a meme for the first time', meme(stage.reference('FIRST')));
    const bundle = { bundle: randomUUID(), lead: first.id };
    const reports = Array.from({ length: count }, (_, nth) => meme(stage.reference(`MEME-${nth}`), bundle));

    const burst = new Burst(company);
    let over = false;
    stage.minutes.note(`US-VIDEO reports it ${count} times more, all at once, bundled; every fifth batch twice …`);
    const sending = burst.send(reports).finally(() => (over = true));
    const [slowest] = await Promise.all([aside(stage, hotline, () => over), sending]);

    stage.minutes.act(
      'US-VIDEO',
      'has had every report accepted',
      `${burst.accepted.size}, ${burst.repeated} batches repeated`,
    );
    const turnedAway = [...burst.turnedAway].map(([code, times]) => `${code} ×${times}`).join(' ');
    if (turnedAway === '') throw new NotAsTold('the sender was never told to slow down');
    stage.minutes.look('US-VIDEO', 'was told to slow down, each time with Retry-After', `429 ${turnedAway}`);
    stage.minutes.look('GB-HOTLINE', 'had every P1 accepted at the first attempt meanwhile', `slowest ${slowest} ms`);
    stage.minutes.look('DE-NCP', 'got its routine referrals meanwhile');

    await brazil.reaches(burst.ends);
    const inbox = await brazil.list('/v1/inbox?synthetic=true&from=US-VIDEO');
    const shown = inbox.filter(({ reference }) => String(reference).startsWith(stage.reference('MEME-')));
    const distinct = new Set(shown.map(({ id }) => id));
    if (distinct.size !== shown.length) throw new NotAsTold('BR-NCP is shown a report twice');
    const missing = [...burst.accepted.values()].filter((id) => !distinct.has(id));
    if (missing.length > 0 || distinct.size !== count)
      throw new NotAsTold(`BR-NCP is shown ${distinct.size} of ${count} reports; the first missing is ${missing[0]}`);
    stage.minutes.look('BR-NCP', 'finds every report in its inbox, once', String(distinct.size));
    const unbundled = shown.filter((item) => differences({ bundle }, item).length > 0);
    if (unbundled.length > 0) throw new NotAsTold(`${unbundled.length} reports are not shown in their bundle`);
    stage.minutes.look('BR-NCP', 'finds them bundled, with the report that leads', first.id);
  },
};
