import type { Additions, BusEvent, CrossBorder, EventData, FileCount, Nexus } from '#libs/contracts';

/** A part of the case after its submission. */
interface Added {
  readonly event: string;
  readonly additions: Additions;
}

/**
 * What a leg says of its case: the submission as it stands after corrections, and what was added, in order. Folded from the
 * leg's events by whoever needs the content; deciding does not, so the stored state has none of it.
 */
export interface CaseContent {
  readonly submission: EventData<'ReferralSubmitted'>;
  readonly added: readonly Added[];
}

/** The content after an event of the leg. @param eventId of this event; a null content is that of a leg not submitted yet */
export function contentAfter(content: CaseContent | null, event: BusEvent, eventId: string): CaseContent | null {
  if (event.type === 'ReferralSubmitted') return { submission: event.data, added: [] };
  if (content === null) return null;
  switch (event.type) {
    case 'InformationProvided':
    case 'Supplemented':
      return { ...content, added: [...content.added, { event: eventId, additions: event.data.additions }] };
    case 'Corrected':
      return corrected(content, event.data);
    case 'EnteredInError':
      return { ...content, added: content.added.filter(({ event: id }) => id !== event.data.part) };
    default:
      return content;
  }
}

/** Everything that is said of the case now, as one submission. */
export function wholeContent({ submission, added }: CaseContent): EventData<'ReferralSubmitted'> {
  return added.reduce(
    (whole, { additions }) => ({
      ...whole,
      incident: { ...whole.incident, modifiers: [...new Set([...whole.incident.modifiers, ...additions.modifiers])] },
      files: summed(whole.files, additions.files),
      nexus: united(whole.nexus, additions.nexus),
      evidence: [...(whole.evidence ?? []), ...additions.evidence],
      crossBorder: overlaid(whole.crossBorder, additions.crossBorder),
      subjects: [...whole.subjects, ...additions.subjects],
    }),
    submission,
  );
}

function corrected({ submission, added }: CaseContent, correction: EventData<'Corrected'>): CaseContent {
  const { part, reference, reporter, incident, modifiers, files, nexus, evidence, crossBorder, subjects } = correction;
  const lists = said({ files, nexus, evidence, crossBorder, subjects });
  if (part === null)
    return { submission: { ...submission, ...said({ reference, reporter, incident }), ...lists }, added };
  const change = (additions: Additions): Additions => ({ ...additions, ...said({ modifiers }), ...lists });
  return {
    submission,
    added: added.map((each) => (each.event === part ? { ...each, additions: change(each.additions) } : each)),
  };
}

type Said<T> = { [Name in keyof T]?: NonNullable<T[Name]> };

/** Without what is null: a correction replaces only what it says. */
function said<T extends object>(fields: T): Said<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Said<T>;
}

function summed(files: readonly FileCount[], more: readonly FileCount[]): FileCount[] {
  const counts = new Map(files.map(({ kind, count }) => [kind, count]));
  for (const { kind, count } of more) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

/** A link to a country on one basis is one link; what was said of it last holds. */
function united(nexus: readonly Nexus[], more: readonly Nexus[]): Nexus[] {
  return [...new Map([...nexus, ...more].map((link) => [`${link.country} ${link.basis}`, link])).values()];
}

/** What was said last holds. A waiver is of the dual criminality that it was said with: who judges that anew says both. */
function overlaid(facts: CrossBorder | null, more: CrossBorder | null): CrossBorder | null {
  if (!facts || !more) return more ?? facts;
  const { types, dualCriminality, dualCriminalityWaiver } = more;
  const overlay = said({ ...more, types: types.length > 0 ? types : null });
  return { ...facts, ...overlay, ...(dualCriminality !== null && { dualCriminalityWaiver }) };
}
