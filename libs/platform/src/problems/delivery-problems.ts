/** Codes of webhooks, and of the feed as they read it. */
export const deliveryProblems = {
  ON_BEHALF_REFUSED: {
    status: 403,
    title: 'Not on behalf of others',
    meaning: 'A feed is read by its own agency; only the bus itself reads one for an agency that allowed it.',
  },
  FEED_NOT_DELEGATED: {
    status: 403,
    title: 'Feed not delegated',
    meaning: 'The agency does not let the bus read its feed (any more), or takes no part in that role.',
  },
  WEBHOOK_ADDRESS_REFUSED: {
    status: 422,
    title: 'Address refused',
    meaning: 'The bus sends nothing to this address; `reason` says why (docs/integration/webhooks.md).',
  },
  WEBHOOK_CURSOR_INVALID: {
    status: 422,
    title: 'No such place',
    meaning: 'The cursor is not one of the feed of the agency, real work or exercises.',
  },
  WEBHOOK_CHANGED: {
    status: 412,
    title: 'Changed meanwhile',
    meaning:
      'The settings of the webhook are not those of `If-Match`, or were changed at the same time: read it again.',
  },
  WEBHOOKS_TOO_MANY: {
    status: 409,
    title: 'Too many webhooks',
    meaning: 'The agency has as many webhooks as it may have: delete one.',
  },
  WEBHOOK_CHALLENGE_FAILED: {
    status: 409,
    title: 'Challenge failed',
    meaning: 'The endpoint did not answer the challenge; `outcome` says what came instead. It stays as it was.',
  },
} as const;
