import type { GatewayRest } from '../gateway-rest';
import type { Ports } from '../ports';
import type { SessionCore } from '../session';
import type { FillOutcome, FormAnswers, FormAround, SessionRest } from '../session-rest';
import type { Form, GroupId } from '../types';
import { deliver } from './deliver';
import { meaningsOf } from './fill-form';

interface Parts extends Pick<Ports, 'clock' | 'newCustomId'> {
  readonly gateway: Pick<GatewayRest, 'sendEvent' | 'updateCustomer'>;
  readonly rate: SessionRest['rate'];
  readonly requestTranscript: SessionRest['requestTranscript'];
  /** Not all that is typed is for others. */
  readonly told: (text: string) => string;
}

const NOT_SENT = new Set(['header', 'rating']);

/** Sends the answers to a form as one event, and does what they mean besides. */
export function createFilling(core: SessionCore, parts: Parts) {
  const { gateway, rate, requestTranscript, told } = parts;

  return async function fill(
    form: Form,
    formType: string | undefined,
    answers: FormAnswers,
    around?: Pick<FormAround, 'kind' | 'groupId'>,
  ): Promise<FillOutcome> {
    const { name, email, groupId: chosen, rating, wantsTranscript } = meaningsOf(form, answers);
    const isAfterwards = formType === 'postchat';
    const isOffline = around?.kind === 'ticket';
    const groupId: GroupId | undefined = chosen ?? (isOffline ? around.groupId : undefined);
    // A rating is no part of the answers: with nothing else there is nothing to send.
    if (form.fields.some(({ type }) => !NOT_SENT.has(type))) {
      let refused: readonly string[] | undefined;
      const toldAnswers: FormAnswers = new Map(
        [...answers].map(([id, answer]) => [id, typeof answer === 'string' ? told(answer) : answer]),
      );
      const outcome = await deliver({ ...core, ...parts }, async (to, customId) => {
        const sent = await gateway.sendEvent(
          to,
          { kind: 'filled-form', customId, form, formType, answers: toldAnswers },
          { groupId, isAfterwards, isOffline },
        );
        if (sent.outcome === 'refused') refused = sent.fieldIds;
        return sent;
      });
      if (outcome !== 'done') return outcome === 'refused' && refused ? { refused } : outcome;
    }
    if (name || email) void gateway.updateCustomer({ name, email });
    const address = email ?? core.users.me.peek()?.email;
    if (isAfterwards && wantsTranscript && address) void requestTranscript(address);
    return rating ? rate(rating.score, rating.comment) : 'done';
  };
}
