const UNITS = [
  { unit: 'gigabyte', bytes: 1e9 },
  { unit: 'megabyte', bytes: 1e6 },
  { unit: 'kilobyte', bytes: 1e3 },
  { unit: 'byte', bytes: 1 },
] as const;

/** "240 kB", in the language given. Nothing for what is no size. */
export function sizeIn(language: string, size: number | undefined): string {
  if (size === undefined || !Number.isSafeInteger(size) || size < 0) return '';
  const { unit, bytes } = UNITS.find((one) => size >= one.bytes) ?? UNITS[3];
  const value = size / bytes;
  const maximumFractionDigits = value < 10 ? 1 : 0;
  return value.toLocaleString(language, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits,
  });
}
