import type { Content } from './state.js';

/** What is an object among what was parsed. */
export const objectIn = (value: unknown): Content | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Content) : undefined;

export const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Fields that nobody reads: who wrote them meant something that would not come true. */
export const unknownFields = (path: string, others: object): string[] =>
  Object.keys(others).map((name) => `${path}${name}: no such field`);
