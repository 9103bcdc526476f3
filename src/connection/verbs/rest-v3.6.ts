import type { Clock, GatewayRest } from '../../domain';
import type { UploadWatch } from '../http';
import { LineError } from '../line-error';
import { sendOutcomeOf } from '../outcome';
import { createRestVerbs, type RestVerbsParts } from './rest';
import { createSend36 } from './v3.6';

export type RestParts = Pick<RestVerbsParts, 'speaker' | 'protocol' | 'http'> & { readonly clock: Pick<Clock, 'now'> };

// What is uploaded and not said within a day is thrown away.
const KEPT_MS = 23 * 60 * 60_000;

/** The rest of v3.6: what is uploaded has an address, and an event of our own says where. */
export function createRestVerbs36(parts: RestParts): GatewayRest {
  const { protocol, http } = parts;
  const sendEvent = createSend36(parts.speaker);

  async function upload(file: Blob, name: string, watch: UploadWatch): Promise<string> {
    const body = new FormData();
    body.append('file', file, name);
    const address = protocol.answers.readUpload(await http.post('upload_file', body, watch));
    if (!http.isTrusted(address)) throw new LineError('untrusted-address', false, undefined, 'other');
    return address;
  }

  return createRestVerbs({
    ...parts,
    sendEvent,
    hasToAskForStatuses: false,
    wrap: (payload) => payload,
    async sendFile(chat, file, name, customId, watch) {
      try {
        const known = watch.memory?.address;
        const at = parts.clock.now();
        const isFresh = known && at - known.at < KEPT_MS && http.isTrusted(known.url);
        const url = isFresh ? known.url : await upload(file, name, watch);
        if (!isFresh) await watch.memory?.keep({ url, at });
        if (watch.cancel?.aborted) return { outcome: 'not-now' };
        return await sendEvent(chat, { type: 'file', url, custom_id: customId, recipients: 'all' });
      } catch (error) {
        return uploadFailed(error);
      }
    },
  });
}

/** Without an event nothing has been said yet, whatever became of the upload. */
function uploadFailed(error: unknown) {
  const outcome = sendOutcomeOf(error);
  return outcome.outcome === 'unknown' ? ({ outcome: 'not-now' } as const) : outcome;
}
