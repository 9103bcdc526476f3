import { createEnvironment, mountApp } from '../app';
import { acceptPort } from '../shell';

/** The page inside the iframe: it does nothing until the window around it has said who it is. */
void acceptPort(window).then((bridge) => mountApp(document.body, bridge, createEnvironment(window)));
