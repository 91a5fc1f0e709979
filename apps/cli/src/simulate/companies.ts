/** Reporting companies. All invented; none is meant to resemble a real one. */
export const companies: readonly string[] = [
  'Example Video Ltd',
  'Lumen Chat Inc.',
  'Pebble Social GmbH',
  'Kestrel Cloud Storage',
  'Tinderwood Games AB',
  'Bluegate Messenger',
  'Nordlicht Hosting AG',
  'Cassava Photos',
  'Harbourline Search',
  'Quillfeather Mail',
  'Mango Live K.K.',
  'Sable & Finch Streaming',
];
