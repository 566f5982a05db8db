import { getAllRows, getJson, useKey } from './js/api.js';
import { byId, choice, errorState, h, show, showLoading } from './js/dom.js';
import { shanghaiIso } from './js/format.js';
import { language, setLanguage, t, translatePage } from './js/i18n.js';
import './js/people/words.js';
import { Directions } from './js/people/directions.js';
import { Exporting } from './js/people/exporting.js';
import { Features } from './js/people/features.js';
import { Sizes } from './js/people/sizes.js';
import { States } from './js/people/states.js';
import { BREADTHS, change, myBrand, rememberBrand, state } from './js/state.js';

const brands = new Map();
let paths = new Set();

const states = new States(failed);
const directions = new Directions(failed);
const features = new Features(failed, (base) => {
  byId('population').textContent = base?.text ?? '';
});
const exporting = new Exporting();
const sizes = new Sizes(failed, (size) => exporting.take(size));

function asked() {
  return { brand: myBrand(), asOf: shanghaiIso(state.asOf) };
}

function failed(error) {
  show(byId('notice'), errorState(error));
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

/** What the service can answer, so that nothing is asked that it does not know. */
async function loadPaths() {
  try {
    paths = new Set(Object.keys((await getJson('/openapi.json')).paths ?? {}));
  } catch {
    paths = new Set(); // panels then say what is missing
  }
}

function loadPanels() {
  const query = asked();
  const known = brands.get(query.brand);
  byId('brand').value = known?.name ?? query.brand;
  byId('as-of').value = state.asOf;
  byId('population').textContent = '';
  const name = known?.name ?? query.brand;
  exporting.load(query, paths);
  return Promise.all([
    states.load(query, name),
    directions.load({ ...query, breadth: state.breadth }, name),
    features.load(query, name),
    sizes.load(query, paths),
  ]);
}

async function loadAll() {
  show(byId('notice'));
  ['states', 'directions', 'features', 'sizes'].forEach((p) => showLoading(byId(`${p}-body`)));
  await Promise.all([loadBrands(), loadPaths()]);
  await loadPanels();
}

function words() {
  translatePage();
  document.title = `${t('peopleTitle')} · ${t('title')}`;
  const other = byId('lang');
  other.textContent = language() === 'en' ? '中文' : 'English';
  other.lang = language() === 'en' ? 'zh-CN' : 'en';
  choice(byId('breadth'), BREADTHS, state.breadth, (b) => t(`b_${b || 'all'}`), (breadth) => {
    change({ breadth });
    directions.load({ ...asked(), breadth }, brands.get(myBrand())?.name ?? myBrand());
  });
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
  rememberBrand(known?.id ?? typed);
  change({ asOf: byId('as-of').value.slice(0, 16) });
  loadPanels();
});
byId('as-of-now').addEventListener('click', () => {
  change({ asOf: '' });
  loadPanels();
});
['directions-form', 'features-form'].forEach((id) =>
  byId(id).addEventListener('submit', (event) => event.preventDefault()));
document.addEventListener('tidewatch:key', askForKey);

words();
loadAll();
