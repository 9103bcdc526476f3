import { customerName, type User } from '../model';
import type { ConsoleState } from '../state';
import { useRoving } from './roving';

/** Who is on the site and does not chat. */
export function VisitorList({ state }: { state: ConsoleState }) {
  const visitors = state.idleVisitors.value;
  const openId = state.openVisitor.value?.id;
  const ids = visitors.map(({ id }) => id);
  const { list, stopId, setFocusedId, onKeyDown } = useRoving(ids, openId);
  if (visitors.length === 0) return null;
  return (
    <nav class="chat-list" aria-label="Visitor list">
      <h2>On the site</h2>
      <ul aria-label="Visitors" ref={list} onKeyDown={onKeyDown}>
        {visitors.map((visitor) => (
          <li key={visitor.id}>
            <button
              type="button"
              class="visitor-row"
              aria-current={visitor.id === openId}
              tabIndex={visitor.id === stopId ? 0 : -1}
              onFocus={() => setFocusedId(visitor.id)}
              onClick={() => state.openVisitorById(visitor.id)}
            >
              <span class="row-name" dir="auto">
                {customerName(visitor)}
              </span>{' '}
              <span class="row-preview" dir="auto">
                {whereOf(visitor)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function whereOf({ customer }: User): string {
  if (customer?.bannedDays !== undefined) return 'Banned';
  const page = customer?.pages.at(-1);
  return page?.title || page?.url || '';
}
