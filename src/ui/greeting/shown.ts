import type { ComponentChildren } from 'preact';
import type { Greeting } from '../../domain';

export interface GreetingShownProps {
  readonly greeting: Greeting;
  /** Below it. */
  readonly children?: ComponentChildren;
}
