import { rules, words } from '../rule.ts';

const MATERIAL = words`
  proposals?|quotes?|quotations?|estimates?|decks?|slides?|documents?|documentation|reports?|guides?|
  case stud(?:y|ies)|examples?|samples?|comparisons?|summar(?:y|ies)|recaps?|notes|one[- ]pagers?|
  checklists?|templates?|white ?papers?|articles?|videos?|recordings?|walkthroughs?|links?|drafts?|plans?|
  breakdowns?|analys[ie]s|benchmarks?|data ?sheets?|brochures?|pricing|price list|figures|numbers|
  spreadsheets?|calculators?|calculations?|contracts?|agreements?|mock-?ups?|prototypes?|diagrams?|agendas?|
  timelines?|overviews?|faqs?|specs?|specifications?|references?|testimonials?|research|stud(?:y|ies)|
  resources?|posts?|tips|ideas?|insights?|takeaways?|findings|results|updates?|news|answers?|options|
  materials?|information|details|invites?|e-?books?|reviews?|audits?|forms?`;

export const give = () =>
  rules({
    'is ready': words`
    \b(?:contract|quote|draft|sample|account|demo|report|environment|document|version|agreement|design|
    prototype)s?\b[^.?!]{0,40}\b(?:is|are) (?:now )?ready\b(?! for (?:your |a )?(?:final )?(?:review|signature|
    approval|sign))`,
    'these are': words`
    \b(?:these are|this is (?:what|how|the line|the (?:public|full) report)|here (?:it|they|
    you)(?:'re)? (?:is|are|go)|what i took away|in the (?:post|mail)|on its way|welcome to (?:use|try|borrow|
    keep|visit)|saved you|no order needed|i(?:'d| would) (?:take|drop|start|wait|choose|skip|keep)|no longer needed|
    made you an?|is fixed|can skip|is yours)\b`,
    attached: words`\b(?:attach(?:ed|ing|ment)|enclos(?:ed|ing))\b`,
    'here is': words`
    \b(?:here(?:'s| is| are| was| were)|below (?:is|are|you)|find below|see below|as follows)\b(?! (?:hoping|
    to |for you|if|(?:an? |my |the |our |another )?(?:quick |gentle |friendly |little |second )*(?:nudge|
    reminder|follow|check|bump|ping)))`,
    link: words`https?:\/\/|\bwww\.|[[{<][^\]}>\n]{0,30}\b(?:link|url)\b|[[{]\w*(?:link|url)\w*[\]}]`,
    'slot for content': words`
    [[{$][^\]}\n]{0,40}(?:insight|resource|benefit|update_?\d|trend|takeaway|key_?point|headline|summary|
    article|case.?stud|statistic|tip\b|value.?add|result|finding|answer|recommendation|
    outcome)[^\]}\n]{0,40}[\]}]`,
    sharing: words`
    \b(?:shar(?:e|ing)|send(?:ing)?|pass(?:ing)? along|forward(?:ing)?|drop(?:ping)?|provid(?:e|ing)|
    includ(?:e|ed|ing)|deliver(?:ing|ed)?|bring(?:ing)?|publish(?:ed)?|
    post(?:ed)?)\b(?! me\b| us\b| your\b)[^.?!]{0,70}\b(?:${MATERIAL})\b`,
    'sending you': words`
    \b(?:i|we)(?:'m| am|'re| are) (?:sending|bringing|enclosing) you (?:the|an?|our|my) (?!(?:\w+ ){0,2}(?:reminder|
    nudge|note|message|e-?mail|line|ping|bump|follow|invoice|invite|link)\b)`,
    'I prepared': words`
    \b(?:i|we|i've|we've|i'll|we'll|our team|my (?:colleague|team))(?: have| had| will| also| just| already|
    's)*(?: put together| pull(?:ed)? together| prepare[sd]?| creat(?:e|
    ed)| buil[td]| draft(?:ed)?| record(?:ed)?| summari[sz]ed?| compiled?| outlin(?:e|
    ed)| map(?:ped)? out| work(?:ed)? out| cut| moved| shortened| filled (?:in|out)| swapped| replaced| removed| rebuilt| booked| calculated?| ran| run the| test(?:ed)?| shipped| compared?| measured?| re-?ran| re-?read| revis(?:e|
    ed)| updat(?:e|ed) (?:the|your|our)| adjust(?:ed)?| fix(?:ed)?| resolved?| complet(?:e|
    ed)| finali[sz]ed?| confirm(?:ed)?| verif(?:y|ied)| check(?:ed)? with| spoke (?:with|to) (?:our|my|
    the)| talked to (?:our|my)| asked (?:our|my|the)| found|'?ve found| sketch(?:ed)?| reserv(?:e|
    ed)| arrang(?:e|ed)| set up (?:a|your|the) (?!time|call|meeting)| went through| dug| looked (?:into|
    through)| marked| highlighted| list(?:ed)?| collected| negotiated| got approval| secured)\b`,
    'came across': words`
    \b(?:came across|stumbled (?:up)?on|just (?:read|saw|published|released|launched|finished|wrote)|i (?:saw|
    noticed|read|spotted|heard) (?:that|your(?! (?:request|inquiry|enquiry|message|reply|e-?mail))|an?|the|about|you\b(?! (?:downloaded|visited|opened|viewed|signed|clicked|registered))|on)|congrat\w*|thought (?:of you|(?:you|this|
    it|these|that)(?:'d| would| might| may| could| was| were| should)\b(?! be (?:a |good|nice|best|great|
    worth))))`,
    answers: words`
    \b(?:(?:to|in) answer|you (?:asked|wanted to know|were (?:asking|wondering|concerned|worried))|answer(?:s|
    ed|ing)? (?:to )?(?:your|the|their)|(?:short|the) answer|your (?:question|concern|worry|
    request)\w* (?:about|on|regarding|was|is|whether)|regarding your (?:question|concern|request)|
    (?<!no news )good news\b(?! about)|it turns out|turns out|(?:as (?:you )?(?:requested|promised|
    agreed),? (?:here|attached|i|we|the|this|below))|you requested|i promised|your point about|to confirm[:,])`,
    'we can do it': words`
    \b(?:(?:our|my|the) (?:\w+ ){0,3}(?:team|company|platform|solution|product|software|service|tool|
    engineers?|developers?|system|program|package)s? (?:can|could|will|would|is able|has|have|(?:is|
    are)(?! (?:ready|here|available|eager|excited|happy|standing|looking|keen|waiting|interested))|offers?|
    helps?|provides?|includes?|supports?|enables?|allows?|lets)|(?:we|i)(?:'re| are|'m| am)? (?:able to|can|
    could|will|'ll)(?: also| now| even)? (?:accommodate|implement|deliver|offer|include|customi[sz]e|support|
    start|complete|meet|reduce|extend|waive|hold|guarantee|tailor|integrate|migrate|set you|provide you|cover|
    handle|lend|draft|prepare|write|build|run|train|take)|we (?:offer|help|work with|speciali[sz]e|launched|
    released|added|built|now|just(?! want| thought| need)|recently|improved|introduced|support)|we've (?:launched|released|added|
    built|improved|helped|just|seen|been able|had|made|updated|introduced|worked))\b`,
    'we can change it': words`
    \bwe(?: can| could| will|'ll|'re going to) (?!schedule|discuss|talk|meet|set|help|assist|chat|connect|get|
    move|proceed|arrange|hop|close|go|have|assume|find|know|wait|stop|keep|be|do|make|take|see|
    hold)\w+ (?:your|the|it|them|a|an|all|each|every|two|three|both)\b|\bfrom \d{1,2}(?:st|nd|rd|
    th)? (?:\w+ )?to \d{1,2}\b`,
    advice: words`
    \b(?:(?:offer|share) (?:you )?(?:a|one) (?:thought|idea|suggestion)|one (?:idea|thought|thing|suggestion|tip|way|option)|an idea|quick (?:tip|idea|win|thought on)|(?:i|
    we)(?:'d| would)? (?:suggest|recommend|advise|propose)|my (?:suggestion|recommendation|advice)|
    key (?:takeaway|point|trend|finding)s?|have you considered|what (?:worked|works) (?:for (?:them|others|
    similar|teams|companies)|at|well)|what others|how (?:other|similar|\S+ (?:cut|reduced|increased|solved|
    saved|improved|handled))|(?<!\bif )you (?:could|might want to|may want to) (?!be|have|let)|worth (?:knowing|noting|
    a look|reading)|best practice)\b`,
    result: words`
    \b(?:sav(?:e|ed|es|ing)|cut(?:s|ting)?|reduc(?:e|ed|es|ing)|increas(?:e|ed|es|ing)|improv(?:e|ed|es|ing)|
    boost(?:ed|s|ing)?|grew|grow(?:n|s)?|achiev(?:e|ed|es|ing)|eliminat(?:e|ed|es|ing)|doubl(?:e|ed|ing)|
    tripl(?:e|ed|ing)|generat(?:e|ed|es|ing))\b[^.?!]{0,60}(?:\d|\bby\b|hours|time|cost|revenue|[[{])`,
    figure: words`
    \d[\d,.]*\s?(?:k|m)?\s?(?:euros?|eur|dollars?|usd|pounds?|gbp|yen|jpy|francs?|percent|per cent)\b|
    \d(?:[\d,.]*)\s?%|[$€£¥]\s?\d|\b\d+x\b|\b(?:six|four|two|three|five|\d+)(?: to \w+)? (?:weeks|months|
    hours|days) (?:to|from|of|after|for)\b`,
    'other customers': words`
    \b(?:similar (?:compan|client|customer|team|business|organi|situation|challenge|project)|(?:another|other|
    one of our|(?<!among )our) (?:clients?|customers?)|companies like|case stud|dealing with the same|same (?:problem|
    challenge|issue))`,
    'honest stop': words`
    \b(?:step(?:ping)? back|stop writing|withdraw(?:ing|n)?|nothing from us|no reply needed|nothing needed|
    isn't (?:a|the right) fit for you|can(?:not|'t) meet your)\b`,
    'takes the no': words`
    \b(?:accept|respect) your (?:decision|answer|choice|no)\b|\bnot (?:asking |calling |writing |trying )?(?:you )?to (?:
    change your mind|reopen)\b`,
    'their own date': words`
    \b(?:working back|work(?:ed)? back(?:wards)? from|you (?:told|said|mentioned) (?:me |
    us )?(?:that )?you (?:want|need|plan|hope|aim)\w*|by my count|the (?:last|latest) day (?:on which|that)|latest (?:useful|start|
    date))\b`,
    'dates worked back': words`
    \b(?:to (?:have|get|make|hit|meet|be|open|go|launch|start|
    finish)\b[^.?!]{0,60}\bby\b[^.?!]{0,60}\b(?:need|must|have to|would|latest)|(?:takes?|needs?|lasts?|
    lead time (?:is|of)) (?:about |around |roughly |only )?(?:\d+|one|two|three|four|five|six|seven|eight|
    nine|ten|twelve|a|an) (?:\w+ )?(?:minutes?|hours?|days?|weeks?|months?)|so (?:that )?i can (?!plan|update|
    close|know|better|see|move|take))`,
    'something new': words`
    \b(?:something (?:useful|new|relevant|helpful|else that|that (?:may|might|could|will|helps?))|
    one thing has changed|(?:that|it|one thing|something) has(?: now)? changed|what(?:'s| has) changed|
    (?:something|one thing) is (?:now )?different|\bbears on (?:something|the|what|your)\b|thought of what you told|(?:i|we) (?:now )?have something (?:on|for|to show)|
    i(?:'ve| have) (?:kept|left|added|removed|included|changed|moved|shortened|split|copied|translated))\b`,
    'others have done': words`
    \b(?:tests?|results?|approvals?|permits?|certificates?|figures?|numbers?)\b[^.?!]{0,20}\b(?:is|are|came|has|have) (?:now |all )?(?:through|
    in|back|done|passed|clean|complete|granted)\b|\b(?:legal|finance|procurement|engineering|(?:our|my|the) (?:\w+ ){0,2}(?:team|engineers?|developers?|lawyers?|
    director|lead|manager|supplier|factory|board|office))(?: has| have)?(?: just| now)? (?:agreed|approved|confirmed|signed off|
    cleared|added|fixed|shipped|built|released|lowered|accepted|found|finished|solved)\b|\b(?:is|are|was|were) unfortunately[ ](?!still
    |not yet)`,
    'I have done': words`
    \b(?:i|we)(?:'ve| have)(?: now| already| also| just)? (?!not|been|sent|called|reached|heard|emailed|left|
    contacted|followed|messaged|attempted|tried|received|noticed|noted|enjoyed|waited|talked|reviewed|
    connected|missed|discussed|exchanged|submitted|touched|pinged|wanted|mentioned|needed|asked|applied|
    worked|corresponded|expected|hoped|shared|attempted|considered|learned|interested|visited|
    listed\b)(?:\w{3,}ed|put|set|made|got (?:it|that|them|you|approval|the)|cut|built|kept|brought|taken|
    found|drawn|written (?:down|up)|paid|bought|split|run|done (?:the|a|some))\b|\b(?:terms|rules?|law|
    regulations?|tariffs?|requirements?|deadlines?|standards?|(?:price|rate)s? list) (?:has |have |
    had )?(?:just )?(?:changed?|changes|takes? effect|opens?|closes?|comes? into)\b`,
    'offer of work': words`
    \b(?:would it help (?:you )?if (?:i|we|our)\b(?![^.?!]{0,40}\b(?:calls?|chat|talk\w*|connect\w*|hop\w*|jump\w*|
    schedul\w*|set up|discuss\w*|spoke))|let us (?:do|take|handle)|you'll have it|yours to (?:use|keep|rewrite)|free of charge|
    at no (?:extra )?cost|no obligation|(?<!your )free (?:trial|audit|assessment|review|sample|
    consultation))\b`,
  });

export const log = () =>
  rules({
    recap: words`\b(?:recap|minutes|summary|in short|to sum up|outcome|short version)\b[^.?!:]{0,30}: ?\w`,
    'log: delivered': words`
    ^(?!.*\?)(?:[^a-z]*)(?:(?:called|met|visited|emailed|phoned)[,;: ]+(?:and )?)?(?:re-?)?(?:sent|delivered|
    shared|presented|demoed|showed|answered|explained|submitted|provided|walked (?:them|him|her|\w+) through|
    introduced|gave|ran|hosted|handed|fixed|resolved|quoted|prepared|brought)\b(?! (?:you\b|a )?(?:reminder|
    follow|chaser|nudge|bump|check))`,
    'log: answered': words`
    ^(?!.*(?:\?|\b(?:i'm|i|my|we|our)\b)).*[,;] ?(?:and )?(?:sent|delivered|shared|presented|showed|answered|
    explained|submitted|provided|introduced|gave|quoted|resolved|brought)\b`,
  });
