import { createDialect30, createRestVerbs30, createVerbs30 } from '../../connection';
import { loadV30 } from '../../protocol';
import type { Speech } from './speech';

/** Nobody else fetches it. */
export async function loadSpeech30(): Promise<Speech> {
  const v30 = await loadV30();
  return {
    createDialect: createDialect30(v30),
    createVerbs: createVerbs30(v30),
    account: ({ licenseId }) => ['license_id', `${(licenseId as string | undefined) ?? ''}`],
    rest: { protocol: v30.rest30, createVerbs: createRestVerbs30(v30) },
  };
}
