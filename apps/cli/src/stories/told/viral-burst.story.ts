import { randomUUID } from 'node:crypto';
import type { Actor } from '../actor.js';
import { Burst } from '../burst.js';
import { Delays } from '../delays.js';
import { differences } from '../differences.js';
import { isUnnoticed, MOST_OF_THEM } from '../soon.js';
import type { Stage } from '../stage.js';
import { NotAsTold } from '../not-as-told.js';
import type { Story } from '../story.js';

/** Fewer would meet no quota. */
const FEWEST = 600;

/** Urgent referrals before the burst and in it, so many at least: nineteen of twenty count, and no single stall decides. */
const COMPARED = 20;

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

interface Others {
  readonly urgent: Delays;
  readonly routine: Delays;
  /** Until the urgent ones were accepted, in ms. */
  slowest: number;
}

/**
 * Urgent referrals to the same country and routine ones to another, one after the other, each until its receiver finds it.
 * @param isOver asked once there are enough
 */
async function aside(stage: Stage, others: Actor, isOver: () => boolean): Promise<Others> {
  const [brazil, germany] = [stage.agency('BR-NCP'), stage.agency('DE-NCP')];
  const told: Others = { urgent: new Delays(), routine: new Delays(), slowest: 0 };
  for (let nth = 1; nth <= COMPARED || !isOver(); nth++) {
    await told.urgent.of(async () => {
      const begun = performance.now();
      const urgent = await others.once('/v1/referrals', alarm(stage.reference(`ALARM-${nth}`)));
      told.slowest = Math.max(told.slowest, Math.round(performance.now() - begun));
      if (urgent.status !== 201) throw new NotAsTold(`an urgent referral was answered ${urgent.status}`);
      await brazil.finds(urgent);
    });
    await told.routine.of(async () =>
      germany.finds(await others.send('/v1/referrals', routine(stage.reference(`ROUTINE-${nth}`)))),
    );
  }
  return told;
}

/** ⇒ The receiver found them as soon as before the burst, or no later than anybody notices. @throws NotAsTold */
function wasUnnoticed({ minutes }: Stage, who: string, what: string, [quiet, busy]: readonly [Delays, Delays]): void {
  const [before, meanwhile] = [quiet.at(MOST_OF_THEM), busy.at(MOST_OF_THEM)];
  const told = `${busy.count}, 95 % within ${meanwhile} ms; before the burst within ${before} ms`;
  if (!isUnnoticed(quiet, busy)) throw new NotAsTold(`${who} noticed the burst: ${what}: ${told}`);
  minutes.look(who, what, told);
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

    const quiet = await aside(stage, hotline, () => true);
    const burst = new Burst(company);
    let over = false;
    stage.minutes.note(`US-VIDEO reports it ${count} times more, all at once, bundled; every fifth batch twice …`);
    const sending = burst.send(reports).finally(() => (over = true));
    const [busy] = await Promise.all([aside(stage, hotline, () => over), sending]);

    stage.minutes.act(
      'US-VIDEO',
      'has had every report accepted',
      `${burst.accepted.size}, ${burst.repeated} batches repeated`,
    );
    const turnedAway = [...burst.turnedAway].map(([code, times]) => `${code} ×${times}`).join(' ');
    if (turnedAway === '') throw new NotAsTold('the sender was never told to slow down');
    stage.minutes.look('US-VIDEO', 'was told to slow down, each time with Retry-After', `429 ${turnedAway}`);
    stage.minutes.look(
      'GB-HOTLINE',
      'had every P1 accepted at the first attempt meanwhile',
      `slowest ${busy.slowest} ms`,
    );
    wasUnnoticed(stage, 'BR-NCP', 'found its P1 as soon as ever', [quiet.urgent, busy.urgent]);
    wasUnnoticed(stage, 'DE-NCP', 'found its routine referrals as soon as ever', [quiet.routine, busy.routine]);

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
