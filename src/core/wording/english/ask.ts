import { rules, words } from '../rule.ts';

export const ask = () =>
  rules({
    'how are you finding it': words`
    \b(?:how (?:are|do|did|have) you (?:find|found|like|get|been|feel|think)\w*|(?:know|see|check|ask) (?:if|
    whether) i\b|(?:foresee|anticipate) any|has anything (?:changed|come up)|(?:did|has) something come up)\b`,
    'I would like to know': words`
    \b(?:(?:i|we)(?:'d| would)? (?:like|want(?:ed)?|wish|was hoping|were hoping|am hoping|hope) to|may i|
    can i|could i|just to|only to)[ ](?:confirm|ask|know|understand|check|see|find out|inquire|enquire|
    get a (?:feel|sense)|clarify) (?:whether|if|how|when|where|what|for|about|on|your|which)\b`,
    'can you tell me': words`
    \b(?:can|could|would|will) you (?:please |kindly )?(?:tell|inform|update|advise|give|show|confirm to)? ?(?:me|us)?[ ](?:whether|if|
    when|where|how|what|which|confirm|an idea|a hint|a sense)\b`,
    'did you see': words`
    \b(?:did|have|do) (?:u|ya|you|y'all) (?:see|get|read|catch|receive|decide|hear|have|need|make|ever)\b`,
    'any update': words`
    \b(?:any|an) (?:update|updates|news|thoughts|feedback|progress|movement|word|luck|decision|developments?|
    ideas? (?:on )?when|chance (?:you|to)|further thoughts|interest|response|reply|status)\b`,
    'chance to': words`
    \b(?:get|got|have|had|find|found|having) (?:a |any |the |some )?(?:quick )?(?:chance|time|opportunity|
    moment)\b[^.?!]{0,60}`,
    'how is it going': words`
    \bhow(?:'s| is| are| did| does| do| has| was| were| have|'re) (?:(?:the|your|our|it|things?|everything|
    that|this|you|we) ?)[^.?!]{0,60}(?:going|coming|progress\w*|look\w*|feel\w*|doing|get\w* on|been|stand\w*|
    process|project|evaluation|review|decision|conversation|go\b|proceed\w*)`,
    'how things are': words`
    \bhow (?:things|everything|it|that|this|(?:the|your|
    our) [\w ]{1,40}?)(?:'s| is| are| has| have| was)? ?(?:going|coming|progress\w*|doing|looking|been|works?|
    stands?)\b`,
    'where are we': words`
    \bwhere (?:are|do|does) (?:we|you|things|this|it)|\bwhere (?:things|you|we|this|it|they|your \w+|
    the \w+)\b(?:'re| are| is|'s)? ?(?:all )?(?:stands?\b|at\b|with\b|on\b|(?<=are|'re|is|'s) ?(?:now\b|[.?,]|
    $))`,
    'glad to learn': words`
    \b(?:glad|interested|keen|curious|like|love|eager|grateful|great|good|helpful|nice|appreciate it|
    happy)(?: to)? (?:to )?(?:learn|know|hear|hearing|understand|find out|see where|get your|get (?:a|
    some) (?:sense|idea|read))\b|\b(?:your|his|her|their) (?:reaction|impressions?|position|intentions?|
    interest level|view)\b|\b(?:manag(?:e|ed) to|in the running|what did you think|what's holding|
    holding (?:you|things) (?:back|up)|on the (?:fence|table))\b`,
    'when you expect': words`
    \b(?:when|whether|if|how (?:soon|long)|roughly when) (?:you|your \w+|they) (?:expect|plan|intend|hope|
    might|will|would|are (?:likely|going|planning)|can|could|need)\b[^.?!]{0,40}\b(?:decid\w*|decision|
    proceed|move|go|reply|respond|answer|sign|start|confirm|know|get back|finali[sz]e|be ready)\b`,
    'made up your mind': words`
    \b(?:made? up your minds?|sense of (?:the )?timing|reach(?:ed)? you|(?:reach(?:ed)?|made?|take|taken|
    come to) (?:a|any|your) (?:final )?(?:decision|conclusion|verdict)|come to (?:a|any) (?:decision|
    conclusion)|got(?:ten)? (?:my|our|the) (?:e-?mail|message|quote|proposal|note))\b`,
    'have you decided': words`
    \b(?:have|has|did|are|were|is|will) (?:you|your (?:team|boss|manager|company)|there|anyone|the team|
    they)(?: all| guys)? ?(?:already |yet |been able to |able to |made |make |come to |reached? |had |still |
    planning |ready |leaning |be )*(?:decid\w*|decision|review\w*|consider\w* (?:our|my|the|it|this|that|
    what)|look\w*|read|thought|think\w*|discuss\w*|receiv\w*|see|seen|interest\w*|proceed\w*|
    mov\w* (?:forward|ahead)|go(?:ing)? (?:ahead|forward|with)|chance|conclu\w*|choos\w*|heard?|get my|got my|
    open|on board|need|any|want|in a position|available)\b`,
    'still interested': words`
    \bstill (?:of |be |a |an )?(?:interest\w*|relevant|worth|on (?:your|the)|consider\w*|look\w*|need|
    a priority|make sense|makes sense|open|good time|want\w*|plan\w*|valid|a fit|something|on track|pending|
    wait\w*|keen|thinking|in the market|evaluat\w*|compar\w*|deciding|weighing|undecided|unsure|mulling|
    undergoing|in progress|under (?:review|consideration)|in play|live|alive|in the running)\b`,
    'status of': words`
    \b(?:status|progress|state) (?:of|on|update|with|for|regarding)\b|\b(?:project|order|application|current|
    payment|latest) status\b`,
    'see if you': words`
    \b(?:see(?:ing)?|ask(?:ing)?|check(?:ing)?|wonder(?:ing|ed)?|curious|(?<!wants to )know|find out|hear)(?:
    about)? (?:if|whether|how|where|when|what) (?:you|your|we|things|it|this|that|there|the|anything|timing|now|everything)`,
    'your thoughts': words`
    \b(?:what (?:do|did|are|were|is) (?:you|your) (?:think|thoughts|decision|feedback|take|plan\w*|preferred)|
    (?<!sorry to )hear(?:ing)? (?:your|about your|about the|back|from you)|get your (?:thoughts|feedback|take|input)|
    (?<!\b(?:accept|respect|understand|with|before|support) )your (?:thoughts|feedback|decision|preferred|response|reply|update))\b`,
    'when can we expect': words`
    \b(?:when (?:can|could|do|will|should|might|would) (?:we|i|you|it|this|they)|by when|how soon|
    what(?:'s| is) (?:the|your) (?:status|timeline|timing|plan|eta|next step|latest|decision)|what are (?:the|
    your) next steps|what's (?:happening|new|next|going on)|timeline (?:you|for))\b`,
    'ready to move': words`
    \b(?:ready to (?:move|proceed|get started|sign|go|start)|(?:move|moving|go|going) (?:forward|ahead)|
    proceed(?:ing)?|how you(?:'d| would) like to|continue (?:our|the|this) (?:discussion|conversation))\b`,
    'is now better': words`
    \b(?:is (?:now|this|it|timing|the timing)|timing is|if (?:now|timing|
    the timing))\b[^.?!]{0,30}\b(?:better|good|right|okay|ok|still|worth|a priority|bad)\b`,
    'still there': words`
    \b(?:are you (?:still )?there|did (?:this|it|my|you) (?:e-?mail |message |note |proposal )?(?:get|reach|
    slip|arrive|receive|see|go)|yes(?:\/| or )no|should i close|have you (?:given up|moved on)|did i lose you|
    close (?:your|the|this|my) (?:file|loop))\b`,
    'log: asked': words`
    \b(?:asked (?:for|about) (?:the |an |any |their )?(?:status|update|decision|progress|feedback|news|answer|
    response)|chas(?:e|ed|ing)|no (?:answer|reply|response|pick ?up)\b(?! (?:is )?(?:needed|necessary|
    required|expected))|left (?:a )?(?:voice ?mail|message|vm)|didn't (?:answer|pick up|reply)|not (?:in|
    available|reachable)|unreachable|(?:contact|buyer|client|customer|he|she|they|manager) (?:was |were |
    is )?(?:out|away|absent|gone|not there)\b|(?:texted|emailed|called|phoned|wrote|messaged|rang|
    pinged) (?:\w+ ){0,3}?for (?:an? |the |their )?(?:answer|update|decision|reply|response|status|feedback|
    news)|no-show|(?:tried|trying) (?:calling|phoning|reaching|emailing|to (?:call|reach|phone|get))|(?:busy|
    engaged) (?:line|tone|signal)|line (?:was )?busy|(?:couldn't|could not|unable to|failed to) (?:reach|
    get hold|get through)|voice ?mail|try(?:ing)? (?:again|back|them again)|in a meeting|on (?:leave|holiday|
    vacation)|out of (?:the )?office|call(?:ed)? back later|(?:^|[,;:] ?)asked (?:\w+ ){0,2}?(?:whether|if|
    how|when|where)\b|went to voice ?mail|
    \b(?:vm|chaser)\b|^\W*(?:checked (?:whether|if|on|in)|reminded|nudged|pinged|prompted|waiting (?:for|on))\b|wants? (?:me|us)[ ]
    to (?:call|ring|come|get|check|try)|(?:mr|mrs|ms|dr)\.? \w+ (?:was |is )?(?:out|away|off|busy)\b|\bwill (?:retry|try|call|ring)\b|
    \bno (?:luck|news|movement|word)\b|(?:popped|dropped|stopped) (?:in|by)\b|on holiday|(?:sent|send) (?:a )?(?:reminder|follow|chaser|nudge|bump|check))`,
  });

export const nudge = () =>
  rules({
    'would appreciate': words`
    (?:'d|would) (?:be |really |greatly |very much |much )*(?:appreciate|grateful|thankful)|\bhoping (?:you|
    to|that|for)\b`,
    'just …': words`
    (?:^|[,.!:–—] ?)(?:(?:i|we)(?:'m| am|'re| are)? )?(?:just|only|merely|simply) (?:an?|to|want(?:ed|ing)?|
    thought|figured|\w+ing)\b`,
    'keeping the thread alive': words`
    \bkeep(?:ing)? (?:this|the|our) (?:thread|conversation|e-?mail|dialogue|discussion) (?:alive|going|open|
    warm)\b`,
    'my earlier message': words`
    \b(?:my(?: (?:previous|last|earlier|first|original|recent|other|latest))?|(?:our|the) (?:previous|last|
    earlier|original)) (?:e-?mails?|messages?|notes?|voice ?mails?|texts?|application|submission|ticket|
    letters?)\b`,
    'back to the top': words`
    \b(?:pop(?:ping|ped)?|bring(?:ing)?|push(?:ing)?|mov(?:e|ing)|put(?:ting)?|rais(?:e|ing)|surfac(?:e|
    ing)) (?:this|it|that)[ ](?:back |up |over )*(?:to|on|at|in|again|before|for)\b|\bptal\b|\b(?:awaiting|
    pending) (?:your |when|approval|review|signature)`,
    'checking in': words`
    \b(?:just |simply |quickly |wanted to |a quick |quick )*(?:check(?:ing|ed)?[- ]?(?:back )?in|
    check(?:ing)? back|check-?in|checking up|checking (?:to|on|with|about|whether|if)|(?:just )?mak(?:e|
    ing) sure (?:you|we|that|everything|it|this|nothing))\b`,
    'touching base': words`
    \b(?:just |quickly )*(?:touch(?:ing|ed)? base|circl(?:e|ing|ed) back|loop(?:ing)? back|reconnect(?:ing)?|
    stay(?:ing)? connected|stay in touch|keep in touch)\b`,
    'following up': words`\b(?:just |quick |quickly |gentle |wanted to )*follow(?:ing|ed)?[- ]?ups?\b`,
    bump: words`
    \b(?:bump(?:ing|ed)?|ping(?:ing|ed)?|nudg(?:e|ing|ed)|float(?:ing)?|(?:popping|pushing|moving|bringing|
    putting|getting) (?:this|it|my \w+)(?: back)?(?: up)? (?:to|at|on) (?:the )?top|top of (?:your|the) inbox|
    resurfac(?:e|ing)|re-?send(?:ing)?|resent|re-?sharing)\b`,
    reminder: words`
    \b(?:(?:friendly|gentle|quick|kind|polite|final|just a) (?:reminder|follow|nudge|ping|check)|remind(?:er|
    ing)?)\b`,
    'lost in inbox': words`
    \b(?:(?:get|got|gets|getting|been|be) (?:lost|buried|missed|overlooked)|slip(?:ped)? (?:through|past|by)|
    fell through|fall through|(?:miss|missed|overlooked|seen|saw|received|get|got) (?:my|this|our|
    the) (?:last |previous |earlier )?(?:e-?mail|message|note|proposal))\b`,
    'no reply yet': words`
    \b(?:(?:haven't|have not|hadn't|hasn't|has not|not|didn't|did not|never) (?:yet )?(?:hear|heard|received|seen|gotten|
    got)\b|(?:haven't|have not|hadn't|hasn't|not|didn't|did not|never) (?:yet )?(?:get|had|have)\b[^.?!]{0,30}(?:back|
    from you|reply|response|answer|anything|chance|comments?|word)|no (?:reply|
    response)\b(?! (?:is )?(?:needed|necessary|required|expected)\b)|await(?:ing)?|wait(?:ing)? (?:for|on|
    to hear)|look(?:ing)? forward to (?:hearing|your (?:reply|response|feedback|thoughts|decision)|
    an? (?:update|reply))|(?:love|like|hoping|hope|keen|eager|great|nice|good) to hear|sooner rather)`,
    'not done yet': words`
    \b(?:(?:is|are|remains?|still|appears? to be|seems?) (?:incomplete|unsigned|outstanding|pending|overdue|
    unpaid|unanswered|open)|(?:hasn't|haven't|has not|have not) (?:yet )?been (?:signed|completed|returned|
    paid|confirmed|approved|answered)|where we left off|pick (?:this|it|things|our|the) [\w ]{0,20}up|
    pick up (?:our|the|this|where)|on your radar|not sure (?:if|whether) you)\b`,
    'opens with a request': words`
    ^(?:[^a-z]*)(?:seeking|requesting|inquiring|enquiring|awaiting|hoping|wondering|verifying|asking|
    confirming (?:if|whether|that you))\b`,
    'reaching out': words`
    \b(?:reach(?:ing|ed)? (?:back )?out|writing to|calling to|it's been a (?:while|few)|
    since we (?:last )?(?:spoke|talked|met|connected))\b`,
    'payment is late': words`
    \b(?:(?:don't|do not|doesn't|have no|haven't|have not) (?:yet )?(?:have|got|seen|received)?[^.?!]{0,40}\byet\b|past due|overdue|(?:fell|was|is|became|falls) (?:now |already )?due|(?:not|n't) (?:yet )?(?:show|reflect|see) (?:a |any |
    your )?payment|(?:has|have) not (?:yet )?reached us|(?:disregard|ignore) this (?:message|note|e-?mail|reminder|
    notice))\b`,
    'closing the file': words`
    \b(?:clos(?:e|ing) (?:out )?(?:the|your|out|this|our|my)? ?(?:loop|file|ticket|record)|
    assume (?:that )?(?:this|it|you|now|the)|(?:my|one|this is the) last (?:e-?mail|note|message|attempt|
    time)|won't (?:bother|reach|email|contact|follow)|stop (?:reaching|emailing|contacting)|
    no longer (?:interested|a priority)|not (?:a priority|the right time|a good time))\b`,
  });

export const soft = () =>
  rules({
    'let me know': words`
    \b(?:let (?:me|us) know|tell me|advise|keep me (?:posted|updated|informed)|update me|please (?:confirm|
    respond|reply|advise|update|provide an update))\b`,
    question: words`^(?!.*\b(?:what if|how about|why not|have you (?:considered|tried|thought of))\b).*\?`,
    request: words`
    \b(?:please|kindly|just say the word|could you|would you|can you) (?!find|see|note|ignore|use|keep|feel|
    correct|disregard|accept|forgive|excuse|don't|do not)\w+`,
    waiting: words`\b(?:look(?:ing)? forward to|i hope to|hoping to) (?:hear|your|get)`,
  });
