export { type CountryCalendar, loadCalendar } from './load-calendar.ts';
