// Loaded before an app: from then on its process has another time than everybody else, off by SKEW_MS and running SKEW_RATE
// times as fast. Only what a process says the time is; timers and the monotonic clock go on as they are.
const [skewMs, rate] = [Number(process.env['SKEW_MS'] ?? 0), Number(process.env['SKEW_RATE'] ?? 1)];
const rightNow = Date.now.bind(Date);
const begun = rightNow();
const now = (): number => Math.round(begun + skewMs + (rightNow() - begun) * rate);

globalThis.Date = new Proxy(Date, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [now()] : args, self) as object,
  apply: (target) => new target(now()).toString(),
  get: (target, name, self) => (name === 'now' ? now : (Reflect.get(target, name, self) as unknown)),
});
