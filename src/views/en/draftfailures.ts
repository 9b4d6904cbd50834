import type { FailureWords } from '../failurewords.ts';

const PLAYBOOK_PROBLEMS: Readonly<Record<string, (value: unknown) => string>> = {
  syntax: (value) => `not YAML: ${value}`,
  unknown_field: (value) => `there is no field “${value}” here`,
  unknown_slot: (value) => `there is no slot {${value}}`,
  bad_template: (value) => `a brace that belongs to no {slot}: ${value}`,
  bad_choice: (value) => `it can be: ${value}`,
  bad_duration: (value) => `“${value}” is no duration (10d, 2w, 1mo, 10bd)`,
  bad_day: (value) => `“${value}” is no day (2026-09-30)`,
  unseen_sign: (value) => `it holds a sign that nobody sees (${value}); take it out`,
  missing: () => 'it is missing',
  wrong_type: () => 'it is empty, or not of the kind that belongs here',
  must_missing: (value) => `the message has no reason without {${value}}`,
  status: (value) => `it only asks how things stand (“${value}”)`,
  manipulative: (value) => `it pushes or reproaches (“${value}”)`,
};

const instead = (open: unknown, none: string): string => (open ? `Open instead: ${open}` : none);

export const draftFailures = (): FailureWords => ({
  draft_do_not_contact: ({ id }) => ({
    message: 'They asked not to be contacted, so there is no message.',
    hint: `If they have told you otherwise: followup edit ${id} --clear do-not-contact`,
  }),
  draft_closed: ({ id, state }) => ({
    message: `The deal has ended (${state}); there is nothing left to write about.`,
    hint: `If they take it up again: followup reopen ${id}`,
  }),
  draft_hold: ({ id, until, open }) => ({
    message: `They asked for quiet until ${until}.`,
    hint: instead(open, `Write on that day. If they speak before: followup note ${id} --from them …`),
  }),
  draft_rest: ({ id, until, open }) => ({
    message: until
      ? `You told them that you would stop, so nothing goes out until ${until}.`
      : 'You told them that you withdraw, and they have not spoken since.',
    hint: instead(open, `Keep your word. If they speak: followup note ${id} --from them …`),
  }),
  draft_waiting: ({ until, open }) => ({
    message: `Your last contact is fresh; the next one may go out on ${until}.`,
    hint: instead(open, 'Until then, look for something that helps them.'),
  }),
  draft_condition: ({ name, when, open }) => ({
    message: `Nothing recorded calls for “${name}”. It is for when ${when}.`,
    hint: instead(open, 'Record it first if it is so: followup note, followup edit.'),
  }),
  draft_brake: ({ name, why, until, open }) => ({
    message: `Not “${name}” now: ${why}${until ? ` (until ${until})` : ''}.`,
    hint: instead(open, 'Wait, or find something to give.'),
  }),
  draft_nothing: ({ id }) => ({
    message: 'There is no reason to write today: your earlier messages stand against every angle.',
    hint: `See why: followup why ${id}`,
  }),
  bad_playbook: ({ file, line, field, problem, value }) => ({
    message: `Your playbook cannot be used: ${file}, line ${line}${field ? `, ${field}` : ''}: ${PLAYBOOK_PROBLEMS[String(problem)]?.(value) ?? problem}.`,
    hint: 'Correct it, or move the file away to go back to the built-in playbook. Your deals are not touched.',
  }),
  no_clipboard: () => ({
    message: 'No clipboard program was found.',
    hint: 'Install wl-clipboard, xclip or xsel, or write a file with --eml <file>.',
  }),
  no_editor: () => ({ message: 'No editor is set.', hint: 'Set VISUAL or EDITOR, such as EDITOR="code --wait".' }),
  editor_failed: ({ editor }) => ({
    message: `The editor did not finish: ${editor}`,
    hint: 'The draft is as it was. Check VISUAL and EDITOR.',
  }),
  file_exists: ({ file }) => ({
    message: `${file} exists already.`,
    hint: 'Replace it with --force, or name another file.',
  }),
  bad_fill: ({ value, choices }) => ({
    message: `--fill ${value} cannot be used.`,
    hint: `Write --fill slot="text", with one of: ${Array.isArray(choices) ? choices.join(', ') : choices}.`,
  }),
  status_draft: () => ({
    message: 'Refused: the text now only asks how things stand.',
    hint: 'Give something first, or leave the question out.',
  }),
  manipulative_draft: () => ({
    message: 'Refused: the text now pushes or reproaches.',
    hint: 'Take those words out; a date may come from the customer’s own goal only.',
  }),
});
