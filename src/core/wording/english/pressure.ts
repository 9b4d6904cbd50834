import { rules, words } from '../rule.ts';

export const urgency = () =>
  rules({
    'last chance': words`\b(?:(?:last|final) (?:chance|opportunity)|(?:final|last) call (?:for|to))\b`,
    'only few left': words`
    \bonly (?:\w+ )?(?:\d+|one|two|three|four|five|six|a few|a couple(?: of)?|
    a handful(?: of)?) (?:[\w-]+ ){0,3}(?:left|remain\w*|available|spots?|seats?|slots?|units?|places?|
    licen[cs]es?)\b|\b(?:spots?|seats?|slots?|places?) (?:are|is) (?:filling|running|almost|nearly|going)\b|
    \bwhile (?:supplies|stocks?) lasts?\b|\balmost (?:gone|sold out)\b|\bselling (?:out )?fast\b`,
    'before too late': words`
    \bbefore it(?:'s| is) too late\b|\b(?:act|decide|sign up|order|hurry|buy) (?:now|today)\b(?! (?:to|
    and) (?:see|learn))|\bhurry\b|\bdon't (?:miss|lose) (?:out|this|your)\b|\btime is running out\b|
    \brunning out of time\b|\bclock is ticking\b|\byou(?:'ll| will) (?:regret|miss out)\b|
    \bbefore (?:someone else|your competitors?|a competitor)\b`,
    'price goes up': words`
    \b(?:pric(?:e|es|ing)|rates?|costs?|fees?) (?:is |are |will |'ll )?(?:be )?(?:go(?:es|ing)?|increas(?:e|
    es|ing)|ris(?:e|es|ing)|jump(?:s|ing)?) (?:up|by|on|after|this|next|tomorrow|from|soon)\b|\b(?:offer|
    discount|deal|price|pricing|quote) (?:expires?|ends?|is only (?:good|valid|available)|disappears?|
    won't last)\b|\b(?:today|this week) only\b|\bonly (?:good|valid|available) (?:until|till|through|for|
    today|this)\b|\blimited[- ]time\b|\bexclusive offer\b`,
  });

export const guilt = () =>
  rules({
    'after all that': words`
    \b(?:after (?:everything|all (?:that |the \w+ )?(?:i|we)(?:'ve)?)|not even an? (?:reply|response|answer|
    word))\b`,
    'guess not interested': words`
    \bi(?:'ll)? (?:guess|suppose|take it|assume) (?:that )?you(?:'re| are|'ve| have|'d| would)? (?:just |
    simply |really |clearly )?(?:not|no longer|aren't|don't|forg\w+|lost|ignor\w+|decided (?:not|against)|
    too busy|gave up|given up|moved on)`,
    despite: words`
    \b(?:despite|after all|even after|in spite of) (?:(?:my|our|all|the|several|multiple|many|repeated|
    numerous) )*(?:e-?mails?|messages?|calls?|attempts?|efforts?|follow|reminders?|work|time|having)`,
    disappointed: words`
    \b(?:(?:disappoint(?:ed|ing)|surprised|sad(?:dened)?|hurt|frustrat(?:ed|ing)|upset) (?:that |not |to |you|
    by|i )|(?:at least|the courtesy|common courtesy)[^.?!]{0,40}\b(?:reply|response|answer|respond|
    let me know)|you (?:still )?(?:never|haven't even|didn't even|keep ignoring|have been ignoring|
    are ignoring|ignored)|ignoring (?:me|my|us|our)|ghost(?:ed|ing) (?:me|us)|did i (?:do|say) something|
    my (?:boss|manager) (?:is|will|keeps|wants)|i (?:put|spent|invested) (?:a lot|so much|hours|considerable|
    many))`,
  });

export const tally = () =>
  rules({
    'nth mail': words`
    \b(?:this is|this makes|here's|it's|that's)(?: now| already)? (?:my|the|our) (?:second|third|fourth|fifth|
    sixth|seventh|2nd|3rd|[4-9]th|\d+th) (?:time|e-?mail|message|attempt|follow|note|call|reminder|try|and)\b|
    \b(?:second|third|fourth|fifth|\dth|3rd) (?:attempt|time (?:i|we)|and final)\b|
    \bthird time(?:'s| is) (?:the|a) charm\b`,
    'several times': words`
    \b(?:i|we)(?:'ve| have|'d| had)?(?: already| now| been)? (?:tried|reach(?:ed|ing)|call(?:ed|ing)|
    email(?:ed|ing)|e-mailed|written|wrote|contact(?:ed|ing)|sent|follow(?:ed|ing)|left|attempted|messaged|
    pinged)\b[^.?!]{0,50}\b(?:(?:several|multiple|many|numerous|countless|(?:a )?(?:few|couple(?: of)?)|two|
    three|four|five|six|\d+|so many) (?:times|e-?mails|messages|voice ?mails|calls|occasions|notes|reminders|
    attempts)|repeatedly|again and again|twice)\b`,
  });
