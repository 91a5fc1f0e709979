/** The zone in which a report from a country most often gives its times. */
const zones: Readonly<Record<string, string>> = {
  PH: 'Asia/Manila',
  US: 'America/New_York',
  GB: 'Europe/London',
  DE: 'Europe/Berlin',
  BR: 'America/Sao_Paulo',
  PT: 'Europe/Lisbon',
  NL: 'Europe/Amsterdam',
  KE: 'Africa/Nairobi',
  AU: 'Australia/Sydney',
  FR: 'Europe/Paris',
  JP: 'Asia/Tokyo',
  CA: 'America/Toronto',
};

export const zoneOf = (country: string): string => zones[country] ?? 'UTC';
