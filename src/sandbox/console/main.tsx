import { render } from 'preact';
import { realClock } from './clock';
import { readAgents, rtmUrl } from './page';
import { createConsole } from './state';
import { Root } from './views/Root';

const agents = readAgents(document);

render(
  <Root
    agents={agents}
    storage={() => sessionStorage}
    create={(me) =>
      createConsole({
        me,
        agents,
        openSocket: () => new WebSocket(rtmUrl(location)),
        fetch: (input, init) => fetch(input, init),
        clock: realClock,
        random: Math.random,
        newId: () => crypto.getRandomValues(new Uint32Array(4)).join('-'),
      })
    }
  />,
  document.getElementById('console') as HTMLElement,
);
