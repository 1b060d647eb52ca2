/**
 * Patterns that questions are made of to train the intent classifiers. `(a|b)` is a choice, `[a]` may be left out, `{T}` is
 * a topic, `{C}` something that happened, `{K}` a kind of thing in the plural, `{N}` a name, `{Y}` a year, `{S}` a span of
 * time, `{A}` and `{B}` the two sides of a comparison, `{P}` a place. Words outside braces are frame words.
 */
export interface Pattern {
  readonly intent: string;
  readonly quantity?: string;
  readonly leaning?: string;
  readonly texts: readonly string[];
}

const OPENING = '[please|can you|could you|pls|ok|so|hey]';

export const PATTERNS: readonly Pattern[] = [
  {
    intent: 'list',
    texts: [
      `${OPENING} (list|name|show|give me|tell me) [me] [all|every|all of] [of] [the] {K} [{S}]`,
      '[a|the] [full|complete] list of [all] [the] {K} [{S}]',
      '(which|what) {K} (have|has|were|are|did|was) {V} [{S}]',
      '(which|what) {K} {V} [{T}] {S}',
      '(which|what) {K} {V} {T}',
      'who (has|have) (won|led|run|headed|held|chaired) [the] {T} {S}',
      'who won [the] {T} (since|after|from) {Y}',
      'who won [the] {T} (each|every) (year|time) [{S}]',
      'who were [all] the {K} [{S}]',
      'who (are|were) the {K} (since|after|before|between) {N}',
      '(all|every|each) [of] [the] {K} [{S}]',
      'every {T} (winner|champion|host|leader|holder) {S}',
      '[all] [the] {K} (since|after|from) {N}',
      '[all] [the] {K} (since|after|from|until|before) {Y}',
      '[the] {K} {S}',
      '{T} (winners|champions|hosts|holders|leaders) {S}',
      '{T} (winners|champions|hosts|holders)',
      'where (were|was|have|has) [the] {T} (held|hosted|staged) {S}',
      '{K}, (all|every one) [of them]',
      'what {K} (were|was|have been) there [in {P}] [{S}]',
      'what has {N} (launched|released|built|bought|landed|signed|won) {S}',
      'which (countries|states|cities|companies|teams|people|players) {V} {T}',
      'who (was|were) [the] {K} {S}',
      'who else {V} {T}',
    ],
  },
  {
    intent: 'count',
    texts: [
      'how (many times|often) (did|has|have|was|were) {N} (won|win|been elected|elected|hit|lost|lose|been|beaten|visit|visited) [{T}] [{S}]',
      'how (many times|often) (did|has|have|was|were) {N} {V} [{T}] [{S}]',
      'how many {K} (did|has|have|does) {N} (win|won|have|done|had|made|hold|carried out|launched|conducted) [{S}]',
      'how many {K} (were there|have there been|happened|took place) [in {P}] {S}',
      'how many {K} in {P} (since|between|from|after) {Y}',
      'how many {K} (since|from|after) {Y}',
      'how many {K} (did|does) {N} (have|win|get|fight|hold)',
      '{N} {K}, how many',
      '{N} {K} how many [{S}]',
      'how many {N} {K} {S}',
      '(number|count) of {K} (by|in|of) {N} [{S}]',
      '{N} {T} {K} how many [in total]',
      'how many different {K} {V} {T} {S}',
    ],
  },
  ...superlatives(),
  ...comparisons(),
  {
    intent: 'timeline',
    texts: [
      `${OPENING} [a|the] [full|short|quick] (timeline|chronology|history|story) of [the] {T} [{S}]`,
      '{T} (timeline|chronology|history) [please|pls]',
      '(timeline|chronology) [of] {T} {S}',
      `${OPENING} (summarise|summarize|explain|recap|outline) [me] [the] {T} [for me] [{S}]`,
      `${OPENING} (give me|show me|i need) [a|the] [short|quick|brief] (summary|overview|recap|timeline|rundown) of [the] {T}`,
      '[a|the] (summary|overview|recap) of [the] {T}',
      '{T} (summary|overview|recap|explained|in short|short version|in brief|step by step)',
      '{T}, (short version|in short|in brief|the key events|the main events|step by step)',
      'what was [the] {T} [all] about',
      'what happened (in|during) [the] {T} (crisis|war|scandal|crash|revolution|affair|trial|protests|campaign|uprising|election)',
      '(rise and fall|course|main events|key events|key moments|turning points|key dates) of [the] {T}',
      'how did [the] {T} (unfold|develop|play out|go)',
      'the story of [the] {T}',
      '{T} from (start to finish|beginning to end)',
      '(walk|take) me through [the] {T}',
    ],
  },
  {
    intent: 'same-day',
    texts: [
      'what else (happened|went on|was going on|was in the news|was reported|took place|occurred) (the|on the|that) [same] day {C}',
      'what else (happened|was in the news|took place|went on) on the (same day|day|date) (as|of|that|when) [the] {C}',
      'what else (happened|was in the news|was reported) on {D}',
      '(besides|apart from|other than|aside from) [the] {T} what [else] happened on {D}',
      'other (news|events|things) (on|from) the day [of|that|when] [the] {C}',
      '(what|anything) else (happened|happen) the (day|week) [of|that|when] [the] {C}',
      'what other things happened when {C}',
    ],
  },
  {
    intent: 'led-to',
    texts: [
      'what (led|had led) [up] to [the] {C}',
      '(what were the events|events|the events) [that] (leading|led) [up] to [the] {C}',
      'what happened (before|in the run-up to|ahead of) [the] {C}',
      'what (came|went) before [the] {C}',
      'how did it come to [the] {C}',
      'how did [the] {C} come about',
      '(background|run-up|prelude|lead up) (of|to) [the] {C}',
      'what was the background (of|to) [the] {C}',
    ],
  },
  {
    intent: 'came-of',
    texts: [
      '(what|whatever) (came|became) of [the] {C}',
      '(what|whatever) (came|became) of [the] {T}',
      'what happened (after|following|as a result of|in the wake of) [the] {C}',
      'what happened to [the] {T} (in the end|afterwards|later|eventually|next)',
      'what happened next (with|to|in|after) [the] {T}',
      '(aftermath|consequences|outcome|result|results|fallout) of [the] {C}',
      'what (was|were) the (aftermath|consequences|outcome|result|fallout) of [the] {C}',
      'how did [the] {T} (end|end up|turn out|finish)',
      'what followed [the] {C}',
      '{T} (aftermath|outcome|consequences)',
    ],
  },
  {
    intent: 'latest',
    texts: [
      "(what's|whats|what is) the (latest|newest|most recent) (on|about|with|in) [the] {T}",
      '[the] (latest|newest|recent|most recent) [news|updates] (on|about|from|in) [the] {T} [as of {D}]',
      '(any|is there any) (news|updates|update) (on|about) [the] {T}',
      '{T} (latest|update|latest news|news|updates)',
      "(what's|whats) new (with|in|on) [the] {T}",
      'where (do|does) things stand (with|on) [the] {T}',
      'how is [the] {T} going [now]',
    ],
  },
  {
    intent: 'fact',
    leaning: 'other-time',
    texts: [
      '[and|what about|how about] [in|on|for] {Y}',
      '(and|what about|how about) (in|on|for|during) {D}',
      '[and] [the] (next|following|previous) (year|one|time)',
      '[and] [the] (year|one) (before|after) [that]',
      '[and] [in] {Y} then',
      '(same|the same) (for|in) {Y}',
    ],
  },
  {
    intent: 'fact',
    leaning: 'other-subject',
    texts: [
      '(and|what about|how about) [the|in] {N}',
      '(and|what about|how about) [the|in|on] {N} {X}',
      '(and|what about) {N} {N}',
      '(and|what about) {N} that (year|month|day)',
      '(and|what about) in {D} in {P}',
      '(and|what about) the {X}',
      '(same|the same) (for|with) {N}',
      '(and|what about) (her|his|their) {X}',
      '{N} too',
      '{N}[?]',
    ],
  },
  {
    intent: 'fact',
    leaning: 'about-it',
    texts: [
      '[and] how many [people|others|of them] (died|were killed|were hurt|were injured|survived|were there|were arrested|were inside)',
      '[and] how many {X}',
      '[and] (where|when|why|how|who)',
      '[and] (where|when) (exactly|precisely)',
      '[and] who (did it|was it|was behind it|was responsible|was involved|won|lost|resigned|took over|announced it|{V})',
      '[and] who was the {X} [then]',
      '[and] who {V} the {X}',
      '[and] who {V}',
      '[and] (with|by|for|to|against|from) (what|who|whom|which {X})',
      '[and] (how big|how strong|how old|how long|how much|how far|how bad) (was|is) the {X}',
      '[and] what was the (reason|cause|score|result|damage|death toll|verdict|sentence|name)',
      '[and] why did the {X} {V}',
      '[and] (was|were) (anyone|anybody|someone|people) (hurt|killed|punished|arrested|charged|{V})',
      '[and] did (anyone|anybody|someone) (die|survive|resign|{V})',
      '[and] which {K} were (affected|involved|hit|{V})',
      '[and] what did (the others|the government|the police|the court|people) (do|say|get)',
      '[and] what (caused|started) (it|that|this)',
      '[and] by how much',
      '[and] (what|who) else',
      '[and] where was (it|that|this)',
      '[and] when was (it|that|this)',
      '[and] who (reported|said|confirmed) (it|that|this)',
      '[and] what happened [then|next]',
    ],
  },
  {
    intent: 'fact',
    leaning: 'pointing',
    texts: [
      '[and] (who|what) (replaced|succeeded|beat|killed|shot|arrested|married|became after|was before|came before|came after) (him|her|it|them)',
      '[and] (when|where|how|why) (did|was|were|is) (he|she|it|they) {V} [{X}]',
      '[and] how old (was|is|were) (he|she|they)',
      '[and] (who|what) (was|is|were) (his|her|its|their) {X}',
      '[and] what (did|does) (he|she|it|they) (get|do|say|want|win|lose|pay|admit|{V})',
      '[and] what happened to (him|her|it|them)',
      '[and] (who|where) did (he|she|it|they) {V} [after that|to|with]',
      '[and] (did|was|is|has|have|were) (he|she|it|they) [ever] {V} [{X}]',
      '[and] (before|after) (him|her|that|them)',
      '[and] why did (he|she|it|they) {V} (it|that|him|her|them)',
      '[and] who (did|was) (he|she|they) {V}',
      '[and] who (quit|resigned|died|won|paid|went to jail) (over|for|because of|in) (it|that)',
      '[and] who (lost|won) that [one]',
      '[and] how long (was|were|did) (he|she|it|they) {V} [there]',
      '[and] when did (he|she|they|it) (finally|eventually) {V} (it|that|him)',
      '[and] whose {X} was (it|that)',
    ],
  },
  {
    intent: 'fact',
    leaning: 'same-time',
    texts: [
      '[and] who won [the] {T} (that|the same) (year|month|week|season)',
      'who was [the] {X} of {P} (then|at the time|at that time|back then)',
      'who was {N} {X} (then|at the time|at that time)',
      'what [else] happened in {P} (that|the same) (year|month|week|day)',
      'did {N} {V} (that|the same) (year|month|day)',
      'who [else] died (that|the same) (day|year|month)',
      'when did {N} {V} (that|the same) year',
    ],
  },
  {
    intent: 'same-day',
    leaning: 'about-it',
    texts: [
      'what [else] (happened|was going on|was in the news|was there) (that|the same) (day|week)',
      'what else that (day|week)',
      '(anything|something) else that (day|week)',
      'other news that day',
    ],
  },
  {
    intent: 'latest',
    leaning: 'about-it',
    texts: [
      "(what's|whats|what is) the latest",
      '[any|the] (latest|updates|news) [on (it|that|this)]',
      '(what is|whats) new',
      'any news since',
    ],
  },
  {
    intent: 'led-to',
    leaning: 'about-it',
    texts: ['what led [up] to (it|that|this)', 'what came before (it|that|this)'],
  },
  {
    intent: 'came-of',
    leaning: 'about-it',
    texts: ['what came of (it|that|this)', 'what happened (after|next|afterwards) [that]'],
  },
  {
    intent: 'timeline',
    leaning: 'about-it',
    texts: [
      '(timeline|summary|summarise) [it|that|please]',
      'the whole story',
      '(tell|show) me (more|the story|the timeline)',
    ],
  },
  {
    intent: 'fact',
    leaning: 'source',
    texts: [
      '(source|sources|link|links|citation|proof|references)',
      '(got|have|any|give me) [a|the] (source|sources|link|links|proof)',
      'where (did you|do you) (get|read|have) (that|this|it) [from]',
      'where is (that|this) from',
      'who (says|said) (so|that)',
      'how do you know [that]',
      'says who',
    ],
  },
];

function superlatives(): Pattern[] {
  const of = (quantity: string, words: string): Pattern => ({
    intent: 'superlative',
    quantity,
    texts: [
      `(${words}) [single] {1} [in {P}] [{S}]`,
      `[what|which] [is|was|were] [the] (${words}) {1} (in {P}|of {S}|{S}|since {Y}|ever|in history|on record|in {P} history|of all time)`,
      `(which|what) {1} (was|is) the (${words}) [{S}]`,
      `(whats|what's|what is|what was) the (${words}) {1} [in the world|in {P}|ever]`,
      `(${words}) {N} {1} [ever|{S}]`,
      `(${words}) {1} {N} ever had`,
    ],
  });
  return [
    of('deaths', 'deadliest|bloodiest|most deadly|most lethal|most fatal'),
    of('deaths', 'worst|most devastating'),
    of('strength', 'strongest|most violent|highest magnitude'),
    of('speed', 'fastest|most intense|quickest'),
    of('duration', 'longest|shortest|longest running|longest lasting'),
    of('length', 'tallest|highest|deepest|widest'),
    of('money', 'most expensive|costliest|richest|priciest|most valuable|cheapest'),
    of('size', 'biggest|largest|greatest|smallest|most powerful|most massive'),
    of('people', 'most attended|most crowded|best attended'),
    of('earliest', 'earliest|very first'),
  ];
}

function comparisons(): Pattern[] {
  const of = (quantity: string, texts: readonly string[]): Pattern => ({
    intent: 'compare',
    quantity,
    texts,
  });
  return [
    of('earliest', [
      '(which|what|who) (came|happened|was|died|won|resigned|started|got there|{V}) (first|earlier|sooner)[,|:] {A} or {B}',
      '{A} or {B} (which|what|who) (came|happened|was|started|launched|{V}) [out] (first|earlier)',
      '(did|was|were) {A} {V} before {B}',
      '(did|was) {A} (happen|die|come out|resign|start) (before|earlier than) {B}',
      '{A} or {B} (first|earlier) [{S}]',
      'who {V} [{T}] first[,] {A} or {B}',
      'which {1} (got to|reached|entered) {P} first {A} or {B}',
      'who was {X} of {P} first[,] {A} or {B}',
    ]),
    of('latest', [
      '(which|what|who) (came|happened|died|was|{V}) (last|later|more recently)[,] {A} or {B}',
      '(did|was) {A} {V} after {B}',
      '{A} or {B} which (came|was) later',
    ]),
    of('deaths', [
      '(did|do) more people die (in|on|at) {A} or [in|on|at] {B}',
      '(did|do) [the] {A} kill more [people] than {B}',
      '(which|what) (killed|cost) more [people|lives] {A} or {B}',
      '{A} (vs|versus|or) {B} which (killed|cost) more [people|lives]',
      '(which was|what was) (deadlier|bloodier|worse)[,|:] {A} or {B}',
      '(deadlier|bloodier|worse)[:|,] {A} or {B}',
      'was {A} (deadlier|bloodier|worse) than {B}',
      '(where|in which) did more people (die|lose their lives) {A} or {B}',
    ]),
    of('strength', [
      'which [{1}] was (stronger|more powerful|more violent)[,] {A} or {B}',
      'was {A} (stronger|more powerful) than {B}',
      '(stronger|more powerful)[,|:] {A} or {B}',
    ]),
    of('money', [
      '(which|who) (cost|sold for|was worth|raised|paid|lost) more [money] {A} or {B}',
      '(was|did) {A} (cost|costlier|more expensive|pay more) than {B}',
      'which was (more expensive|costlier|cheaper) {A} or {B}',
    ]),
    of('duration', [
      '(which|who) (lasted|took|ran|stayed|served) longer[,] {A} or {B}',
      'did {A} last longer than {B}',
    ]),
    of('length', [
      '(which|what) [{1}] is (taller|higher|longer|deeper)[,] {A} or {B}',
      'is {A} (taller|higher|longer) than {B}',
    ]),
    of('size', [
      'which [{1}] (is|was) (bigger|larger|smaller)[,] {A} or {B}',
      'was {A} (bigger|larger) than {B}',
    ]),
    of('people', [
      '(which|who) (drew|had|got) more (people|votes|visitors|fans)[,] {A} or {B}',
      'did {A} get more (votes|people) than {B}',
    ]),
  ];
}
