import { rules, words } from '../rule.ts';

const SENT = words`
  sent|shared|attached|emailed|e-mailed|mailed|forwarded|provided|presented|discussed|submitted|mentioned|
  gave|made|wrote|left`;

export const thanks = () =>
  rules({
    'thanks for the answer': words`
    \b(?:thank(?:s| you)|(?:really |truly )?appreciate (?=your|you\b|the (?:quick|update|
    time)))[^.?!;]{0,30}\b(?:reply|response|respond\w*|feedback|getting back|update|replying|answer\w*|
    confirm\w*|deciding|considering|thoughts|consideration|letting)[^.?!,;]{0,40}`,
  });

export const empty = () =>
  rules({
    'ready when you are': words`
    \b(?:(?:still |always )?(?:here|around) (?:when|if|whenever|for you)|
    ready when(?:ever)? you)\b[^.?!]{0,30}`,
    'at your disposal': words`
    \b(?:remain|am|are|stand|be) (?:always |still |fully |entirely )?(?:at your (?:disposal|service)|
    available|reachable)[^.?!]{0,60}`,
    'if you have questions': words`
    \b(?:if|whether|should) (?:you|there)(?:'re|
    'd| would| are| is| have| has| had| need| needs| want| like| still| do)*[^.?!]{0,30}\b(?:questions?|
    concerns?|anything(?: else)?|more (?:info\w*|details?)|further (?:info\w*|details?|clarification|
    assistance)|additional (?:info\w*|details?|questions?|assistance)|any (?:other )?(?:info\w*|details?|help|
    assistance|clarification|support))\b`,
    'do you have questions': words`
    \b(?:do you have|are there|have you got|is there|got|with) any(?:thing)? ?(?:other |further |additional |
    more |specific |particular |immediate )?(?:questions?|concerns?|feedback|else|i can|we can|
    you need)[^.?!]{0,50}`,
    'happy to help': words`
    \b(?:(?:more than |always |very )?(?:happy|glad|available|here|pleased) (?:to|if i can) (?:help|assist|
    answer|chat|talk|discuss|clarify|jump|hop|support|provide (?:more|any|further|additional|references)|
    share (?:more|any|further|additional|some|a few|my)|go over|walk|explain|elaborate|schedule|set up|connect|
    hear|re-?send|work around|accommodate|adjust|make (?:any )?(?:adjustments|changes)|arrange|meet|come by)\b|here to help|
    happy to\s*[.!]?$)[^.?!]{0,60}`,
    'let me know how to help': words`
    \blet (?:me|us) know (?:how|if|whether|what|when)[^.?!]{0,20}\b(?:(?:i|we) can|there(?:'s| is) any|
    you(?:'d| would)? ?(?:need|want|like|prefer)|anything)[^.?!]{0,60}`,
    'feel free': words`
    \b(?:(?:please )?(?:feel free|don't hesitate|do not hesitate|simply|just) to |please )(?:reach|reply|
    contact|call|get in touch|ask|let|respond|email)[^.?!]{0,50}`,
    'anything I can do': words`
    \b(?:anything|any ?way|something|what|how) (?:else )?(?:(?:that )?(?:i|we) (?:can|could|might) (?:do|help|
    assist|provide|answer|clarify|offer|share|send|add)|you(?:'d| would)? ?(?:need|like|want) (?:from|to see|
    to know))[^.?!]{0,50}`,
    'once you do this': words`
    \b(?:once|as soon as|when|after) (?:i|we|you)\b[^.?!]{0,60}, ?(?:i|we)(?: can|'ll| will)\b[^.?!]{0,40}`,
    'I noticed your silence': words`
    \b(?:noticed|saw|see|realized|realised|know) (?:that )?you (?:haven't|didn't|hadn't|have not|did not|
    never|have yet)[^.?!,;]*`,
    'what I sent before': words`
    \b(?:the|my|our|that|which|what|those|these|any|an?)\b(?:(?!, so )[^.?!;]){0,60}?\b(?:i|we)(?:'ve|
    'd| have| had)?(?: already| recently| previously)? (?:${SENT})\b(?: (?:you|to you|over|earlier|previously|
    before|last \w+|on \S+|in \S+ \S+))*`,
    'I sent it last week': words`
    \b(?:i|we)(?:'ve|'d| have| had)?(?: already| recently| previously)? (?:sent|shared|emailed|e-mailed|
    mailed|forwarded|provided|presented|discussed|submitted|mentioned|gave|made|wrote|
    left)\b[^.?!;]{0,80}\b(?:last|previous\w*|earlier|ago|yesterday|before|the other day|recently|on (?:mon|
    tues|wednes|thurs|fri)day|a while)\b`,
    'my last mail': words`
    \b(?:my|our|the) (?:last|previous|earlier|prior|recent|original|initial|first|below|above|
    attached) (?:e-?mails?|messages?|notes?|voicemails?|calls?|conversations?|discussions?|proposals?|quotes?|
    offers?|invoices?|correspondence|outreach)`,
    'link to answer by': words`
    \b(?:complet\w*|finish|settle|return|fill\w* (?:in|out)|respond|reply|book|schedule|sign|pay|confirm|register|pick|choose|rsvp|
    accept|submit|grab|select|take (?:the|our|this) survey)\b[^?!]{0,50}\b(?:here|link|form|below|url|
    calendar|https?:)[^?!]{0,80}|\b(?:here(?:'s| is) )?(?:my|our) (?:calendar|booking|scheduling|
    calendly)\b[^?!]{0,80}`,
    'about what I prepared': words`
    \b(?:about|on|regarding|with|reviewed|review|reviewing|see|seen|receive|received|look(?:ed)? (?:at|over)|read|
    consider|considered|through) (?:the|my|our)\b[^.?!;:,]{0,40}?\b(?:i|we)(?:'ve| have)? (?:prepared|put together|
    drafted|drew up|worked out|created)\b`,
    'you asked me to come back': words`
    \byou(?:'d| had)? (?:asked|told|wanted|invited) (?:me|us) to (?:get|be|check|call|reach|touch|follow|come|
    circle|try|ping|write|contact|reconnect)\b[^.?!]{0,60}`,
    'if you did it already': words`
    \b(?:if|in case|unless) (?:you(?:'ve| have)?|it|this|(?:the |your )?payment)(?: is| has| was)?(?: been)? (?:already|
    recently|since|on (?:its|the) way)\b[^.?!]{0,80}|\bcross(?:es|ed|ing)? (?:paths|payment|in the (?:mail|post))\b[^.?!]{0,30}`,
    'amount owed': words`
    [$€£¥]\s?\d[\d,.]*(?=[^?!]{0,80}\b(?:due|overdue|outstanding|unpaid|owed|owing)\b)|(?<=\b(?:due|outstanding|
    unpaid|overdue|balance|payment|invoice)\b[^.?!]{0,60})[$€£¥]\s?\d[\d,.]*`,
    'praise of oneself': words`
    \b(?:confident|convinced|certain|believe|sure|positive) (?:that )?(?:we|our|my|there|this partnership|
    together|you(?:'d|'ll| would| will))\b[^.?!\d;:]{0,140}|\b(?:delighted|honou?red|pleased|proud|love|like) to (?:count|have|
    welcome|win|call) you\b[^.?!\d;:]{0,140}`,
    'review what is attached': words`
    \b(?:chance|time|opportunity|moment|able) to (?:review|read|look|go|check|see|digest|consider|
    think)[^.?!]{0,80}`,
  });

export const filler = () =>
  rules({
    'placeholder alone': words`^(?:\s*[[{<【〔［]+[^\]}>】〕］\n]{1,40}[\]}>】〕］]+\s*)+[様殿]?[,、:]?$`,
    greeting: words`
    ^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings|to whom)\b|
    ^(?:[\w .'{}[\]$-]{1,40}[,:–—-]+)$`,
    pleasantry: words`
    \b(?:hope (?:you|this|all|everything|your|that|things)|trust (?:you|this|all)|finds you well|
    have a (?:great|good|nice|lovely|wonderful)|great (?:week|weekend|day)|no (?:rush|pressure|worries|hurry)|
    when you (?:have|get) a|at your (?:earliest )?convenience|i (?:know|understand|realize|realise|appreciate|
    imagine|get it)[^.?!]{0,20}\b(?:busy|schedule|hectic|a lot|swamped|things get|how)|sorry (?:to|for)|
    apologies)\b`,
    enthusiasm: words`
    \b(?:(?:i|we)(?:'d| would) (?:love|like|be (?:happy|glad|delighted|thrilled))|excited|confident|thrilled|
    keen to|great fit|good fit|i (?:really |truly |still |firmly )?(?:believe|think|feel)|enjoyed (?:our|the|
    speaking|talking|meeting|learning|hearing|visiting)|(?:remain|am|'m|are|'re) (?:still )?(?:very|really|
    genuinely|extremely|keenly) (?:interested|enthusiastic|eager|motivated)|keep (?:this|it) (?:short|brief)|be brief|
    we (?:last )?(?:spoke|talked|met|connected|chatted) (?:at|in|on|about|last|a)|great (?:discussion|conversation|talk|call|meeting|speaking|chatting|to (?:meet|
    speak|talk))|partnership|opportunit(?:y|ies)|work(?:ing)? (?:together|with you)|valued?)\b`,
    thanks: words`\b(?:thank(?:s| you)|appreciate|grateful|cheers|best|regards|sincerely)\b`,
    forward: words`
    \b(?:look(?:ing)? forward|talk soon|speak soon|all the best|take care|in the meantime|either way|any help|
    worth a)\b`,
    'meeting request': words`
    \b(?:(?:quick|brief|short|\d+[- ]?min\w*) (?:call|chat|meeting|conversation)|(?:hop|jump|get) on a|
    (?:schedule|book|set up|arrange|grab|find) (?:a|some) (?:time|call|meeting|chat)|(?:free|available|
    open) (?:for|to|on|this|next|at)|works? (?:for|best)|your (?:availability|calendar|schedule)|
    minutes (?:to|this|next|for))\b`,
    subject: words`^(?:subject|re|fwd?|to|from|date) ?:`,
  });
