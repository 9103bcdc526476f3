const RUN = /\d(?:[ -]?\d)+/g;
const [SHORTEST, LONGEST, LAST] = [13, 19, 4];
// With the last four, as much as may be written on a receipt.
const TOLD = 8;

/** Numbers that could be those of payment cards, with all digits but the last four replaced by asterisks. */
export function maskCards(text: string): string {
  return text.replace(RUN, maskIn);
}

/**
 * The same for a text that is still being typed: nobody can say whether its number will be one of a card, and its
 * beginnings would add up to all of it. So of a long one only the beginning is told.
 */
export function maskTyped(text: string): string {
  return maskCards(text).replace(RUN, (run) => {
    let told = 0;
    return run.replace(/\d/g, (digit) => (told++ < TOLD ? digit : '*'));
  });
}

/** Other numbers may stand beside it, so each row of whole groups is looked at. The longest is meant. */
function maskIn(run: string): string {
  const parts = run.split(/([ -])/);
  for (let size = parts.length; size > 0; size -= 2) {
    for (let from = 0; from + size <= parts.length; from += 2) {
      const number = parts.slice(from, from + size).join('');
      if (!isCard(number.replace(/\D/g, ''))) continue;
      return [...parts.slice(0, from), masked(number), ...parts.slice(from + size)].join('');
    }
  }
  return run;
}

function masked(number: string): string {
  let left = number.replace(/\D/g, '').length - LAST;
  return number.replace(/\d/g, (digit) => (left-- > 0 ? '*' : digit));
}

/** By the check digit of ISO/IEC 7812. A number of one digit alone is no card. */
function isCard(digits: string): boolean {
  if (digits.length < SHORTEST || digits.length > LONGEST || new Set(digits).size < 2) return false;
  const sum = Array.from(digits, Number)
    .reverse()
    .reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return sum % 10 === 0;
}
