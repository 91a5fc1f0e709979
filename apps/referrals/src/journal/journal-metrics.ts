import type { Leg } from '#libs/domain';
import type { Journal } from '#libs/journal';
import type { Metrics } from '#libs/platform';

/** Gauges of the accepting loops, read at each scrape. */
export function showJournal(journal: Journal<Leg>, metrics: Metrics): void {
  metrics.gauge({
    name: 'bus_journal_waiting',
    help: 'Commands that wait for their lane, by loop.',
    labels: ['loop'],
    collect: (gauge) => journal.stats().loops.forEach(({ name, waiting }) => gauge.set({ loop: name }, waiting)),
  });
  metrics.gauge({
    name: 'bus_journal_batches',
    help: 'Transactions of each loop since the start.',
    labels: ['loop'],
    collect: (gauge) => journal.stats().loops.forEach(({ name, batches }) => gauge.set({ loop: name }, batches)),
  });
  metrics.gauge({
    name: 'bus_refusals_unrecorded',
    help: 'Refusals since the start that were counted only, beyond the rate of an agency that is recorded.',
    collect: (gauge) => gauge.set(journal.stats().unrecordedRefusals),
  });
}
