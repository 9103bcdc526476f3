import type { Fact } from './facts';
import type { Customer } from './model';

type GreetingKind = 'greeting-sent' | 'greeting-accepted' | 'greeting-canceled' | 'greeting-clicked';

/** What of a greeting is kept with its customer: the newest one, and how many there were. */
export function applyGreeting(customer: Customer, fact: Extract<Fact, { readonly fact: GreetingKind }>): void {
  if (fact.fact === 'greeting-sent') {
    customer.greeting = { ...fact.greeting, accepted: false, clicked: new Set() };
    customer.greetingsShown += 1;
    customer.campaigns.add(fact.greeting.templateId);
    return;
  }
  const { greeting } = customer;
  if (greeting?.uniqueId !== fact.uniqueId) return;
  switch (fact.fact) {
    case 'greeting-accepted':
      if (!greeting.accepted) customer.greetingsAccepted += 1;
      greeting.accepted = true;
      return;
    case 'greeting-canceled':
      delete customer.greeting;
      return;
    case 'greeting-clicked':
      greeting.clicked.add(fact.buttonId);
  }
}
