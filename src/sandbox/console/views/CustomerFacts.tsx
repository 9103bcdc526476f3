import { type Customer, customerName, type User } from '../model';
import { dateTimeOf, timeOf } from '../times';
import { Fact } from './Fact';
import { OutLink } from './OutLink';

/** Who this is, where they are and where they were, as far as the service knows. */
export function CustomerFacts({ user }: { user: User }) {
  const { customer } = user;
  if (!customer) return null;
  const page = customer.pages.at(-1);
  const now = Date.now();
  return (
    <>
      <h2>Customer</h2>
      <dl>
        <Fact name="Name">{customerName(user)}</Fact>
        <Fact name="E-mail">{customer.email}</Fact>
        <Fact name="Ban">{customer.bannedDays !== undefined && daysOf(customer.bannedDays)}</Fact>
        <Fact name="Presence">{presenceOf(customer, now)}</Fact>
        <Fact name="Page">{page?.url && <OutLink url={page.url} text={page.title || page.url} />}</Fact>
        <Fact name="Came from">{customer.referrer}</Fact>
        <Fact name="On the site since">{dateTimeOf(customer.visitAt, now)}</Fact>
        <Fact name="Visits">{customer.visits}</Fact>
        <Fact name="Place">{customer.place}</Fact>
        <Fact name="Address on the net">{customer.ip}</Fact>
        <Fact name="Browser">{customer.userAgent}</Fact>
      </dl>
      {customer.pages.length > 1 && (
        <>
          <h3 id="trail-title">Pages of this visit</h3>
          <ol class="trail" aria-labelledby="trail-title">
            {customer.pages.map(({ url, title, at }, index) => (
              <li key={`${index} ${at}`}>
                <time dateTime={at}>{timeOf(at)}</time> <OutLink url={url} text={title || url} />
              </li>
            ))}
          </ol>
        </>
      )}
      {customer.sessionFields.length > 0 && (
        <>
          <h3>Session fields</h3>
          <dl>
            {customer.sessionFields.map(([name, value], index) => (
              <Fact key={`${index} ${name}`} name={name}>
                {value}
              </Fact>
            ))}
          </dl>
        </>
      )}
    </>
  );
}

export function daysOf(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function presenceOf({ isOnline, leftAt }: Customer, now: number): string {
  if (isOnline === true) return 'On the site';
  if (isOnline === undefined) return '';
  return leftAt ? `Left, ${dateTimeOf(leftAt, now)}` : 'Not on the site';
}
