import { address } from './js/api.js';
import { Audience } from './js/audience.js';
import { byId, show, showLoading } from './js/dom.js';
import { forgetDocuments } from './js/evidence.js';
import { t } from './js/i18n.js';
import { Keywords } from './js/keywords.js';
import { Page } from './js/page.js';
import { Rising } from './js/rising.js';
import { Series } from './js/series.js';
import { Share } from './js/share.js';
import { howToStart, Sources } from './js/sources.js';
import { change, myBrand, rememberBrand, state } from './js/state.js';

const page = new Page(loadAll, words);
const nameOf = (id) => page.nameOf(id);
const failed = (error) => page.failed(error);
let followed = '';
let looked = '';
let suggestedQuery = '';
let stale = true;

const sources = new Sources();
const series = new Series(() => sources.newest(), () => share.load());
const share = new Share(() => series.range(), nameOf);
const keywords = new Keywords(nameOf, failed);
const audience = new Audience(nameOf, failed);
const rising = new Rising({
  picked,
  queryOf,
  useBrand: (row) => chooseBrand(row.key),
  newest: () => sources.newest(),
  noDocuments: () => sources.noDocuments(),
  failed,
  asOfChanged: () => {
    series.load();
    share.load();
  },
});

/** A rising row is looked at: the chart follows, and the brand too unless one was chosen. */
function picked(row, byHand) {
  const own = row && queryOf(row);
  if (row && (byHand || ['', suggestedQuery, own].includes(state.query))) {
    suggestedQuery = own;
    change({ query: own });
  }
  series.load();
  if (state.kind === 'brand') {
    looked = row?.key ?? '';
    if (byHand) {
      change({ of: null });
    }
  }
  const brand = looked || myBrand();
  share.suggest(brand ? [brand, ...alike(brand)] : []);
  follow();
}

function queryOf(row) {
  const phrase = `"${row.key.replace(/["“”「」『』＂]/g, '')}"`;
  if (state.kind === 'term') {
    return phrase;
  }
  return `${state.kind}:${/^[\w\u4e00-\u9fff-]+$/.test(row.key) ? row.key : phrase}`;
}

/** Two brands that share a category, those that rise first. */
function alike(id) {
  const mine = new Set(page.brand(id)?.categories ?? []);
  const near = (other) => other !== id && page.brand(other)?.categories?.some((c) => mine.has(c));
  const candidates = [...rising.rows().map((row) => row.key), ...page.brandIds()].filter(near);
  return [...new Set(candidates)].slice(0, 2);
}

/** The brand of the lower panels: the chosen one, else the one looked at. */
function follow() {
  const next = myBrand() || looked;
  if (next !== followed || stale) {
    followed = next;
    stale = false;
    showBrand();
  }
}

function chooseBrand(brand) {
  rememberBrand(brand);
  stale = true;
  follow();
}

function showBrand() {
  byId('brand').value = nameOf(followed);
  byId('brand-hint').textContent = t(
    followed ? myBrand() ? 'brandFixed' : 'brandFollows' : 'brandHint');
  byId('people-link').href = address('audience.html', { brand: followed, asOf: state.asOf });
  keywords.load(followed);
  audience.load(followed);
}

async function loadAll() {
  show(byId('notice'));
  forgetDocuments();
  stale = true;
  ['rising', 'series', 'share', 'keywords', 'features', 'expand', 'sources']
    .forEach((panel) => showLoading(byId(`${panel}-body`)));
  await Promise.all([sources.load(), page.loadBrands()]);
  if (sources.noDocuments()) {
    show(byId('notice'), howToStart());
  }
  await rising.load();
}

function words() {
  rising.controls();
  series.controls();
}

byId('brand-form').addEventListener('submit', (event) => {
  event.preventDefault();
  chooseBrand(page.typedBrand());
});

page.start();
