import type { ConsoleState } from '../state';

/** Across the whole page when the server said goodbye: why, and what happens now. */
export function CutNotice({ state }: { state: ConsoleState }) {
  const connection = state.connection.value;
  const reason = connection.kind === 'stopped' || connection.kind === 'waiting' ? connection.reason : undefined;
  if (reason === undefined || reason === 'logged_out') return null;
  return (
    <div class="cut" role="alert">
      <p>{reasonText(reason)}</p>
      {connection.kind === 'stopped' ? (
        <button type="button" onClick={() => state.reconnect()}>
          Connect again
        </button>
      ) : (
        <p>It is tried again in a moment.</p>
      )}
    </div>
  );
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['agent_logged_out_remotely', 'You logged out in another window.'],
  ['connection_evicted', 'Opened in too many windows.'],
  ['too_many_connections', 'Opened in too many windows.'],
  ['authentication', 'The token was not accepted.'],
  ['access_token_expired', 'The token has expired.'],
  ['access_token_revoked', 'The token was revoked.'],
  ['license_expired', 'The licence has expired.'],
  ['connection_timeout', 'The server heard nothing for too long.'],
]);

function reasonText(reason: string): string {
  return REASONS.get(reason) ?? `The server closed the connection (${reason.replaceAll('_', ' ')}).`;
}
