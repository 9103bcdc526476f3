/** What the scripted agent knows to say: the small talk of a bicycle shop. No chance in it, so that a test can wait for a line. */

export type Reply =
  | { readonly does: 'say'; readonly lines: readonly string[] }
  | { readonly does: 'transfer'; readonly lines: readonly string[] }
  | { readonly does: 'close'; readonly lines: readonly string[] };

interface Topic {
  readonly name: string;
  readonly pattern: RegExp;
  readonly does?: 'transfer' | 'close';
  /** Taken in turn, so that asking twice does not give the same answer twice. */
  readonly answers: readonly (readonly string[])[];
}

const LONG = [
  'Gladly, here is how we fit a bike to a rider, from the saddle down.',
  'Saddle height comes first: with the heel on the pedal and the crank pointing down, the leg should be just straight. On the ball of the foot that leaves a small bend in the knee, which is what the knee likes.',
  'Then the saddle moves forwards or backwards until the kneecap sits above the axle of the front pedal. A centimetre feels like a lot here, so we move it by millimetres and ride around the block in between.',
  'The handlebar is about comfort more than about rules. Higher and closer for the market and the commute, lower and longer when the headwind is the thing you fight. Hands that go numb usually ask for a change of angle, not for thicker gloves.',
  'Last come the brake levers, turned so that fingers, wrist and arm make one line. The whole fitting takes half an hour and costs nothing when the bike is ours.',
].join('\n\n');

const MANY = [
  'Eleven things to check before a long ride:',
  '1. Tyres: pressure, and no glass in the tread.',
  '2. Brakes: both, with a firm pull.',
  '3. Chain: clean, and one drop of oil a link.',
  '4. Gears: through all of them once.',
  '5. Wheels: spin them, no wobble.',
  '6. Lights: charged, also in summer.',
  '7. Bell: people smile when you ring early.',
  '8. Water: more than you think.',
  '9. A tube, two levers, a pump.',
  '10. A map, on paper or charged.',
  '11. Something with sugar in it.',
] as const;

const TOPICS: readonly Topic[] = [
  {
    name: 'help',
    pattern: /\bhelp\b|what can you/i,
    answers: [
      [
        'I can talk about bikes, opening hours, repairs and delivery. Or write “human” to be handed to a colleague, “links” for useful pages, “long” for a long answer, “many” for a checklist, and “bye” to close this chat. One word shows something: “cards”, “replies”, “form”, “think”, “preview”, “custom”; and “tour” shows everything, until you write “stop”.',
      ],
    ],
  },
  {
    name: 'human',
    pattern: /\b(human|person|colleague|agent|transfer)\b/i,
    does: 'transfer',
    answers: [['Of course. One moment, I will hand you over.']],
  },
  {
    name: 'bye',
    pattern: /\b(bye|goodbye|that.s all)\b/i,
    does: 'close',
    answers: [['Thanks for stopping by, and ride safely! I will close the chat now.']],
  },
  { name: 'long', pattern: /^\s*long\b/i, answers: [[LONG]] },
  { name: 'many', pattern: /^\s*many\b/i, answers: [MANY] },
  {
    name: 'links',
    pattern: /\blinks?\b/i,
    answers: [
      [
        'Here you are:\nTouring bikes: https://harbour.example/bikes/touring\nBook a repair: https://harbour.example/workshop?from=chat\nOr write to hello@harbour.example',
      ],
    ],
  },
  {
    name: 'hours',
    pattern: /\b(open|opening|hours|sunday|saturday|when)\b/i,
    answers: [
      ['We are open from 9 to 18 on weekdays and from 10 to 15 on Saturdays.'],
      ['On Sundays we are out riding. From Monday at 9 somebody is in the shop again.'],
    ],
  },
  {
    name: 'repair',
    pattern: /\b(repairs?|fix|broken|flat|puncture|brakes?|chain|workshop|service)\b/i,
    answers: [
      [
        'A puncture we fix while you have a coffee, about 20 minutes. For a full service we need the bike for two days.',
      ],
      ['Bring it by before noon and we can tell you the same day what it needs, and what it would cost.'],
    ],
  },
  {
    name: 'delivery',
    pattern: /\b(deliver|delivery|ship|shipping|order|parcel)\b/i,
    answers: [
      [
        'Parts leave us the same day when ordered before 14:00. Whole bikes come in a box, 90 % assembled, in three to five days.',
      ],
      ['Within the city we bring bikes ourselves, ready to ride, on Tuesdays and Fridays.'],
    ],
  },
  {
    name: 'price',
    pattern: /\b(price|cost|cheap|discount|sale|how much)\b/i,
    answers: [
      ['Our city bikes start at 649 and the tourers at 1,190. A test ride costs nothing.'],
      ['Last year’s models are 15 % off at the moment, as long as there are some in your size.'],
    ],
  },
  {
    name: 'bikes',
    pattern: /\b(bike|bikes|bicycle|tour|touring|city|size|frame|e-bike|blue)\b/i,
    answers: [
      [
        'For daily rides I would look at the Pier 3, for longer ones at the Longshore. What do you mostly ride on: roads, or gravel?',
      ],
      [
        'To find the size, tell me how tall you are. Between two sizes the smaller one is more lively, the bigger one more steady.',
      ],
      ['You can try any bike on the harbour loop: 2 km, one small hill, and a good view.'],
    ],
  },
  {
    name: 'thanks',
    pattern: /\b(thanks|thank you|great|perfect|cool)\b/i,
    answers: [['You’re welcome! Anything else?'], ['My pleasure. I am here if something comes to mind.']],
  },
  {
    name: 'hello',
    pattern: /^\s*(hi|hello|hey|good (morning|afternoon|evening))\b/i,
    answers: [['Hello! What can I do for you?'], ['Hi again! How can I help?']],
  },
];

const ANYTHING: Topic = {
  name: 'anything',
  pattern: /^/,
  answers: [
    [
      'Good question. I am only an assistant, but I can say something about bikes, repairs, delivery and opening hours. Which is it?',
    ],
    ['I am not sure about that one. Write “human” and a colleague takes over, as soon as one is there.'],
    ['Hm, that is beyond me. If you tell me about the bike, I can at least listen well.'],
  ],
};

const NOBODY = 'Nobody from the team is at the desk right now, so you will have to make do with me. Ask away!';

export interface SmallTalk {
  greet(name: string | undefined): string;
  takeOver(): string;
  nobodyThere(): string;
  isOnlyHello(text: string): boolean;
  beginTour(steps: number): string;
  stopTour(): string;
  endTour(): { readonly transfer: Reply; readonly close: Reply };
  reply(text: string): Reply;
}

/** Remembers how often a topic came up: one for each chat. */
export function createSmallTalk(): SmallTalk {
  const counts = new Map<string, number>();
  return {
    greet: (name) =>
      `Hi${name ? ` ${name}` : ''}! I’m Pip, the assistant of Harbour Cycles. Ask me about bikes, repairs or delivery, or write “help”.`,
    takeOver: () => 'Hi, Pip here. My colleagues are away for a moment, so I keep you company. How can I help?',
    nobodyThere: () => NOBODY,
    isOnlyHello: (text) => TOPICS.find(({ name }) => name === 'hello')?.pattern.test(text) === true && text.length < 24,
    beginTour: (steps) => `Gladly! ${steps} things, one after the other. Write “stop” when you have seen enough.`,
    stopTour: () => 'That’s it, then. Ask me anything, or write “tour” to see it from the start.',
    endTour: () => ({
      transfer: { does: 'transfer', lines: ['That was all I have. Last of all, a colleague: I will hand you over.'] },
      close: { does: 'close', lines: ['That was all I have. Last of all, the end of a chat.'] },
    }),
    reply(text) {
      const topic = TOPICS.find(({ pattern }) => pattern.test(text)) ?? ANYTHING;
      const count = counts.get(topic.name) ?? 0;
      counts.set(topic.name, count + 1);
      return { does: topic.does ?? 'say', lines: topic.answers[count % topic.answers.length] ?? [] };
    },
  };
}
