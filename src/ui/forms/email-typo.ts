// Where most mail is. A list of many would correct what is right.
const USUAL = ['gmail.com', 'hotmail.com', 'icloud.com', 'outlook.com', 'proton.me', 'yahoo.com', 'gmx.de', 'web.de'];

/** An address that is meant, perhaps: the domain differs from a usual one by one slip. */
export function likelyEmail(text: string): string | undefined {
  const at = text.trim().lastIndexOf('@');
  const [name, domain] = [
    text.trim().slice(0, at),
    text
      .trim()
      .slice(at + 1)
      .toLowerCase(),
  ];
  if (at < 1 || USUAL.includes(domain)) return undefined;
  const meant = USUAL.find((usual) => isOneSlipFrom(domain, usual));
  return meant && `${name}@${meant}`;
}

/** A letter too many, one too few, another one, or two that changed places. */
function isOneSlipFrom(text: string, meant: string): boolean {
  let start = 0;
  while (start < meant.length && text[start] === meant[start]) start += 1;
  const [left, right] = [text.slice(start), meant.slice(start)];
  const isSwapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return (
    left.slice(1) === right || left === right.slice(1) || left.slice(1) === right.slice(1) || (left !== '' && isSwapped)
  );
}
