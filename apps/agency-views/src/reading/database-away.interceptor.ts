export { DatabaseAway } from '#libs/platform';
