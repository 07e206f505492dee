/** Dates as people and some issuers write them: 2026-11-24, 2026-11-24T15:25:28.123Z, with an offset, or with a blank for T. */

const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(?:([Zz])|([+-])(\d{2}):?(\d{2}))?)?$/;

/** Seconds since 1970, where a time without an offset counts as UTC; undefined for any other text, and for no such day. */
export function readIsoDate(text: string): number | undefined {
  const found = text.length > 40 ? null : SHAPE.exec(text);
  if (found === null) return undefined;
  const part = (index: number) => Number(found[index] ?? 0);
  const [year, month, day] = [part(1), part(2), part(3)];
  const [hour, minute, second] = [part(4), part(5), part(6)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = (found[9] === '-' ? -1 : 1) * (part(10) * 3600 + part(11) * 60);
  return daysSince1970(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second + part(7) - offset;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** By the Gregorian calendar, also before it was in use. The year is counted from March, so that a leap day comes last. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leapDays + dayOfYear - 719_468;
}

/** 0000-01-01 and the end of 9999, in seconds. */
const FIRST_SECOND = -62_167_219_200;
const PAST_SECOND = 253_402_300_800;

/** '2026-11-24 15:25:28', without fractions; undefined where the year has not four digits. */
export function writeIsoDate(seconds: number): string | undefined {
  if (!(seconds >= FIRST_SECOND && seconds < PAST_SECOND)) return undefined;
  const days = Math.floor(seconds / 86_400);
  const second = Math.floor(seconds) - days * 86_400;
  const clock = [second / 3600, (second % 3600) / 60, second % 60].map((part) => padded(Math.floor(part), 2));
  return `${dayText(days)} ${clock.join(':')}`;
}

/** The inverse of `daysSince1970`, by eras of 400 years that begin in March. */
function dayText(days: number): string {
  const fromMarch = days + 719_468;
  const era = Math.floor(fromMarch / 146_097);
  const dayOfEra = fromMarch - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
