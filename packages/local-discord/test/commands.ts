/** Commands for tests: one with options, one with subcommands, one on messages. */
export const commands = [
  {
    name: 'tell',
    description: 'Tells something',
    integration_types: [0, 1],
    contexts: [0, 1, 2],
    options: [
      { type: 3, name: 'what', description: 'What to tell', autocomplete: true },
      { type: 4, name: 'times', description: 'How often', min_value: 1 },
    ],
  },
  {
    name: 'set',
    description: 'Sets something',
    options: [
      {
        type: 1,
        name: 'hour',
        description: 'An hour',
        options: [{ type: 4, name: 'value', description: 'Which', required: true }],
      },
    ],
  },
  { name: 'Look at this', type: 3, integration_types: [0, 1], contexts: [0, 1, 2] },
];
