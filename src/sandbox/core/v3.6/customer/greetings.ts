import { acceptGreeting, cancelGreeting, requireGreeting } from '../../greetings/send-greeting';
import type { Action } from '../../side';
import type { CustomerViewer } from '../../viewer';

type CustomerAction = Action<CustomerViewer>;

export const acceptGreetingAction: CustomerAction = {
  answer: 'greeting-accepted',
  run({ world, viewer, fields }) {
    fields.integer('greeting_id');
    acceptGreeting(world, viewer.customerId, fields.string('unique_id'));
  },
};

export const cancelGreetingAction: CustomerAction = {
  answer: 'greeting-canceled',
  run({ world, viewer, fields }) {
    cancelGreeting(world, viewer.customerId, fields.string('unique_id'));
  },
};

export const greetingButtonClicked: CustomerAction = {
  run({ world, viewer: { customerId }, fields }) {
    const [uniqueId, buttonId] = [fields.string('greeting_unique_id'), fields.string('button_id')];
    requireGreeting(world, customerId, uniqueId);
    world.commit({ fact: 'greeting-clicked', customerId, uniqueId, buttonId });
  },
};
