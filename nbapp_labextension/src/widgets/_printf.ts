/** Printf formats for one number, as Python's `%` has them, and the named ones of Streamlit. */

const PLACEHOLDER = /%([-+ 0#]*)(\d+)?(?:\.(\d+))?([diufFeEgGs%])/g;

const NAMED: Record<string, Intl.NumberFormatOptions> = {
  localized: { maximumFractionDigits: 20 },
  percent: { style: "percent", maximumFractionDigits: 2 },
  dollar: { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" },
  euro: { style: "currency", currency: "EUR" },
  yen: { style: "currency", currency: "JPY", currencyDisplay: "narrowSymbol" },
  accounting: { style: "currency", currency: "USD", currencySign: "accounting" },
  compact: { notation: "compact" },
  scientific: { notation: "scientific" },
  engineering: { notation: "engineering" },
};

/** Write a number in a format: "%0.2f", "%d km", or a name such as "percent". */
export function formatNumber(value: number, format: string): string {
  const named = NAMED[format];
  if (named) return new Intl.NumberFormat(undefined, named).format(value);
  if (format === "plain") return String(value);
  if (format === "bytes") return formatBytes(value);
  return format.replace(
    PLACEHOLDER,
    (_, flags: string, width = "", precision: string | undefined, type: string) =>
      type === "%" ? "%" : pad(digits(value, precision, type), value, flags, Number(width)),
  );
}

function digits(value: number, precision: string | undefined, type: string): string {
  const size = Math.abs(value);
  const places = precision === undefined ? 6 : Number(precision);
  switch (type) {
    case "d":
    case "i":
    case "u":
      return BigInt(Math.trunc(size)).toString();
    case "f":
    case "F":
      return size.toFixed(places);
    case "e":
    case "E":
      return inCase(exponent(size.toExponential(places)), type);
    case "g":
    case "G":
      return inCase(general(size, places || 1), type);
    default:
      return String(size);
  }
}

function inCase(text: string, type: string): string {
  return type === type.toUpperCase() ? text.toUpperCase() : text;
}

/** The shorter of the fixed and the exponential form, without zeros at the end. */
function general(size: number, places: number): string {
  const [mantissa = "0", power = "0"] = size.toExponential(places - 1).split("e");
  if (Number(power) < -4 || Number(power) >= places) return `${trimmed(mantissa)}${exponent(`e${power}`)}`;
  return trimmed(size.toFixed(Math.max(0, places - 1 - Number(power))));
}

function trimmed(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Python writes at least two digits of the power: e+05. */
function exponent(text: string): string {
  return text.replace(/e([+-]?)(\d)$/, (_, sign: string, digit: string) => `e${sign || "+"}0${digit}`);
}

function pad(text: string, value: number, flags: string, width: number): string {
  const negative = value < 0 || Object.is(value, -0);
  const sign =
    negative && Number(text) !== 0 ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  if (flags.includes("-")) return (sign + text).padEnd(width);
  if (flags.includes("0")) return sign + text.padStart(width - sign.length, "0");
  return (sign + text).padStart(width);
}

function formatBytes(value: number): string {
  const units = ["B", "KB", "MB", "GB", "TB", "PB"];
  let size = value;
  let unit = 0;
  while (Math.abs(size) >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(size)} ${units[unit]}`;
}
