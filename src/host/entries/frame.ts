import { createEnvironment, loadAlone, mountApp } from '../app';
import { acceptPort } from '../shell';

/**
 * The page inside the iframe: it does nothing until the window around it has said who it is. With an address that says
 * whose chat it is, it is a chat page and needs nobody.
 */
const environment = createEnvironment(window);
const bridge = location.search ? loadAlone(location.href, environment) : acceptPort(window);
void bridge.then((found) => mountApp(document.body, found, environment));
