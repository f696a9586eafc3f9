import { formatInstant, shiftDate, type Instant, type LocalDate } from '@cordee/core/time';

export interface CalendarEntry {
  readonly uid: string;
  readonly on: LocalDate;
  readonly title: string;
  readonly description: string;
  readonly isDone: boolean;
}

/** Days as an iCalendar file (RFC 5545): whole-day events that block nobody's time. */
export function calendarText(name: string, entries: readonly CalendarEntry[], now: Instant): string {
  const stamp = formatInstant(now).replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cordee//Obligations//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...entries.flatMap(({ uid, on, title, description, isDone }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${shiftDate(on, 1).replaceAll('-', '')}`,
      `SUMMARY:${escaped(isDone ? `✓ ${title}` : title)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
}

/** Lines of at most 75 octets, never cut within a character. */
function folded(line: string): string {
  let text = '';
  let length = 0;
  for (const sign of line) {
    const octets = Buffer.byteLength(sign);
    if (length + octets > 75) {
      text += '\r\n ';
      length = 1;
    }
    text += sign;
    length += octets;
  }
  return text;
}
