/** Dates and times in the letters of Moment.js ("YYYY-MM-DD HH:mm"); always by the clock on the wall, so in UTC. */

const TOKENS = /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|Do|D|dddd|ddd|HH|H|hh|h|mm|m|ss|s|SSS|A|a/g;

/** Write a moment, given in microseconds since 1970. */
export function formatMoment(microseconds: number, format: string): string {
  const moment = new Date(microseconds / 1000);
  return format.replace(TOKENS, (token, literal: string | undefined) => literal ?? part(moment, token));
}

function part(moment: Date, token: string): string {
  const hour = moment.getUTCHours();
  const day = moment.getUTCDate();
  switch (token) {
    case "YYYY":
      return String(moment.getUTCFullYear()).padStart(4, "0");
    case "YY":
      return two(moment.getUTCFullYear() % 100);
    case "MMMM":
      return named(moment, { month: "long" });
    case "MMM":
      return named(moment, { month: "short" });
    case "MM":
      return two(moment.getUTCMonth() + 1);
    case "M":
      return String(moment.getUTCMonth() + 1);
    case "DD":
      return two(day);
    case "D":
      return String(day);
    case "Do":
      return `${day}${ordinal(day)}`;
    case "dddd":
      return named(moment, { weekday: "long" });
    case "ddd":
      return named(moment, { weekday: "short" });
    default:
      return clock(moment, token, hour);
  }
}

function clock(moment: Date, token: string, hour: number): string {
  switch (token) {
    case "HH":
      return two(hour);
    case "H":
      return String(hour);
    case "hh":
      return two(hour % 12 || 12);
    case "h":
      return String(hour % 12 || 12);
    case "mm":
      return two(moment.getUTCMinutes());
    case "m":
      return String(moment.getUTCMinutes());
    case "ss":
      return two(moment.getUTCSeconds());
    case "s":
      return String(moment.getUTCSeconds());
    case "SSS":
      return String(moment.getUTCMilliseconds()).padStart(3, "0");
    default:
      return token === "A" ? (hour < 12 ? "AM" : "PM") : hour < 12 ? "am" : "pm";
  }
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function named(moment: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(undefined, { ...options, timeZone: "UTC" }).format(moment);
}

function ordinal(day: number): string {
  if (day > 10 && day < 14) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}
