/** Schema of what this app keeps: webhooks, and what is on its way to them. */
export const DELIVERY_SCHEMA = 'delivery';

/** Rung in the database when something about a webhook was said, with its id, so that whichever process sends for it looks. */
export const DELIVERY_CHANNEL = 'delivery_webhooks';
