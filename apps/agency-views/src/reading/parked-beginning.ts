import { type CaseParties, type CaseReader, mayFollow } from '#libs/access';
import { decodeEvent, type EncodedEvent, type RecordedEvent, UndecodableEventError } from '#libs/contracts';

/**
 * Whether an event that waits for repair opens its leg to the reader. Until it is applied nothing else tells the parties of a
 * leg that there is one. An event that cannot be decoded names nobody: only the operator sees that it waits.
 */
export function opensTo(reader: CaseReader, letter: EncodedEvent): boolean {
  const parties = partiesIn(letter);
  return parties !== null && mayFollow(reader, parties);
}

function partiesIn(letter: EncodedEvent): CaseParties | null {
  const event = readable(letter);
  switch (event?.type) {
    case 'ReferralSubmitted': {
      const { from, to, chain } = event.data;
      return { sender: from.agency, recipient: to.agency, origin: chain?.[0]?.agency ?? from.agency };
    }
    // inside the sender's agency
    case 'ReleaseRequested': {
      const { agency } = event.data.from;
      return { sender: agency, recipient: agency, origin: agency };
    }
    default:
      return null;
  }
}

function readable(letter: EncodedEvent): RecordedEvent | null {
  try {
    return decodeEvent(letter);
  } catch (error) {
    if (error instanceof UndecodableEventError) return null;
    throw error;
  }
}
