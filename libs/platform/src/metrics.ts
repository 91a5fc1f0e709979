import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const FORBIDDEN_LABELS: ReadonlySet<string> = new Set([
  'person',
  'subject',
  'referral',
  'correlation',
  'client',
  'token',
]);
const HTTP_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface MetricShape<Label extends string> {
  readonly name: string;
  readonly help: string;
  /** Few values each: never one per person, subject or referral. */
  readonly labels?: readonly Label[];
}

export interface HttpObservation {
  readonly method: string;
  /** The route's pattern, never the address that was asked for. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** The metrics of one process. Asking twice for a name gives the same metric, so parts that share a process share it. */
export class Metrics {
  readonly registry = new Registry();
  readonly #http: Histogram<'method' | 'route' | 'status'>;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.#http = this.histogram({
      name: 'bus_http_request_seconds',
      help: 'Time from a request to its answer, by route pattern and class of status.',
      labels: ['method', 'route', 'status'],
      buckets: HTTP_BUCKETS,
    });
  }

  counter<Label extends string>(shape: MetricShape<Label>): Counter<Label> {
    return this.#once(shape, (options) => new Counter(options));
  }

  /** `collect`, if given, is called at each scrape to set the value. */
  gauge<Label extends string>(
    shape: MetricShape<Label> & { readonly collect?: (gauge: Gauge<Label>) => void | Promise<void> },
  ): Gauge<Label> {
    const { collect } = shape;
    return this.#once(shape, (options) => {
      if (!collect) return new Gauge(options);
      return new Gauge({
        ...options,
        collect() {
          return collect(this);
        },
      });
    });
  }

  histogram<Label extends string>(
    shape: MetricShape<Label> & { readonly buckets: readonly number[] },
  ): Histogram<Label> {
    return this.#once(shape, (options) => new Histogram({ ...options, buckets: [...shape.buckets] }));
  }

  observeHttp({ method, route, status, seconds }: HttpObservation): void {
    this.#http.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds);
  }

  #once<Label extends string, M extends object>(
    { name, help, labels = [] }: MetricShape<Label>,
    create: (options: { name: string; help: string; labelNames: Label[]; registers: Registry[] }) => M,
  ): M {
    const existing = this.registry.getSingleMetric(name);
    if (existing) return existing as unknown as M;
    const forbidden = labels.find((label) => FORBIDDEN_LABELS.has(label));
    if (forbidden) throw new Error(`metric ${name}: a label may not be named ${forbidden}`);
    return create({ name, help, labelNames: [...labels], registers: [this.registry] });
  }
}
