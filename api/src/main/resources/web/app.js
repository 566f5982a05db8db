import { address, getAllRows, useKey } from './js/api.js';
import { Audience } from './js/audience.js';
import { byId, errorState, h, show, showLoading } from './js/dom.js';
import { forgetDocuments } from './js/evidence.js';
import { language, setLanguage, t, translatePage } from './js/i18n.js';
import { Keywords } from './js/keywords.js';
import { Rising } from './js/rising.js';
import { Series } from './js/series.js';
import { Share } from './js/share.js';
import { howToStart, Sources } from './js/sources.js';
import { change, myBrand, rememberBrand, state } from './js/state.js';

const brands = new Map();
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

function nameOf(id) {
  return brands.get(id)?.name ?? id;
}

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
  const mine = new Set(brands.get(id)?.categories ?? []);
  const near = (other) => other !== id && brands.get(other)?.categories?.some((c) => mine.has(c));
  const candidates = [...rising.rows().map((row) => row.key), ...brands.keys()].filter(near);
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

function failed(error) {
  show(byId('notice'), errorState(error));
}

function askForKey() {
  const field = h('input', {
    type: 'password', id: 'api-key', autocomplete: 'off', required: true,
  });
  show(byId('notice'), h('form', {
    class: 'state ask',
    on: {
      submit: (event) => {
        event.preventDefault();
        useKey(field.value.trim());
        loadAll();
      },
    },
  }, h('strong', {}, t('keyTitle')), h('label', { for: 'api-key' }, t('keyLabel')), field,
  h('button', { type: 'submit' }, t('keyUse'))));
}

async function loadBrands() {
  try {
    const rows = await getAllRows('/api/v1/catalogue/brands', {});
    brands.clear();
    rows.forEach((row) => brands.set(row.id, row));
    show(byId('brand-names'), rows.map((row) =>
      h('option', { value: row.name }, (row.aliases ?? []).slice(0, 4).join(' '))));
  } catch {
    brands.clear(); // names fall back to ids; each panel reports its own failure
  }
}

async function loadAll() {
  show(byId('notice'));
  forgetDocuments();
  stale = true;
  ['rising', 'series', 'share', 'keywords', 'features', 'expand', 'sources']
    .forEach((panel) => showLoading(byId(`${panel}-body`)));
  await Promise.all([sources.load(), loadBrands()]);
  if (sources.noDocuments()) {
    show(byId('notice'), howToStart());
  }
  await rising.load();
}

function words() {
  translatePage();
  const other = byId('lang');
  other.textContent = language() === 'en' ? '中文' : 'English';
  other.lang = language() === 'en' ? 'zh-CN' : 'en';
  rising.controls();
  series.controls();
}

byId('lang').addEventListener('click', () => {
  setLanguage(language() === 'en' ? 'zh' : 'en');
  const url = new URL(location.href);
  if (url.searchParams.has('lang')) {
    url.searchParams.set('lang', language());
    history.replaceState(null, '', url);
  }
  words();
  loadAll();
});
byId('brand-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const typed = byId('brand').value.trim();
  const known = [...brands.values()].find((brand) => brand.name === typed);
  chooseBrand(known?.id ?? typed);
});
document.addEventListener('tidewatch:key', askForKey);

words();
loadAll();
