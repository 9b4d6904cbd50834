/** A rep's whole day, as it is typed; it makes every kind of file the program makes. */
export const WORKDAY: readonly (readonly string[])[] = [
  ['--help'],
  ['demo'],
  ['config', 'set', 'name', 'Keiko Mori'],
  ['config', 'set', 'holidays', 'fr'],
  ['config', 'list'],
  ['import', 'deals.csv'],
  ['add', 'Aoki', 'hiring event', '--proposed', '2025-07-01', '--email', 'aoki@example.com'],
  ['edit', 'aoki', '--goal', 'hire ten', '--goal-date', '2025-09-30'],
  ['note', 'aoki', 'they need the figures', '--from', 'them', '--needs', 'roi', '--on', '2025-07-15'],
  ['today'],
  ['today', '--all', '--json'],
  ['show', 'aoki'],
  ['why', 'aoki'],
  ['list'],
  ['draft', 'aoki', '--angle', 'material', '--eml', 'draft.eml'],
  ['draft', 'aoki', '--angle', 'material', '--edit'],
  ['check', 'I have attached the figures for three years.'],
  ['review'],
  ['snooze', 'aoki', '+1w'],
  ['hold', 'aoki', '+2w', '--words', 'Please wait until August.'],
  ['close', 'aoki', 'won'],
  ['reopen', 'aoki'],
];

/** What `import` reads on that day. */
export const DEALS_CSV = 'Customer,Amount,Decision date\nSato,1200000,2025-08-01\nMori,,\n';
