/** Words of the page: [Chinese, English]. */
const WORDS = {
  title: ['观潮 Tidewatch', 'Tidewatch'],
  brandMark: ['观潮', 'Tidewatch'],
  skip: ['跳到正文', 'Skip to content'],
  navLabel: ['页内导航', 'On this page'],
  navRising: ['在涨', 'Rising'],
  navTrend: ['趋势', 'Trend'],
  navKeywords: ['买词', 'Keywords'],
  navAudience: ['人群', 'Audience'],
  navSources: ['数据源', 'Sources'],
  noData: ['没有数据', 'no data'],
  loading: ['加载中…', 'Loading…'],
  retry: ['重试', 'Try again'],
  csv: ['下载 CSV', 'Download CSV'],
  refresh: ['刷新', 'Refresh'],
  add: ['加入', 'Add'],
  remove: ['移除 {name}', 'Remove {name}'],
  more: ['再看 {n} 条', '{n} more'],
  less: ['收起', 'Show fewer'],
  cut: ['只显示前 {n} 行，后面可能还有。', 'The first {n} rows; there may be more.'],
  moreRows: ['显示前 {n} 行', 'Show {n} rows'],
  errorTitle: ['没有取到', 'Could not load'],
  errorNetwork: [
    '连不上服务。请确认 ./tidewatch serve 正在运行，然后重试。',
    'The service cannot be reached. Check that ./tidewatch serve is running, then try again.',
  ],
  errorPlain: ['服务回答 {status}。', 'The service answered {status}.'],
  errorShape: ['服务的回答不是预期的 JSON。', 'The answer is not the JSON that was expected.'],
  errorChart: ['图表组件没有加载，下面的表格仍可用。', 'The chart library did not load; the table below still works.'],
  keyTitle: ['需要 API 密钥', 'An API key is required'],
  keyLabel: ['API 密钥（只保存在此标签页）', 'API key (kept in this tab only)'],
  keyUse: ['使用', 'Use it'],
  emptyTitle: ['还没有数据', 'No data yet'],
  emptyDemo: ['先看样例：', 'To look at the sample:'],
  emptyIngest: ['导入自己的数据：', 'To bring your own data:'],
  emptyFile: ['文件', 'FILE'],
  asOf: ['截至（不含，北京时间）', 'As of (exclusive, Beijing time)'],
  newest: ['最新', 'Newest'],
  spanAsOf: ['窗口 {from} 至 {to}（不含）', 'Window {from} to {to} (exclusive)'],
  spanNewest: ['窗口 {from} 至最新事件 {to}', 'Window {from} to the newest event {to}'],
  kind: ['类别', 'Kind'],
  window: ['窗口', 'Window'],
  risingTitle: ['什么在涨', 'What is rising'],
  risingLead: [
    '窗口内的声量高于它自己的预期。点开一行看原文。',
    'Talk above its own expectation in the window. Open a row to read the posts.',
  ],
  kind_brand: ['品牌', 'Brands'],
  kind_product: ['产品', 'Products'],
  kind_aspect: ['属性', 'Aspects'],
  kind_hashtag: ['话题', 'Hashtags'],
  kind_term: ['词语', 'Terms'],
  w_24h: ['24 小时', '24 h'],
  w_72h: ['3 天', '3 days'],
  w_7d: ['7 天', '7 days'],
  w_30d: ['30 天', '30 days'],
  w_90d: ['90 天', '90 days'],
  w_all: ['全部', 'All'],
  i_1h: ['小时', 'Hour'],
  i_1d: ['天', 'Day'],
  colName: ['名称', 'Name'],
  colStage: ['阶段', 'Stage'],
  colCount: ['实际 对 预期', 'Count vs expected'],
  colGrowth: ['增长倍数', 'Growth'],
  colScore: ['异常分', 'Score'],
  growthTip: [
    '窗口内速率 ÷ 之前速率；括号内是 5%–95% 区间，竖线是 1 倍（没有变化）',
    'Rate in the window over the rate before; brackets give the 5–95 % interval, the line is ×1 (no change)',
  ],
  countTip: ['竖线是预期值', 'The mark is the expectation'],
  scoreTip: ['高于预期多少个标准差', 'Standard deviations above expectation'],
  unit_authors: ['{n} 位作者', '{n} authors'],
  unit_titles: ['{n} 条热搜', '{n} titles'],
  expectedIs: ['预期 {n}', 'expected {n}'],
  stage_emerging: ['刚冒头', 'Emerging'],
  stage_rising: ['上升中', 'Rising'],
  stage_peak: ['高位', 'Peak'],
  stage_fading: ['回落', 'Fading'],
  stageTip_emerging: ['突发刚开始，之前没有声量', 'The burst has just begun; silence before'],
  stageTip_rising: ['还在变响', 'Still getting louder'],
  stageTip_peak: ['仍在高位，不再增长', 'Still loud, no longer growing'],
  stageTip_fading: ['正在变安静', 'Getting quieter'],
  firstSeen: ['窗口内首次出现', 'First in window'],
  documents: ['文档', 'Documents'],
  authors: ['作者', 'Authors'],
  surfaces: ['原文写法', 'As written'],
  via: ['排名依据', 'Ranked by'],
  via_direct: ['直接提到', 'direct mentions'],
  via_all: ['含产品提到', 'with product mentions'],
  via_product: ['经产品提到', 'product mentions'],
  evidence: ['原文证据', 'Evidence'],
  noEvidence: ['这一行没有附带原文。', 'This row names no documents.'],
  useBrand: ['设为我的品牌', 'Make it my brand'],
  nothingRising: [
    '这个窗口里没有高于自身预期的{kind}。换一个窗口、类别或截至时间看看。',
    'Nothing is above its own expectation here ({kind}). Try another window, kind or as-of time.',
  ],
  pol_positive: ['正面', 'Positive'],
  pol_negative: ['负面', 'Negative'],
  pol_neutral: ['中性', 'Neutral'],
  pol_uncertain: ['不确定', 'Uncertain'],
  confidence: ['把握 {n}', 'confidence {n}'],
  mention: ['{kind}：{name}（{pol}）', '{kind}: {name} ({pol})'],
  mk_brand: ['品牌', 'Brand'],
  mk_product: ['产品', 'Product'],
  unlinked: ['目录里没有', 'not in the catalogue'],
  trendTitle: ['趋势', 'Trend'],
  trendLead: [
    '灰色区域没有观测到：不是零，是不知道。',
    'Grey bands were not observed: unknown, not zero.',
  ],
  query: ['查询', 'Query'],
  queryHint: ['例：brand:瑞幸 AND 联名', 'e.g. brand:luckin AND "new"'],
  queryHelp: [
    '写法：词、"短语"、brand:、product:、aspect:、hashtag:、sentiment:，用 AND OR NOT ( ) 组合。',
    'Words, "phrases", brand:, product:, aspect:, hashtag:, sentiment:, joined by AND OR NOT ( ).',
  ],
  draw: ['画图', 'Draw'],
  interval: ['粒度', 'Step'],
  range: ['范围', 'Range'],
  volume: ['声量', 'Volume'],
  positive: ['正面文档', 'Positive documents'],
  negative: ['负面文档', 'Negative documents'],
  unobserved: ['未观测', 'Not observed'],
  seriesSummary: [
    '{q}：{n} 个时段，合计 {sum}，{gaps} 个时段未观测。',
    '{q}: {n} buckets, {sum} in total, {gaps} not observed.',
  ],
  seriesEmpty: ['没有时段可画。先选一行在涨的品牌，或输入查询。', 'No buckets to draw. Pick a rising row or type a query.'],
  seriesPick: ['选一行在涨的品牌，或在上面输入查询。', 'Pick a rising row, or type a query above.'],
  asTable: ['以表格看', 'As a table'],
  colTime: ['时间', 'Time'],
  behindIt: ['为什么涨', 'What stands behind it'],
  spread: ['传播方式', 'How it spread'],
  spread_organic: ['许多人各自在说', 'many voices'],
  spread_reposts: ['主要靠转发', 'mostly reposts'],
  'spread_one-account': ['一个账号带动', 'one account'],
  'spread_suspected-paid': ['疑似水军', 'suspected paid posts'],
  'spread_too-few': ['太少，不下结论', 'too few to say'],
  spreadTip_organic: ['没有单一来源过半', 'no single origin makes up half of it'],
  spreadTip_reposts: ['转发占六成以上', 'reposts are 60 % or more'],
  'spreadTip_one-account': ['一半以上的内容追溯到同一作者', 'half of it goes back to one author'],
  'spreadTip_suspected-paid': ['四成以上疑似广告或水军', '40 % or more are suspected spam'],
  'spreadTip_too-few': ['窗口内不足 10 条', 'fewer than ten documents'],
  against: ['本窗口 / 此前每窗口', 'Documents now / a window before'],
  reposts: ['转发占比', 'Reposts'],
  suspected: ['疑似水军占比', 'Suspected spam'],
  mood: ['净好评：此前 → 现在', 'Net sentiment: before → now'],
  loudest: ['声量最大的作者', 'Loudest author'],
  risenTerms: ['一起涨的词：', 'Risen with it:'],
  termTip: ['{n} 位作者，是此前的 {lift} 倍', '{n} authors, {lift} times its share before'],
  causeNote: ['与此前四个同长窗口对比；只描述，不证明因果。', 'Against the four windows before; it describes and proves no cause.'],
  shareTitle: ['声量份额', 'Share of voice'],
  shareLead: [
    '同一时段内几个品牌之间的占比，横线是 5%–95% 区间。',
    'Shares among these brands over the same range; the line is the 5–95 % interval.',
  ],
  compareWith: ['对比品牌（最多再加 4 个）', 'Compare with (up to 4 more)'],
  shareFull: ['最多 5 个品牌，先移除一个。', 'Five brands at most; remove one first.'],
  shareEmpty: ['选一个品牌，或加入要对比的名字。', 'Pick a brand, or add names to compare.'],
  myBrand: ['我的品牌', 'My brand'],
  look: ['看买词与人群', 'Show keywords and audience'],
  brandHint: ['名称、别名或编号都可以', 'A name, an alias or an id'],
  brandFollows: ['跟随上面选中的品牌；在这里输入可固定', 'Follows the brand picked above; type here to fix it'],
  brandFixed: ['已记住', 'Remembered'],
  pickBrand: ['先在上面选“我的品牌”。', 'Choose “My brand” above first.'],
  keywordsTitle: ['买哪些词', 'Which keywords to buy'],
  keywordsLead: [
    '最近 28 天，人们搜了什么、之后买了谁。分组就是建议怎么用。',
    'What people searched in the last 28 days and whom they bought from. The groups say what to do.',
  ],
  filter: ['筛选关键词', 'Filter keywords'],
  rowsAtMost: ['最多行数', 'Rows at most'],
  formulaNote: [
    'E（竞争）和 R（收益）是本项目对已公开方法的理解：原文的公式以图片发布、已经遗失，这里不是任何平台的官方公式。',
    'E (competition) and R (revenue) are this project’s own reading of the published method, whose formulas were images that are lost; they are no platform’s official formula.',
  ],
  L_CONTESTED_ADVANTAGE: ['主力拉新词', 'Main diffusion words'],
  LD_CONTESTED_ADVANTAGE: [
    '没有谁独占，而我们的份额确实高于品类平均。预算先放这里。',
    'Nobody owns them and our share is reliably above our category average. Spend here first.',
  ],
  L_OPEN_NEUTRAL: ['测试词', 'Test budget'],
  LD_OPEN_NEUTRAL: [
    '开放，我们不强也不弱（含节日词）。小预算试。',
    'Open, and we are neither strong nor weak (holiday words too). Try with a small budget.',
  ],
  L_OWNED: ['自有词', 'Own words: defend'],
  LD_OWNED: ['搜的人多半就买我们。守住，不必多花。', 'Most who search it buy us anyway. Defend, do not overspend.'],
  L_RIVAL_OWNED: ['竞品词', 'Rival words: conquest'],
  LD_RIVAL_OWNED: ['多半买了另一个品牌。抢人用，贵，要设上限。', 'Most buy one rival. For conquest only: dear, so cap it.'],
  L_OPEN_WEAK: ['弱势词', 'Weak words'],
  LD_OPEN_WEAK: ['开放，但我们的份额低于品类平均。先改产品或页面。', 'Open, but we sell below our category average. Mend product or page first.'],
  L_INSUFFICIENT: ['数据不足', 'Not enough data'],
  LD_INSUFFICIENT: ['订单少于 30 或买家少于 20，不下结论，只并入词根。', 'Under 30 orders or 20 buyers: no verdict, only rolled up to the root word.'],
  L_NONE: ['没有标签', 'No label'],
  LD_NONE: ['服务没有给出标签。', 'The service gave no label.'],
  colKeyword: ['关键词', 'Keyword'],
  colE: ['E 竞争', 'E competition'],
  tipE: ['0 = 一家独占，1 = 完全开放', '0 = one brand owns it, 1 = open'],
  colR: ['R 收益', 'R revenue'],
  tipR: ['搜索人数 × 每人引导成交额（收缩后）', 'Searchers × guided sales per searcher (shrunk)'],
  colA: ['A 优势', 'A advantage'],
  tipA: [
    '我们在此词的份额对比在品类的份额（对数，0 = 持平），横线是 5%–95% 区间',
    'Our share on the word against our share of the category (log, 0 = even); the line is the 5–95 % interval',
  ],
  aTimes: ['约为品类份额的 {n} 倍', 'about {n} times our category share'],
  colSearchers: ['搜索人数', 'Searchers'],
  colOrders: ['订单 / 本品牌', 'Orders / ours'],
  colKwScore: ['得分', 'Score'],
  gmv: ['引导成交额', 'Guided sales'],
  buyers: ['买家', 'Buyers'],
  brandPart: ['本品牌部分 R', 'Our part of R'],
  nEff: ['有效品牌数', 'Effective brands'],
  hhi: ['集中度 HHI', 'HHI'],
  owners: ['谁在卖', 'Who sells'],
  basis: ['依据', 'Basis'],
  basis_behaviour: ['用户行为', 'user behaviour'],
  basis_aggregate: ['汇总报表', 'aggregated reports'],
  basis_title: ['商品标题', 'product titles'],
  rootWord: ['词根', 'Root word'],
  spellings: ['写法', 'Spellings'],
  oneSpelling: ['只有这一种写法。', 'It is spelled in one way only.'],
  moreSpellings: ['另有 {n} 种写法', '{n} more spellings'],
  part_brand: ['品牌', 'brand'],
  part_product: ['产品', 'product'],
  part_category: ['品类', 'category'],
  part_attribute: ['属性', 'attribute'],
  part_scene: ['场景', 'scene'],
  part_other: ['其他', 'other'],
  join_spacing: ['空格', 'spacing'],
  join_width: ['全半角或繁简', 'width or script'],
  join_order: ['词序', 'word order'],
  join_alias: ['别名', 'another name'],
  join_pinyin: ['拼音', 'pinyin'],
  join_typo: ['错字', 'slip'],
  reasons: ['理由', 'Reasons'],
  noReasons: ['服务没有给出理由。', 'The service gave no reasons.'],
  noMatch: ['没有匹配“{q}”的词。', 'No keyword matches “{q}”.'],
  keywordsEmpty: [
    '{brand} 还没有可用的搜索和订单。导入行为记录或关键词报表后再看。',
    'No searches and orders for {brand} yet. Ingest behaviour records or a keyword report.',
  ],
  details: ['展开 {name}', 'Details of {name}'],
  audienceTitle: ['触达谁', 'Whom to reach'],
  audienceLead: [
    '只凭窗口之前的行为。左边说明依据，右边是名单。',
    'From behaviour before the date only. The left says why, the right says who.',
  ],
  featuresTitle: ['他们偏爱什么', 'What they favour'],
  featuresLead: [
    'TGI 100 = 与基准人群（近 90 天活跃用户）一样；深色到下界，浅色到估计值。',
    'TGI 100 = like the base population (users active in 90 days); dark to the lower bound, pale to the estimate.',
  ],
  expandTitle: ['还可以触达的人', 'Whom to reach next'],
  expandLead: ['尚未购买、兴趣最接近的人，得分高的在前。', 'Not yet buyers, closest in interest, best first.'],
  colFeature: ['特征', 'Feature'],
  colTgi: ['TGI（下界）', 'TGI (lower bound)'],
  colConcentration: ['TA 浓度', 'TA concentration'],
  colCoverage: ['覆盖', 'Coverage'],
  colUsers: ['TA / 全部', 'TA / all'],
  tipConcentration: ['有此特征的人里，目标人群占多少', 'Of those with the feature, how many are the target'],
  tipCoverage: ['目标人群里，多少人有此特征', 'Of the target, how many have the feature'],
  tipUsers: ['有此特征的目标人群人数 / 基准人数', 'Users with the feature: in the target / in the base'],
  f_category: ['品类', 'Category'],
  f_brand: ['品牌', 'Brand'],
  f_product: ['产品', 'Product'],
  f_keyword: ['搜索词', 'Keyword'],
  f_aspect: ['属性', 'Aspect'],
  f_term: ['词语', 'Term'],
  'f_price-band': ['价格带', 'Price band'],
  f_season: ['季节', 'Season'],
  f_hour: ['时段', 'Time of day'],
  f_channel: ['渠道', 'Channel'],
  f_spend: ['消费力', 'Spending power'],
  'f_order-value': ['客单价', 'Order value'],
  'f_price-rank': ['购买价位', 'Price rank'],
  f_attribute: ['属性', 'Attribute'],
  f_topic: ['话题', 'Topic'],
  f_social: ['社交热度', 'Talk level'],
  notKept: ['未通过检验', 'Not kept'],
  showDropped: ['也显示未通过检验的 {n} 个', 'Also show {n} that were not kept'],
  allDropped: ['没有特征通过检验。', 'No feature passed the tests.'],
  featuresEmpty: ['{brand} 还没有买家或互动，算不出特征。', 'No buyers or interactions of {brand} yet, so no features.'],
  peopleLink: ['AIPL、六个方向、导出 →', 'AIPL, directions, export →'],
  expandEmpty: ['没有找到可扩展的人。', 'Nobody to expand to was found.'],
  colUser: ['用户', 'User'],
  colDirections: ['方向', 'Directions'],
  d_interest: ['兴趣', 'Interest'],
  d_category: ['品类', 'Category'],
  d_competitor: ['竞品', 'Competitor'],
  d_search: ['搜索', 'Search'],
  d_lost: ['流失', 'Lost'],
  d_peer: ['同好', 'Peer'],
  sourcesTitle: ['数据源', 'Sources'],
  sourcesLead: ['每个来源最新的事件和最近一次收到数据的时间。', 'Newest event and last arrival of each source.'],
  zoneNote: ['时间都是北京时间（Asia/Shanghai）。', 'All times are Beijing time (Asia/Shanghai).'],
  colSource: ['来源', 'Source'],
  colNewest: ['最新事件', 'Newest event'],
  colReceived: ['最近收到', 'Last received'],
  colState: ['状态', 'State'],
  late: ['迟到', 'Late'],
  never: ['还没收到', 'Nothing yet'],
  onTime: ['正常', 'On time'],
  pulseOk: ['{n} 个来源正常', 'Sources on time: {n}'],
  pulseLate: ['{n} 个来源迟到', 'Sources late: {n}'],
  pulseDown: ['服务未就绪', 'Service not ready'],
  pulseNone: ['还没有来源', 'No sources yet'],
};

/** Names of the shipped catalogue's categories; a category of one's own shows its id. */
const CATEGORIES = {
  beauty: ['美妆个护', 'Beauty'], skincare: ['护肤', 'Skincare'],
  makeup: ['彩妆香水', 'Make-up'], 'personal-care': ['个护清洁', 'Personal care'],
  electronics: ['数码家电', 'Electronics'], phone: ['手机', 'Phones'],
  laptop: ['电脑平板', 'Laptops'], digital: ['数码配件', 'Accessories'],
  appliance: ['家用电器', 'Appliances'], car: ['汽车', 'Cars'],
  food: ['食品餐饮', 'Food and drink'], 'coffee-tea': ['咖啡茶饮', 'Coffee and tea'],
  snack: ['零食饮料', 'Snacks'], restaurant: ['餐饮', 'Restaurants'],
  apparel: ['服饰', 'Apparel'], sportswear: ['运动鞋服', 'Sportswear'],
  fashion: ['时尚服饰', 'Fashion'], luxury: ['奢侈品', 'Luxury'],
  baby: ['母婴', 'Mother and baby'], toy: ['潮玩玩具', 'Toys'], home: ['家居家装', 'Home'],
};

/** Adds the words of another page. */
export function addWords(words) {
  Object.assign(WORDS, words);
}

const STORE = 'tidewatch.lang';
let lang = initial();

function initial() {
  const asked = new URLSearchParams(location.search).get('lang');
  const known = asked ?? remembered();
  return known?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

function remembered() {
  try {
    return localStorage.getItem(STORE);
  } catch {
    return null; // storage may be closed to this page; then nothing is remembered
  }
}

/** The language shown: `zh` or `en`. */
export function language() {
  return lang;
}

/** Switches and remembers the language. */
export function setLanguage(next) {
  lang = next;
  try {
    localStorage.setItem(STORE, next);
  } catch {
    return; // shown in this tab all the same
  }
}

/** The words of `key` with `{name}` filled in. */
export function t(key, values = {}) {
  const pair = WORDS[key];
  const text = pair ? pair[lang === 'en' ? 1 : 0] : key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** The words of `prefix_value` for a value of a closed set; the value itself when it is new. */
export function word(prefix, value) {
  return WORDS[`${prefix}_${value}`] ? t(`${prefix}_${value}`) : String(value ?? '');
}

/** Name of a category. */
export function category(id) {
  return CATEGORIES[id]?.[lang === 'en' ? 1 : 0] ?? id;
}

/** Puts the words into the static part of the page. */
export function translatePage() {
  document.documentElement.lang = lang === 'en' ? 'en' : 'zh-CN';
  document.title = t('title');
  for (const node of document.querySelectorAll('[data-i18n]')) {
    node.textContent = t(node.dataset.i18n);
  }
  for (const node of document.querySelectorAll('[data-i18n-label]')) {
    node.setAttribute('aria-label', t(node.dataset.i18nLabel));
  }
}
