import { DateTime } from 'luxon';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { startOfDay } from '../../domain/calendar-date.ts';
import type { Markup } from '../markup.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Outside text, safe between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A link that opens elsewhere, or within the page where it begins with `#`; the label alone where it is neither. */
export function anchor(href: string, labelHtml: string, attributes = ''): string {
  if (href.startsWith('#')) return `<a href="${escaped(href)}"${attributes}>${labelHtml}</a>`;
  return isWebAddress(href)
    ? `<a href="${escaped(href)}" rel="noopener noreferrer"${attributes}>${labelHtml}</a>`
    : labelHtml;
}

function isWebAddress(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(href);
}

/** The words of domain values in HTML. */
export const html: Markup = {
  text: escaped,
  bold: (value) => `<strong>${escaped(value)}</strong>`,
  code: (value) => `<code>${escaped(value)}</code>`,
  person: escaped,
  link: (url, label) => anchor(url, escaped(label)),
};

/** What may stand in an `id` and after `#`. */
export function slug(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]+/g, '-');
}

/** `8 Jan 2027`. */
export function shortDate(date: CalendarDate): string {
  return startOfDay(date).setLocale('en-GB').toFormat('d LLL yyyy');
}

/** A day, readable by people and machines. */
export function day(date: CalendarDate): string {
  return `<time datetime="${escaped(date)}">${escaped(shortDate(date))}</time>`;
}

/** A moment in somebody's time zone; what is no instant stands as it is. */
export function moment(instant: DateTime, timeZone: string): string {
  const local = instant.setZone(timeZone).setLocale('en-GB');
  const iso = instant.toUTC().toISO({ suppressMilliseconds: true });
  return iso === null ? '' : `<time datetime="${iso}">${escaped(local.toFormat('d LLL yyyy, HH:mm'))}</time>`;
}

export function momentOf(iso: string, timeZone: string): string {
  return moment(DateTime.fromISO(iso, { zone: 'utc' }), timeZone) || escaped(iso);
}
