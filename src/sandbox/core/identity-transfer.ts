import { readBase64, readOpaque, writeOpaque } from './opaque';
import { hmac, sha256 } from './sha256';
import type { World } from './world';

/** Takes a customer from one browser to another. Signed, so that nothing has to be kept of it. */

export const TRANSFER_SECONDS = 3_600;

interface Claims {
  readonly customerId: string;
  readonly expiresAt: number;
  /** Only who knows the text behind it may use the token (PKCE, S256). */
  readonly challenge?: string;
}

export function writeTransferToken(world: World, customerId: string, challenge: string | undefined): string {
  const expiresAt = world.clock.now() + TRANSFER_SECONDS * 1000;
  const claims: Claims = { customerId, expiresAt, ...(challenge !== undefined && { challenge }) };
  const text = writeOpaque(claims);
  return `${world.settings.region}:itt-${text}.${sign(world, text)}`;
}

/** Undefined: not one of ours, too old, or without the right verifier. */
export function readTransferToken(world: World, token: string, verifier: string | undefined): string | undefined {
  const [, text = '', signature] = /:itt-([^.]+)\.([0-9a-f]+)$/.exec(token) ?? [];
  if (text === '' || signature !== sign(world, text)) return undefined;
  const { customerId, expiresAt, challenge } = readOpaque(text) as Claims;
  const isProven = challenge === undefined || (verifier !== undefined && proves(verifier, challenge));
  return expiresAt > world.clock.now() && isProven ? customerId : undefined;
}

function proves(verifier: string, challenge: string): boolean {
  const bytes = readBase64(challenge.replace(/-/g, '+').replace(/_/g, '/')) ?? '';
  const hex = Array.from(bytes, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return hex === sha256(verifier);
}

const sign = (world: World, text: string) => hmac(world.store.key, `transfer ${text}`).slice(0, 32);
