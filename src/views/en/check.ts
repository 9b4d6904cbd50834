import type { CheckWords } from '../checkwords.ts';
import type { FailureWords } from '../failurewords.ts';

export const check = (): CheckWords => ({
  verdicts: {
    value: 'It gives the reader something.',
    status: 'A status check: it asks how things stand and gives nothing.',
    manipulative: 'It pushes or reproaches.',
  },
  plain: 'Neither a status check nor pressure, but nothing that it gives was found either.',
  clean: 'Nothing to improve.',
  line: (number) => `line ${number}`,
  instead: 'Instead: ',
  why: {
    status_question: 'It asks for news. The reader gets nothing from answering.',
    status_phrase: 'It announces a reminder. That serves us, not them.',
    hidden_status: 'A status question behind something useful makes the useful part look like a pretext.',
    false_urgency: 'Only their own goal makes a date urgent, never our price, stock or month-end.',
    guilt: 'A reproach closes the door it knocks on.',
    effort_tally: 'How often we wrote is our affair; counting it is a reproach.',
    fake_reply: 'It pretends to answer a message that it does not quote.',
    keigo_company: 'In writing one’s reader’s company is 貴社; 御社 is for speech.',
    keigo_title: 'A title is an honorific already; 様 doubles it.',
    keigo_double: 'Two honorific forms for one verb.',
    keigo_understood: 'To a customer one writes 承知いたしました.',
    keigo_hasty: 'Thanks sent “in haste” are half thanks.',
    keigo_causative: 'させていただく once in a mail is polite, twice is a habit.',
  },
  better: {
    status_question:
      'For your meeting on [FILL: date] I have put [FILL: the point they raised] on one page. No reply needed.',
    status_phrase: 'Here is the [FILL: item] you asked for; the part to read first is [FILL: page].',
    hidden_status:
      'Leave the question out. Where you must know: “So that I can have the right material ready, and only as far as you can say: roughly when will this be decided?”',
    false_urgency:
      'You told me you want [FILL: their goal] by [FILL: their date]. Working back, a decision by [FILL: latest useful date] still gets you there.',
    guilt:
      'If now is not the time, a plain no is fine. Here is one thing that may help either way: [FILL: fact or file].',
    effort_tally: 'One thing has changed since we last spoke: [FILL: the new fact].',
    fake_reply: '[FILL: what it is about]: [FILL: what it brings]',
    keigo_company: '貴社',
    keigo_title: '［要記入：お名前］部長',
    keigo_double: '伺います',
    keigo_understood: '承知いたしました',
    keigo_hasty: 'まずはお礼申し上げます',
    keigo_causative: 'いたします',
  },
  askText: 'Which text?',
});

export const checkFailures = (): FailureWords => ({
  status_message: () => ({
    message: 'Refused: this message only asks how things stand.',
    hint: 'Give something first: an answer, a material, work done, news. For a deal: followup draft <deal>',
  }),
  text_not_utf8: () => ({ message: 'What came in is not UTF-8 text.', hint: 'Save it as UTF-8 and pipe it again.' }),
  manipulative_message: () => ({
    message: 'Refused: this message pushes or reproaches.',
    hint: 'Take those words out; a date may come from the customer’s own goal only. For a deal: followup draft <deal>',
  }),
});
