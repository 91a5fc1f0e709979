import { formatBusPosition } from '#libs/kernel';
import type { LaneScript } from './agency-views.fixtures.js';
import type { SpecBus, SpecCaller } from './spec-bus.fixtures.js';

/** An agency that is no party to anything in these specs. */
export const stranger = { agency: 'GB-NCP', role: 'NCP_LE' };

/** Asks for a view that shows all of the script. */
export const minimum = (script: LaneScript): Record<string, string> => ({
  'bus-min-position': formatBusPosition(script.position),
});

interface Item {
  readonly id: string;
  readonly type?: string;
}

interface Page {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export async function pageOf(
  bus: SpecBus,
  path: string,
  caller: SpecCaller,
  headers?: Record<string, string>,
): Promise<Page> {
  const response = await bus.get(path, caller, headers);
  if (response.status !== 200) throw new Error(`${path} was answered with ${response.status}`);
  return (await response.json()) as Page;
}

/** Every item of a list, page by page; `between` happens after each page. */
export async function walk(
  bus: SpecBus,
  path: string,
  caller: SpecCaller,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<Item[]> {
  const items: Item[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: Page = await pageOf(bus, next === '' ? path : `${path}&cursor=${next}`, caller);
    items.push(...page.items);
    next = page.next;
    await between();
  }
  return items;
}

/** A refusal without what tells one request from another. */
export async function refusalOf(response: Response): Promise<unknown> {
  const { instance, ...body } = (await response.json()) as { instance: string };
  const own = ['date', 'bus-correlation-id'];
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !own.includes(name)));
  return { status: response.status, headers, body, correlated: instance.length };
}
