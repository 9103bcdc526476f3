import { useUi } from '../ui-context';
import { useValue } from '../use-value';

/** Where the service mails what is answered once the customer has gone: `routing.email_follow_up` of the chat. */
export function usePromisedEmail(): string | undefined {
  const { session } = useUi();
  return useValue(() => {
    const isPromised = session.rest.value?.chatProperties.value.get('routing')?.get('email_follow_up') === true;
    return isPromised ? session.users.me.value?.email : undefined;
  });
}
