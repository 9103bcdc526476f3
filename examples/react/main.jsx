/** @jsxImportSource react */
import { LiveChatWidget, useWidgetCustomerData, useWidgetState } from 'natter/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { account } from '../account.js';

function App() {
  const [isHere, setHere] = useState(true);
  const [visibility, setVisibility] = useState('minimized');
  return (
    <>
      <button type="button" onClick={() => setVisibility('maximized')}>
        Open the chat
      </button>
      <button type="button" onClick={() => setHere(!isHere)}>
        {isHere ? 'Take it away' : 'Bring it back'}
      </button>
      <Facts />
      {isHere && (
        <LiveChatWidget
          {...account}
          visibility={visibility}
          onVisibilityChanged={(state) => setVisibility(state.visibility)}
        />
      )}
    </>
  );
}

function Facts() {
  const state = useWidgetState();
  const customer = useWidgetCustomerData();
  return <p>{state ? `${state.availability}, ${state.visibility}, ${customer?.status}` : 'There is no widget'}</p>;
}

createRoot(document.getElementById('app')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
