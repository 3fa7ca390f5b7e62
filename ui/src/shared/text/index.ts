export { ago, clock, date, dateAndTime, day, dayComing, dayFull, dayKnown, dayShort, duration, list, number, percent, timeOfDay } from './format';
export { type Args, i18n, plain, t } from './i18n.svelte';
export { type Direction, type Language, LANGUAGES } from './locales';
export type { MessageId } from './messages';
