import { type CaseParties, type CaseReader, mayFollow, mayRead } from '#libs/access';
import { decodeEvent, type EncodedEvent, type RecordedEvent, UndecodableEventError } from '#libs/contracts';

/**
 * The first event of a leg, while it waits for repair: until it is applied nothing else tells the parties of the leg that there is
 * one. An event that cannot be decoded names nobody, so that only the operator sees that it waits.
 */
export type ParkedBeginning = EncodedEvent;

/** Whether the reader could read the leg, if this were applied. */
export function isReadableBy(reader: CaseReader, letter: ParkedBeginning): boolean {
  const event = readable(letter);
  return event?.type === 'ReferralSubmitted' && mayRead(reader, partiesOf(event.data));
}

/**
 * Whether the reader's feed, of exercises or of real work, would tell of the leg. What is to be released is inside its sender's
 * agency.
 */
export function isFollowableBy(reader: CaseReader, letter: ParkedBeginning, synthetic: boolean): boolean {
  const event = readable(letter);
  if (event?.meta.synthetic !== synthetic) return false;
  if (event.type === 'ReferralSubmitted') return mayFollow(reader, partiesOf(event.data));
  if (event.type !== 'ReleaseRequested') return false;
  const { agency } = event.data.from;
  return mayRead(reader, { sender: agency, recipient: agency });
}

/** In which lists of an agency a referral stands: of what it was sent, of what it sent, of its drafts. */
export type Listing = 'recipient' | 'sender' | 'release';

/** Whether the leg would stand in one of these lists of the reader, if this were applied. */
export function isListedFor(
  reader: CaseReader,
  letter: ParkedBeginning,
  { lists, synthetic }: { readonly lists: readonly Listing[]; readonly synthetic: boolean },
): boolean {
  const event = readable(letter);
  if (event?.meta.synthetic !== synthetic) return false;
  if (event.type === 'ReleaseRequested') return lists.includes('release') && isFollowableBy(reader, letter, synthetic);
  if (event.type !== 'ReferralSubmitted' || !isReadableBy(reader, letter)) return false;
  const { from, to } = event.data;
  return (
    (lists.includes('recipient') && to.agency === reader.agency) ||
    (lists.includes('sender') && from.agency === reader.agency)
  );
}

type Submitted = Extract<RecordedEvent, { type: 'ReferralSubmitted' }>['data'];

function partiesOf({ from, to, chain }: Submitted): CaseParties {
  return { sender: from.agency, recipient: to.agency, origin: chain?.[0]?.agency ?? from.agency };
}

function readable(letter: ParkedBeginning): RecordedEvent | null {
  try {
    return decodeEvent(letter);
  } catch (error) {
    if (error instanceof UndecodableEventError) return null;
    throw error;
  }
}
