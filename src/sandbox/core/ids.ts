import type { Random } from './ports';

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const ANY_CASE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function draw(random: Random, letters: string, length: number): string {
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
}

/** Chats and threads: ten capitals and digits. The first one only keeps two kinds apart in a log. */
export const newChatId = (random: Random) => `S${draw(random, CAPITALS, 9)}`;
export const newThreadId = (random: Random) => `T${draw(random, CAPITALS, 9)}`;

export const newTicketId = (random: Random) => draw(random, CAPITALS, 6);

export const newGreetingId = (random: Random) => `G${draw(random, CAPITALS, 9)}`;

export const newToken = (random: Random, region: string) => `${region}:${draw(random, ANY_CASE, 32)}`;

export const newKey = (random: Random) => draw(random, ANY_CASE, 43);

export const newHex = (random: Random) => draw(random, '0123456789abcdef', 32);

export const newUuid = (random: Random) => asUuid(newHex(random));

/** Makes a UUID (version 4 by its marks) of 32 hex digits. */
export function asUuid(hex: string): string {
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const newWebhookId = (random: Random) => `w${draw(random, '0123456789abcdef', 15)}`;
