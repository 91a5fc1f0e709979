// A process of the bench that opens a journal and keeps it busy: a writer among others.
import { caseFold } from '../events/case.js';
import { serve } from '../harness/child.js';
import { withJournal } from './journal-under-test.js';
import { throughput, type ThroughputOptions } from './load.js';

export interface WriterInput extends ThroughputOptions {
  /** As role bus_writer. */
  readonly writerUrl: string;
}

serve(({ writerUrl, ...load }: WriterInput) =>
  withJournal(caseFold, writerUrl, (journal) => throughput(journal, load)),
);
