import { rules, words } from '../rule.ts';

export const cause = () =>
  rules({
    'prepared for them': words`
    \b(?:so that|would like to|would rather|want to|in order to)[ ](?:(?:we|i) )?(?:can |could )?(?:bring|prepare|have|
    get)\b[^.?!]{0,30}\b(?:the right (?:things?|materials?|papers|information|documents)|what you need)`,
    'the date they gave': words`
    \byou(?:'d| had)? (?:aimed|planned|meant|hoped|intended) to (?:decide|settle|conclude)\b[^.?!]{0,20}\bby\b|\bwas the[ ](?:
    date|day|month) you (?:had|gave|named|set|mentioned)\b`,
    'what has changed for them': words`\b(?:your reason|the reason you gave)\b`,
  });

export const free = () =>
  rules({
    'no is welcome': words`
    \b(?:no|not[- ]yet|not now)\b[^.?!]{0,24}\b(?:is|are|would be) (?:also |just as |completely |perfectly |entirely |
    quite )?(?:a )?(?:fine|good|welcome|all right)(?: answer)?(?: too)?`,
    'their call': words`
    \b(?:entirely|wholly|completely) (?:your (?:call|choice|decision)|up to you)\b|\bkeep things as they are[^.?!]{0,50}`,
    'leave it out': words`
    \b(?:leave out|skip) (?:whatever|anything|what) you[^.?!]{0,40}|(?:would|'d) rather not(?: say)?\b|\bas far as you can[ ](?:
    say|tell)\b`,
    'closed for them': words`\bif (?:it|this|the matter) is closed for you\b[^.?!]{0,80}`,
  });
