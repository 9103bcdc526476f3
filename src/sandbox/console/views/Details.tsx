import type { ComponentChildren } from 'preact';
import { type Chat, customerName, customerOf } from '../model';
import { safeLink } from '../safe-link';
import { dateTimeOf } from '../times';

/** Who this is, as far as the service knows. */
export function Details({ chat }: { chat: Chat }) {
  const user = customerOf(chat);
  const customer = user?.customer;
  if (!user || !customer) return null;
  const { page } = customer;
  const now = Date.now();
  return (
    <aside class="details" aria-label="Customer details">
      <h2>Customer</h2>
      <dl>
        <Row name="Name">{customerName(user)}</Row>
        <Row name="E-mail">{customer.email}</Row>
        <Row name="Page">{page?.url && <PageLink url={page.url} title={page.title} />}</Row>
        <Row name="Came from">{customer.referrer}</Row>
        <Row name="On the site since">{dateTimeOf(customer.visitAt, now)}</Row>
        <Row name="Visits">{customer.visits}</Row>
        <Row name="Place">{customer.place}</Row>
        <Row name="Browser">{customer.userAgent}</Row>
      </dl>
      {customer.sessionFields.length > 0 && (
        <>
          <h3>Session fields</h3>
          <dl>
            {customer.sessionFields.map(([name, value], index) => (
              <Row key={`${index} ${name}`} name={name}>
                {value}
              </Row>
            ))}
          </dl>
        </>
      )}
    </aside>
  );
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  if (children === undefined || children === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function PageLink({ url, title }: { url: string; title: string }) {
  const href = safeLink(url);
  if (!href) return <>{title || url}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {title || url}
    </a>
  );
}
